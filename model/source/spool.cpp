// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/spool.h"

#include "model/source/filesource.h"
#include "model/source/streamread.h"

#include <QTemporaryFile>

#include <vector>

namespace TmgLens {

namespace {

constexpr std::size_t pieceLength = 1024 * 1024;

LoadError writeError(const QTemporaryFile& file, const QString& path)
{
    return {.kind = LoadError::Kind::NoSpace, .path = path, .systemText = file.errorString()};
}

/// A disk that fills up takes a part, without a reason; only the next write tells it.
bool writeAll(QTemporaryFile& file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 count = file.write(bytes.data(), bytes.size());
        if (count <= 0)
            return false;
        bytes = bytes.sliced(qsizetype(count));
    }
    return true;
}

/// Writes what is left in the buffer of @p file, in two tries for the same reason.
bool flushAll(QTemporaryFile& file)
{
    return file.flush() || file.flush();
}

LoadError readError(const std::error_code& error, const QString& path, quint64 offset)
{
    const bool isFolder = error == std::errc::is_a_directory; // as standard input
    return {.kind = isFolder ? LoadError::Kind::IsFolder : LoadError::Kind::Unreadable,
            .path = path,
            .offset = offset,
            .systemText = QString::fromStdString(error.message())};
}

} // namespace

std::optional<QStringConverter::Encoding> wideEncoding(QByteArrayView firstBytes)
{
    // A byte order mark decides; without one, every second byte of ASCII text is NUL.
    const auto marked = QStringConverter::encodingForData(firstBytes.first(std::min<qsizetype>(firstBytes.size(), 4)));
    if (marked)
        return marked == QStringConverter::Utf8 ? std::nullopt : marked;
    if (firstBytes.size() < 4)
        return std::nullopt;
    const auto isNul = [firstBytes](qsizetype i) { return firstBytes[i] == '\0'; };
    if (!isNul(0) && isNul(1) && !isNul(2) && isNul(3))
        return QStringConverter::Utf16LE;
    if (isNul(0) && !isNul(1) && isNul(2) && !isNul(3))
        return QStringConverter::Utf16BE;
    return std::nullopt;
}

std::expected<SourcePointer, LoadError> spool(int descriptor, const QString& path, const std::stop_token& stop)
{
    auto copy = std::make_unique<QTemporaryFile>();
    if (!copy->open())
        return std::unexpected(writeError(*copy, path));

    std::vector<char> buffer(pieceLength);
    std::optional<QStringConverter::Encoding> encoding;
    QStringDecoder decoder;
    std::size_t count = buffer.size();
    for (quint64 offset = 0; count == buffer.size(); offset += count) {
        std::error_code error;
        count = streamRead(descriptor, buffer, stop, error);
        if (error)
            return std::unexpected(readError(error, path, offset + count));
        if (stop.stop_requested())
            return std::unexpected(LoadError{.kind = LoadError::Kind::Stopped, .path = path});
        const QByteArrayView piece(buffer.data(), qsizetype(count));
        if (offset == 0) {
            encoding = wideEncoding(piece);
            decoder = QStringDecoder(encoding.value_or(QStringConverter::Utf8));
        }
        if (!writeAll(*copy, encoding ? QString(decoder(piece)).toUtf8() : piece))
            return std::unexpected(writeError(*copy, path));
    }
    if (!flushAll(*copy))
        return std::unexpected(writeError(*copy, path));
    return std::make_shared<const FileSource>(std::move(copy), path);
}

} // namespace TmgLens
