// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/spool.h"

#include <QDir>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <utility>
#include <vector>

namespace TmgLens {

namespace {

constexpr std::size_t pieceLength = 1024 * 1024;

constexpr int piecesBetweenLooks = 64; // at the room that is left
constexpr qint64 leftToOthers = 256 * 1024 * 1024; // a full disk hurts whatever else runs

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

bool hasRoom()
{
    const QStorageInfo disk(QDir::tempPath());
    return !disk.isValid() || disk.bytesAvailable() >= leftToOthers;
}

/// Writes what is left in the buffer of @p file, in two tries for the same reason.
bool flushAll(QTemporaryFile& file)
{
    return file.flush() || file.flush();
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

/// Goes to where the next copy begins.
bool Spool::prepare()
{
    if (!m_file) {
        m_file = std::make_shared<QTemporaryFile>();
        return m_file->open();
    }
    if (m_file.use_count() == 1)
        m_end = 0;
    return m_file->resize(m_end) && m_file->seek(m_end); // a copy that failed has left something there
}

std::expected<std::shared_ptr<FileSource>, LoadError> Spool::add(const PieceReader& read, const QString& path)
{
    if (!prepare())
        return std::unexpected(writeError(*m_file, path));
    std::vector<char> buffer(pieceLength);
    std::optional<QStringConverter::Encoding> encoding;
    QStringDecoder decoder;
    bool isMore = true;
    for (int i = 0; isMore; ++i) {
        const auto count = read(buffer);
        if (!count)
            return std::unexpected(count.error());
        isMore = *count == buffer.size();
        const QByteArrayView piece(buffer.data(), qsizetype(*count));
        if (i == 0) {
            encoding = wideEncoding(piece);
            decoder = QStringDecoder(encoding.value_or(QStringConverter::Utf8));
        }
        if (i % piecesBetweenLooks == piecesBetweenLooks - 1 && !hasRoom())
            return std::unexpected(LoadError{.kind = LoadError::Kind::NoSpace, .path = path});
        if (!writeAll(*m_file, encoding ? QString(decoder(piece)).toUtf8() : piece))
            return std::unexpected(writeError(*m_file, path));
    }
    if (!flushAll(*m_file))
        return std::unexpected(writeError(*m_file, path));
    const qint64 begin = std::exchange(m_end, m_file->pos());
    return std::make_shared<FileSource>(m_file, path, FileSource::Section{quint64(begin), quint64(m_end - begin)});
}

} // namespace TmgLens
