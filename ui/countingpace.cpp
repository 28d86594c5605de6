// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/countingpace.h"

#include "model/table/resultfiltermodel.h"

#include <algorithm>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr auto changeDelay = 20ms; // several changes come at once
constexpr auto growthDelay = 1000ms;
constexpr int growthShare = 4; // pauses while a log grows are so many times as long as the counting

} // namespace

CountingPace::CountingPace(const ResultFilterModel* records) : m_records(records)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &CountingPace::start);
    connect(records, &QAbstractItemModel::modelReset, this, &CountingPace::refresh);
    connect(records, &ResultFilterModel::updated, this, &CountingPace::follow);
    connect(records, &QAbstractItemModel::rowsInserted, this, &CountingPace::follow);
    connect(records, &ResultFilterModel::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_isWaiting)
            refresh();
    });
}

void CountingPace::setWatched(bool isWatched)
{
    m_isWatched = isWatched;
    if (!isWatched) {
        m_pause.stop();
        m_isStale = m_isStale || m_isRunning;
    } else if (m_isStale) {
        refresh();
    }
}

bool CountingPace::isCurrent() const
{
    return !m_isStale && !m_isRunning && !m_records->isBusy();
}

void CountingPace::refresh()
{
    request(changeDelay);
}

void CountingPace::finish()
{
    m_isRunning = false;
    m_lastDuration = std::chrono::milliseconds(m_clock.elapsed());
    if (m_isStale)
        follow();
}

/// Records have been added to what is visible, perhaps.
void CountingPace::follow()
{
    m_isStale = true;
    if (!m_pause.isActive() && !m_isRunning)
        request(std::max<std::chrono::milliseconds>(growthDelay, growthShare * m_lastDuration));
}

void CountingPace::request(std::chrono::milliseconds delay)
{
    m_isStale = true;
    if (m_isWatched)
        m_pause.start(delay);
}

void CountingPace::start()
{
    m_isWaiting = m_records->isBusy(); // other rows are about to come
    if (m_isWaiting)
        return;
    m_isStale = false;
    m_isRunning = true;
    m_clock.start();
    Q_EMIT due();
}

} // namespace TmgLens
