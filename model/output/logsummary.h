// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

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
    quint64 records = 0;
    quint64 malformed = 0;
};

/**
 * Counts over one or more logs. A value type.
 *
 * Logs are added one by one, so that only one index at a time needs memory.
 */
class LogSummary
{
public:
    /// Adds all records of @p index, which was read from @p path.
    void addLog(const QString& path, const RecordIndex& index);
    /// Adds these of its records, ascending.
    void addRecords(const QString& path, const RecordIndex& index, std::span<const quint32> chosen);

    [[nodiscard]] const std::vector<FileSummary>& files() const { return m_files; }
    [[nodiscard]] quint64 recordCount() const { return m_recordCount; }
    [[nodiscard]] quint64 malformedCount() const { return m_malformedCount; }

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

private:
    void addFile(const QString& path, const RecordIndex& index, quint64 recordCount, quint64 malformedCount);
    void addCodes(const CodeTable& table, std::span<const quint64> counts);
    void addTime(LogTime time, LogLayout::Clock clock);

    std::vector<FileSummary> m_files;
    quint64 m_recordCount = 0;
    quint64 m_malformedCount = 0;
    QDateTime m_first;
    QDateTime m_last;
    CodeTable m_codes;
};

} // namespace TmgLens
