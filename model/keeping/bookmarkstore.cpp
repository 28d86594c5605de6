// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/bookmarkstore.h"

#include "model/keeping/keptfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>
#include <map>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr KeptKind bookmarksKind{.key = "tmglens-bookmarks"_L1, .version = 1};
constexpr std::size_t startSize = 4096;

/// The bookmarks of a log by offset.
using ByOffset = std::map<quint64, Bookmark>;

QString hashOf(QByteArrayView bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Whether @p entry of a file is about @p log: a log that has grown begins as it did.
bool isAbout(const QJsonValue& entry, const LogIdentity& log)
{
    const qint64 hashed = entry["hashed-bytes"_L1].toInteger();
    return hashed > 0 && hashed <= log.start.size()
        && entry["sha256"_L1].toString() == hashOf(QByteArrayView(log.start).first(hashed));
}

qsizetype positionOf(const QJsonArray& logs, const LogIdentity& log)
{
    for (qsizetype i = 0; i < logs.size(); ++i) {
        if (isAbout(logs[i], log))
            return i;
    }
    return -1;
}

std::expected<ByOffset, KeepingError> bookmarksOf(const QJsonValue& entry, const QString& path)
{
    ByOffset bookmarks;
    const QJsonArray array = entry["bookmarks"_L1].toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const qint64 offset = array[i]["offset"_L1].toInteger(-1);
        if (offset < 0)
            return std::unexpected(KeepingError{
                .kind = KeepingError::Kind::BadEntry, .path = path, .entry = i + 1, .expected = u"offset"_s});
        bookmarks[quint64(offset)] = {.offset = quint64(offset),
                                      .line = quint64(std::max<qint64>(0, array[i]["line"_L1].toInteger())),
                                      .note = array[i]["note"_L1].toString()};
    }
    return bookmarks;
}

QJsonObject toEntry(const LogIdentity& log, const ByOffset& bookmarks)
{
    QJsonArray array;
    for (const auto& [offset, bookmark] : bookmarks) {
        QJsonObject object{{u"line"_s, qint64(bookmark.line)}, {u"offset"_s, qint64(offset)}};
        if (!bookmark.note.isEmpty())
            object.insert("note"_L1, bookmark.note);
        array.append(object);
    }
    return {{u"size"_s, qint64(log.size)},
            {u"hashed-bytes"_s, log.start.size()},
            {u"sha256"_s, hashOf(log.start)},
            {u"bookmarks"_s, array}};
}

void apply(const BookmarkChange& change, ByOffset& bookmarks)
{
    for (const quint64 offset : change.removed)
        bookmarks.erase(offset);
    for (const Bookmark& bookmark : change.set)
        bookmarks[bookmark.offset] = bookmark;
}

} // namespace

std::expected<LogIdentity, LoadError> identify(const ByteSource& source)
{
    LogIdentity log{.path = source.path(), .size = source.size(), .start = QByteArray(startSize, Qt::Uninitialized)};
    return source.read(0, {log.start.data(), startSize}).transform([&](std::size_t count) {
        log.start.truncate(qsizetype(count));
        return log;
    });
}

std::expected<QList<Bookmark>, KeepingError> BookmarkStore::read(const LogIdentity& log) const
{
    const QString path = fileFor(log.path);
    const auto object = readKept(path, bookmarksKind);
    if (!object)
        return std::unexpected(object.error());
    const QJsonArray logs = object->value("logs"_L1).toArray();
    const qsizetype position = positionOf(logs, log);
    if (position < 0)
        return {};
    return bookmarksOf(logs[position], path).transform([](const ByOffset& bookmarks) {
        QList<Bookmark> list;
        for (const auto& [offset, bookmark] : bookmarks)
            list += bookmark;
        return list;
    });
}

std::expected<void, KeepingError> BookmarkStore::change(const LogIdentity& log, const BookmarkChange& change) const
{
    const QString path = fileFor(log.path);
    return changeKept(path, bookmarksKind, [&](QJsonObject& object) -> std::expected<void, KeepingError> {
        QJsonArray logs = object.value("logs"_L1).toArray();
        const qsizetype position = positionOf(logs, log);
        auto bookmarks = position < 0 ? ByOffset() : bookmarksOf(logs[position], path);
        if (!bookmarks)
            return std::unexpected(bookmarks.error());
        if (position >= 0)
            logs.removeAt(position);
        apply(change, *bookmarks);
        if (!bookmarks->empty())
            logs.append(toEntry(log, *bookmarks));
        object = logs.isEmpty() ? QJsonObject() : QJsonObject{{u"path"_s, log.path}, {u"logs"_s, logs}};
        return {};
    });
}

/// The name of the log for people, and what keeps logs of one name in different folders apart.
QString BookmarkStore::fileFor(const QString& path) const
{
    constexpr qsizetype longestName = 100; // file systems allow 255 bytes
    const QString name = QFileInfo(path).fileName().left(longestName);
    return QDir(m_folder).filePath(name % u'-' % hashOf(path.toUtf8()).first(16) % u".json");
}

} // namespace TmgLens
