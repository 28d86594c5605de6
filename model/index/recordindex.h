// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/codetable.h"
#include "model/index/columnset.h"
#include "model/index/indexblock.h"
#include "model/index/serverzone.h"
#include "model/index/zoneclock.h"

namespace TmgLens {

/// Number of a record within a document, from 0 on in the order of its blocks: those of a log follow its bytes.
enum class RecordNumber : quint32 {};

/**
 * The index of a document: the blocks of its logs, one log after the other, and what has been added to them since.
 *
 * A value type that belongs to one thread; a copy shares the sealed blocks and is what jobs on other threads get.
 */
class RecordIndex
{
public:
    /// A log of the document: the blocks of one source. Where logs grow, records of others may stand between its own.
    struct File
    {
        SourcePointer source = {};
        LayoutPointer layout = {}; ///< That of the first block.
        quint32 firstRecord = 0;
        quint32 recordCount = 0;
        quint64 lineCount = 0;
        quint64 malformedCount = 0;
        LogTime firstTime = invalidTime;
        LogTime lastTime = invalidTime;
    };

    /// A block within the document.
    struct Part
    {
        BlockPointer block = {};
        std::size_t file = 0; ///< Its place in files().
        quint32 firstRecord = 0;
        quint64 firstLine = 0; ///< Counted from 0 at the start of the file.
        std::vector<CodeIndex> codes = {}; ///< LocalCode -> CodeIndex.
        std::vector<int> fields = {}; ///< Column -> field of the block's layout, or -1; can be shorter than columns().
    };

    /// A record's place.
    struct Place
    {
        const Part* part = nullptr;
        std::size_t record = 0; ///< Within the block.
    };

    /// Adds a block, which follows on those of its source that are there.
    void append(const BlockPointer& scanned);

    /// Makes one block of the last two where joinBlocks() can: for a log that grows.
    void joinLast();

    /// Takes in the columns of a layout whose blocks are about to come.
    void addColumns(const LogLayout& layout) { m_columns.add(layout); }

    [[nodiscard]] quint32 recordCount() const { return m_recordCount; }
    [[nodiscard]] quint64 malformedCount() const { return m_malformedCount; }
    [[nodiscard]] const std::vector<Part>& parts() const { return m_parts; }
    [[nodiscard]] const std::vector<File>& files() const { return m_files; }
    [[nodiscard]] const CodeTable& codes() const { return m_codes; }
    [[nodiscard]] const ColumnSet& columns() const { return m_columns; }
    /// Earliest and latest time; invalidTime if no record has one.
    [[nodiscard]] LogTime firstTime() const { return m_firstTime; }
    [[nodiscard]] LogTime lastTime() const { return m_lastTime; }

    /// The zone of the servers whose logs tell local times. Logs that come can change it, until one is chosen.
    [[nodiscard]] ServerZone serverZone() const { return m_zoneFinder.zone(); }
    /// The zone that it is, or would be, if nobody had chosen one.
    [[nodiscard]] ServerZone foundServerZone() const { return m_zoneFinder.foundZone(); }
    [[nodiscard]] const std::optional<QTimeZone>& chosenServerZone() const { return m_zoneFinder.chosen(); }
    /// True if a log tells the time by the clock of its server alone, so that the zone matters.
    [[nodiscard]] bool tellsLocalTimes() const;
    /// Chooses a zone, or none. The moments of records with local times move, in some nanoseconds each.
    void chooseServerZone(const std::optional<QTimeZone>& zone);

    /// The clock by which people see times, so that those they write are by it too.
    [[nodiscard]] const ZoneClock& clock() const { return m_clock; }
    void setClock(const ZoneClock& clock) { m_clock = clock; }

    /// Where @p record is; it must be below recordCount(). Logarithmic in the number of blocks.
    [[nodiscard]] Place place(RecordNumber record) const;

    [[nodiscard]] CodeIndex code(RecordNumber record) const;
    [[nodiscard]] LogTime time(RecordNumber record) const;
    [[nodiscard]] RecordFlags flags(RecordNumber record) const;
    /// The log that @p record is of.
    [[nodiscard]] const File& file(RecordNumber record) const { return m_files[place(record).part->file]; }
    /// Line of the record in its file, counted from 1.
    [[nodiscard]] quint64 lineNumber(RecordNumber record) const;
    /// The field of the record's own layout that fills @p column, or -1.
    [[nodiscard]] int fieldOfColumn(RecordNumber record, int column) const;

private:
    [[nodiscard]] std::size_t fileOf(const IndexBlock& block);
    void reach(const IndexBlock& block, File& file);
    void moveMoments();

    std::vector<Part> m_parts;
    std::vector<File> m_files;
    CodeTable m_codes;
    ColumnSet m_columns;
    quint32 m_recordCount = 0;
    quint64 m_malformedCount = 0;
    LogTime m_firstTime = invalidTime;
    LogTime m_lastTime = invalidTime;
    ServerZoneFinder m_zoneFinder;
    ZoneClock m_serverClock{m_zoneFinder.zone().zone};
    ZoneClock m_clock;
};

} // namespace TmgLens
