// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsearcher.h"

#include "model/filter/patternsyntax.h"

#include <algorithm>
#include <iterator>

namespace TmgLens::Filter {

namespace {

constexpr qsizetype enoughOfAWord = 3; // characters; shorter ones stand in too many records that must be looked at

} // namespace

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
    const std::vector<LinePattern> ofLines = patternsForLines(pattern);
    if (ofLines.empty())
        return;
    m_inAscii = forAscii(pattern, ByteSearcher::Anchors::Whole);
    if (std::ranges::all_of(ofLines, [](const auto& line) { return line.word.size() >= enoughOfAWord; })) {
        std::vector<std::string> words;
        std::ranges::transform(ofLines, std::back_inserter(words),
                               [](const auto& line) { return line.word.toStdString(); });
        m_inLines.push_back(ByteSearcher::forWords(words, caseSensitivity));
        return;
    }
    for (const LinePattern& line : ofLines)
        m_inLines.push_back(forAscii(line.pattern, ByteSearcher::Anchors::Lines));
}

Verdict PatternSearcher::search(const QString& text) const
{
    const auto match = m_expression.matchView(text);
    if (match.hasMatch())
        return Verdict::Yes;
    return match.isValid() ? Verdict::No : Verdict::GaveUp;
}

} // namespace TmgLens::Filter
