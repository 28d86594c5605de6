// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/keepingerror.h"
#include "model/source/bytesource.h"

#include <QJsonObject>
#include <QList>

namespace TmgLens {

/// A record that a person has marked, by its place in the log.
struct Bookmark
{
    quint64 offset = 0; ///< Of its first byte.
    quint64 line = 0; ///< From 1; for those who read the file of bookmarks.
    QString note = {};

    bool operator==(const Bookmark&) const = default;
};

/// What tells a log from others, also from one that was at the same path before it.
struct LogIdentity
{
    QString path = {}; ///< Absolute.
    quint64 size = 0;
    QByteArray start = {}; ///< Its first bytes: some records, or all of a small log.
};

/// Reads what tells the log in @p source from others.
[[nodiscard]] std::expected<LogIdentity, LoadError> identify(const ByteSource& source);

/// What is to become of some bookmarks.
struct BookmarkChange
{
    QList<Bookmark> set = {}; ///< To be added, or put in the place of those at the same offset.
    QList<quint64> removed = {}; ///< By offset.
};

/**
 * The bookmarks of all logs, one file for each path in a folder that belongs to the person: never beside the evidence.
 *
 * A log that has grown since keeps its bookmarks; one that was replaced by another of the same name leaves them in the
 * file until it comes back. Each call reads or replaces a file; other windows and programs may do so too.
 */
class BookmarkStore
{
public:
    /// @p folder need not exist.
    explicit BookmarkStore(const QString& folder) : m_folder(folder) {}

    /// The bookmarks of @p log, in the order of the log.
    [[nodiscard]] std::expected<QList<Bookmark>, KeepingError> read(const LogIdentity& log) const;
    [[nodiscard]] std::expected<void, KeepingError> change(const LogIdentity& log, const BookmarkChange& change) const;

    /// The file for logs at @p path.
    [[nodiscard]] QString fileFor(const QString& path) const;

private:
    QString m_folder;
};

} // namespace TmgLens
