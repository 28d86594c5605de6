// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "model/index/codetable.h"
#include "model/index/indexblock.h"

#include <QDateTime>

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
    /// Tells by which sentences records were chosen; none if all were.
    void setScope(const QStringList& scope) { m_scope = scope; }
    /// Tells what stands in the fields of the same records; see countTopValues().
    void setTopValues(std::vector<TopValues> values) { m_topValues = std::move(values); }

    [[nodiscard]] const std::vector<FileSummary>& files() const { return m_files; }
    [[nodiscard]] quint64 recordCount() const { return m_recordCount; }
    [[nodiscard]] quint64 malformedCount() const { return m_malformedCount; }
    /// Records that the logs have, chosen or not.
    [[nodiscard]] quint64 wholeCount() const { return m_wholeCount; }

    /**
     * Earliest and latest time of a record; invalid if there is none.
     *
     * Logs in the server's local time do not say their zone; they are taken to be of this computer's.
     */
    [[nodiscard]] const QDateTime& first() const { return m_first; }
    [[nodiscard]] const QDateTime& last() const { return m_last; }

    /// The codes that occur, most frequent first. A code that means the same in two kinds of logs is one.
    [[nodiscard]] std::vector<CodeEntry> codes() const;
    /// Records of each class, in the order of ResultClass.
    [[nodiscard]] std::array<quint64, resultClassCount> classCounts() const;

    [[nodiscard]] const QStringList& scope() const { return m_scope; }
    [[nodiscard]] const std::vector<TopValues>& topValues() const { return m_topValues; }

private:
    void addCounts(quint64 recordCount, quint64 malformedCount);
    void addCodes(const IndexBlock& block, std::span<const quint32> counts);
    void addTime(LogTime time, LogLayout::Clock clock);

    std::vector<FileSummary> m_files;
    quint64 m_recordCount = 0;
    quint64 m_malformedCount = 0;
    quint64 m_wholeCount = 0;
    QDateTime m_first;
    QDateTime m_last;
    CodeTable m_codes;
    QStringList m_scope;
    std::vector<TopValues> m_topValues;
};

} // namespace TmgLens
