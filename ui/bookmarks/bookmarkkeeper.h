// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/bookmarkmodel.h"

#include <QThreadPool>

namespace TmgLens {

/**
 * Keeps the bookmarks of a log between runs: reads those of a log that has begun to load, writes what a person changes.
 *
 * Files are read and written off the GUI thread, one after the other. Bookmarks of standard input are not kept.
 */
class BookmarkKeeper : public QObject
{
    Q_OBJECT

public:
    /// Keeps @p bookmarks of @p log in @p store. Both models must outlive this.
    BookmarkKeeper(const LogTableModel* log, BookmarkModel* bookmarks, const BookmarkStore& store);
    /// Waits until all is written.
    ~BookmarkKeeper() override;

Q_SIGNALS:
    /// Bookmarks could not be read or written, for the reason that @p sentence gives.
    void failed(const QString& sentence);

private:
    void readOnce();
    void write(const BookmarkChange& change);
    void tell(const KeepingError& error);

    const LogTableModel* m_log;
    BookmarkModel* m_bookmarks;
    BookmarkStore m_store;
    QThreadPool m_pool; ///< Of one thread, so that all happens in the order in which it was asked for.
    SourcePointer m_source; ///< Of the log whose bookmarks are kept; null for none.
};

} // namespace TmgLens
