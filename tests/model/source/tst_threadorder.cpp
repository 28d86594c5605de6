// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/threadorder.h"

#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace TmgLens;

class ThreadOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsWhatTheWorkReturns();
    void letsTheMainThreadGoFirst();
    void letsAwaitedWorkGoFirst();
    void changesNothingWithoutAWindow();
};

namespace {

/// How far this thread stands back; 0 where nobody can tell.
int niceness()
{
#ifdef Q_OS_LINUX
    return getpriority(PRIO_PROCESS, id_t(gettid()));
#else
    return 0;
#endif
}

bool canTell()
{
#ifdef Q_OS_LINUX
    return true;
#else
    return false;
#endif
}

/// What @p work returns, done on a thread that does nothing else.
template <typename Work> auto onOwnThread(Work work)
{
    QThreadPool pool;
    return QtConcurrent::run(&pool, work).takeResult();
}

} // namespace

void ThreadOrderTest::returnsWhatTheWorkReturns()
{
    QCOMPARE(*doBehindAwaitedWork([] { return std::make_unique<int>(4); }), 4);
}

void ThreadOrderTest::letsTheMainThreadGoFirst()
{
    if (!canTell())
        QSKIP("Threads do not tell their order here.");
    const int before = niceness();
    letMainThreadGoFirst(); // this is the main thread
    QCOMPARE(niceness(), before);
    const int behind = onOwnThread([] {
        letMainThreadGoFirst();
        letMainThreadGoFirst(); // no further
        return niceness();
    });
    QCOMPARE_GT(behind, before);
    const int started = onOwnThread([] {
        letMainThreadGoFirst();
        return onOwnThread(niceness);
    });
    QCOMPARE(started, behind);
}

void ThreadOrderTest::letsAwaitedWorkGoFirst()
{
    if (!canTell())
        QSKIP("Threads do not tell their order here.");
    const auto [awaited, unasked, after] = onOwnThread([] {
        letMainThreadGoFirst();
        const int behind = niceness();
        const int further = doBehindAwaitedWork(niceness);
        return std::tuple(behind, further, niceness());
    });
    QCOMPARE_GT(unasked, awaited);
    QCOMPARE(after, awaited);
}

void ThreadOrderTest::changesNothingWithoutAWindow()
{
    QCOMPARE(doBehindAwaitedWork(niceness), niceness());
}

QTEST_GUILESS_MAIN(ThreadOrderTest)
#include "tst_threadorder.moc"
