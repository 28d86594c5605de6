// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * What a program loads before all others, so that its files are faulty: TMGLENS_TEST_FAULT is the number of the Fault,
 * TMGLENS_TEST_FROM the first byte of it, TMGLENS_TEST_PATH the beginning of the paths. With TMGLENS_TEST_CLOSE, the
 * program's windows are closed as soon as a read hangs.
 */

#include "tests/faults/faultyfiles.h"

#include <QCoreApplication>
#include <QTimer>

namespace TmgLens::Test {

namespace {

[[gnu::constructor]] void makeFaultOfEnvironment()
{
    const QString path = qEnvironmentVariable("TMGLENS_TEST_PATH");
    if (!path.isEmpty())
        makeFault(Fault(qEnvironmentVariableIntValue("TMGLENS_TEST_FAULT")), path,
                  qEnvironmentVariable("TMGLENS_TEST_FROM").toULongLong());
}

void closeWindowsWhenAReadHangs()
{
    if (!qEnvironmentVariableIsSet("TMGLENS_TEST_CLOSE"))
        return;
    auto* timer = new QTimer(QCoreApplication::instance());
    QObject::connect(timer, &QTimer::timeout, timer, [timer] {
        if (hangingReads() == 0)
            return;
        timer->stop();
        QMetaObject::invokeMethod(QCoreApplication::instance(), "closeAllWindows");
    });
    timer->start(1);
}

Q_COREAPP_STARTUP_FUNCTION(closeWindowsWhenAReadHangs)

} // namespace

} // namespace TmgLens::Test
