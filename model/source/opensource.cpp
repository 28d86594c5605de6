// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/opensource.h"

#include "model/source/filesource.h"
#include "model/source/spool.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>
#include <cstdio>

namespace TmgLens {

namespace {

std::expected<SourcePointer, LoadError> openStandardInput(const std::stop_token& stop)
{
    QFile input;
    const QString name = QCoreApplication::translate("TmgLens::ByteSource", "standard input");
    if (!input.open(stdin, QIODevice::ReadOnly))
        return std::unexpected(LoadError{.path = name, .systemText = input.errorString()});
    return spool(input, name, stop);
}

/// Pipes have no positions.
std::expected<SourcePointer, LoadError> openPipe(const QString& path, const std::stop_token& stop)
{
    QFile pipe(path);
    if (!pipe.open(QIODevice::ReadOnly))
        return std::unexpected(openError(pipe));
    return spool(pipe, path, stop);
}

} // namespace

std::expected<SourcePointer, LoadError> openSource(const QString& path, const std::stop_token& stop)
{
    if (path == u"-")
        return openStandardInput(stop);
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
    if (!wide.open(QIODevice::ReadOnly))
        return std::unexpected(openError(wide));
    return spool(wide, path, stop);
}

} // namespace TmgLens
