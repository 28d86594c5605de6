// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/positionalread.h"

#include <algorithm>

#include <io.h>
#include <windows.h>

namespace TmgLens {

std::size_t positionalRead(int descriptor, quint64 offset, std::span<char> buffer, std::error_code& error)
{
    const auto handle = reinterpret_cast<HANDLE>(_get_osfhandle(descriptor));
    std::size_t done = 0;
    while (done < buffer.size()) {
        OVERLAPPED place = {};
        place.Offset = DWORD((offset + done) & 0xFFFFFFFF);
        place.OffsetHigh = DWORD((offset + done) >> 32);
        const DWORD wanted = DWORD(std::min<std::size_t>(buffer.size() - done, 1U << 30));
        DWORD count = 0;
        if (!ReadFile(handle, buffer.data() + done, wanted, &count, &place)) {
            if (GetLastError() == ERROR_HANDLE_EOF)
                break;
            error = std::error_code(int(GetLastError()), std::system_category());
            return done;
        }
        if (count == 0)
            break;
        done += count;
    }
    return done;
}

bool positionalReadAtOnce(int, quint64, std::span<char>)
{
    return false;
}

} // namespace TmgLens
