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
     * The events of @p records (numbers in any order), in the same order. Records without a time are none.
     *
     * Blocks of which most records are wanted are read as a whole.
     */
    [[nodiscard]] std::expected<std::vector<Event>, LoadError> read(std::span<const quint32> records) const;

    /// A record to be read.
    struct Wanted
    {
        quint32 record; ///< Within its block.
        std::size_t place; ///< Of its event.
    };

private:
    /// What is wanted of one block.
    struct PartOfEvents
    {
        const RecordIndex::Part* part = nullptr;
        std::vector<Wanted> wanted = {};
    };

    [[nodiscard]] std::size_t partOf(quint32 number, std::size_t before, std::vector<PartOfEvents>& parts) const;

    const RecordIndex& m_index;
    std::vector<EventNeeds> m_needs; // by CodeIndex
    std::vector<bool> m_isSuccess; // the same
};

} // namespace TmgLens
