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
};

/// What is in an archive.
struct Content
{
    QList<Found> logs;
    bool isDamaged = false;
};

std::expected<Content, LoadError> contentOf(const QString& path)
{
    Content content;
    const auto visit = [&](const LogAddress& address, const std::expected<SourcePointer, LoadError>& log) {
        if (!log) {
            require(!describeLoadError(log.error()).isEmpty(), "an error can be described");
            content.isDamaged = true;
            return;
        }
        QByteArray bytes(qsizetype((*log)->size()), Qt::Uninitialized);
        const auto count = (*log)->read(0, {bytes.data(), std::size_t(bytes.size())});
        require(count && *count == (*log)->size(), "a log has as many bytes as it says");
        content.isDamaged = content.isDamaged || (*log)->damage();
        content.logs += {.address = address, .bytes = bytes};
    };
    return visitLogs(path, {.maximum = mostBytes}, visit).transform([&] { return content; });
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

    const auto content = contentOf(path);
    require(QDir(folder.path()).entryList(QDir::Files).size() == 1, "nothing is written beside the archive");
    if (!content)
        return require(!describeLoadError(content.error()).isEmpty(), "an error can be described");
    const QList<Found>& logs = content->logs;
    const bool isArchive = logs.size() != 1 || !logs.front().address.member.isEmpty();
    quint64 unpacked = 0;
    QSet<QString> members;
    for (const Found& log : logs) {
        unpacked += quint64(log.bytes.size());
        if (isArchive)
            requireSafe(log.address.member);
        require(!members.contains(log.address.member), "each member has a name of its own");
        members += log.address.member;
    }
    // A wide encoding is written in another.
    require(!isArchive || unpacked <= 3 * mostBytes, "no more is unpacked than may be");
    if (content->isDamaged)
        return; // what is skipped can end elsewhere than what is read
    for (const Found& log : logs.first(std::min<qsizetype>(logs.size(), 3))) {
        const auto again = contentOf(pathOf(log.address));
        require(again && again->logs.size() == 1 && again->logs.front().bytes == log.bytes,
                "a member is found by its name");
    }
}

} // namespace TmgLens::Fuzz
