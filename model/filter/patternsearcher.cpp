// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsearcher.h"

#include "model/filter/patternsyntax.h"

namespace TmgLens::Filter {

PatternSearcher::PatternSearcher(const QString& pattern, Qt::CaseSensitivity caseSensitivity)
    : m_expression(pattern,
                   caseSensitivity == Qt::CaseInsensitive ? QRegularExpression::CaseInsensitiveOption
                                                          : QRegularExpression::NoPatternOption)
    , m_inUtf8(ByteSearcher::forPattern(pattern.toStdString(), caseSensitivity, ByteSearcher::Encoding::Utf8,
                                        ByteSearcher::Anchors::Whole))
{
    m_expression.optimize(); // now, so that the threads that search only read
    const auto forAscii = [caseSensitivity](const QString& text, ByteSearcher::Anchors anchors) {
        return ByteSearcher::forPattern(text.toStdString(), caseSensitivity, ByteSearcher::Encoding::Ascii, anchors);
    };
    const QStringList ofLines = patternsForLines(pattern);
    if (!ofLines.isEmpty())
        m_inAscii = forAscii(pattern, ByteSearcher::Anchors::Whole);
    for (const QString& text : ofLines)
        m_inLines.push_back(forAscii(text, ByteSearcher::Anchors::Lines));
}

Verdict PatternSearcher::search(const QString& text) const
{
    const auto match = m_expression.matchView(text);
    if (match.hasMatch())
        return Verdict::Yes;
    return match.isValid() ? Verdict::No : Verdict::GaveUp;
}

} // namespace TmgLens::Filter
