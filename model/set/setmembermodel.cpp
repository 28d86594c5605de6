// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setmembermodel.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/output/plaintip.h"
#include "model/output/wording.h"

#include <QLocale>

#include <algorithm>

namespace TmgLens {

int SetMemberModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int SetMemberModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SetMemberModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SetMember& member = m_members[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(member, Column(index.column()));
    case Qt::ToolTipRole:
        return plainTip(remark(member));
    case Qt::CheckStateRole:
        if (index.column() == Name && member.records > 0)
            return m_hidden.contains(member.path) ? Qt::Unchecked : Qt::Checked;
        return {};
    case Qt::TextAlignmentRole:
        return index.column() >= Records ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

bool SetMemberModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const QString& path = m_members[std::size_t(index.row())].path;
    if (value.value<Qt::CheckState>() == Qt::Checked)
        m_hidden.remove(path);
    else
        m_hidden.insert(path);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT hiddenFilesChanged();
    return true;
}

Qt::ItemFlags SetMemberModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == Name && m_members[std::size_t(index.row())].records > 0)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant SetMemberModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Records ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                  : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && (section == First || section == Last))
        return tr("By this clock: %1").arg(m_clockTitle);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Log");
    case Kind:
        return tr("Kind");
    case First:
        return tr("From");
    case Last:
        return tr("To");
    case Records:
        return tr("Records");
    case Malformed:
        return tr("Malformed");
    default:
        return {};
    }
}

void SetMemberModel::setMembers(const std::vector<SetMember>& members)
{
    const auto isSame = [](const SetMember& one, const SetMember& other) {
        return one.source == other.source && one.path == other.path;
    };
    if (std::ranges::equal(members, m_members, isSame)) { // they have grown
        m_members = members;
        if (!members.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    const QStringList hiddenBefore = hiddenFiles();
    beginResetModel();
    m_members = members;
    QSet<QString> known;
    for (const SetMember& member : members)
        known.insert(member.path);
    m_hidden.intersect(known);
    endResetModel();
    if (hiddenFiles() != hiddenBefore)
        Q_EMIT hiddenFilesChanged();
}

void SetMemberModel::setClock(const ZoneClock& clock, const QString& title)
{
    m_clock = clock;
    m_clockTitle = title;
    if (!m_members.empty())
        Q_EMIT dataChanged(index(0, First), index(rowCount() - 1, Last));
    Q_EMIT headerDataChanged(Qt::Horizontal, First, Last);
}

QStringList SetMemberModel::hiddenFiles() const
{
    QStringList paths;
    for (const SetMember& member : m_members)
        if (m_hidden.contains(member.path))
            paths += member.path;
    return paths;
}

void SetMemberModel::setHiddenFiles(const QStringList& paths)
{
    const QSet<QString> hidden(paths.begin(), paths.end());
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    if (!m_members.empty())
        Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::CheckStateRole});
    Q_EMIT hiddenFilesChanged();
}

QString SetMemberModel::text(const SetMember& member, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return harmlessText(member.name);
    case Kind:
        if (!member.layout)
            return tr("not read");
        return tr("%1, %2").arg(displayName(member.layout->kind), formatKeyword(*member.layout));
    case First:
        return timeText(m_clock.wall(member.firstTime));
    case Last:
        return timeText(m_clock.wall(member.lastTime));
    case Records:
        return locale.toString(member.records);
    case Malformed:
        return member.malformed > 0 ? locale.toString(member.malformed) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

/// Where the log is, and what is wrong with it.
QString SetMemberModel::remark(const SetMember& member) const
{
    const QString path = harmlessText(member.path);
    return member.error ? QString(path + u'\n' + describeLoadError(*member.error)) : path;
}

} // namespace TmgLens
