// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/bookmarkcontrol.h"

#include "model/table/resultfiltermodel.h"
#include "ui/bookmarks/bookmarkpanel.h"
#include "ui/table/logtableview.h"

#include <QDir>
#include <QStandardPaths>
#include <QTimer>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// More than a person marks by hand, and few enough to be kept without a thought.
constexpr qint64 mostAtOnce = 1000;

BookmarkStore personsStore()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return BookmarkStore(folder.filePath(u"bookmarks"_s));
}

} // namespace

BookmarkControl::BookmarkControl(const LogTableModel* log, const ResultFilterModel* records, LogTableView* table)
    : m_log(log)
    , m_records(records)
    , m_table(table)
    , m_bookmarks(log)
    , m_keeper(log, &m_bookmarks, personsStore())
{
    connect(&m_keeper, &BookmarkKeeper::failed, this, &BookmarkControl::failed);
    table->setBookmarks(&m_bookmarks);
}

BookmarkPanel* BookmarkControl::createPanel(QWidget* window)
{
    m_panel = new BookmarkPanel(&m_bookmarks, window);
    connect(m_panel, &BookmarkPanel::recordChosen, this, &BookmarkControl::choose);
    return m_panel;
}

void BookmarkControl::toggle()
{
    if (m_table->selectedCount() > mostAtOnce) {
        Q_EMIT remarked(tr("More than %1 records are too many to bookmark. A saved filter finds them again.")
                            .arg(QLocale().toString(mostAtOnce)));
        return;
    }
    std::vector<RecordNumber> records;
    for (const quint32 record : m_table->selectedRecords())
        records.push_back(RecordNumber(record));
    const auto isMarked = [this](RecordNumber record) { return m_bookmarks.rowOf(record) >= 0; };
    if (records.empty())
        return;
    if (std::ranges::all_of(records, isMarked)) {
        remove(records);
    } else {
        m_bookmarks.add(records);
        Q_EMIT remarked(tr("Bookmarked. Ctrl+Shift+B adds a note."));
    }
}

void BookmarkControl::remove(const std::vector<RecordNumber>& records)
{
    const auto hasNote = [this](RecordNumber record) { return !m_bookmarks.note(m_bookmarks.rowOf(record)).isEmpty(); };
    const bool areNotesLost = std::ranges::any_of(records, hasNote);
    m_bookmarks.remove(records);
    Q_EMIT remarked(areNotesLost ? tr("The bookmark and its note are removed. Ctrl+B brings both back.")
                                 : tr("The bookmark is removed."));
}

void BookmarkControl::editNote()
{
    const auto record = m_table->currentRecord();
    if (!record)
        return;
    if (m_bookmarks.rowOf(*record) < 0)
        m_bookmarks.add({*record});
    Q_EMIT panelNeeded();
    m_panel->editNote(*record);
    // Once the list has its room: what the note is about must not be covered by it.
    QTimer::singleShot(0, m_table, [table = m_table] { table->scrollTo(table->currentIndex()); });
}

void BookmarkControl::goToNext(SearchDirection direction)
{
    const int here = m_table->currentIndex().row();
    std::vector<int> shown;
    for (int i = 0; i < m_bookmarks.rowCount(); ++i) {
        if (const int row = m_records->rows()->rowOf(m_bookmarks.recordAt(i)); row >= 0 && row != here)
            shown.push_back(row);
    }
    if (shown.empty()) {
        Q_EMIT remarked(tr("No other bookmark is among the records that are shown."));
        return;
    }
    std::ranges::sort(shown);
    const auto after = std::ranges::upper_bound(shown, here);
    const bool isForward = direction == SearchDirection::Forward;
    const bool isWrapped = isForward ? after == shown.end() : after == shown.begin();
    const int target =
        isForward ? (isWrapped ? shown.front() : *after) : (isWrapped ? shown.back() : *std::prev(after));
    m_table->showRecord(m_table->recordAt(target));
    if (isWrapped)
        Q_EMIT remarked(tr("Went on from the other end of the records."));
}

void BookmarkControl::choose(RecordNumber record)
{
    if (m_records->rows()->rowOf(record) < 0)
        Q_EMIT remarked(tr("The filter hides this record. Ctrl+Shift+A shows all records."));
    m_table->showRecord(record);
}

} // namespace TmgLens
