// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/targetfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <optional>

#ifdef Q_OS_UNIX
#include <cerrno>

#include <unistd.h>
#endif

namespace TmgLens {

namespace {

ExportError cannotWrite(const QIODevice& device)
{
    return {.kind = ExportError::Kind::CannotWrite, .systemText = device.errorString()};
}

Written writeInPlace(const QString& path, const std::function<Written(QIODevice&)>& write)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(cannotWrite(file));
    return write(file);
}

/// Why what was written does not reach the disk, if that is so: QSaveFile does not ask. On shares and behind quotas
/// that is where a full disk is told of.
std::optional<QString> syncError([[maybe_unused]] const QSaveFile& file)
{
#ifdef Q_OS_UNIX
    const bool isSynced = fsync(file.handle()) == 0;
    if (!isSynced && errno != EINVAL && errno != ENOTSUP && errno != EROFS) // else the place knows no such thing
        return qt_error_string(errno);
#endif
    return {};
}

Written replaceFile(const QString& path, const std::function<Written(QIODevice&)>& write)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) // writers hand over large pieces
        return std::unexpected(cannotWrite(file));
    if (const Written written = write(file); !written) {
        file.cancelWriting();
        return written;
    }
    if (const auto words = syncError(file)) {
        file.cancelWriting();
        return std::unexpected(ExportError{.kind = ExportError::Kind::CannotWrite, .systemText = *words});
    }
    if (!file.commit())
        return std::unexpected(cannotWrite(file));
    return {};
}

/// Where @p path leads in the end, also if there is no such file yet.
QString placeOf(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() ? info.canonicalFilePath()
                         : QString(QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName());
}

} // namespace

ExportError cannotRead(const LoadError& error)
{
    const bool isMemory = error.kind == LoadError::Kind::NoMemory;
    return {.kind = isMemory ? ExportError::Kind::NoMemory : ExportError::Kind::CannotRead, .readError = error};
}

Written writeAll(QIODevice& device, std::string_view bytes)
{
    // A device that fills up takes a part, without an error; only the next write tells why.
    while (!bytes.empty()) {
        const qint64 count = device.write(bytes.data(), qint64(bytes.size()));
        if (count <= 0)
            return std::unexpected(cannotWrite(device));
        bytes.remove_prefix(std::size_t(count));
    }
    return {};
}

bool isReplaced(const QString& path)
{
    const QFileInfo target(path);
    return !target.exists() || target.isFile() || target.isDir();
}

Written writeTargetFile(const QString& path, const std::function<Written(QIODevice&)>& write)
{
    return isReplaced(path) ? replaceFile(path, write) : writeInPlace(path, write);
}

bool isOneOf(const QString& path, const QStringList& files)
{
    const QString place = placeOf(path);
    return std::ranges::any_of(files,
                               [&place](const QString& file) { return !file.isEmpty() && placeOf(file) == place; });
}

} // namespace TmgLens
