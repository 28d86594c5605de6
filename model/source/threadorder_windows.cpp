// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/threadorder.h"

#include <QCoreApplication>
#include <QThread>

namespace TmgLens {

void letMainThreadGoFirst()
{
    if (!QThread::isMainThread())
        QThread::currentThread()->setPriority(QThread::LowPriority);
}

/// A thread does not know who started it, and reads for a window as for a program without one.
void letAwaitedWorkGoFirst() {}

} // namespace TmgLens
