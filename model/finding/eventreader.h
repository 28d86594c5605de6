// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/eventneeds.h"
#include "model/index/recordindex.h"

#include <functional>
#include <span>

namespace TmgLens {

/**
 * Makes events of the records whose codes matter.
 *
 * Immutable, and refers to an index that must outlive it: may be used from any thread.
 */
class EventReader
{
public:
    /// @p needs tells what has to be read of records with a code.
    EventReader(const RecordIndex& index, const std::function<EventNeeds(const CodeEntry&)>& needs);

    /**
     * Replaces @p events, whose memory is used again, with those of @p records (numbers in any order), in the same
     * order. Records without a time are none.
     *
     * Blocks of which most records are wanted are read as a whole.
     */
    [[nodiscard]] std::expected<void, LoadError> read(std::span<const quint32> records,
                                                      std::vector<Event>& events) const;

private:
    void addEvent(quint32 number, const RecordIndex::Part& part, std::vector<Event>& events) const;

    const RecordIndex& m_index;
    std::vector<EventNeeds> m_needs; // by CodeIndex
    std::vector<bool> m_isSuccess; // the same
};

} // namespace TmgLens
