// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/interruptguard.h"

#include <csignal>
#include <cstdlib>

namespace TmgLens {

namespace {

volatile std::sig_atomic_t receivedSignal = 0;

extern "C" void rememberSignal(int signal)
{
    receivedSignal = signal;
    std::signal(signal, SIG_DFL);
}

} // namespace

InterruptGuard::InterruptGuard()
{
    receivedSignal = 0;
    for (Handled& handled : m_handled) {
        handled.before = std::signal(handled.signal, rememberSignal);
        if (handled.before == SIG_IGN) // as for a job in the background
            std::signal(handled.signal, SIG_IGN);
    }
}

InterruptGuard::~InterruptGuard()
{
    for (const Handled& handled : m_handled)
        std::signal(handled.signal, handled.before);
}

void InterruptGuard::poll()
{
    if (receivedSignal != 0)
        m_stop.request_stop();
}

void InterruptGuard::endProcess()
{
    const int signal = receivedSignal;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    std::abort(); // not reached: the default of both signals is to end
}

} // namespace TmgLens
