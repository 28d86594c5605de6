// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bookmarks/bookmarkkeeper.h"

#include <QDir>
#include <QtConcurrentRun>

namespace TmgLens {

namespace {

/// What a log that cannot be read any more would be asked for. That is told elsewhere: its records are on screen.
using MaybeKept = std::expected<QList<Bookmark>, KeepingError>;

MaybeKept readBookmarks(const BookmarkStore& store, const SourcePointer& source)
{
    const auto log = identify(*source);
    return log ? store.read(*log) : MaybeKept();
}

std::expected<void, KeepingError> writeBookmarks(const BookmarkStore& store, const SourcePointer& source,
                                                 const BookmarkChange& change)
{
    const auto log = identify(*source);
    if (!log)
        return std::unexpected(KeepingError{
            .kind = KeepingError::Kind::Unreadable, .path = source->path(), .systemText = log.error().systemText});
    return store.change(*log, change);
}

} // namespace

BookmarkKeeper::BookmarkKeeper(const LogTableModel* log, BookmarkModel* bookmarks, const BookmarkStore& store)
    : m_log(log)
    , m_bookmarks(bookmarks)
    , m_store(store)
{
    m_pool.setMaxThreadCount(1);
    connect(log, &QAbstractItemModel::modelReset, this, [this] { m_source.reset(); });
    connect(log, &QAbstractItemModel::rowsInserted, this, &BookmarkKeeper::readOnce);
    connect(bookmarks, &BookmarkModel::changed, this, &BookmarkKeeper::write);
}

BookmarkKeeper::~BookmarkKeeper()
{
    m_pool.waitForDone();
}

void BookmarkKeeper::readOnce()
{
    const SourcePointer source = m_log->records().parts().front().block->source;
    if (m_source || !QDir::isAbsolutePath(source->path())) // standard input has no path
        return;
    m_source = source;
    QtConcurrent::run(&m_pool, readBookmarks, m_store, source).then(this, [this, source](const MaybeKept& kept) {
        if (source != m_source)
            return;
        if (kept)
            m_bookmarks->addKept(*kept);
        else
            tell(kept.error());
    });
}

void BookmarkKeeper::write(const BookmarkChange& change)
{
    if (!m_source)
        return;
    QtConcurrent::run(&m_pool, writeBookmarks, m_store, m_source, change)
        .then(this, [this](const std::expected<void, KeepingError>& written) {
            if (!written)
                tell(written.error());
        });
}

void BookmarkKeeper::tell(const KeepingError& error)
{
    Q_EMIT failed(tr("Bookmarks are not kept. %1").arg(describeKeepingError(error)));
}

} // namespace TmgLens
