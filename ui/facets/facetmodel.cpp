// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetmodel.h"

#include "model/filter/exactvalue.h"
#include "model/output/plaintip.h"
#include "ui/look/visibletext.h"

#include <QLocale>

#include <algorithm>
#include <ranges>

namespace TmgLens {

namespace {

constexpr std::size_t fewValues = 10; // that a field shows at first
constexpr qsizetype longestTitle = 200; // characters
constexpr qsizetype longestTip = 1000;
constexpr qsizetype longestTerm = 4000; // of a value that goes into the filter line
constexpr quintptr sectionId = 0; // internal id of fields; what stands below one has its row, plus one

QString valueText(const QString& value, qsizetype limit)
{
    return value.isEmpty() ? FacetModel::tr("(no value)") : visibleText(value, limit);
}

} // namespace

QString facetTitle(const Filter::FieldName& field)
{
    const bool isShortName = field.subject != Filter::Subject::Cell || field.id != FieldId::Other;
    if (!isShortName || field.name.isEmpty())
        return visibleText(field.name, longestTitle);
    QString title = field.name;
    title.replace(u'-', u' ');
    return title[0].toUpper() + title.sliced(1);
}

// -- The tree --------------------------------------------------------------------------------------------------------

QModelIndex FacetModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : sectionId);
}

QModelIndex FacetModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == sectionId)
        return {};
    return createIndex(int(child.internalId() - 1), 0, sectionId);
}

int FacetModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_sections.size());
    if (parent.internalId() != sectionId || parent.column() != 0)
        return 0;
    const Section& section = sectionOf(parent);
    return int(section.shown.size()) + (section.hasMore ? 1 : 0);
}

int FacetModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FacetValue* value = valueAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return title(index);
    case Qt::CheckStateRole:
        if (!value)
            return {};
        return sectionOf(index).ticked.values.contains(value->text) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return spokenText(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case CountRole:
        return value ? value->count : sectionOf(index).counts.distinct;
    case ShareRole:
        return share(index);
    case KindRole:
        return int(kindOf(index));
    default:
        return {};
    }
}

Qt::ItemFlags FacetModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags any = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isComparable(index) ? any | Qt::ItemIsUserCheckable : any;
}

FacetModel::Section& FacetModel::sectionOf(const QModelIndex& index)
{
    return m_sections[index.internalId() == sectionId ? std::size_t(index.row()) : index.internalId() - 1];
}

const FacetModel::Section& FacetModel::sectionOf(const QModelIndex& index) const
{
    return m_sections[index.internalId() == sectionId ? std::size_t(index.row()) : index.internalId() - 1];
}

const FacetValue* FacetModel::valueAt(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == sectionId)
        return nullptr;
    const Section& section = sectionOf(index);
    const auto row = std::size_t(index.row());
    return row < section.shown.size() ? &section.shown[row] : nullptr;
}

FacetModel::Kind FacetModel::kindOf(const QModelIndex& index) const
{
    if (index.internalId() == sectionId)
        return Kind::Field;
    return valueAt(index) ? Kind::Value : Kind::More;
}

QModelIndex FacetModel::indexOf(const Section& section) const
{
    return createIndex(int(&section - m_sections.data()), 0, sectionId);
}

const Filter::FieldName& FacetModel::fieldOf(const QModelIndex& index) const
{
    return sectionOf(index).field;
}

bool FacetModel::isComparable(const QModelIndex& index) const
{
    const FacetValue* value = valueAt(index);
    return value && value->text.size() <= longestTerm && Filter::isComparable(fieldOf(index), value->text);
}

bool FacetModel::isTicked(const QModelIndex& index) const
{
    return !sectionOf(index).ticked.values.isEmpty();
}

// -- What it shows ---------------------------------------------------------------------------------------------------

void FacetModel::setFields(const std::vector<Filter::FieldName>& fields)
{
    if (std::ranges::equal(fields, m_sections, {}, {}, &Section::field))
        return;
    beginResetModel();
    std::vector<Section> sections;
    for (const Filter::FieldName& field : fields) {
        const auto known = std::ranges::find(m_sections, field, &Section::field);
        sections.push_back(
            known != m_sections.end() ? *known : Section{.field = field, .ticked = facetTerm(m_expression, field)});
    }
    m_sections = std::move(sections);
    endResetModel();
}

std::vector<Filter::FieldName> FacetModel::fields() const
{
    std::vector<Filter::FieldName> fields;
    fields.reserve(m_sections.size());
    for (const Section& section : m_sections)
        fields.push_back(section.field);
    return fields;
}

void FacetModel::setExpression(const FilterExpression& expression)
{
    m_expression = expression;
    for (Section& section : m_sections) {
        section.ticked = facetTerm(expression, section.field);
        layOut(section, section.counts);
    }
}

void FacetModel::setCounts(const std::vector<Filter::FieldName>& fields, const std::vector<FacetCounts>& counts)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto section = std::ranges::find(m_sections, fields[i], &Section::field);
        if (section != m_sections.end())
            layOut(*section, counts[i]);
    }
}

void FacetModel::clearCounts()
{
    setCounts(fields(), std::vector<FacetCounts>(m_sections.size()));
}

void FacetModel::toggleMore(const QModelIndex& more)
{
    Section& section = sectionOf(more);
    section.isLong = !section.isLong;
    layOut(section, section.counts);
}

/// Gives @p section the rows for @p counts: the first values, those that are ticked, and one for more.
void FacetModel::layOut(Section& section, FacetCounts counts)
{
    const std::size_t first = section.isLong ? counts.values.size() : fewValues;
    std::vector<FacetValue> shown;
    for (std::size_t i = 0; i < counts.values.size(); ++i)
        if (i < first || section.ticked.values.contains(counts.values[i].text))
            shown.push_back(counts.values[i]);
    const bool hasMore = section.isLong ? shown.size() > fewValues : shown.size() < counts.values.size();

    showMore(section, section.hasMore && hasMore);
    removeValues(section, shown.size());
    // While rows come and go, the others stay what they are: their new values come between.
    section.counts = std::move(counts);
    std::ranges::copy(shown | std::views::take(section.shown.size()), section.shown.begin());
    const QModelIndex parent = indexOf(section);
    if (const int rows = rowCount(parent); rows > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, 0, parent));
    Q_EMIT dataChanged(parent, parent);
    addValues(section, shown);
    showMore(section, hasMore);
}

/// Takes the rows of values away from row @p count on.
void FacetModel::removeValues(Section& section, std::size_t count)
{
    if (section.shown.size() <= count)
        return;
    beginRemoveRows(indexOf(section), int(count), int(section.shown.size()) - 1);
    section.shown.resize(count);
    endRemoveRows();
}

/// Adds rows for those of @p shown that have none yet.
void FacetModel::addValues(Section& section, const std::vector<FacetValue>& shown)
{
    if (section.shown.size() >= shown.size())
        return;
    beginInsertRows(indexOf(section), int(section.shown.size()), int(shown.size()) - 1);
    section.shown = shown;
    endInsertRows();
}

/// Adds or takes away the row for more values.
void FacetModel::showMore(Section& section, bool isShown)
{
    if (section.hasMore == isShown)
        return;
    const int row = int(section.shown.size());
    if (isShown)
        beginInsertRows(indexOf(section), row, row);
    else
        beginRemoveRows(indexOf(section), row, row);
    section.hasMore = isShown;
    if (isShown)
        endInsertRows();
    else
        endRemoveRows();
}

QString FacetModel::title(const QModelIndex& index) const
{
    if (const FacetValue* value = valueAt(index))
        return valueText(value->text, longestTitle);
    const Section& section = sectionOf(index);
    return kindOf(index) == Kind::Field ? facetTitle(section.field) : moreText(section);
}

QString FacetModel::moreText(const Section& section) const
{
    if (section.isLong)
        return tr("Show fewer");
    const auto known = qulonglong(section.counts.values.size());
    const QLocale locale;
    return known < section.counts.distinct
        ? tr("Show the first %1 of %2").arg(locale.toString(known), locale.toString(section.counts.distinct))
        : tr("Show all %1").arg(locale.toString(known));
}

double FacetModel::share(const QModelIndex& index) const
{
    const FacetValue* value = valueAt(index);
    const quint64 records = sectionOf(index).counts.records;
    return value && records > 0 ? double(value->count) / double(records) : 0.0;
}

QString FacetModel::spokenText(const QModelIndex& index) const
{
    const QString count = QLocale().toString(index.data(CountRole).toULongLong());
    switch (kindOf(index)) {
    case Kind::Field:
        return tr("%1, different values: %2").arg(title(index), count);
    case Kind::More:
        return title(index);
    case Kind::Value:
        break;
    }
    const bool isTicked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    return tr("%1, records: %2, %3").arg(title(index), count, isTicked ? tr("ticked") : tr("not ticked"));
}

QString FacetModel::toolTip(const QModelIndex& index) const
{
    const Section& section = sectionOf(index);
    const QLocale locale;
    QString text;
    if (const FacetValue* value = valueAt(index)) {
        text = tr("%1: %2 of %3 records (%4 %)")
                   .arg(valueText(value->text, longestTip), locale.toString(value->count),
                        locale.toString(section.counts.records), locale.toString(100 * share(index), 'f', 1));
        if (!isComparable(index))
            text += u'\n' + tr("The filter language has no word for this value.");
    } else if (kindOf(index) == Kind::Field) {
        text = tr("%1 in filters; different values: %2")
                   .arg(visibleText(section.field.name, longestTitle), locale.toString(section.counts.distinct));
    } else {
        text = title(index);
    }
    return plainTip(text);
}

// -- What a person asks for ------------------------------------------------------------------------------------------

bool FacetModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || !isComparable(index))
        return false;
    const QString text = valueAt(index)->text;
    QStringList ticked = sectionOf(index).ticked.values;
    ticked.removeAll(text);
    if (value.value<Qt::CheckState>() == Qt::Checked)
        ticked += text;
    replaceTerm(index, Filter::valueTerm(fieldOf(index), ticked));
    return true;
}

void FacetModel::showOnly(const QModelIndex& value)
{
    if (isComparable(value))
        replaceTerm(value, Filter::valueTerm(fieldOf(value), {valueAt(value)->text}));
}

void FacetModel::showAllBut(const QModelIndex& value)
{
    if (isComparable(value))
        replaceTerm(value, Filter::withoutValueTerm(fieldOf(value), valueAt(value)->text));
}

void FacetModel::showAll(const QModelIndex& index)
{
    if (index.isValid() && isTicked(index))
        replaceTerm(index, {});
}

void FacetModel::replaceTerm(const QModelIndex& index, const FilterExpression& replacement)
{
    const FilterExpression old = sectionOf(index).ticked.term; // a copy: the answer changes it
    Q_EMIT termReplaced(old, replacement);
}

} // namespace TmgLens
