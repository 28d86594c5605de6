// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/keptfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>
#include <QSaveFile>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace TmgLens {

std::expected<QJsonObject, KeepingError> parseKept(const QByteArray& json, const KeptKind& kind, const QString& path)
{
    QJsonParseError mistake;
    const QJsonDocument document = QJsonDocument::fromJson(json, &mistake);
    if (mistake.error != QJsonParseError::NoError) {
        const QByteArray before = json.first(std::min<qsizetype>(mistake.offset, json.size()));
        return std::unexpected(KeepingError{.kind = KeepingError::Kind::NoJson,
                                            .path = path,
                                            .line = before.count('\n') + 1,
                                            .column = before.size() - before.lastIndexOf('\n'),
                                            .systemText = mistake.errorString()});
    }
    const int version = document.object().value(kind.key).toInt();
    if (version < 1)
        return std::unexpected(KeepingError{.kind = KeepingError::Kind::OtherFile, .path = path, .expected = kind.key});
    if (version > kind.version)
        return std::unexpected(KeepingError{.kind = KeepingError::Kind::TooNew, .path = path});
    return document.object();
}

std::expected<QJsonObject, KeepingError> readKept(const QString& path, const KeptKind& kind)
{
    QFile file(path);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    if (!isOpen && !QFileInfo::exists(path))
        return QJsonObject();
    const QByteArray json = isOpen ? file.readAll() : QByteArray();
    if (isOpen && json.size() < file.size()) // QFile tells of an error only where nothing came before it
        std::ignore = file.read(1);
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(
            KeepingError{.kind = KeepingError::Kind::Unreadable, .path = path, .systemText = file.errorString()});
    return parseKept(json, kind, path);
}

std::expected<void, KeepingError> writeKept(const QString& path, const KeptKind& kind, QJsonObject object)
{
    object.insert(kind.key, kind.version);
    const QByteArray json = QJsonDocument(object).toJson();
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(json) == json.size() && file.commit())
        return {};
    return std::unexpected(
        KeepingError{.kind = KeepingError::Kind::Unwritable, .path = path, .systemText = file.errorString()});
}

std::expected<void, KeepingError> changeKept(const QString& path, const KeptKind& kind, const KeptChange& change)
{
    QDir().mkpath(QFileInfo(path).path()); // what goes wrong here is told when the file cannot be written
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(1s) && lock.error() == QLockFile::LockFailedError)
        return std::unexpected(KeepingError{.kind = KeepingError::Kind::Busy, .path = path});
    auto object = readKept(path, kind);
    if (!object)
        return std::unexpected(object.error());
    return change(*object).and_then([&]() -> std::expected<void, KeepingError> {
        if (!object->isEmpty())
            return writeKept(path, kind, *object);
        QFile file(path);
        if (file.remove() || !file.exists())
            return {};
        return std::unexpected(
            KeepingError{.kind = KeepingError::Kind::Unwritable, .path = path, .systemText = file.errorString()});
    });
}

} // namespace TmgLens
