// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/textsearch.h"

#include <QRegularExpression>

namespace TmgLens {

/// Where a text that was looked for stands in a value.
class FoundText
{
public:
    /// A stretch of characters.
    struct Range
    {
        qsizetype begin = 0;
        qsizetype length = 0;
    };

    /// Finds nothing.
    FoundText() = default;
    /// Finds what @p query asks for; nothing if that is no valid pattern.
    explicit FoundText(const TextQuery& query);

    /// Finds nothing at all.
    [[nodiscard]] bool isEmpty() const { return !m_pattern; }
    [[nodiscard]] bool isIn(const QString& value) const;
    /// All places in @p value, in order, none of them empty.
    [[nodiscard]] std::vector<Range> rangesIn(const QString& value) const;

private:
    std::optional<QRegularExpression> m_pattern;
};

} // namespace TmgLens
