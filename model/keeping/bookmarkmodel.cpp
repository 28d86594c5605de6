// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/bookmarkmodel.h"

#include "model/index/logposition.h"
#include "model/output/csvcell.h"
#include "model/output/harmlesstext.h"
#include "model/output/plaintip.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

BookmarkModel::BookmarkModel(const LogTableModel* log, QObject* parent) : QAbstractTableModel(parent), m_log(log)
{
    connect(log, &QAbstractItemModel::modelReset, this, &BookmarkModel::forgetLog);
    connect(log, &QAbstractItemModel::rowsInserted, this, &BookmarkModel::findAbsent);
    connect(log, &QAbstractItemModel::dataChanged, this, [this] { // times by another clock, other names of logs
        if (!m_marked.empty()) // not the notes: who is writing one would lose what is written
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Note - 1));
    });
}

void BookmarkModel::forgetLog()
{
    beginResetModel();
    m_marked.clear();
    m_absent.clear();
    m_removed.clear();
    endResetModel();
    Q_EMIT countChanged();
}

int BookmarkModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_marked.size());
}

int BookmarkModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BookmarkModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    const auto& [record, placed] = m_marked[std::size_t(index.row())];
    const auto shown = [role](const QString& text) { return role == Qt::ToolTipRole ? plainTip(text) : text; };
    switch (index.column()) {
    case Log:
        return shown(harmlessText(role == Qt::DisplayRole
                                      ? m_log->fileNames().value(qsizetype(m_log->records().place(record).part->file))
                                      : placed.path));
    case Line: {
        const qulonglong line = m_log->records().lineNumber(record);
        return role == Qt::EditRole ? QVariant(line) : QVariant(QLocale().toString(line));
    }
    case Time:
        return timeText(record);
    case Result: {
        const CodeEntry& code = m_log->records().codes().at(m_log->records().code(record));
        return shown(withTitle(harmlessBytes(code.text, 40), code));
    }
    default:
        return shown(placed.bookmark.note);
    }
}

QString BookmarkModel::timeText(RecordNumber record) const
{
    const RecordIndex& index = m_log->records();
    const QDateTime time = m_log->shownClock().at(index.time(record));
    return time.isValid() ? time.toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

QVariant BookmarkModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Log:
        return tr("Log");
    case Line:
        return tr("Line");
    case Time:
        return tr("Time");
    case Result:
        return tr("Result");
    default:
        return tr("Note");
    }
}

Qt::ItemFlags BookmarkModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Note ? flags | Qt::ItemIsEditable : flags;
}

bool BookmarkModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() != Note || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    auto& [path, bookmark] = m_marked[std::size_t(index.row())].placed;
    const QString note = value.toString().simplified();
    if (note == bookmark.note)
        return true;
    bookmark.note = note;
    Q_EMIT dataChanged(index, index);
    Q_EMIT changed(path, {.set = {bookmark}});
    return true;
}

int BookmarkModel::rowOf(RecordNumber record) const
{
    const auto found = std::ranges::lower_bound(m_marked, record, {}, &Marked::record);
    return found != m_marked.end() && found->record == record ? int(found - m_marked.begin()) : -1;
}

void BookmarkModel::addKept(const QString& path, const QList<Bookmark>& bookmarks)
{
    for (const Bookmark& bookmark : bookmarks)
        m_absent.append({path, bookmark});
    findAbsent();
    Q_EMIT countChanged();
}

void BookmarkModel::findAbsent()
{
    const qsizetype before = m_absent.size();
    m_absent.removeIf([this](const Placed& absent) {
        const auto record = findRecord(m_log->records(), {absent.path, absent.bookmark.offset});
        if (record && rowOf(*record) < 0)
            insert(*record, absent);
        return record.has_value();
    });
    if (m_absent.size() != before)
        Q_EMIT countChanged();
}

void BookmarkModel::insert(RecordNumber record, const Placed& placed)
{
    const auto place = std::ranges::lower_bound(m_marked, record, {}, &Marked::record);
    const int row = int(place - m_marked.begin());
    beginInsertRows({}, row, row);
    m_marked.insert(place, {.record = record, .placed = placed});
    endInsertRows();
}

BookmarkModel::Placed BookmarkModel::bookmarkFor(RecordNumber record) const
{
    const auto [path, offset] = positionOf(m_log->records(), record);
    const auto isIt = [&](const Placed& removed) { return removed.path == path && removed.bookmark.offset == offset; };
    const auto before = std::ranges::find_if(m_removed, isIt);
    if (before != m_removed.end())
        return *before;
    return {path, {.offset = offset, .line = m_log->records().lineNumber(record)}};
}

void BookmarkModel::add(const std::vector<RecordNumber>& records)
{
    QList<Placed> added;
    for (const RecordNumber record : records) {
        if (rowOf(record) >= 0)
            continue;
        const Placed placed = bookmarkFor(record);
        m_removed.removeOne(placed);
        insert(record, placed);
        added += placed;
    }
    tellSet(added);
    Q_EMIT countChanged();
}

void BookmarkModel::remove(const std::vector<RecordNumber>& records)
{
    m_removed.clear();
    for (const RecordNumber record : records) {
        const int row = rowOf(record);
        if (row < 0)
            continue;
        const auto marked = m_marked.begin() + row;
        beginRemoveRows({}, row, row);
        m_removed += marked->placed;
        m_marked.erase(marked);
        endRemoveRows();
    }
    tellRemoved(m_removed);
    Q_EMIT countChanged();
}

void BookmarkModel::bringBack()
{
    const QList<Placed> removed = std::exchange(m_removed, {});
    m_absent += removed;
    findAbsent();
    tellSet(removed);
    Q_EMIT countChanged();
}

/// Each log has its bookmarks in a file of its own.
void BookmarkModel::tellSet(const QList<Placed>& bookmarks)
{
    QMap<QString, BookmarkChange> changes;
    for (const auto& [path, bookmark] : bookmarks)
        changes[path].set += bookmark;
    for (const auto& [path, change] : changes.asKeyValueRange())
        Q_EMIT changed(path, change);
}

void BookmarkModel::tellRemoved(const QList<Placed>& bookmarks)
{
    QMap<QString, BookmarkChange> changes;
    for (const auto& [path, bookmark] : bookmarks)
        changes[path].removed += bookmark.offset;
    for (const auto& [path, change] : changes.asKeyValueRange())
        Q_EMIT changed(path, change);
}

QString bookmarksAsText(const BookmarkModel& bookmarks, const std::vector<int>& rows, ListFormat format)
{
    std::string text;
    const auto append = [&](const QString& cell, bool isLast) {
        const QByteArray bytes = cell.simplified().toUtf8();
        if (format == ListFormat::Csv)
            appendCsvCell(text, std::string_view(bytes.constData(), std::size_t(bytes.size())), FormulaGuard::On);
        else
            text.append(bytes.constData(), std::size_t(bytes.size()));
        text += isLast ? (format == ListFormat::Csv ? "\r\n" : "\n") : (format == ListFormat::Csv ? "," : "\t");
    };
    for (int column = 0; column < bookmarks.columnCount(); ++column)
        append(bookmarks.headerData(column, Qt::Horizontal).toString(), column == BookmarkModel::Note);
    for (const int row : rows) {
        for (int column = 0; column < bookmarks.columnCount(); ++column)
            append(bookmarks.index(row, column).data(Qt::EditRole).toString(), column == BookmarkModel::Note);
    }
    return QString::fromStdString(text);
}

} // namespace TmgLens
