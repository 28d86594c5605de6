// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsearcher.h"

#include "model/filter/patternsyntax.h"

namespace TmgLens::Filter {

PatternSearcher::PatternSearcher(const QString& pattern, Qt::CaseSensitivity caseSensitivity)
    : m_expression(pattern,
                   caseSensitivity == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption
                                                          : QRegularExpression::NoPatternOption)
    , m_inBytes(ByteSearcher::forPattern(pattern.toStdString(), caseSensitivity, ByteSearcher::Anchors::Whole))
{
    m_expression.optimize(); // now, so that the threads that search only read
    for (const QString& ofLines : patternsForLines(pattern))
        m_inLines.push_back(
            ByteSearcher::forPattern(ofLines.toStdString(), caseSensitivity, ByteSearcher::Anchors::Lines));
}

Verdict PatternSearcher::search(const QString& text) const
{
    const auto match = m_expression.matchView(text);
    if (match.hasMatch())
        return Verdict::Yes;
    return match.isValid() ? Verdict::No : Verdict::GaveUp;
}

} // namespace TmgLens::Filter
