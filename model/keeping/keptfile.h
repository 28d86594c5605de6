// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/keepingerror.h"

#include <QJsonObject>
#include <QLatin1StringView>

#include <expected>
#include <functional>

/**
 * Files in which something is kept for a person: JSON that can be read and edited by hand. The object in it names its
 * kind by a key with the version of the format as its value, such as `"tmglens-filters": 1`.
 */
namespace TmgLens {

/// What a kept file is, by its key.
struct KeptKind
{
    QLatin1StringView key;
    int version; ///< The latest that this program knows.
};

/// Reads @p json, which is from @p path.
[[nodiscard]] std::expected<QJsonObject, KeepingError> parseKept(const QByteArray& json, const KeptKind& kind,
                                                                 const QString& path);

/// Reads the file at @p path; an empty object if there is none.
[[nodiscard]] std::expected<QJsonObject, KeepingError> readKept(const QString& path, const KeptKind& kind);

/// Replaces the file at @p path by @p object, to which the kind is added, at once or not at all.
[[nodiscard]] std::expected<void, KeepingError> writeKept(const QString& path, const KeptKind& kind,
                                                          QJsonObject object);

/// What turns the content of a kept file into another one; an error leaves the file as it is.
using KeptChange = std::function<std::expected<void, KeepingError>(QJsonObject&)>;

/// Reads the file at @p path, applies @p change and writes it back, while no other window or program can. Makes its
/// folder, and removes a file whose object is left empty. A file that cannot be read is left alone.
[[nodiscard]] std::expected<void, KeepingError> changeKept(const QString& path, const KeptKind& kind,
                                                           const KeptChange& change);

} // namespace TmgLens
