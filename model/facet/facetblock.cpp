// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetblock.h"

#include "model/filter/celltest.h"
#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/format/readablecell.h"

namespace TmgLens {

using Filter::Subject;

FacetBlock::FacetBlock(const Filter::FieldName& field, const RecordIndex::Part& part, const RecordIndex& index,
                       const QString& fileName)
    : m_field(field)
    , m_block(*part.block)
    , m_clock(index.clock())
{
    const LogLayout& layout = *m_block.layout;
    switch (field.subject) {
    case Subject::Cell:
        m_place = Filter::cellPlace(field, layout);
        m_hasField = m_place.field.has_value();
        break;
    case Subject::Time:
        m_hasField = layout.timeField || layout.gmtTimeField || layout.localTimeField;
        break;
    case Subject::File:
        m_hasField = true;
        m_fileName = fileName.toStdString();
        break;
    case Subject::Finding:
        break; // of a record there can be several
    default:
        m_hasField = layout.codeField.has_value();
        for (const CodeIndex code : part.codes)
            m_codeValues.push_back(Filter::exactValue(field, index.codes().at(code)).toStdString());
    }
}

std::string_view FacetBlock::valueOf(std::size_t record, Filter::RecordText& text)
{
    if (!m_codeValues.empty())
        return m_codeValues[qToUnderlying(m_block.code(record))];
    if (!m_fileName.empty())
        return m_fileName;
    if (!m_place.field)
        return timeOf(record);
    const std::string_view cell = text.cell(*m_place.field);
    if (m_place.isPort)
        return Filter::portOfCell(cell);
    const LogLayout& layout = text.layout();
    if (const auto usual = textLogCell(cell, layout.fields[*m_place.field], layout)) {
        m_usualText = usual->toStdString();
        return m_usualText;
    }
    return cell;
}

/// The date or the time of day or both, in the words of the filter language. Empty if the record has none.
std::string_view FacetBlock::timeOf(std::size_t record)
{
    const LogTime time = m_block.time(record);
    if (time == m_time)
        return m_timeText;
    m_time = time;
    m_timeText = Filter::exactValue(m_field, m_clock.wall(time));
    return m_timeText;
}

} // namespace TmgLens
