// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/categories/categorymodel.h"

#include "model/output/plaintip.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"

#include <QLocale>

#include <algorithm>

namespace TmgLens {

namespace {

constexpr qsizetype longestCode = 40;
constexpr qsizetype longestMessage = 1000; // which tells of a code that is none what it says
constexpr quintptr groupId = 0; // internal id of groups; codes have the row of their group, plus one

/// All that says what is visible.
QList<int> visibleRoles()
{
    return {Qt::AccessibleTextRole, Qt::ToolTipRole, CategoryModel::VisibleRole, CategoryModel::CountTextRole,
            CategoryModel::VisibleShareRole};
}

/// All that says what is folded.
QList<int> foldedRoles()
{
    return {Qt::AccessibleTextRole, Qt::ToolTipRole, CategoryModel::FoldedRole};
}

QString codeTitle(const CodeEntry& code)
{
    if (code.text.isEmpty()) {
        return CategoryModel::tr("No code");
    }
    const QString text = visibleText(QString::fromUtf8(code.text), longestCode);
    const QString& title = code.result.entry.title;
    return title.isEmpty() ? text : QString(text % u' ' % title);
}

} // namespace

QModelIndex CategoryModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : groupId);
}

QModelIndex CategoryModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == groupId) {
        return {};
    }
    return createIndex(int(child.internalId() - 1), 0, groupId);
}

int CategoryModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return int(m_groups.size());
    }
    return parent.internalId() == groupId && parent.column() == 0 ? int(groupAt(parent).codes.size()) : 0;
}

int CategoryModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant CategoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return title(index);
    case Qt::CheckStateRole:
        return checkState(index);
    case Qt::AccessibleTextRole:
        return spokenText(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case CountRole:
        return count(index);
    case VisibleRole:
        return visibleCount(index);
    case FoldedRole:
        return foldedCount(index);
    case CountTextRole:
        return countText(index);
    case ShareRole:
        return shareOf(count(index));
    case VisibleShareRole:
        return shareOf(visibleCount(index));
    case ClassRole:
        return int(resultClass(index));
    case SortRole:
        return codeAt(index) ? -qint64(count(index)) : qint64(groupAt(index).key);
    default:
        return {};
    }
}

bool CategoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const bool shown = value.value<Qt::CheckState>() == Qt::Checked;
    ResultSelection selection = m_selection;
    if (const CodeEntry* code = codeAt(index)) {
        selection.setCodeShown(*code, shown);
    } else {
        setGroupShown(selection, groupAt(index), shown);
    }
    changeSelection(selection);
    return true;
}

Qt::ItemFlags CategoryModel::flags(const QModelIndex& index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

void CategoryModel::setCodes(const CodeTable* codes)
{
    beginResetModel();
    m_codes = codes;
    m_placed = 0;
    m_visible.reset();
    m_groups.clear();
    m_total = 0;
    endResetModel();
    update();
}

void CategoryModel::update()
{
    if (!m_codes) {
        return;
    }
    for (; m_placed < m_codes->size(); ++m_placed) {
        placeCode(m_placed);
    }
    countGroups();
    tellAll(visibleRoles() << Qt::DisplayRole << Qt::CheckStateRole << CountRole << ShareRole << ClassRole << SortRole
                           << FoldedRole);
}

void CategoryModel::setVisibleCounts(const std::optional<CodeCounts>& counts)
{
    if (!m_codes || counts == m_visible)
        return;
    m_visible = counts;
    countGroups();
    tellAll(visibleRoles());
}

void CategoryModel::setGrouping(CategoryGrouping grouping)
{
    m_grouping = grouping;
    setCodes(m_codes);
}

void CategoryModel::setFolded(const FoldedRecordsPointer& folded)
{
    m_folded = folded;
    if (!m_codes)
        return;
    countGroups();
    tellAll(foldedRoles());
}

void CategoryModel::setSelection(const ResultSelection& selection)
{
    changeSelection(selection);
}

void CategoryModel::showOnly(const QModelIndex& index)
{
    ResultSelection selection;
    if (const CodeEntry* code = codeAt(index)) {
        selection.showOnlyCode(*code);
    } else if (m_grouping == CategoryGrouping::ByClass) {
        selection.showOnlyClass(ResultClass(groupAt(index).key));
    } else {
        for (int family = 0; family < int(resultFamilyCount); ++family) {
            selection.setFamilyShown(ResultFamily(family), family == groupAt(index).key);
        }
    }
    changeSelection(selection);
}

void CategoryModel::showAllBut(const QModelIndex& index)
{
    ResultSelection selection;
    if (const CodeEntry* code = codeAt(index)) {
        selection.setCodeShown(*code, false);
    } else {
        setGroupShown(selection, groupAt(index), false);
    }
    changeSelection(selection);
}

int CategoryModel::keyOf(const CodeEntry& code) const
{
    const ResultEntry& entry = code.result.entry;
    return m_grouping == CategoryGrouping::ByClass ? int(entry.resultClass) : int(entry.family);
}

const CodeEntry* CategoryModel::codeAt(const QModelIndex& index) const
{
    if (index.internalId() == groupId) {
        return nullptr;
    }
    return &m_codes->entries()[groupAt(index).codes[std::size_t(index.row())]];
}

const CategoryModel::Group& CategoryModel::groupAt(const QModelIndex& index) const
{
    return m_groups[index.internalId() == groupId ? std::size_t(index.row()) : index.internalId() - 1];
}

std::size_t CategoryModel::groupFor(int key)
{
    const auto found = std::ranges::find(m_groups, key, &Group::key);
    if (found != m_groups.end()) {
        return std::size_t(found - m_groups.begin());
    }
    const int row = int(m_groups.size());
    beginInsertRows({}, row, row);
    m_groups.emplace_back().key = key;
    endInsertRows();
    return std::size_t(row);
}

void CategoryModel::placeCode(std::size_t position)
{
    const std::size_t row = groupFor(keyOf(m_codes->entries()[position]));
    Group& group = m_groups[row];
    if (group.codes.size() >= mostCodesOfGroup) {
        ++group.unlisted;
        return;
    }
    const int codeRow = int(group.codes.size());
    beginInsertRows(createIndex(int(row), 0, groupId), codeRow, codeRow);
    group.codes.push_back(position);
    endInsertRows();
}

void CategoryModel::countGroups()
{
    m_total = 0;
    for (Group& group : m_groups) {
        group.count = 0;
        group.visible = 0;
    }
    for (std::size_t position = 0; position < m_placed; ++position) {
        const CodeEntry& code = m_codes->entries()[position];
        Group& group = *std::ranges::find(m_groups, keyOf(code), &Group::key);
        group.count += code.count;
        group.visible += visibleOf(position);
        m_total += code.count;
    }
    for (Group& group : m_groups)
        group.folded = !m_folded ? std::vector<FoldedPart>() : foldedParts(m_folded->counts, [&](CodeIndex code) {
            return m_codes->size() > qToUnderlying(code) && keyOf(m_codes->at(code)) == group.key;
        });
}

void CategoryModel::tellAll(const QList<int>& roles)
{
    if (m_groups.empty()) {
        return;
    }
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const QModelIndex group = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, group), index(rowCount(group) - 1, 0, group), roles);
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), roles);
}

void CategoryModel::changeSelection(const ResultSelection& selection)
{
    if (selection == m_selection) {
        return;
    }
    m_selection = selection;
    if (m_codes)
        countGroups();
    tellAll(visibleRoles() << Qt::CheckStateRole);
    Q_EMIT selectionChanged(m_selection);
}

void CategoryModel::setGroupShown(ResultSelection& selection, const Group& group, bool shown) const
{
    if (m_grouping == CategoryGrouping::ByClass) {
        selection.setClassShown(ResultClass(group.key), shown, *m_codes);
    } else {
        selection.setFamilyShown(ResultFamily(group.key), shown);
    }
    // A tick does what it says, whatever the other grouping or a single code said before.
    for (const CodeEntry& code : m_codes->entries()) {
        if (keyOf(code) == group.key && selection.shows(code) != shown) {
            selection.setCodeShown(code, shown);
        }
    }
}

QString CategoryModel::groupTitle(const Group& group) const
{
    QString title = m_grouping == CategoryGrouping::ByClass ? resultClassTitle(ResultClass(group.key))
                                                            : resultFamilyTitle(ResultFamily(group.key));
    if (group.unlisted == 0) {
        return title;
    }
    const QLocale locale;
    const auto all = qulonglong(group.codes.size()) + group.unlisted;
    return tr("%1 (first %2 of %3 codes)")
        .arg(title, locale.toString(qulonglong(group.codes.size())), locale.toString(all));
}

QString CategoryModel::title(const QModelIndex& index) const
{
    const CodeEntry* code = codeAt(index);
    return code ? codeTitle(*code) : groupTitle(groupAt(index));
}

QString CategoryModel::spokenText(const QModelIndex& index) const
{
    const Qt::CheckState state = checkState(index);
    const QString shown = state == Qt::Checked ? tr("shown")
        : state == Qt::Unchecked               ? tr("hidden")
                                               : tr("partly shown");
    const QString counts = tr("%1, records: %2").arg(title(index), countText(index));
    const QString folded = foldedWords(foldedAt(index));
    if (folded.isEmpty())
        return tr("%1, %2").arg(counts, shown);
    return visibleCount(index) == count(index) ? tr("%1, of which %2, %3").arg(counts, folded, shown)
                                               : tr("%1; of all these %2; %3").arg(counts, folded, shown);
}

QString CategoryModel::toolTip(const QModelIndex& index) const
{
    const double percent = m_total == 0 ? 0 : 100.0 * double(count(index)) / double(m_total);
    const QString share = tr("%1: %2 of %3 records (%4 %)")
                              .arg(title(index), QLocale().toString(count(index)), QLocale().toString(m_total),
                                   QLocale().toString(percent, 'f', 1));
    const CodeEntry* code = codeAt(index);
    const QString visible = tr("Visible now: %1").arg(QLocale().toString(visibleCount(index)));
    const QString folded = foldedWords(foldedAt(index));
    const QString all = folded.isEmpty() ? share : tr("%1, of which %2").arg(share, folded);
    const QString counts = all % u'\n' % visible;
    const QString text =
        code ? QString(counts % u'\n' % visibleText(code->result.entry.message, longestMessage)) : counts;
    return plainTip(text.trimmed());
}

quint64 CategoryModel::count(const QModelIndex& index) const
{
    const CodeEntry* code = codeAt(index);
    return code ? code->count : groupAt(index).count;
}

quint64 CategoryModel::visibleOf(std::size_t position) const
{
    const CodeEntry& code = m_codes->entries()[position];
    if (!m_selection.shows(code)) {
        return 0;
    }
    if (!m_visible) {
        return code.count;
    }
    return position < m_visible->size() ? (*m_visible)[position] : 0;
}

quint64 CategoryModel::visibleCount(const QModelIndex& index) const
{
    const Group& group = groupAt(index);
    return codeAt(index) ? visibleOf(group.codes[std::size_t(index.row())]) : group.visible;
}

/// Of what is ticked off all know that none is visible.
QString CategoryModel::countText(const QModelIndex& index) const
{
    const QLocale locale;
    const quint64 visible = visibleCount(index);
    const quint64 all = count(index);
    return visible == all || checkState(index) == Qt::Unchecked
        ? locale.toString(all)
        : tr("%1 of %2").arg(locale.toString(visible), locale.toString(all));
}

std::vector<FoldedPart> CategoryModel::foldedAt(const QModelIndex& index) const
{
    if (!m_folded || !index.isValid())
        return {};
    const Group& group = groupAt(index);
    return codeAt(index) ? foldedParts(m_folded->counts, CodeIndex(group.codes[std::size_t(index.row())]))
                         : group.folded;
}

quint64 CategoryModel::foldedCount(const QModelIndex& index) const
{
    quint64 count = 0;
    for (const FoldedPart& part : foldedAt(index))
        count += part.count;
    return count;
}

double CategoryModel::shareOf(quint64 count) const
{
    return m_total == 0 ? 0.0 : double(count) / double(m_total);
}

ResultClass CategoryModel::resultClass(const QModelIndex& index) const
{
    if (const CodeEntry* code = codeAt(index)) {
        return code->result.entry.resultClass;
    }
    const Group& group = groupAt(index);
    if (m_grouping == CategoryGrouping::ByClass) {
        return ResultClass(group.key);
    }
    const auto& entries = m_codes->entries();
    const auto leading =
        std::ranges::max_element(group.codes, {}, [&](std::size_t code) { return entries[code].count; });
    return leading == group.codes.end() ? ResultClass::Unknown : entries[*leading].result.entry.resultClass;
}

Qt::CheckState CategoryModel::checkState(const QModelIndex& index) const
{
    const auto stateOf = [](bool shown) { return shown ? Qt::Checked : Qt::Unchecked; };
    if (const CodeEntry* code = codeAt(index)) {
        return stateOf(m_selection.shows(*code));
    }
    const auto shows = [&](std::size_t code) { return m_selection.shows(m_codes->entries()[code]); };
    const auto& codes = groupAt(index).codes;
    if (std::ranges::all_of(codes, shows)) {
        return Qt::Checked;
    }
    return std::ranges::none_of(codes, shows) ? Qt::Unchecked : Qt::PartiallyChecked;
}

} // namespace TmgLens
