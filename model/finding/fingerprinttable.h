// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/event.h"

#include <hwy/cache_control.h>

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

namespace TmgLens {

/**
 * Values by fingerprints, in little memory and with one look at it for most searches: what recognizers remember is
 * asked for at each event, and may be of millions of keys.
 *
 * Fingerprints are evenly spread already and nobody can choose them; ports, which are not, are few. Values are moved
 * when others come or go. For one thread.
 */
template <typename Value> class FingerprintTable
{
public:
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// The value of @p key; nullptr if it has none. Valid until another is inserted or removed.
    [[nodiscard]] const Value* find(Fingerprint key) const
    {
        if (isEmpty())
            return nullptr;
        const Slot& slot = m_slots[placeOf(key)];
        return slot.isFree() ? nullptr : &slot.value;
    }
    [[nodiscard]] Value* find(Fingerprint key) { return const_cast<Value*>(std::as_const(*this).find(key)); }

    /// The value of @p key, which must not be noFingerprint; a new one if it had none.
    Value& insert(Fingerprint key)
    {
        if (m_size * mostUsed.second >= m_slots.size() * mostUsed.first)
            grow();
        Slot& slot = m_slots[placeOf(key)];
        if (slot.isFree()) {
            slot.key = key;
            ++m_size;
        }
        return slot.value;
    }

    /// Removes @p key, which must be there.
    void remove(Fingerprint key) { removeAt(placeOf(key)); }

    /// Removes all whose values @p predicate, which is asked once about each, is true of.
    template <typename Predicate> void removeIf(const Predicate& predicate)
    {
        if (isEmpty())
            return;
        // Behind a free slot, so that none moves to where the values have been asked about.
        std::size_t place = std::size_t(std::ranges::find_if(m_slots, &Slot::isFree) - m_slots.begin());
        for (std::size_t rest = m_slots.size(); rest > 0;) {
            if (!m_slots[place].isFree() && predicate(m_slots[place].value)) {
                removeAt(place); // another may be there now
            } else {
                place = next(place);
                --rest;
            }
        }
    }

    void clear() { *this = {}; }

    /// Has the memory for @p key fetched while something else is done.
    void prefetch(Fingerprint key) const
    {
        if (!m_slots.empty())
            hwy::Prefetch(&m_slots[home(key)]);
    }

private:
    struct Slot
    {
        Fingerprint key = noFingerprint;
        [[no_unique_address]] Value value = {};

        [[nodiscard]] bool isFree() const { return key == noFingerprint; }
    };

    // Of so many slots so many are used at most. They grow by little, because memory counts for more than copying.
    static constexpr std::pair<std::size_t, std::size_t> mostUsed = {4, 5};
    static constexpr std::size_t fewestSlots = 6;

    /// The slot that @p key is in unless others were there before.
    [[nodiscard]] std::size_t home(Fingerprint key) const
    {
        constexpr Fingerprint spread = 0x9E3779B97F4A7C15; // odd, and its bits are about evenly set
        return (key * spread >> 32) * m_slots.size() >> 32;
    }
    [[nodiscard]] std::size_t next(std::size_t place) const { return place + 1 < m_slots.size() ? place + 1 : 0; }
    /// How far a search goes from one slot to another.
    [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const
    {
        return to >= from ? to - from : to + m_slots.size() - from;
    }
    /// The slot of @p key, or the free one where it belongs.
    [[nodiscard]] std::size_t placeOf(Fingerprint key) const
    {
        std::size_t place = home(key);
        while (m_slots[place].key != key && !m_slots[place].isFree())
            place = next(place);
        return place;
    }

    void grow()
    {
        std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 4 / 3 + fewestSlots));
        for (Slot& slot : old)
            if (!slot.isFree())
                m_slots[placeOf(slot.key)] = std::move(slot);
    }

    /// Frees a slot, and moves those up that would not be found behind it any more.
    void removeAt(std::size_t free)
    {
        for (std::size_t place = next(free); !m_slots[place].isFree(); place = next(place)) {
            if (distance(home(m_slots[place].key), place) >= distance(free, place)) {
                m_slots[free] = std::move(m_slots[place]);
                free = place;
            }
        }
        m_slots[free] = {};
        --m_size;
    }

    std::vector<Slot> m_slots;
    std::size_t m_size = 0;
};

using FingerprintSet = FingerprintTable<std::monostate>;

} // namespace TmgLens
