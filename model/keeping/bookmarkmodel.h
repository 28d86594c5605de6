// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/bookmarkstore.h"
#include "model/table/logtablemodel.h"

#include <QAbstractTableModel>

#include <vector>

namespace TmgLens {

/**
 * The bookmarks of the logs in a LogTableModel, in its order, with notes that can be edited.
 *
 * Bookmarks that were kept come to the records as these are read. Those that were removed last can be brought back.
 * GUI thread only.
 */
class BookmarkModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Log, Line, Time, Result, Note, ColumnCount };

    /// @p log must outlive this.
    explicit BookmarkModel(const LogTableModel* log, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// The row of @p record, or -1 if it is not marked.
    [[nodiscard]] int rowOf(RecordNumber record) const;
    [[nodiscard]] RecordNumber recordAt(int row) const { return m_marked[std::size_t(row)].record; }
    [[nodiscard]] QString note(int row) const { return m_marked[std::size_t(row)].placed.bookmark.note; }
    /// Whether the records are of several logs, so that it matters which.
    [[nodiscard]] bool isOfSeveralLogs() const { return m_log->fileNames().size() > 1; }
    /// Bookmarks whose records have not been read, or are not in the log.
    [[nodiscard]] qsizetype absentCount() const { return m_absent.size(); }

    /// Takes over bookmarks of the log at @p path that were kept, beside those that are there.
    void addKept(const QString& path, const QList<Bookmark>& bookmarks);
    /// Marks those of @p records that are not marked, with the notes that they had before.
    void add(const std::vector<RecordNumber>& records);
    /// Removes the bookmarks of those of @p records that are marked.
    void remove(const std::vector<RecordNumber>& records);
    [[nodiscard]] bool canBringBack() const { return !m_removed.isEmpty(); }
    /// Marks again what was removed last, with its notes.
    void bringBack();

Q_SIGNALS:
    /// A person has changed bookmarks of the log at @p path.
    void changed(const QString& path, const TmgLens::BookmarkChange& change);
    /// As the counts of rows and of absent bookmarks, and what can be brought back, are now.
    void countChanged();

private:
    /// A bookmark and the log that it is in.
    struct Placed
    {
        QString path;
        Bookmark bookmark;

        bool operator==(const Placed&) const = default;
    };

    struct Marked
    {
        RecordNumber record;
        Placed placed;
    };

    void forgetLog();
    void findAbsent();
    void insert(RecordNumber record, const Placed& placed);
    [[nodiscard]] Placed bookmarkFor(RecordNumber record) const;
    void tellSet(const QList<Placed>& bookmarks);
    void tellRemoved(const QList<Placed>& bookmarks);
    [[nodiscard]] QString timeText(RecordNumber record) const;

    const LogTableModel* m_log;
    std::vector<Marked> m_marked; // by record
    QList<Placed> m_absent;
    QList<Placed> m_removed; // last
};

/// What stands between the cells of a list.
enum class ListFormat { Tabs, Csv };

/// The rows @p rows of @p bookmarks as a list to be cited, with a title row: file, line, time, result, note.
[[nodiscard]] QString bookmarksAsText(const BookmarkModel& bookmarks, const std::vector<int>& rows, ListFormat format);

} // namespace TmgLens
