// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/find/foundtext.h"

namespace TmgLens {

FoundText::FoundText(const TextQuery& query)
{
    const auto options =
        query.isCaseSensitive ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption;
    const QString text = query.isRegularExpression ? query.text : QRegularExpression::escape(query.text);
    if (const QRegularExpression pattern(text, options); !text.isEmpty() && pattern.isValid())
        m_pattern = pattern;
}

bool FoundText::isIn(const QString& value) const
{
    return !rangesIn(value).empty();
}

std::vector<FoundText::Range> FoundText::rangesIn(const QString& value) const
{
    std::vector<Range> ranges;
    if (!m_pattern)
        return ranges;
    auto matches = m_pattern->globalMatch(value);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.hasMatch() && match.capturedLength() > 0)
            ranges.push_back({match.capturedStart(), match.capturedLength()});
    }
    return ranges;
}

} // namespace TmgLens
