// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordindex.h"

#include "model/index/blockjoining.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// The earlier one of two times, either of which may be none.
LogTime earlier(LogTime one, LogTime other)
{
    if (one == invalidTime || other == invalidTime)
        return std::max(one, other);
    return std::min(one, other);
}

} // namespace

void RecordIndex::append(const BlockPointer& scanned)
{
    if (scanned->clockReading) {
        m_zoneFinder.add(*scanned->clockReading);
        moveMoments();
    }
    const BlockPointer block = withServerClock(scanned, m_serverClock);
    const std::size_t fileNumber = fileOf(*block);
    File& file = m_files[fileNumber];
    Part part{.block = block, .file = fileNumber, .firstRecord = m_recordCount, .firstLine = file.lineCount};
    for (std::size_t i = 0; i < block->codeTexts.size(); ++i)
        part.codes.push_back(
            m_codes.add(QByteArray::fromStdString(block->codeTexts[i]), block->codeLogs[i], block->codeCounts[i]));
    part.fields = !m_parts.empty() && m_parts.back().block->layout == block->layout ? m_parts.back().fields
                                                                                    : m_columns.add(*block->layout);
    m_recordCount += quint32(block->size());
    m_malformedCount += block->malformedCount;
    file.recordCount += quint32(block->size());
    file.lineCount += block->lineCount;
    file.malformedCount += block->malformedCount;
    reach(*block, file);
    m_parts.push_back(std::move(part));
}

void RecordIndex::joinLast()
{
    if (m_parts.size() < 2)
        return;
    const Part& last = m_parts.back();
    Part& before = m_parts[m_parts.size() - 2];
    const auto joined = joinBlocks(*before.block, *last.block);
    if (!joined)
        return;
    for (std::size_t i = 0; i < last.codes.size(); ++i)
        if (qToUnderlying(joined->codesOfSecond[i]) == before.codes.size())
            before.codes.push_back(last.codes[i]);
    before.block = joined->block;
    m_parts.pop_back();
}

/// The place of the log of @p block in m_files, as the last one if it is new there.
std::size_t RecordIndex::fileOf(const IndexBlock& block)
{
    for (std::size_t i = m_files.size(); i-- > 0;)
        if (m_files[i].source == block.source)
            return i;
    m_files.push_back({.source = block.source, .layout = block.layout, .firstRecord = m_recordCount});
    return m_files.size() - 1;
}

/// Takes in how far the moments of @p block, which is of @p file, reach.
void RecordIndex::reach(const IndexBlock& block, File& file)
{
    m_firstTime = earlier(m_firstTime, block.firstTime);
    m_lastTime = std::max(m_lastTime, block.lastTime);
    file.firstTime = earlier(file.firstTime, block.firstTime);
    file.lastTime = std::max(file.lastTime, block.lastTime);
}

bool RecordIndex::tellsLocalTimes() const
{
    return std::ranges::any_of(m_parts, [](const Part& part) { return !part.block->loggedTimes.empty(); });
}

void RecordIndex::chooseServerZone(const std::optional<QTimeZone>& zone)
{
    m_zoneFinder.choose(zone);
    moveMoments();
}

/// Gives records with local times the moments that they have in the zone of their server, if that is another now.
void RecordIndex::moveMoments()
{
    const QTimeZone zone = m_zoneFinder.zone().zone;
    if (m_serverClock.zone() == zone)
        return;
    m_serverClock = ZoneClock(zone);
    m_firstTime = invalidTime;
    m_lastTime = invalidTime;
    for (File& file : m_files)
        file.firstTime = file.lastTime = invalidTime;
    for (Part& part : m_parts) {
        part.block = withServerClock(part.block, m_serverClock);
        reach(*part.block, m_files[part.file]);
    }
}

RecordIndex::Place RecordIndex::place(RecordNumber record) const
{
    Q_ASSERT(qToUnderlying(record) < m_recordCount);
    // The last part that begins at or before the record; parts without records begin where the next one does.
    const auto after = std::ranges::upper_bound(m_parts, qToUnderlying(record), {}, &Part::firstRecord);
    const Part& part = *std::prev(after);
    return {&part, qToUnderlying(record) - part.firstRecord};
}

CodeIndex RecordIndex::code(RecordNumber record) const
{
    const Place at = place(record);
    return at.part->codes[qToUnderlying(at.part->block->code(at.record))];
}

LogTime RecordIndex::time(RecordNumber record) const
{
    const Place at = place(record);
    return at.part->block->time(at.record);
}

RecordFlags RecordIndex::flags(RecordNumber record) const
{
    const Place at = place(record);
    return at.part->block->flags(at.record);
}

quint64 RecordIndex::lineNumber(RecordNumber record) const
{
    const Place at = place(record);
    return at.part->firstLine + at.part->block->line(at.record) + 1;
}

int RecordIndex::fieldOfColumn(RecordNumber record, int column) const
{
    const Place at = place(record);
    return std::size_t(column) < at.part->fields.size() ? at.part->fields[std::size_t(column)] : -1;
}

} // namespace TmgLens
