// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <QFile>

namespace TmgLens {

/**
 * A regular file, or a part of one, read by position.
 *
 * The file is never mapped: a mapped log that is truncated while open kills the process. It is opened for reading only
 * and shared with the service that writes it.
 */
class FileSource final : public ByteSource
{
public:
    /// Opens @p path, which must be a regular file.
    [[nodiscard]] static std::expected<std::shared_ptr<const FileSource>, LoadError> open(const QString& path);

    /// Bytes of a file, from begin on.
    struct Section
    {
        quint64 begin = 0;
        quint64 size = 0;
    };

    /// Reads @p section of a file that is open for reading, such as a temporary copy of what @p path names.
    FileSource(std::shared_ptr<const QFile> file, const QString& path, const Section& section);

    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] quint64 size() const override { return m_section.size; }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override;
    [[nodiscard]] std::optional<LoadError> damage() const override { return m_damage; }

    /// Says that this is not all that there was; before anybody else has the source.
    void setDamage(const LoadError& damage) { m_damage = damage; }

private:
    std::shared_ptr<const QFile> m_file; // owns the descriptor; its cursor is never used
    QString m_path;
    Section m_section;
    int m_descriptor;
    std::optional<LoadError> m_damage;
};

/// What the failure of @p file to open means.
[[nodiscard]] LoadError openError(const QFile& file);

} // namespace TmgLens
