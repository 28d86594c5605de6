// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <QFile>

namespace TmgLens {

/**
 * A regular file, read by position.
 *
 * The file is never mapped: a mapped log that is truncated while open kills the process. It is opened for reading only
 * and shared with the service that writes it.
 */
class FileSource final : public ByteSource
{
public:
    /// Opens @p path, which must be a regular file.
    [[nodiscard]] static std::expected<std::shared_ptr<const FileSource>, LoadError> open(const QString& path);

    /// Takes over a file that is open for reading, such as a temporary copy of what @p path names.
    FileSource(std::unique_ptr<QFile> file, const QString& path);

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] quint64 size() const override { return m_size; }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override;

private:
    std::unique_ptr<QFile> m_file; // owns the descriptor; its cursor is never used
    QString m_path;
    quint64 m_size;
    int m_descriptor;
};

/// What the failure of @p file to open means.
[[nodiscard]] LoadError openError(const QFile& file);

} // namespace TmgLens
