// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/bookmarkmodel.h"

#include <QHash>
#include <QThreadPool>

#include <memory>

namespace TmgLens {

/**
 * Keeps the bookmarks of logs between runs: reads those of each log that has begun to load, writes what a person
 * changes.
 *
 * Files are read and written off the GUI thread, one after the other. Bookmarks of standard input are not kept.
 */
class BookmarkKeeper : public QObject
{
    Q_OBJECT

public:
    /// Keeps @p bookmarks of @p log in @p store. Both models must outlive this.
    BookmarkKeeper(const LogTableModel* log, BookmarkModel* bookmarks, const BookmarkStore& store);
    /// Waits until all is written; but not long for a log that hangs, which has to be read to know whose bookmarks they
    /// are.
    ~BookmarkKeeper() override;

Q_SIGNALS:
    /// Bookmarks could not be read or written, for the reason that @p sentence gives.
    void failed(const QString& sentence);

private:
    void readNew();
    void read(const SourcePointer& source);
    void write(const QString& path, const BookmarkChange& change);
    void tell(const KeepingError& error);

    const LogTableModel* m_log;
    BookmarkModel* m_bookmarks;
    BookmarkStore m_store;
    std::unique_ptr<QThreadPool> m_pool; ///< Of one thread, so that all happens in the order in which it was asked for.
    QHash<QString, SourcePointer> m_sources; ///< By path: of the logs whose bookmarks are kept.
};

} // namespace TmgLens
