// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/spool.h"

#include "model/source/filesource.h"

#include <QTemporaryFile>

namespace TmgLens {

namespace {

constexpr qint64 pieceLength = 1024 * 1024;

LoadError writeError(const QTemporaryFile& file, const QString& path)
{
    return {.kind = LoadError::Kind::NoSpace, .path = path, .systemText = file.errorString()};
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

std::expected<SourcePointer, LoadError> spool(QIODevice& input, const QString& path, const std::stop_token& stop)
{
    auto copy = std::make_unique<QTemporaryFile>();
    if (!copy->open())
        return std::unexpected(writeError(*copy, path));

    QByteArray piece = input.read(pieceLength);
    const auto encoding = wideEncoding(piece);
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    while (!piece.isEmpty()) {
        if (stop.stop_requested())
            return std::unexpected(LoadError{.kind = LoadError::Kind::Stopped, .path = path});
        const QByteArray bytes = encoding ? QString(decoder(piece)).toUtf8() : piece;
        if (copy->write(bytes) != bytes.size())
            return std::unexpected(writeError(*copy, path));
        piece = input.read(pieceLength);
    }
    if (!copy->flush())
        return std::unexpected(writeError(*copy, path));
    return std::make_shared<const FileSource>(std::move(copy), path);
}

} // namespace TmgLens
