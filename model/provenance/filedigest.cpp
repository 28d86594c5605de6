// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/filedigest.h"

#include "model/source/filesource.h"
#include "model/source/logaddress.h"
#include "model/source/readbuffer.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace TmgLens {

namespace {

constexpr quint64 pieceLength = 1024 * 1024;

/// What holds the bytes of the file at @p path in which the log of @p source is.
std::expected<SourcePointer, LoadError> fileOf(const SourcePointer& source, const QString& path)
{
    const auto* file = dynamic_cast<const FileSource*>(source.get());
    if (!source->isOfFile() || (file && file->isWholeFile()))
        return source;
    return FileSource::open(path);
}

std::expected<FileDigest, LoadError> digestOf(const SourcePointer& source, const QString& path,
                                              const std::stop_token& stop, const DigestProgress& progress)
{
    const auto file = fileOf(source, path);
    if (!file)
        return std::unexpected(file.error());
    const quint64 size = (*file)->size();
    const auto sha256 = sha256Of(**file, size, stop, progress);
    if (!sha256)
        return std::unexpected(sha256.error());
    if (!source->isOfFile())
        return FileDigest{.path = path, .isFile = false, .size = size, .modified = {}, .sha256 = *sha256};
    const QFileInfo info(path);
    return FileDigest{
        .path = info.absoluteFilePath(), .size = size, .modified = info.lastModified().toUTC(), .sha256 = *sha256};
}

} // namespace

std::expected<QByteArray, LoadError> sha256Of(const ByteSource& source, quint64 size, const std::stop_token& stop,
                                              const DigestProgress& progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const ReadBuffer buffer(std::size_t(std::min(size, pieceLength)), 0);
    for (quint64 offset = 0; offset < size;) {
        if (stop.stop_requested())
            return std::unexpected(LoadError{.kind = LoadError::Kind::Stopped, .path = source.path()});
        const auto count =
            source.read(offset, buffer.bytes().first(std::min(size - offset, quint64(buffer.bytes().size()))));
        if (!count)
            return std::unexpected(count.error());
        if (*count == 0)
            return std::unexpected(LoadError{.kind = LoadError::Kind::Shrunk, .path = source.path(), .offset = offset});
        hash.addData(QByteArrayView(buffer.bytes().data(), qsizetype(*count)));
        offset += *count;
        if (progress)
            progress(*count);
    }
    return hash.result();
}

std::expected<std::vector<FileDigest>, LoadError> sourceDigests(const RecordIndex& index, const std::stop_token& stop,
                                                                const DigestProgress& progress)
{
    std::vector<FileDigest> digests;
    QStringList done;
    for (const RecordIndex::File& log : index.files()) {
        const QString path = log.source->isOfFile() ? logAddress(log.source->path()).file : log.source->path();
        if (done.contains(path))
            continue;
        done += path;
        auto digest = digestOf(log.source, path, stop, progress);
        if (!digest)
            return std::unexpected(digest.error());
        digests.push_back(*std::move(digest));
    }
    return digests;
}

} // namespace TmgLens
