// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <QPalette>
#include <QTextLayout>

namespace TmgLens {

/**
 * Colours of single lines, by the syntax definitions that the program ships (resources/syntax).
 *
 * The only part that knows KSyntaxHighlighting. GUI thread only.
 */
class LineHighlighter
{
public:
    enum class Language : std::uint8_t {
        W3cLog, ///< A record or directive without line end.
        NativeLog,
        Filter, ///< A filter expression.
    };

    /// The language of records of this format.
    [[nodiscard]] static Language languageOf(LogLayout::Format format);

    /// Reads what the other functions need, which takes a while. From any thread.
    static void prepare();

    /// True if the definition for @p language was found and has no errors.
    [[nodiscard]] static bool hasDefinition(Language language);

    /**
     * The ranges of @p line that are not plain text, in order, with their formats for @p palette.
     *
     * The colours can be read on @p ground. Costs time in proportion to the length of the line.
     */
    [[nodiscard]] static QList<QTextLayout::FormatRange> highlight(const QString& line, Language language,
                                                                   const QPalette& palette, QPalette::ColorRole ground);
};

} // namespace TmgLens
