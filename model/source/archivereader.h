// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"
#include "model/source/membernames.h"

#include <QDateTime>

#include <functional>
#include <stop_token>
#include <vector>

struct archive;
struct archive_entry;

namespace TmgLens {

/// A file in an archive.
struct ArchiveMember
{
    QString name; ///< Relative, clean and the only one of this name in the archive; see MemberNames.
    std::optional<quint64> size = {}; ///< In bytes, as far as the archive tells before unpacking.
    QDateTime time = {}; ///< Of the last change; invalid if the archive does not tell.
    bool isEncrypted = false;
};

/// Is told how many bytes of an archive have been looked through, of how many; often.
using UnpackProgress = std::function<void(quint64 bytes, quint64 totalBytes)>;

/**
 * Goes through an archive once, from its first file to its last: gzip, bzip2, xz and zstd, zip, 7z and tar, and any of
 * the latter in one of the former.
 *
 * What a compressed file without names holds is a member called like the archive, without the ending. Folders, links
 * and devices are passed over. No name in the archive is ever used as one of the file system. Belongs to one thread and
 * blocks it; a requested stop ends what goes on soon, with LoadError::Kind::Stopped.
 */
class ArchiveReader
{
public:
    /// Looks whether @p source is an archive, by its content; nothing if it is something else, such as a log. A text is
    /// known as such by its first bytes.
    [[nodiscard]] static std::expected<std::unique_ptr<ArchiveReader>, LoadError>
    open(const SourcePointer& source, const std::stop_token& stop, const UnpackProgress& progress = {});

    ~ArchiveReader();
    ArchiveReader(const ArchiveReader&) = delete;
    ArchiveReader& operator=(const ArchiveReader&) = delete;

    /// Goes to the next member; nothing after the last one.
    [[nodiscard]] std::expected<std::optional<ArchiveMember>, LoadError> next();
    /// Fills @p buffer with the next bytes of the current member; fewer than it takes come only at its end, or where
    /// the archive is broken.
    [[nodiscard]] std::expected<std::size_t, LoadError> read(std::span<char> buffer);
    /// Why the current member has ended too early, if it has.
    [[nodiscard]] const std::optional<LoadError>& damage() const { return m_damage; }

private:
    struct Callbacks;

    ArchiveReader(const SourcePointer& source, const std::stop_token& stop, const UnpackProgress& progress);
    [[nodiscard]] bool begin();
    [[nodiscard]] bool isCompressed() const;
    [[nodiscard]] bool isBare() const;
    void advance();
    [[nodiscard]] ArchiveMember currentMember();
    [[nodiscard]] LoadError failure() const;

    SourcePointer m_source;
    std::stop_token m_stop;
    UnpackProgress m_progress;
    std::vector<char> m_piece; // of the source, lent to the library
    quint64 m_position = 0; // of the library in the source
    std::optional<LoadError> m_sourceError;
    archive* m_archive;
    archive_entry* m_entry = nullptr; // the header at hand
    int m_status; // of the header at hand
    bool m_isAtFirst = true; // whose header begin() has read
    bool m_hasBroken = false; // in the middle of a member: nothing behind it can be read
    quint64 m_bytesRead = 0; // of the current member
    std::optional<LoadError> m_damage; // of the current member
    MemberNames m_names;
};

} // namespace TmgLens
