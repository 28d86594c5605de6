// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/lentplace.h"

#include "model/source/threadorder.h"

#include <QThreadPool>

#include <condition_variable>
#include <mutex>

namespace TmgLens {

namespace {

/// How many places are lent.
struct LentPlaces
{
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;
};

/// Stays until the end of the process: work that hangs may come back at any time.
LentPlaces& lentPlaces()
{
    static auto* const places = new LentPlaces;
    return *places;
}

} // namespace

LentPlace::LentPlace()
{
    letMainThreadGoFirst();
    QThreadPool::globalInstance()->releaseThread();
    const std::scoped_lock lock(lentPlaces().mutex);
    ++lentPlaces().count;
}

LentPlace::~LentPlace()
{
    QThreadPool::globalInstance()->reserveThread();
    const std::scoped_lock lock(lentPlaces().mutex);
    --lentPlaces().count;
    lentPlaces().changed.notify_all();
}

bool LentPlace::waitForAll(std::chrono::milliseconds time)
{
    std::unique_lock lock(lentPlaces().mutex);
    return lentPlaces().changed.wait_for(lock, time, [] { return lentPlaces().count == 0; });
}

} // namespace TmgLens
