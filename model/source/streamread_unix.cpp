// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/streamread.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace TmgLens {

namespace {

constexpr int millisecondsBetweenLooks = 50;

std::error_code lastError()
{
    return {errno, std::generic_category()};
}

/// Whether a failed call may succeed when it is made again.
bool isPassing(int number)
{
    return number == EINTR || number == EAGAIN || number == EWOULDBLOCK;
}

} // namespace

int openStream(const QString& path, std::error_code& error)
{
    const int descriptor = open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        error = lastError();
    return descriptor;
}

std::size_t streamRead(int descriptor, std::span<char> buffer, const std::stop_token& stop, std::error_code& error)
{
    std::size_t done = 0;
    while (done < buffer.size() && !stop.stop_requested()) {
        // A named pipe that nobody has opened for writing reads as ended; poll() knows better and waits.
        pollfd waiting = {.fd = descriptor, .events = POLLIN, .revents = 0};
        const int ready = poll(&waiting, 1, millisecondsBetweenLooks);
        if (ready == 0)
            continue;
        const ssize_t count = ready < 0 ? -1 : read(descriptor, buffer.data() + done, buffer.size() - done);
        if (count == 0)
            break;
        if (count > 0) {
            done += std::size_t(count);
        } else if (!isPassing(errno)) {
            error = lastError();
            break;
        }
    }
    return done;
}

} // namespace TmgLens
