// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <csignal>
#include <stop_token>

namespace TmgLens {

/**
 * While it lives, Ctrl+C and a polite kill ask for a stop instead of ending the process, so that half a file can be
 * taken away again. A second one ends it at once.
 *
 * One at a time, on one thread.
 */
class InterruptGuard
{
public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

    /// Requests the stop if there was an interruption. To be called now and then: a signal handler may not do it.
    void poll();

    /// Ends the process as the interruption would have, so that the caller sees why it ended.
    [[noreturn]] static void endProcess();

private:
    struct Handled
    {
        int signal = 0;
        void (*before)(int) = SIG_DFL;
    };

    std::array<Handled, 2> m_handled = {Handled{SIGINT}, Handled{SIGTERM}};
    std::stop_source m_stop;
};

} // namespace TmgLens
