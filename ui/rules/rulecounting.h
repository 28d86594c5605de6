// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/rules/ruletotals.h"
#include "ui/backgroundtask.h"
#include "ui/countingpace.h"

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/// Counts by rules what is visible, off the GUI thread, again whenever other records are; see CountingPace.
class RuleCounting : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the object.
    RuleCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent);

    /// Whether anybody sees the answers; nothing is counted meanwhile.
    void setWatched(bool isWatched);

Q_SIGNALS:
    /// Counting has begun; counted() or failed() follows, or started() again.
    void started();
    void counted(const TmgLens::RuleReport& report);
    void failed(const TmgLens::LoadError& error);

private:
    void start();

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    CountingPace m_pace;
    BackgroundTask<std::expected<RuleReport, LoadError>> m_task;
};

} // namespace TmgLens
