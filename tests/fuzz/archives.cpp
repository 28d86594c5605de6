// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/errortext.h"
#include "model/source/openlog.h"
#include "tests/fuzz/target.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

namespace TmgLens::Fuzz {

namespace {

constexpr quint64 mostBytes = 1024 * 1024;

/// A log that was found in an archive.
struct Found
{
    LogAddress address;
    QByteArray bytes;
    bool isDamaged = false;
};

std::expected<QList<Found>, LoadError> logsAt(const QString& path)
{
    QList<Found> logs;
    const auto visit = [&](const LogAddress& address, const std::expected<SourcePointer, LoadError>& log) {
        if (!log) {
            require(!describeLoadError(log.error()).isEmpty(), "an error can be described");
            return;
        }
        QByteArray bytes(qsizetype((*log)->size()), Qt::Uninitialized);
        const auto count = (*log)->read(0, {bytes.data(), std::size_t(bytes.size())});
        require(count && *count == (*log)->size(), "a log has as many bytes as it says");
        logs += {.address = address, .bytes = bytes, .isDamaged = (*log)->damage().has_value()};
    };
    return visitLogs(path, {.maximum = mostBytes}, visit).transform([&] { return logs; });
}

void requireSafe(const QString& member)
{
    require(!member.startsWith(u'/') && !member.contains(u'\\'), "a member is not at the root");
    require(!member.split(u'/').contains(QStringLiteral("..")), "a member is not outside the archive");
    const QString address = QStringLiteral("/folder/archive.zip/") + member;
    require(QDir::cleanPath(address) == address, "a member's name is clean");
}

} // namespace

/// An archive, or something else.
void tryInput(std::string_view input)
{
    static const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("web.w3c.gz"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(input.data(), qint64(input.size())) == qint64(input.size()),
            "the archive can be written");
    file.close();

    const auto logs = logsAt(path);
    require(QDir(folder.path()).entryList(QDir::Files).size() == 1, "nothing is written beside the archive");
    if (!logs)
        return require(!describeLoadError(logs.error()).isEmpty(), "an error can be described");
    const bool isArchive = logs->size() != 1 || !logs->front().address.member.isEmpty();
    quint64 unpacked = 0;
    QSet<QString> members;
    for (const Found& log : *logs) {
        unpacked += quint64(log.bytes.size());
        if (isArchive)
            requireSafe(log.address.member);
        require(!members.contains(log.address.member), "each member has a name of its own");
        members += log.address.member;
    }
    // A wide encoding is written in another.
    require(!isArchive || unpacked <= 3 * mostBytes, "no more is unpacked than may be");
    for (const Found& log : logs->first(std::min<qsizetype>(logs->size(), 3))) {
        const auto again = logsAt(pathOf(log.address));
        require(again && again->size() == 1 && again->front().bytes == log.bytes, "a member is found by its name");
    }
}

} // namespace TmgLens::Fuzz
