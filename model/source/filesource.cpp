// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/filesource.h"

#include "model/source/positionalread.h"

#include <QFileInfo>

#include <algorithm>

namespace TmgLens {

LoadError openError(const QFile& file)
{
    LoadError error{.path = file.fileName(), .systemText = file.errorString()};
    const QFileInfo info(file.fileName());
    if (info.isDir())
        error.kind = LoadError::Kind::IsFolder;
    else if (!info.exists())
        error.kind = LoadError::Kind::NotFound;
    else if (!info.isReadable()) // QFile tells of a missing permission as of any other failure
        error.kind = LoadError::Kind::NoPermission;
    return error;
}

std::expected<std::shared_ptr<const FileSource>, LoadError> FileSource::open(const QString& path)
{
    auto file = std::make_shared<QFile>(path);
    if (QFileInfo(path).isDir() || !file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return std::unexpected(openError(*file));
    return std::make_shared<const FileSource>(file, path, Section{0, quint64(file->size())});
}

FileSource::FileSource(std::shared_ptr<const QFile> file, const QString& path, const Section& section)
    : m_file(std::move(file))
    , m_path(path)
    , m_section(section)
    , m_descriptor(m_file->handle())
{
}

std::expected<std::size_t, LoadError> FileSource::read(quint64 offset, std::span<char> buffer) const
{
    if (offset >= m_section.size)
        return 0;
    const auto wanted = std::size_t(std::min<quint64>(buffer.size(), m_section.size - offset));
    std::error_code error;
    const std::size_t count = positionalRead(m_descriptor, m_section.begin + offset, buffer.first(wanted), error);
    if (error) {
        return std::unexpected(LoadError{.kind = LoadError::Kind::Unreadable,
                                         .path = m_path,
                                         .offset = offset + count,
                                         .systemText = QString::fromStdString(error.message())});
    }
    if (count < wanted)
        return std::unexpected(LoadError{.kind = LoadError::Kind::Shrunk, .path = m_path, .offset = offset + count});
    return count;
}

} // namespace TmgLens
