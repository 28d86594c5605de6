// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/codecounts.h"
#include "model/source/loaderror.h"
#include "ui/backgroundtask.h"
#include "ui/countingpace.h"

#include <optional>

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/// Counts the visible records of each code off the GUI thread, again whenever others are visible; see CountingPace.
class CategoryCounting : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the object.
    CategoryCounting(const LogTableModel* log, const ResultFilterModel* records);

    /// Whether anybody sees the answers; nothing is counted meanwhile.
    void setWatched(bool isWatched);

Q_SIGNALS:
    /// Nothing if the categories alone decide what is visible, and where there is no memory for @p counts.
    void counted(const std::optional<TmgLens::CodeCounts>& counts);

private:
    void start();

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    CountingPace m_pace;
    BackgroundTask<std::expected<CodeCounts, LoadError>> m_task;
};

} // namespace TmgLens
