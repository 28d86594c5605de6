// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/resultselection.h"
#include "model/finding/foldedrecords.h"
#include "model/query/codecounts.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace TmgLens {

/// What the codes of a log are sorted into.
enum class CategoryGrouping { ByClass, ByFamily };

/**
 * The codes of a document under their classes or families, with counts and ticks.
 *
 * Rows stand in order of arrival and only ever come at the end; a proxy sorts them by SortRole. The ticks are a view of
 * a ResultSelection, which this model owns. GUI thread only.
 */
class CategoryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< quint64: records
        VisibleRole, ///< quint64: those of them that are visible
        FoldedRole, ///< quint64: those of all records that are shown as something else
        CountTextRole, ///< QString: both, as far as there is something to tell
        ShareRole, ///< double: of all records, 0 to 1
        VisibleShareRole, ///< double: those that are visible, of all records
        ClassRole, ///< int of ResultClass; of families that of their most frequent code
        SortRole, ///< qint64: ascending order within the parent
    };

    /// Codes listed under one group. A damaged or hostile log has as many "codes" as records.
    static constexpr std::size_t mostCodesOfGroup = 300;

    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Ticks and unticks; nothing else can be changed.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Starts anew with @p codes, which must stay where it is until the next call; nullptr for none.
    void setCodes(const CodeTable* codes);
    /// Takes over new codes and counts; the table has only grown since setCodes().
    void update();
    /// How many records of each code are visible, where something else than the categories decides, too; codes that
    /// came later have none. Nothing: the categories alone decide.
    void setVisibleCounts(const std::optional<CodeCounts>& counts);
    void setGrouping(CategoryGrouping grouping);
    /// Tells of the records of @p folded that they meant something else; counts stay as they are. nullptr for none.
    void setFolded(const FoldedRecordsPointer& folded);
    /// How many records of what stands at @p index are folded.
    [[nodiscard]] std::vector<FoldedPart> foldedAt(const QModelIndex& index) const;

    [[nodiscard]] const ResultSelection& selection() const { return m_selection; }
    void setSelection(const ResultSelection& selection);
    /// Shows what stands at @p index and nothing else.
    void showOnly(const QModelIndex& index);
    /// Shows everything but what stands at @p index.
    void showAllBut(const QModelIndex& index);

Q_SIGNALS:
    void selectionChanged(const TmgLens::ResultSelection& selection);

private:
    struct Group
    {
        int key = 0; ///< Of ResultClass or ResultFamily.
        quint64 count = 0;
        quint64 visible = 0;
        std::vector<std::size_t> codes; ///< Positions in m_codes of those that are listed.
        std::size_t unlisted = 0;
        std::vector<FoldedPart> folded = {};
    };

    [[nodiscard]] int keyOf(const CodeEntry& code) const;
    [[nodiscard]] const CodeEntry* codeAt(const QModelIndex& index) const;
    [[nodiscard]] const Group& groupAt(const QModelIndex& index) const;
    [[nodiscard]] std::size_t groupFor(int key);
    void placeCode(std::size_t position);
    void countGroups();
    void tellAll(const QList<int>& roles);
    void changeSelection(const ResultSelection& selection);
    void setGroupShown(ResultSelection& selection, const Group& group, bool shown) const;

    [[nodiscard]] quint64 visibleOf(std::size_t position) const;
    [[nodiscard]] QString groupTitle(const Group& group) const;
    [[nodiscard]] QString title(const QModelIndex& index) const;
    [[nodiscard]] QString spokenText(const QModelIndex& index) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;
    [[nodiscard]] quint64 count(const QModelIndex& index) const;
    [[nodiscard]] quint64 visibleCount(const QModelIndex& index) const;
    [[nodiscard]] QString countText(const QModelIndex& index) const;
    [[nodiscard]] quint64 foldedCount(const QModelIndex& index) const;
    [[nodiscard]] double shareOf(quint64 count) const;
    [[nodiscard]] ResultClass resultClass(const QModelIndex& index) const;
    [[nodiscard]] Qt::CheckState checkState(const QModelIndex& index) const;

    CategoryGrouping m_grouping = CategoryGrouping::ByClass;
    const CodeTable* m_codes = nullptr;
    std::size_t m_placed = 0; // how many of m_codes are in the groups
    std::vector<Group> m_groups;
    quint64 m_total = 0;
    std::optional<CodeCounts> m_visible; // by position in m_codes
    FoldedRecordsPointer m_folded;
    ResultSelection m_selection;
};

} // namespace TmgLens
