// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/rules/ruletotals.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace TmgLens {

/**
 * Rules as rows, with what they did in columns.
 *
 * All texts are plain and harmless; tool tips are escaped. GUI thread only.
 */
class RuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Records,
        Allowed,
        Denied,
        Failed,
        Other,
        Clients,
        Destinations,
        FirstUse,
        LastUse,
        TopCodes,
        ColumnCount,
    };
    /// What a cell is sorted by: a number, a moment or a text.
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Shows @p rules. The same rules as before stay in their rows.
    void setRules(std::vector<RuleTotals> rules);
    /// Shows moments as clocks in @p zone had them; in UTC at first.
    void setZone(const QTimeZone& zone);

    [[nodiscard]] const RuleTotals& rule(int row) const { return m_rules[std::size_t(row)]; }
    /// Lets through the records of the rules in @p rows; empty where the filter language has no word for one of them.
    [[nodiscard]] FilterExpression term(const QList<int>& rows) const;
    /// Records of the rule that has most of them.
    [[nodiscard]] quint64 mostRecords() const { return m_mostRecords; }

private:
    [[nodiscard]] QString text(const RuleTotals& rule, Column column) const;
    [[nodiscard]] QString explanation(const RuleTotals& rule, Column column) const;
    [[nodiscard]] QString timeOf(LogTime moment) const;
    void tellChanged();

    std::vector<RuleTotals> m_rules;
    QTimeZone m_zone = QTimeZone::UTC;
    quint64 m_mostRecords = 0;
};

} // namespace TmgLens
