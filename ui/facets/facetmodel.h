// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "ui/facets/facetterm.h"

#include <QAbstractItemModel>

namespace TmgLens {

/**
 * Fields with their most frequent values below them, as a tree with ticks.
 *
 * Ticks are what the filter says: nothing but setExpression() changes them. A person's tick asks for another term by
 * termReplaced(). Below the values of a field that has more stands a row that shows more of them, or fewer again.
 */
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role { CountRole = Qt::UserRole, ShareRole, KindRole };
    enum class Kind { Field, Value, More };

    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// Asks for another filter; see termReplaced().
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// Shows @p fields; those that were there keep their values.
    void setFields(const std::vector<Filter::FieldName>& fields);
    [[nodiscard]] std::vector<Filter::FieldName> fields() const;
    /// Takes the ticks from the filter in force.
    void setExpression(const FilterExpression& expression);
    /// Takes new values, one @p counts for each of @p fields.
    void setCounts(const std::vector<Filter::FieldName>& fields, const std::vector<FacetCounts>& counts);
    /// Forgets the values: there is another log.
    void clearCounts();

    /// The field that @p index is, or stands below; it must be valid.
    [[nodiscard]] const Filter::FieldName& fieldOf(const QModelIndex& index) const;
    /// True for a value that the filter language can tell.
    [[nodiscard]] bool isComparable(const QModelIndex& index) const;
    /// True if values of the field that @p index is, or stands below, are ticked.
    [[nodiscard]] bool isTicked(const QModelIndex& index) const;

    /// Asks for the records with this value, whatever else of its field is ticked.
    void showOnly(const QModelIndex& value);
    /// Asks for the records without this value.
    void showAllBut(const QModelIndex& value);
    /// Asks for the records with any value of the field that @p index belongs to.
    void showAll(const QModelIndex& index);
    /// Shows more or fewer values: what the row @p more says.
    void toggleMore(const QModelIndex& more);

Q_SIGNALS:
    /// Instead of @p old the filter is to have @p replacement as a term; either may be empty.
    void termReplaced(const TmgLens::FilterExpression& old, const TmgLens::FilterExpression& replacement);

private:
    struct Section
    {
        Filter::FieldName field;
        FacetTerm ticked = {};
        FacetCounts counts = {};
        bool isLong = false; ///< Shows all values that are known.
        std::vector<FacetValue> shown = {}; ///< Those with a row.
        bool hasMore = false; ///< A row for more or fewer stands below them.
    };

    [[nodiscard]] Section& sectionOf(const QModelIndex& index);
    [[nodiscard]] const Section& sectionOf(const QModelIndex& index) const;
    [[nodiscard]] const FacetValue* valueAt(const QModelIndex& index) const;
    [[nodiscard]] Kind kindOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Section& section) const;

    void layOut(Section& section, FacetCounts counts);
    void showMore(Section& section, bool isShown);
    void removeValues(Section& section, std::size_t count);
    void addValues(Section& section, const std::vector<FacetValue>& shown);
    void replaceTerm(const QModelIndex& index, const FilterExpression& replacement);
    [[nodiscard]] QString title(const QModelIndex& index) const;
    [[nodiscard]] QString moreText(const Section& section) const;
    [[nodiscard]] double share(const QModelIndex& index) const;
    [[nodiscard]] QString spokenText(const QModelIndex& index) const;
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    std::vector<Section> m_sections;
    FilterExpression m_expression;
};

/// What a field is called above its values: the filter language's word, `Bytes in`, or the log's own name.
[[nodiscard]] QString facetTitle(const Filter::FieldName& field);

} // namespace TmgLens
