// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <archive.h>
#include <archive_entry.h>

namespace TmgLens::Test {

/// A file to be packed.
struct PackedFile
{
    QByteArray name;
    QByteArray bytes;
};

/// How to pack, in the words of libarchive.
struct Packing
{
    int format = ARCHIVE_FORMAT_ZIP;
    int filter = ARCHIVE_FILTER_NONE;
    const char* options = nullptr;
    const char* password = nullptr;
};

inline constexpr Packing gzip = {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_GZIP};
inline constexpr Packing zip = {};
inline constexpr Packing tar = {.format = ARCHIVE_FORMAT_TAR_PAX_RESTRICTED};

/// An archive of @p files, with the time 2010-05-12 10:00:00 UTC.
inline QByteArray packed(const Packing& packing, const QList<PackedFile>& files)
{
    const auto require = [](bool isRight) {
        if (!isRight)
            qFatal("The test archive cannot be made.");
    };
    QByteArray bytes;
    const auto write = [](archive*, void* client, const void* piece, std::size_t length) {
        static_cast<QByteArray*>(client)->append(static_cast<const char*>(piece), qsizetype(length));
        return la_ssize_t(length);
    };
    archive* writer = archive_write_new();
    archive_write_set_bytes_in_last_block(writer, 1);
    require(archive_write_add_filter(writer, packing.filter) == ARCHIVE_OK);
    require(archive_write_set_format(writer, packing.format) == ARCHIVE_OK);
    if (packing.options)
        require(archive_write_set_options(writer, packing.options) == ARCHIVE_OK);
    if (packing.password)
        require(archive_write_set_passphrase(writer, packing.password) == ARCHIVE_OK);
    require(archive_write_open(writer, &bytes, nullptr, write, nullptr) == ARCHIVE_OK);
    for (const PackedFile& file : files) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, file.name.constData());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, file.bytes.size());
        archive_entry_set_mtime(entry, 1273658400, 0);
        require(archive_write_header(writer, entry) >= ARCHIVE_WARN);
        require(archive_write_data(writer, file.bytes.constData(), std::size_t(file.bytes.size())) >= 0);
        archive_entry_free(entry);
    }
    require(archive_write_close(writer) == ARCHIVE_OK);
    archive_write_free(writer);
    return bytes;
}

} // namespace TmgLens::Test
