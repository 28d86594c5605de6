// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"

#include <memory>
#include <span>

namespace TmgLens {

/// An event that may become part of something, as far as it matters then.
struct KeptEvent
{
    LogTime time;
    quint32 record;
    std::size_t test; ///< Number of the one that it has passed.
    std::span<const Fingerprint> values; ///< Of the attributes that are kept.
};

/**
 * Keeps the events of many keys in little memory: 16 bytes for each, and 8 for each attribute that is kept.
 *
 * The events of a key are a queue, which its caller knows by a handle. For one thread.
 */
class KeptEvents
{
public:
    /// The events of one key; empty at first.
    enum class Queue : quint32 { Empty = 0 };

    /// @p values is the number of attributes that are kept, at most maximumKept.
    explicit KeptEvents(std::size_t values) : m_width(fixedWords + values) {}

    void append(Queue& queue, const KeptEvent& event);
    [[nodiscard]] LogTime oldest(Queue queue) const; ///< Its time; the queue must not be empty.
    void removeOldest(Queue& queue);
    void clear(Queue& queue);
    /// Hands the events of @p queue to @p visit, the oldest first, for as long as it returns true.
    template <typename Visitor> void visit(Queue queue, const Visitor& visit) const
    {
        const auto newest = quint32(queue);
        quint32 place = newest;
        while (place != 0) {
            place = next(place);
            if (!visit(event(place)) || place == newest)
                return;
        }
    }

private:
    // Of an event: its time and test, its record and the place of the next, and then the values.
    static constexpr std::size_t fixedWords = 2;
    static constexpr int testBits = 8;
    static constexpr std::size_t eventsOfChunk = 1024;

    [[nodiscard]] quint64* words(quint32 place) const
    {
        return &m_chunks[place / eventsOfChunk][place % eventsOfChunk * m_width];
    }
    [[nodiscard]] LogTime time(quint32 place) const
    {
        return LogTime(std::chrono::seconds(qint64(words(place)[0]) >> testBits));
    }
    [[nodiscard]] KeptEvent event(quint32 place) const
    {
        const quint64* const at = words(place);
        return {.time = time(place),
                .record = quint32(at[1]),
                .test = at[0] & ((1U << testBits) - 1),
                .values = {at + fixedWords, m_width - fixedWords}};
    }
    [[nodiscard]] quint32 next(quint32 place) const { return quint32(words(place)[1] >> 32); }
    void setNext(quint32 place, quint32 next) const;
    [[nodiscard]] quint32 freePlace();

    std::size_t m_width;
    std::vector<std::unique_ptr<quint64[]>> m_chunks;
    quint32 m_end = 1; // places from here on have never been used; 0 is none
    quint32 m_free = 0; // the first of those that are free again, each of which has the next
};

} // namespace TmgLens
