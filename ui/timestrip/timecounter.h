// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/timehistogram.h"
#include "model/source/loaderror.h"
#include "ui/backgroundtask.h"

#include <QObject>

namespace TmgLens {

/**
 * Counts records by time and class off the GUI thread; the last request wins.
 *
 * GUI thread only. While a log grows, only what has come is counted of all its records.
 */
class TimeCounter : public QObject
{
    Q_OBJECT

public:
    using Histogram = std::shared_ptr<const TimeHistogram>;

    using QObject::QObject;

    /// Counts the records of @p index, and those that are @p rows, into @p bins.
    void count(const RecordIndex& index, const RowsPointer& rows, const TimeBins& bins);
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }
    /// Forgets the log.
    void clear();

    /// The last counts; none before the first ones. Both are of the same bins.
    [[nodiscard]] const Histogram& all() const { return m_all; }
    [[nodiscard]] const Histogram& shown() const { return m_shown; }

Q_SIGNALS:
    void counted();

private:
    struct Counts
    {
        Histogram all;
        Histogram shown;
    };
    using Answer = std::expected<Counts, LoadError>;

    BackgroundTask<Answer> m_task;
    Histogram m_all;
    Histogram m_shown;
};

} // namespace TmgLens
