// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/output/logsummary.h"

#include <QAbstractListModel>

namespace TmgLens {

/// One line of a summary: something that records have, and how many do.
struct SummaryLine
{
    QString text; ///< Plain and harmless, like all that follows.
    QString meaning = {}; ///< What stands behind it, for example the title of a code.
    QString explanation = {}; ///< Sentences for the tool tip.
    QString folded = {}; ///< What some of the records meant: `40 belong to logons`.
    quint64 count = 0;
    double percent = 0; ///< Of the records that its list counts.
    std::optional<ResultClass> resultClass = {}; ///< That gives it its colour.
    FilterExpression term = {}; ///< Lets through the records with it and no others; empty if no filter can say that.
};

/// The classes that occur in @p summary.
[[nodiscard]] std::vector<SummaryLine> classLines(const LogSummary& summary);
/// The codes that occur in @p summary, most frequent first, but for a damaged log's.
[[nodiscard]] std::vector<SummaryLine> codeLines(const LogSummary& summary);
/// The values of one field.
[[nodiscard]] std::vector<SummaryLine> valueLines(const TopValues& values);

/// Lines of a summary as rows: the first ones, and a row for the rest if they are many.
class SummaryLines : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MeaningRole = Qt::UserRole,
        CountRole,
        PercentRole,
        ClassRole, ///< Nothing where a line has no class.
        IsMoreRole, ///< True for the row that stands for the rest.
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setLines(std::vector<SummaryLine> lines);
    /// Shows all lines, or the first ones again.
    void toggleMore();
    /// What @p index asks for; empty if it can ask for nothing.
    [[nodiscard]] FilterExpression term(const QModelIndex& index) const;

private:
    [[nodiscard]] const SummaryLine* lineAt(const QModelIndex& index) const;
    [[nodiscard]] std::size_t shownCount() const;
    [[nodiscard]] QVariant moreData(int role) const;

    std::vector<SummaryLine> m_lines;
    bool m_isLong = false;
};

} // namespace TmgLens
