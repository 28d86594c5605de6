// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/keptevents.h"

#include <algorithm>
#include <utility>

namespace TmgLens {

// A queue is a ring: its handle is the place of the newest, whose next is the oldest.

void KeptEvents::append(Queue& queue, const KeptEvent& event)
{
    const quint32 place = freePlace();
    quint64* const at = words(place);
    at[0] = quint64(event.time.time_since_epoch().count()) << testBits | event.test;
    at[1] = event.record;
    std::ranges::copy(event.values, at + fixedWords);
    const auto newest = quint32(queue);
    setNext(place, newest == 0 ? place : next(newest));
    if (newest != 0)
        setNext(newest, place);
    queue = Queue(place);
}

LogTime KeptEvents::oldest(Queue queue) const
{
    return time(next(quint32(queue)));
}

void KeptEvents::removeOldest(Queue& queue)
{
    const auto newest = quint32(queue);
    const quint32 place = next(newest);
    if (place == newest)
        queue = Queue::Empty;
    else
        setNext(newest, next(place));
    setNext(place, m_free);
    m_free = place;
}

void KeptEvents::clear(Queue& queue)
{
    if (queue == Queue::Empty)
        return;
    const auto newest = quint32(queue);
    const quint32 place = next(newest);
    setNext(newest, m_free);
    m_free = place;
    queue = Queue::Empty;
}

void KeptEvents::setNext(quint32 place, quint32 next) const
{
    quint64& word = words(place)[1];
    word = quint64(next) << 32 | quint32(word);
}

quint32 KeptEvents::freePlace()
{
    if (m_free != 0)
        return std::exchange(m_free, next(m_free));
    if (m_end / eventsOfChunk == m_chunks.size())
        m_chunks.push_back(std::make_unique<quint64[]>(eventsOfChunk * m_width));
    return m_end++;
}

} // namespace TmgLens
