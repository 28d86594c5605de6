// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/opensource.h"

#include "model/source/filesource.h"
#include "model/source/spool.h"
#include "model/source/streamread.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace TmgLens {

namespace {

constexpr int standardInput = 0;

LoadError readError(const std::error_code& error, const QString& path, quint64 offset)
{
    const bool isFolder = error == std::errc::is_a_directory; // as standard input
    return {.kind = isFolder ? LoadError::Kind::IsFolder : LoadError::Kind::Unreadable,
            .path = path,
            .offset = offset,
            .systemText = QString::fromStdString(error.message())};
}

/// A copy of what the open file @p descriptor has from where it stands. A stop ends it soon, also one that waits for a
/// pipe.
std::expected<std::shared_ptr<FileSource>, LoadError> spool(int descriptor, const QString& path,
                                                            const std::stop_token& stop)
{
    quint64 offset = 0;
    return Spool().add(
        [&](std::span<char> buffer) -> std::expected<std::size_t, LoadError> {
            std::error_code error;
            const std::size_t count = streamRead(descriptor, buffer, stop, error);
            offset += count;
            if (error)
                return std::unexpected(readError(error, path, offset));
            if (stop.stop_requested())
                return std::unexpected(LoadError{.kind = LoadError::Kind::Stopped, .path = path});
            return count;
        },
        path);
}

/// The same of what is there once only.
std::expected<SourcePointer, LoadError> spoolStream(int descriptor, const QString& path, const std::stop_token& stop)
{
    const auto copy = spool(descriptor, path, stop);
    if (copy)
        (*copy)->setNameless();
    return copy;
}

/// Pipes have no positions.
std::expected<SourcePointer, LoadError> openPipe(const QString& path, const std::stop_token& stop)
{
    std::error_code error;
    const int descriptor = openStream(path, error);
    QFile pipe;
    if (error || !pipe.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        const bool isForbidden = error == std::errc::permission_denied;
        return std::unexpected(
            LoadError{.kind = isForbidden ? LoadError::Kind::NoPermission : LoadError::Kind::Unreadable,
                      .path = path,
                      .systemText = QString::fromStdString(error.message())});
    }
    return spoolStream(descriptor, path, stop);
}

} // namespace

std::expected<SourcePointer, LoadError> openSource(const QString& path, const std::stop_token& stop)
{
    if (path == u"-")
        return spoolStream(standardInput, QCoreApplication::translate("TmgLens::ByteSource", "standard input"), stop);
    const QFileInfo info(path);
    if (info.exists() && !info.isFile() && !info.isDir())
        return openPipe(path, stop);

    auto source = FileSource::open(path);
    if (!source)
        return std::unexpected(source.error());
    std::array<char, 4> start = {};
    const auto count = (*source)->read(0, start);
    if (!count)
        return std::unexpected(count.error());
    if (!wideEncoding(QByteArrayView(start.data(), qsizetype(*count))))
        return *source;

    QFile wide(path);
    if (!wide.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::unexpected(openError(wide));
    return spool(wide.handle(), path, stop);
}

} // namespace TmgLens
