// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/positionalread.h"

#include <cerrno>

#include <sys/uio.h>
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

bool positionalReadAtOnce([[maybe_unused]] int descriptor, [[maybe_unused]] quint64 offset,
                          [[maybe_unused]] std::span<char> buffer)
{
#ifdef RWF_NOWAIT // Linux; its file systems of shares, and some others, say that they do not know how
    const iovec piece{.iov_base = buffer.data(), .iov_len = buffer.size()};
    return preadv2(descriptor, &piece, 1, off_t(offset), RWF_NOWAIT) == ssize_t(buffer.size());
#else
    return false;
#endif
}

} // namespace TmgLens
