// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/pickedrecords.h"
#include "model/finding/finding.h"
#include "model/keeping/hiddenfindings.h"
#include "model/table/logtablemodel.h"

#include <QAbstractItemModel>

#include <array>

namespace TmgLens {

/**
 * What has been found in a log: patterns, the worst first, and under each its findings in the order of time.
 *
 * Of a pattern with very many findings some are there, and a last row that stands for more. What a person has called no
 * problem is left out, or at the end. Texts are harmless. GUI thread only.
 */
class FindingModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        SeverityRole = Qt::UserRole, ///< An int; of a pattern, the worst of its findings.
        CountRole, ///< Of a pattern: how many findings.
        FactsRole, ///< Of a finding: from when to when, how many records.
        HiddenRole, ///< Whether a person has called it no problem; of a pattern, all of it.
    };

    /// How many findings a pattern shows at first, and how many showMore() adds.
    static constexpr int page = 100;

    /// @p log, which has the records, must outlive the model.
    explicit FindingModel(const LogTableModel* log, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Shows @p findings, which are about the records of the log as it is; nullptr for none.
    void setFindings(const FindingsPointer& findings);
    [[nodiscard]] const FindingsPointer& findings() const { return m_findings; }
    /// Takes over what persons have called no problem.
    void setHidden(const HiddenFindings& hidden);
    /// How many findings are called no problem.
    [[nodiscard]] int hiddenCount() const { return m_hiddenCount; }
    /// Whether these are there, too.
    void setShowsHidden(bool showsHidden);
    [[nodiscard]] bool showsHidden() const { return m_showsHidden; }
    /// How many findings there are of each severity, without those that are called no problem.
    [[nodiscard]] std::array<int, findingSeverityCount> severityCounts() const;

    [[nodiscard]] bool isPattern(const QModelIndex& index) const;
    /// Whether @p index stands for findings that are not there yet.
    [[nodiscard]] bool isMore(const QModelIndex& index) const;
    /// Of a pattern its first finding, also in place of what isMore(); nullptr for nobody.
    [[nodiscard]] const Finding* findingAt(const QModelIndex& index) const;
    /// The records of a finding, or of all that are left of a pattern.
    [[nodiscard]] PickedRecordsPointer recordsAt(const QModelIndex& index) const;
    /// From when to when these are, by the clock of the log.
    [[nodiscard]] std::optional<Filter::Times> spanAt(const QModelIndex& index) const;

    /// Adds a page of the findings that @p index, which isMore(), stands for.
    void showMore(const QModelIndex& index);
    /// What the finding or pattern at @p index is known by, also when there are others; nothing for what isMore().
    [[nodiscard]] std::optional<HiddenFinding> identityAt(const QModelIndex& index) const;
    /// The other way; invalid if it is not in the list.
    [[nodiscard]] QModelIndex find(const HiddenFinding& identity) const;

    /// Calls the finding or the whole pattern at @p index no problem, or takes that back.
    void hide(const QModelIndex& index, bool isHidden);

Q_SIGNALS:
    /// Something else is found, or hidden, or shown.
    void changed();
    /// A person has called @p hidden no problem in the logs at @p logs, or has taken that back.
    void hiddenChanged(const QStringList& logs, const TmgLens::HiddenFinding& hidden, bool isHidden);

private:
    struct Row
    {
        const Finding* finding;
        bool isHidden;
    };
    struct Group
    {
        const Pattern* pattern;
        FindingSeverity severity; ///< Of the worst.
        std::vector<Row> rows;
        int shown = page; ///< So many of them are there, if there are so many.
        bool hasMore = false;

        [[nodiscard]] bool isHidden() const { return rows.front().isHidden; } // hidden ones are last
    };

    [[nodiscard]] const Group& groupAt(const QModelIndex& index) const;
    [[nodiscard]] std::vector<Group> groups() const;
    [[nodiscard]] bool isHidden(const Finding& finding) const;
    [[nodiscard]] QString logOf(const Finding& finding) const;
    [[nodiscard]] QStringList logs() const;
    void regroup();
    void change(const QStringList& logs, const HiddenFinding& hidden, bool isHidden);
    void tellAll();
    [[nodiscard]] QVariant groupData(const Group& group, int role) const;
    [[nodiscard]] QVariant findingData(const Row& row, int role) const;
    [[nodiscard]] QString facts(const Finding& finding) const;

    const LogTableModel* m_log;
    FindingsPointer m_findings;
    HiddenFindings m_hidden;
    bool m_showsHidden = false;
    int m_hiddenCount = 0;
    std::vector<Group> m_groups;
};

} // namespace TmgLens
