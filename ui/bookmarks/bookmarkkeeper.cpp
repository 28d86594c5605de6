// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bookmarks/bookmarkkeeper.h"

#include <QDir>
#include <QtConcurrentRun>

#include <tuple>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr auto longestWait = 3000ms; // for bookmarks to be written when their window is closed

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
    , m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(1);
    connect(log, &QAbstractItemModel::modelReset, this, [this] { m_sources.clear(); });
    connect(log, &QAbstractItemModel::rowsInserted, this, &BookmarkKeeper::readNew);
    connect(bookmarks, &BookmarkModel::changed, this, &BookmarkKeeper::write);
}

BookmarkKeeper::~BookmarkKeeper()
{
    // One that hangs keeps its thread, which shares nothing with anybody.
    if (!m_pool->waitForDone(longestWait))
        std::ignore = m_pool.release();
}

void BookmarkKeeper::readNew()
{
    for (const RecordIndex::File& file : m_log->records().files()) {
        const QString path = file.source->path();
        if (!m_sources.contains(path) && QDir::isAbsolutePath(path)) // standard input has no path
            read(file.source);
    }
}

void BookmarkKeeper::read(const SourcePointer& source)
{
    m_sources.insert(source->path(), source);
    QtConcurrent::run(m_pool.get(), readBookmarks, m_store, source).then(this, [this, source](const MaybeKept& kept) {
        if (m_sources.value(source->path()) != source)
            return;
        if (kept)
            m_bookmarks->addKept(source->path(), *kept);
        else
            tell(kept.error());
    });
}

void BookmarkKeeper::write(const QString& path, const BookmarkChange& change)
{
    const SourcePointer source = m_sources.value(path);
    if (!source)
        return;
    QtConcurrent::run(m_pool.get(), writeBookmarks, m_store, source, change)
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
