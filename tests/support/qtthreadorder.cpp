// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * @file
 * Tells the thread sanitizer in which order Qt runs things. Linked into the tests that are built with it; needs ELF.
 *
 * Qt's own libraries are built without the sanitizer, which therefore sees neither their locks nor their futexes and
 * takes for a race what a pool, a future or an engine of Qt Concurrent keeps in order. Suppressions cannot mend that:
 * all of our work on other threads runs below frames of Qt Concurrent, so they would hide our own races too. Instead,
 * the functions here step in for those of Qt by which work and results go from one thread to another. Each calls the
 * function that it stands for.
 *
 * All of them share one mark, so that a race is seen where no such function is called in between, as within the
 * portions of a map that run at the same time.
 */

#include <QFutureInterface>
#include <QRunnable>
#include <QThreadPool>
#include <QtConcurrentMap>

#include <dlfcn.h>

// From the sanitizer's runtime: what happened before a release has happened after an acquire that follows it.
extern "C" void __tsan_acquire(void* address);
extern "C" void __tsan_release(void* address);

namespace {

char order; // only its address is used

void release()
{
    __tsan_release(&order);
}

void acquire()
{
    __tsan_acquire(&order);
}

/// Qt's own function of this name, which is mangled.
template <typename Function> Function* original(const char* name)
{
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

/// Work as a pool gets it: after all that its starter did, before all that follows its end.
class OrderedWork : public QRunnable
{
public:
    explicit OrderedWork(QRunnable* work) : m_work(work) { release(); }

    void run() override
    {
        acquire();
        const bool isOwner = m_work->autoDelete(); // if not, the work may be gone once it has run
        m_work->run();
        if (isOwner)
            delete m_work;
        release();
    }

private:
    QRunnable* m_work;
};

} // namespace

void QThreadPool::start(QRunnable* work, int priority)
{
    static auto* const start = original<void(QThreadPool*, QRunnable*, int)>("_ZN11QThreadPool5startEP9QRunnablei");
    start(this, new OrderedWork(work), priority);
}

bool QThreadPool::tryStart(QRunnable* work)
{
    static auto* const tryStart = original<bool(QThreadPool*, QRunnable*)>("_ZN11QThreadPool8tryStartEP9QRunnable");
    auto* const ordered = new OrderedWork(work);
    const bool isStarted = tryStart(this, ordered);
    if (!isStarted)
        delete ordered;
    return isStarted;
}

/// An engine's threads ask this before each portion and after their last one; the last of them takes the results.
bool QtConcurrent::ThreadEngineBase::isCanceled()
{
    static auto* const isCanceled =
        original<bool(ThreadEngineBase*)>("_ZN12QtConcurrent16ThreadEngineBase10isCanceledEv");
    release();
    return isCanceled(this);
}

void QFutureInterfaceBase::reportFinished()
{
    static auto* const reportFinished =
        original<void(QFutureInterfaceBase*)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    release();
    reportFinished(this);
    acquire();
}

void QFutureInterfaceBase::waitForFinished()
{
    static auto* const waitForFinished =
        original<void(QFutureInterfaceBase*)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    waitForFinished(this);
    acquire();
}

/// The last who lets go of a future deletes its results.
bool QFutureInterfaceBase::derefT() const
{
    static auto* const derefT = original<bool(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase6derefTEv");
    release();
    const bool isHeldByOthers = derefT(this);
    acquire();
    return isHeldByOthers;
}
