// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/verdict.h"

#include <QRegularExpression>

namespace TmgLens::Filter {

/**
 * Looks for a regular expression in text.
 *
 * Backtracking can take time without end. The engine gives up after ten million steps (35 ms, measured with
 * `(a+)+$`); that is neither a match nor none, and told as such. Immutable; may be used from any thread.
 */
class PatternSearcher
{
public:
    /// @p pattern must be valid.
    PatternSearcher(const QString& pattern, Qt::CaseSensitivity caseSensitivity);

    /// Never Verdict::Open.
    [[nodiscard]] Verdict search(const QString& text) const;
    [[nodiscard]] QString pattern() const { return m_expression.pattern(); }

private:
    QRegularExpression m_expression;
};

} // namespace TmgLens::Filter
