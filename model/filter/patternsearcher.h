// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/bytesearcher.h"
#include "model/filter/verdict.h"

#include <QByteArrayView>
#include <QRegularExpression>

#include <vector>

namespace TmgLens::Filter {

/**
 * Looks for a regular expression in bytes or text.
 *
 * UTF-8 is searched as it is; only other bytes must be decoded. Backtracking can take time without end. The engine
 * gives up after ten million steps (35 ms, measured with `(a+)+$`); that is neither a match nor none, and told as such.
 * Immutable; may be used from any thread.
 */
class PatternSearcher
{
public:
    /// @p pattern must be valid.
    PatternSearcher(const QString& pattern, Qt::CaseSensitivity caseSensitivity);

    /// Never Verdict::Open.
    [[nodiscard]] Verdict search(const QString& text) const;
    /// The same for bytes, of which @p decode makes the text, a QString, if it is needed.
    template <typename Decode> [[nodiscard]] Verdict search(std::string_view bytes, Decode decode) const
    {
        if (QByteArrayView(bytes.data(), qsizetype(bytes.size())).isValidUtf8())
            return m_inBytes.find(bytes).verdict;
        return search(decode());
    }
    /// One of these finds something in each line of many records in valid UTF-8 that has a match, and maybe in others;
    /// see patternsForLines(). None if each record must be looked at for itself.
    [[nodiscard]] const std::vector<ByteSearcher>& inLines() const { return m_inLines; }

private:
    QRegularExpression m_expression;
    ByteSearcher m_inBytes;
    std::vector<ByteSearcher> m_inLines;
};

} // namespace TmgLens::Filter
