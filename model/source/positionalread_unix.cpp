// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/positionalread.h"

#include <cerrno>

#include <unistd.h>

namespace TmgLens {

std::size_t positionalRead(int descriptor, quint64 offset, std::span<char> buffer, std::error_code& error)
{
    std::size_t done = 0;
    while (done < buffer.size()) {
        const ssize_t count = pread(descriptor, buffer.data() + done, buffer.size() - done, off_t(offset + done));
        if (count == 0)
            break;
        if (count < 0) {
            if (errno == EINTR)
                continue;
            error = std::error_code(errno, std::generic_category());
            return done;
        }
        done += std::size_t(count);
    }
    return done;
}

} // namespace TmgLens
