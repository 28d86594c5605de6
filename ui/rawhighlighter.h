// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <QPalette>
#include <QTextLayout>

namespace TmgLens {

/**
 * Colours of a raw record, by the syntax definitions that the program ships (resources/syntax).
 *
 * The only part that knows KSyntaxHighlighting. GUI thread only.
 */
class RawHighlighter
{
public:
    /// Reads what the other functions need, which takes a while. From any thread.
    static void prepare();

    /// True if the definition for @p format was found and has no errors.
    [[nodiscard]] static bool hasDefinition(LogLayout::Format format);

    /**
     * The ranges of @p line that are not plain text, in order, with their formats for @p palette.
     *
     * The colours can be read on the palette's AlternateBase. @p line is one record or directive without line end.
     * Costs time in proportion to its length.
     */
    [[nodiscard]] static QList<QTextLayout::FormatRange> highlight(const QString& line, LogLayout::Format format,
                                                                   const QPalette& palette);
};

} // namespace TmgLens
