// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/databaseconnection.h"
#include "model/database/logtable.h"
#include "model/filter/filterexpression.h"

#include <QVariantList>

namespace TmgLens {

/// A condition on rows, in SQL with question marks for its values. An empty one lets all rows through.
struct SqlCondition
{
    QString text = {};
    QVariantList values = {};

    /// Both must hold.
    [[nodiscard]] SqlCondition operator&&(const SqlCondition& other) const;
    /// The condition behind `WHERE`, with blanks around; nothing for the empty one.
    [[nodiscard]] QString clause() const;
};

/// The rows whose time in @p column, which is quoted, is in @p span.
[[nodiscard]] SqlCondition isWithin(const QString& column, const TimeSpan& span);

/**
 * What the rows of @p table must meet so that @p filter can let them through: as much as SQL says as surely, which are
 * stretches of time, codes as numbers and single IPv4 addresses of clients, where they stand side by side at the top.
 * All rows that the filter lets through meet it; whether others do, the filter has to find out.
 */
[[nodiscard]] SqlCondition necessaryFor(const FilterExpression& filter, const LogTable& table,
                                        const DatabaseConnection& connection);

} // namespace TmgLens
