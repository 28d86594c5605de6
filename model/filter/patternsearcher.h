// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/ascii.h"
#include "model/filter/bytesearcher.h"
#include "model/filter/verdict.h"

#include <QByteArrayView>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace TmgLens::Filter {

/**
 * Looks for a regular expression in bytes or text.
 *
 * ASCII and UTF-8 are searched as they are; only other bytes must be decoded. Backtracking can take time without end.
 * The engine gives up after ten million steps (35 ms, measured with `(a+)+$`); that is neither a match nor none, and
 * told as such. Immutable; may be used from any thread.
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
        if (m_inAscii && isAscii(bytes))
            return m_inAscii->find(bytes).verdict;
        if (QByteArrayView(bytes.data(), qsizetype(bytes.size())).isValidUtf8())
            return m_inUtf8.find(bytes).verdict;
        return search(decode());
    }
    /// One of these finds something in each line of many records in ASCII that has a match, and maybe in others: the
    /// words that matches hold, or else patternsForLines(). None if each record must be looked at for itself.
    [[nodiscard]] const std::vector<ByteSearcher>& inLines() const { return m_inLines; }

private:
    QRegularExpression m_expression;
    ByteSearcher m_inUtf8;
    std::optional<ByteSearcher> m_inAscii; // if the pattern means the same there
    std::vector<ByteSearcher> m_inLines;
};

} // namespace TmgLens::Filter
