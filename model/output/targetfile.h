// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/loaderror.h"

#include <QStringList>

#include <expected>
#include <functional>
#include <string_view>

class QIODevice;

namespace TmgLens {

/// Why an export ended early.
struct ExportError
{
    enum class Kind { CannotRead, CannotWrite, Cancelled, NoMemory };
    Kind kind = Kind::CannotWrite;
    LoadError readError = {}; ///< For CannotRead and NoMemory.
    QString systemText = {}; ///< For CannotWrite.
    QString path = {}; ///< For CannotWrite: the file, if it is another one than the target, beside it.
};

/// The error of an export that cannot read its log any more.
[[nodiscard]] ExportError cannotRead(const LoadError& error);

/// How writing ended.
using Written = std::expected<void, ExportError>;

/// Writes all of @p bytes to @p device.
[[nodiscard]] Written writeAll(QIODevice& device, std::string_view bytes);

/// True if writeTargetFile() replaces the file @p path only at the end; false for devices and pipes.
[[nodiscard]] bool isReplaced(const QString& path);

/// Writes by @p write to the file @p path, which is replaced only when all of it is written. Devices and pipes, which
/// cannot be replaced, are written to.
[[nodiscard]] Written writeTargetFile(const QString& path, const std::function<Written(QIODevice&)>& write);

/// True if @p path is one of @p files, whatever name it goes by.
[[nodiscard]] bool isOneOf(const QString& path, const QStringList& files);

} // namespace TmgLens
