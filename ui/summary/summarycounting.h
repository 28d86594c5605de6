// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/logsummary.h"
#include "ui/backgroundtask.h"
#include "ui/countingpace.h"

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/// Makes the summary of the visible records off the GUI thread, again whenever others are visible; see CountingPace.
class SummaryCounting : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the object.
    SummaryCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent);

    /// Whether anybody sees the answers; nothing is counted meanwhile.
    void setWatched(bool isWatched);
    /// Whether the last answer is about the records that are visible.
    [[nodiscard]] bool isCurrent() const { return m_pace.isCurrent(); }

Q_SIGNALS:
    /// Counting has begun; counted() or failed() follows, or started() again.
    void started();
    void counted(const TmgLens::LogSummary& summary);
    void failed(const TmgLens::LoadError& error);

private:
    void start();

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    CountingPace m_pace;
    BackgroundTask<std::expected<LogSummary, LoadError>> m_task;
};

} // namespace TmgLens
