// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/valuetable.h"
#include "model/filter/filternode.h"
#include "model/filter/term.h"
#include "model/index/recordindex.h"

#include <string>

namespace TmgLens {

/// Finds the value of one field in the records of one block. For one thread.
class FacetBlock
{
public:
    /// All must outlive the object.
    FacetBlock(const Filter::FieldName& field, const RecordIndex::Part& part, const RecordIndex& index,
               const QString& fileName);

    /// False if no record of the block has the field.
    [[nodiscard]] bool hasField() const { return m_hasField; }
    /// False if the index knows the values, so that the bytes of the records are not needed.
    [[nodiscard]] bool needsBytes() const { return m_place.field.has_value(); }
    /// What stands for the value of @p record: the cell, or the value itself if the bytes are not needed. Lives until
    /// the next call.
    [[nodiscard]] std::string_view valueOf(std::size_t record, Filter::RecordText& text);

private:
    [[nodiscard]] std::string_view timeOf(std::size_t record);

    const Filter::FieldName& m_field;
    const IndexBlock& m_block;
    const ZoneClock& m_clock;
    bool m_hasField = false;
    Filter::CellPlace m_place;
    std::string m_fileName; // empty for fields that are not about files
    std::vector<std::string> m_codeValues; // by LocalCode; none for fields that are not about codes
    LogTime m_time = invalidTime; // what m_timeText says
    std::string m_timeText;
    std::string m_usualText; // of a cell that a table spells in another way
};

} // namespace TmgLens
