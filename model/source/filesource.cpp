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
    auto source = std::make_shared<FileSource>(file, path, Section{0, quint64(file->size())});
    source->m_isWholeFile = true;
    return source;
}

FileSource::FileSource(std::shared_ptr<const QFile> file, const QString& path, const Section& section) : m_path(path)
{
    const int descriptor = file->handle();
    m_open = {.file = std::move(file), .descriptor = descriptor, .section = section};
}

FileSource::OpenFile FileSource::openFile() const
{
    const std::scoped_lock lock(m_mutex);
    return m_open;
}

quint64 FileSource::size() const
{
    return openFile().section.size;
}

void FileSource::goOnWith(const FileSource& now) const
{
    OpenFile file = now.openFile();
    const std::scoped_lock lock(m_mutex);
    std::swap(m_open, file); // the other one is closed behind the lock, if nobody reads from it
}

void FileSource::lose() const
{
    OpenFile none;
    const std::scoped_lock lock(m_mutex);
    none.section = m_open.section;
    std::swap(m_open, none);
}

std::expected<std::size_t, LoadError> FileSource::read(quint64 offset, std::span<char> buffer) const
{
    const OpenFile open = openFile();
    if (offset >= open.section.size)
        return 0;
    if (!open.file)
        return std::unexpected(LoadError{.kind = LoadError::Kind::Shrunk, .path = m_path, .offset = offset});
    const auto wanted = std::size_t(std::min<quint64>(buffer.size(), open.section.size - offset));
    std::error_code error;
    const std::size_t count = positionalRead(open.descriptor, open.section.begin + offset, buffer.first(wanted), error);
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

bool FileSource::readAtOnce(quint64 offset, std::span<char> buffer) const
{
    const OpenFile open = openFile();
    const bool isInside = offset <= open.section.size && buffer.size() <= open.section.size - offset;
    return open.file && isInside && positionalReadAtOnce(open.descriptor, open.section.begin + offset, buffer);
}

} // namespace TmgLens
