// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "model/index/codetable.h"
#include "model/index/indexblock.h"
#include "model/index/serverzone.h"
#include "model/index/zoneclock.h"

#include <QDateTime>
#include <QHash>
#include <QMap>

#include <span>

namespace TmgLens {

/// One log of a summary.
struct FileSummary
{
    QString path;
    QString product; ///< For people; empty if the log does not tell.
    QString format; ///< As formatKeyword() of the first layout.
    LogKind log = LogKind::Unknown; ///< Of the first layout.
    std::optional<LogLayout::DateOrder> dateOrder = {}; ///< Where dates have the form of the server's locale.
    bool isDateOrderGuessed = false;
    quint64 records = 0;
    quint64 malformed = 0;
};

/// The most frequent values of one field.
struct TopValues
{
    Filter::FieldName field;
    FacetCounts counts;
};

/// How many of some records meant something else than their class says.
struct FoldedNote
{
    QString words; ///< For people: `40 belong to logons`; empty if there are none.
    QMap<QString, quint64> counts; ///< By Pattern::id; none is 0.
};

/// What is to be said of records that meant something else than their class says.
struct FoldedNotes
{
    std::array<FoldedNote, resultClassCount> ofClass; ///< In the order of ResultClass.
    QHash<QByteArray, FoldedNote> ofCode; ///< By CodeEntry::text; not all are there.
};

/**
 * Counts over one or more logs. A value type.
 *
 * Made block by block while the logs are read: none of them needs to be kept.
 */
class LogSummary
{
public:
    /// Begins a log, read from @p path, whose first block has @p layout. The blocks added after it are its own.
    void beginLog(const QString& path, const LogLayout& layout);
    /// Adds all records of @p block.
    void addBlock(const IndexBlock& block);
    /// Adds those records of @p block that have these numbers in it.
    void addRecords(const IndexBlock& block, std::span<const quint32> records);
    /// As RecordIndex::chooseServerZone(); before the first block.
    void chooseServerZone(const std::optional<QTimeZone>& zone) { m_zoneFinder.choose(zone); }
    /// Tells by which sentences records were chosen; none if all were.
    void setScope(const QStringList& scope) { m_scope = scope; }
    /// Tells what a person who takes the logs for whole should know, in sentences.
    void setRemarks(const QStringList& remarks) { m_remarks = remarks; }
    /// Tells what stands in the fields of the same records; see countTopValues().
    void setTopValues(std::vector<TopValues> values) { m_topValues = std::move(values); }
    /// Tells what some of the same records meant; see foldedNotes().
    void setFolded(FoldedNotes notes) { m_folded = std::move(notes); }

    [[nodiscard]] const std::vector<FileSummary>& files() const { return m_files; }
    [[nodiscard]] quint64 recordCount() const { return m_recordCount; }
    [[nodiscard]] quint64 malformedCount() const { return m_malformedCount; }
    /// Records that the logs have, chosen or not.
    [[nodiscard]] quint64 wholeCount() const { return m_wholeCount; }

    /// Earliest and latest time of a record, in UTC, or in serverZone() if all logs tell local times alone; invalid
    /// if there is none.
    [[nodiscard]] QDateTime first() const;
    [[nodiscard]] QDateTime last() const;
    /// The zone in which local times count; nothing if no log tells these alone.
    [[nodiscard]] std::optional<ServerZone> serverZone() const;

    /// The codes that occur, most frequent first. A code that means the same in two kinds of logs is one.
    [[nodiscard]] std::vector<CodeEntry> codes() const;
    /// Records of each class, in the order of ResultClass.
    [[nodiscard]] std::array<quint64, resultClassCount> classCounts() const;

    [[nodiscard]] const QStringList& scope() const { return m_scope; }
    [[nodiscard]] const QStringList& remarks() const { return m_remarks; }
    [[nodiscard]] const std::vector<TopValues>& topValues() const { return m_topValues; }
    [[nodiscard]] const FoldedNotes& folded() const { return m_folded; }

private:
    /// How far times by one clock reach.
    struct Reach
    {
        void add(LogTime time);

        LogTime first = invalidTime;
        LogTime last = invalidTime;
    };

    [[nodiscard]] Reach& beginBlock(const IndexBlock& block);
    [[nodiscard]] QDateTime zonedTime(LogTime moment) const;
    void addCounts(quint64 recordCount, quint64 malformedCount);
    void addCodes(const IndexBlock& block, std::span<const quint32> counts);

    std::vector<FileSummary> m_files;
    quint64 m_recordCount = 0;
    quint64 m_malformedCount = 0;
    quint64 m_wholeCount = 0;
    Reach m_ofUtc; // moments
    Reach m_ofServers; // what clocks of servers showed, as their zone may be known only at the end
    ServerZoneFinder m_zoneFinder;
    CodeTable m_codes;
    QStringList m_scope;
    QStringList m_remarks;
    std::vector<TopValues> m_topValues;
    FoldedNotes m_folded;
};

} // namespace TmgLens
