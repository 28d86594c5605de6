// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultyfiles.h"

#if defined(Q_OS_LINUX) && defined(__LP64__)

#include <QByteArray>
#include <QFile>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace TmgLens::Test {

namespace {

constexpr std::size_t shortRead = 1000; // bytes: some records

/// A fault of some files.
struct FaultyFiles
{
    Fault fault;
    std::string path; ///< With which those of the files begin.
    quint64 from = 0;
    quint64 written = 0; ///< Bytes, to all of the files.
};

/// All faults there are. It stays until the end of the process: threads may read until then.
struct Faults
{
    std::atomic<int> count = 0; ///< Lets those pass quickly who have none.
    std::mutex mutex;
    std::condition_variable mended;
    std::vector<FaultyFiles> files; ///< Guarded by the mutex, as are the next two.
    int mends = 0;
    int hanging = 0;
};

Faults& faults()
{
    static auto* const all = new Faults;
    return *all;
}

/// The path of an open file, without a call that could fail for the same fault.
std::string pathOf(int descriptor)
{
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    std::array<char, 4096> path = {};
    const ssize_t length = readlink(link.c_str(), path.data(), path.size());
    return length < 0 ? std::string() : std::string(path.data(), std::size_t(length));
}

/// The fault of that kind that the file has; nullptr if it has none. The mutex must be held.
FaultyFiles* find(Fault fault, std::string_view path)
{
    const auto found = std::ranges::find_if(
        faults().files, [&](const FaultyFiles& files) { return files.fault == fault && path.starts_with(files.path); });
    return found == faults().files.end() ? nullptr : &*found;
}

/// Whether a read reaches into the bad bytes that begin at @p from.
bool reaches(quint64 offset, std::size_t length, quint64 from)
{
    return offset + length > from && offset < from + badLength;
}

/// What becomes of a read.
struct Reading
{
    std::size_t length = 0; ///< So much may be read.
    int error = 0;
};

/// Judges a read of @p length bytes at @p offset; hangs if it is to hang and @p mayWait.
Reading judgeRead(int descriptor, quint64 offset, std::size_t length, bool mayWait)
{
    if (faults().count == 0)
        return {length};
    const std::string path = pathOf(descriptor);
    std::unique_lock lock(faults().mutex);
    if (const FaultyFiles* files = find(Fault::HangingReads, path); files && reaches(offset, length, files->from)) {
        if (!mayWait)
            return {.error = EAGAIN};
        ++faults().hanging;
        faults().mended.wait(lock, [mends = faults().mends] { return faults().mends != mends; });
        --faults().hanging;
    }
    if (const FaultyFiles* files = find(Fault::ReadError, path); files && reaches(offset, length, files->from)) {
        if (offset >= files->from)
            return {.error = mayWait ? EIO : EAGAIN}; // what is broken is not in memory
        length = std::size_t(files->from - offset);
    }
    return {find(Fault::ShortReads, path) ? std::min(length, shortRead) : length};
}

/// How many of @p length bytes can be written.
std::size_t judgeWrite(int descriptor, std::size_t length)
{
    if (faults().count == 0)
        return length;
    const std::string path = pathOf(descriptor);
    const std::scoped_lock lock(faults().mutex);
    FaultyFiles* files = find(Fault::FullDisk, path);
    if (!files)
        return length;
    const auto room = std::min<std::size_t>(length, std::size_t(files->from - files->written));
    files->written += room;
    return room;
}

bool isFaulty(Fault fault, std::string_view path)
{
    if (faults().count == 0)
        return false;
    const std::scoped_lock lock(faults().mutex);
    return find(fault, path) != nullptr;
}

ssize_t fail(int error)
{
    errno = error;
    return -1;
}

} // namespace

void makeFault(Fault fault, const QString& path, quint64 from)
{
    const std::scoped_lock lock(faults().mutex);
    faults().files.push_back({.fault = fault, .path = QFile::encodeName(path).toStdString(), .from = from});
    ++faults().count;
}

bool canMakeFaults()
{
    return true;
}

void mendFiles()
{
    const std::scoped_lock lock(faults().mutex);
    faults().files.clear();
    faults().count = 0;
    ++faults().mends;
    faults().mended.notify_all();
}

void goOn()
{
    const std::scoped_lock lock(faults().mutex);
    faults().count -=
        int(std::erase_if(faults().files, [](const FaultyFiles& files) { return files.fault == Fault::HangingReads; }));
    ++faults().mends;
    faults().mended.notify_all();
}

int hangingReads()
{
    const std::scoped_lock lock(faults().mutex);
    return faults().hanging;
}

} // namespace TmgLens::Test

// In the place of those of the C library.
extern "C" {

ssize_t pread64(int descriptor, void* buffer, size_t length, off64_t offset)
{
    const auto reading = TmgLens::Test::judgeRead(descriptor, quint64(offset), length, true);
    return reading.error ? TmgLens::Test::fail(reading.error)
                         : syscall(SYS_pread64, descriptor, buffer, reading.length, offset);
}

ssize_t pread(int descriptor, void* buffer, size_t length, off_t offset)
{
    return pread64(descriptor, buffer, length, offset);
}

ssize_t preadv64v2(int descriptor, const iovec* pieces, int count, off64_t offset, int flags)
{
    const auto reading =
        TmgLens::Test::judgeRead(descriptor, quint64(offset), pieces[0].iov_len, !(flags & RWF_NOWAIT));
    if (reading.error)
        return TmgLens::Test::fail(reading.error);
    const iovec piece{.iov_base = pieces[0].iov_base, .iov_len = reading.length};
    return syscall(SYS_preadv2, descriptor, count == 1 ? &piece : pieces, count, offset, 0, flags);
}

ssize_t preadv2(int descriptor, const iovec* pieces, int count, off_t offset, int flags)
{
    return preadv64v2(descriptor, pieces, count, offset, flags);
}

ssize_t read(int descriptor, void* buffer, size_t length)
{
    const off_t offset = TmgLens::Test::faults().count == 0 ? 0 : lseek(descriptor, 0, SEEK_CUR);
    if (offset >= 0) { // else a pipe or the like
        const auto reading = TmgLens::Test::judgeRead(descriptor, quint64(offset), length, true);
        if (reading.error)
            return TmgLens::Test::fail(reading.error);
        length = reading.length;
    }
    return syscall(SYS_read, descriptor, buffer, length);
}

ssize_t write(int descriptor, const void* buffer, size_t length)
{
    const std::size_t room = TmgLens::Test::judgeWrite(descriptor, length);
    return room == 0 && length > 0 ? TmgLens::Test::fail(ENOSPC) : syscall(SYS_write, descriptor, buffer, room);
}

int fsync(int descriptor)
{
    if (TmgLens::Test::isFaulty(TmgLens::Test::Fault::SyncError, TmgLens::Test::pathOf(descriptor)))
        return int(TmgLens::Test::fail(EIO));
    return int(syscall(SYS_fsync, descriptor));
}

int fdatasync(int descriptor)
{
    if (TmgLens::Test::isFaulty(TmgLens::Test::Fault::SyncError, TmgLens::Test::pathOf(descriptor)))
        return int(TmgLens::Test::fail(EIO));
    return int(syscall(SYS_fdatasync, descriptor));
}

int rename(const char* from, const char* to) noexcept
{
    if (TmgLens::Test::isFaulty(TmgLens::Test::Fault::RenameError, to))
        return int(TmgLens::Test::fail(EACCES));
    return int(syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}

} // extern "C"

#else

namespace TmgLens::Test {

void makeFault(Fault, const QString&, quint64) {}

bool canMakeFaults()
{
    return false;
}

void mendFiles() {}

void goOn() {}

int hangingReads()
{
    return 0;
}

} // namespace TmgLens::Test

#endif
