// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

namespace TmgLens::Test {

/// What can be wrong with a file.
enum class Fault {
    ShortReads, ///< A read gives some bytes only, although there are more; no error, as signals and shares have it.
    ReadError, ///< EIO for 64 KiB.
    HangingReads, ///< The same reads do not return until goOn() or mendFiles().
    FullDisk, ///< ENOSPC for what is written after so many bytes.
    SyncError, ///< EIO when what was written is to reach the disk.
    RenameError, ///< EACCES when another file is to take its place.
};

/// How many bytes cannot be read of a file that fails or hangs.
inline constexpr quint64 badLength = 65536;

/**
 * Makes @p fault in all files of this process whose paths begin with @p path, from byte @p from on.
 *
 * The functions of the C library by which files are read and written are replaced by those of faultyfiles.cpp, which
 * has to be part of the program, or be loaded before that library. Needs Linux with 64 bits; elsewhere nothing is
 * wrong.
 */
void makeFault(Fault fault, const QString& path, quint64 from = 0);

/// Whether faults can be made here.
[[nodiscard]] bool canMakeFaults();

/// Takes all faults away; reads that hang go on.
void mendFiles();

/// Reads that hang go on, into whatever else is wrong with their files; and no others hang.
void goOn();

/// How many reads hang now.
[[nodiscard]] int hangingReads();

/// Mends all files at the end of a scope.
class MendedAfterwards
{
public:
    MendedAfterwards() = default;
    MendedAfterwards(const MendedAfterwards&) = delete;
    MendedAfterwards& operator=(const MendedAfterwards&) = delete;
    ~MendedAfterwards() { mendFiles(); }
};

} // namespace TmgLens::Test
