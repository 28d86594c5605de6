// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingmodel.h"

#include "model/finding/findingsentence.h"
#include "ui/findings/findinglook.h"
#include "ui/findings/findingspan.h"
#include "ui/look/visibletext.h"

#include <QLocale>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr groupId = 0; // internal id of patterns; findings have the row of theirs, plus one
constexpr qsizetype longestSentence = 1000;

/// What @p finding is known by when the log is read again.
HiddenFinding identityOf(const Finding& finding)
{
    HiddenFinding identity{.pattern = finding.pattern->id, .first = finding.first};
    for (const Attribute attribute : finding.pattern->key)
        identity.names += finding.names[std::size_t(attribute)];
    return identity;
}

HiddenFinding wholePattern(const Pattern& pattern)
{
    return {.pattern = pattern.id};
}

} // namespace

FindingModel::FindingModel(const LogTableModel* log, QObject* parent) : QAbstractItemModel(parent), m_log(log)
{
    connect(log, &QAbstractItemModel::modelReset, this, [this] { setFindings({}); });
    connect(log, &LogTableModel::timesChanged, this, &FindingModel::tellAll);
}

// -- Rows ------------------------------------------------------------------------------------------------------------

QModelIndex FindingModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : groupId);
}

QModelIndex FindingModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(int(child.internalId() - 1), 0, groupId);
}

int FindingModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (!isPattern(parent) || parent.column() > 0)
        return 0;
    const Group& group = groupAt(parent);
    return std::min(group.shown, int(group.rows.size())) + (group.hasMore ? 1 : 0);
}

int FindingModel::columnCount(const QModelIndex&) const
{
    return 1;
}

bool FindingModel::isPattern(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == groupId;
}

bool FindingModel::isMore(const QModelIndex& index) const
{
    return index.isValid() && !isPattern(index) && index.row() >= groupAt(index).shown;
}

const FindingModel::Group& FindingModel::groupAt(const QModelIndex& index) const
{
    return m_groups[isPattern(index) ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
}

const Finding* FindingModel::findingAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const Group& group = groupAt(index);
    return isPattern(index) || isMore(index) ? group.rows.front().finding
                                             : group.rows[std::size_t(index.row())].finding;
}

void FindingModel::showMore(const QModelIndex& index)
{
    const QModelIndex pattern = index.parent();
    Group& group = m_groups[std::size_t(pattern.row())];
    const int shown = std::min(group.shown + page, int(group.rows.size()));
    const bool hasMore = shown < int(group.rows.size());
    beginRemoveRows(pattern, group.shown, group.shown);
    group.hasMore = false;
    endRemoveRows();
    beginInsertRows(pattern, group.shown, shown - (hasMore ? 0 : 1));
    group.shown = shown;
    group.hasMore = hasMore;
    endInsertRows();
}

// -- What they say ---------------------------------------------------------------------------------------------------

QVariant FindingModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Group& group = groupAt(index);
    if (isPattern(index))
        return groupData(group, role);
    if (!isMore(index))
        return findingData(group.rows[std::size_t(index.row())], role);
    const QLocale locale;
    if (role == Qt::DisplayRole)
        return tr("Show more: %1 of %2 are in this list")
            .arg(locale.toString(group.shown), locale.toString(qulonglong(group.rows.size())));
    return {};
}

QVariant FindingModel::groupData(const Group& group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.pattern->name;
    case Qt::AccessibleTextRole:
        return tr("%1: %2, findings: %3")
            .arg(title(group.severity), group.pattern->name, QLocale().toString(qulonglong(group.rows.size())));
    case SeverityRole:
        return int(group.severity);
    case CountRole:
        return int(group.rows.size());
    case HiddenRole:
        return group.isHidden();
    default:
        return {};
    }
}

QVariant FindingModel::findingData(const Row& row, int role) const
{
    const Finding& finding = *row.finding;
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(findingSentence(finding), longestSentence);
    case Qt::AccessibleTextRole:
        return QString(title(finding.severity) % u". "_s % visibleText(findingSentence(finding), longestSentence)
                       % u" "_s % facts(finding));
    case SeverityRole:
        return int(finding.severity);
    case FactsRole:
        return facts(finding);
    case HiddenRole:
        return row.isHidden;
    default:
        return {};
    }
}

QString FindingModel::facts(const Finding& finding) const
{
    const QString span = spanText(finding, m_log->shownClock());
    return finding.records.size() == 1
        ? tr("%1, 1 record").arg(span)
        : tr("%1, %2 records").arg(span, QLocale().toString(qulonglong(finding.records.size())));
}

void FindingModel::tellAll()
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex pattern = index(row, 0);
        Q_EMIT dataChanged(pattern, pattern);
        Q_EMIT dataChanged(index(0, 0, pattern), index(rowCount(pattern) - 1, 0, pattern));
    }
}

// -- What there is ---------------------------------------------------------------------------------------------------

void FindingModel::setFindings(const FindingsPointer& findings)
{
    const FindingsPointer before = std::exchange(m_findings, findings); // rows speak of it until there are others
    if (before || findings)
        regroup();
}

void FindingModel::setHidden(const HiddenFindings& hidden)
{
    m_hidden = hidden;
    regroup();
}

void FindingModel::setShowsHidden(bool showsHidden)
{
    m_showsHidden = showsHidden;
    regroup();
}

/// Patterns that have gone on keep as many findings in the list as they had.
void FindingModel::regroup()
{
    std::vector<Group> now = groups();
    m_hiddenCount = !m_findings ? 0 : int(std::ranges::count_if(m_findings->findings, [this](const Finding& finding) {
        return isHidden(finding);
    }));
    for (Group& group : now) {
        const auto before =
            std::ranges::find(m_groups, group.pattern->id, [](const Group& other) { return other.pattern->id; });
        if (before != m_groups.end())
            group.shown = before->shown;
        group.hasMore = group.shown < int(group.rows.size());
    }
    const auto isAlike = [](const Group& one, const Group& other) {
        return one.pattern->id == other.pattern->id && one.rows.size() == other.rows.size();
    };
    if (std::ranges::equal(m_groups, now, isAlike)) { // no reason to disturb who reads it
        m_groups = std::move(now);
        tellAll();
    } else {
        beginResetModel();
        m_groups = std::move(now);
        endResetModel();
    }
    Q_EMIT changed();
}

std::vector<FindingModel::Group> FindingModel::groups() const
{
    std::vector<Group> groups;
    QHash<QString, std::size_t> places;
    const auto groupOf = [&](const Finding& finding) -> Group& {
        const auto place = places.constFind(finding.pattern->id);
        if (place != places.constEnd())
            return groups[*place];
        places.insert(finding.pattern->id, groups.size());
        return groups.emplace_back(Group{.pattern = finding.pattern, .severity = finding.severity, .rows = {}});
    };
    const std::vector<Finding> none;
    for (const Finding& finding : m_findings ? m_findings->findings : none)
        if (const bool isCalledNone = isHidden(finding); !isCalledNone || m_showsHidden)
            groupOf(finding).rows.push_back({.finding = &finding, .isHidden = isCalledNone});
    for (Group& group : groups) {
        std::ranges::stable_partition(group.rows, [](const Row& row) { return !row.isHidden; });
        group.severity = group.rows.front().finding->severity;
    }
    std::ranges::stable_partition(groups, [](const Group& group) { return !group.isHidden(); });
    return groups;
}

std::array<int, findingSeverityCount> FindingModel::severityCounts() const
{
    std::array<int, findingSeverityCount> counts = {};
    for (const Group& group : m_groups)
        for (const Row& row : group.rows)
            if (!row.isHidden)
                ++counts[std::size_t(row.finding->severity)];
    return counts;
}

PickedRecordsPointer FindingModel::recordsAt(const QModelIndex& index) const
{
    const Group& group = groupAt(index);
    PickedRecords picked;
    if (!isPattern(index)) {
        const Finding& finding = *findingAt(index);
        const QString span = spanText(finding, m_log->shownClock());
        picked = {.title = tr("Finding: %1, %2").arg(group.pattern->name, span), .numbers = finding.records};
        return std::make_shared<const PickedRecords>(std::move(picked));
    }
    picked.title = tr("Findings: %1 (%2)").arg(group.pattern->name, QLocale().toString(qulonglong(group.rows.size())));
    for (const Row& row : group.rows)
        picked.numbers.insert(picked.numbers.end(), row.finding->records.begin(), row.finding->records.end());
    std::ranges::sort(picked.numbers);
    const auto twice = std::ranges::unique(picked.numbers);
    picked.numbers.erase(twice.begin(), twice.end());
    return std::make_shared<const PickedRecords>(std::move(picked));
}

std::optional<Filter::Times> FindingModel::spanAt(const QModelIndex& index) const
{
    if (!isPattern(index))
        return spanOf(*findingAt(index), m_log->records());
    std::optional<Filter::Times> whole;
    for (const Row& row : groupAt(index).rows) {
        const auto span = spanOf(*row.finding, m_log->records());
        if (span && whole)
            whole = {std::min(whole->begin, span->begin), std::max(whole->end, span->end)};
        else if (span)
            whole = span;
    }
    return whole;
}

// -- What is no problem ----------------------------------------------------------------------------------------------

/// The log in which it begins.
QString FindingModel::logOf(const Finding& finding) const
{
    const RecordIndex& index = m_log->records();
    return index.files()[index.place(RecordNumber(finding.records.front())).part->file].source->path();
}

QStringList FindingModel::logs() const
{
    QStringList logs;
    for (const RecordIndex::File& file : m_log->records().files())
        logs += file.source->path();
    return logs;
}

bool FindingModel::isHidden(const Finding& finding) const
{
    if (m_hidden.isEmpty())
        return false;
    const auto hidden = m_hidden.constFind(logOf(finding));
    return hidden != m_hidden.constEnd()
        && (hidden->contains(wholePattern(*finding.pattern)) || hidden->contains(identityOf(finding)));
}

std::optional<HiddenFinding> FindingModel::identityAt(const QModelIndex& index) const
{
    if (!index.isValid() || isMore(index))
        return {};
    return isPattern(index) ? wholePattern(*groupAt(index).pattern) : identityOf(*findingAt(index));
}

QModelIndex FindingModel::find(const HiddenFinding& identity) const
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex pattern = index(row, 0);
        const Group& group = groupAt(pattern);
        if (group.pattern->id != identity.pattern)
            continue;
        if (identity.first == invalidTime)
            return pattern;
        const auto isIt = [&](const Row& one) { return identityOf(*one.finding) == identity; };
        const auto found = std::ranges::find_if(group.rows, isIt);
        return index(int(found - group.rows.begin()), 0, pattern); // invalid for one that is not there
    }
    return {};
}

void FindingModel::hide(const QModelIndex& index, bool isHidden)
{
    const Group group = groupAt(index); // the rows change meanwhile
    if (isPattern(index))
        change(logs(), wholePattern(*group.pattern), isHidden);
    else if (isHidden)
        change({logOf(*findingAt(index))}, identityOf(*findingAt(index)), true);
    if (!isHidden) { // whatever hides it
        const std::vector<Row> rows =
            isPattern(index) ? group.rows : std::vector<Row>{group.rows[std::size_t(index.row())]};
        for (const Row& row : rows) {
            const QString log = logOf(*row.finding);
            for (const HiddenFinding& reason : {wholePattern(*group.pattern), identityOf(*row.finding)})
                if (m_hidden.value(log).contains(reason))
                    change({log}, reason, false);
        }
    }
    regroup();
}

void FindingModel::change(const QStringList& logs, const HiddenFinding& hidden, bool isHidden)
{
    for (const QString& log : logs) {
        if (isHidden)
            m_hidden[log].insert(hidden);
        else
            m_hidden[log].remove(hidden);
    }
    Q_EMIT hiddenChanged(logs, hidden, isHidden);
}

} // namespace TmgLens
