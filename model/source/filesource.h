// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <QFile>

#include <mutex>

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
    [[nodiscard]] quint64 size() const override;
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override;
    [[nodiscard]] bool readAtOnce(quint64 offset, std::span<char> buffer) const override;
    [[nodiscard]] std::optional<LoadError> damage() const override { return m_damage; }
    [[nodiscard]] bool isOfFile() const override { return m_isOfFile; }

    /// Says that path() is but what people call the bytes; before anybody else has the source.
    void setNameless() { m_isOfFile = false; }
    /// Says that this is not all that there was; before anybody else has the source.
    void setDamage(const LoadError& damage) { m_damage = damage; }

    /// True if the bytes are those of the file at path() itself, so that there may be more of them some day.
    [[nodiscard]] bool isWholeFile() const { return m_isWholeFile; }

    /**
     * Reads from the file of @p now from here on, and as far as that does: what is at path() now, and begins with all
     * the bytes that anybody has been given. Thread-safe; const, because for who holds the source nothing changes.
     */
    void goOnWith(const FileSource& now) const;
    /// Gives no bytes any more but LoadError::Kind::Shrunk, until goOnWith(): there are others in their place.
    void lose() const;

private:
    /// What bytes are read from.
    struct OpenFile
    {
        std::shared_ptr<const QFile> file; // owns the descriptor; its cursor is never used
        int descriptor = -1;
        Section section;
    };

    [[nodiscard]] OpenFile openFile() const;

    QString m_path;
    bool m_isWholeFile = false;
    bool m_isOfFile = true;
    std::optional<LoadError> m_damage;
    mutable std::mutex m_mutex;
    mutable OpenFile m_open; // guarded by m_mutex
};

/// What the failure of @p file to open means.
[[nodiscard]] LoadError openError(const QFile& file);

} // namespace TmgLens
