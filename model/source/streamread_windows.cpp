// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/streamread.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace TmgLens {

namespace {

constexpr DWORD millisecondsBetweenLooks = 50;

/// Whether a pipe is open at the other end, but has nothing to read yet.
bool isIdlePipe(HANDLE handle)
{
    DWORD available = 0;
    return GetFileType(handle) == FILE_TYPE_PIPE && PeekNamedPipe(handle, nullptr, 0, nullptr, &available, nullptr)
        && available == 0;
}

} // namespace

int openStream(const QString& path, std::error_code& error)
{
    const int descriptor = _wopen(reinterpret_cast<const wchar_t*>(path.utf16()), _O_RDONLY | _O_BINARY);
    if (descriptor < 0)
        error = std::error_code(errno, std::generic_category());
    return descriptor;
}

std::size_t streamRead(int descriptor, std::span<char> buffer, const std::stop_token& stop, std::error_code& error)
{
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
    std::size_t done = 0;
    while (done < buffer.size() && !stop.stop_requested()) {
        if (isIdlePipe(handle)) {
            Sleep(millisecondsBetweenLooks);
            continue;
        }
        const DWORD wanted = DWORD(std::min<std::size_t>(buffer.size() - done, 1U << 30));
        DWORD count = 0;
        if (!ReadFile(handle, buffer.data() + done, wanted, &count, nullptr)) {
            if (GetLastError() != ERROR_BROKEN_PIPE) // which is how a pipe ends
                error = std::error_code(int(GetLastError()), std::system_category());
            break;
        }
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

} // namespace TmgLens
