// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "ui/backgroundtask.h"
#include "ui/countingpace.h"

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/**
 * Counts the values of fields off the GUI thread, again whenever other records are visible.
 *
 * A field that the filter is about is counted as if the filter had no such term, so that its other values stay to be
 * chosen. The last request wins. GUI thread only.
 */
class FacetCounting : public QObject
{
    Q_OBJECT

public:
    using Fields = std::vector<Filter::FieldName>;

    /// Both must outlive the object.
    FacetCounting(const LogTableModel* log, const ResultFilterModel* records, QObject* parent);

    void setFields(const Fields& fields);
    /// Only values that hold @p words are wanted, and those that the filter is about.
    void setWords(const QString& words);
    /// Whether anybody sees the answers; nothing is counted meanwhile.
    void setWatched(bool isWatched);
    /// Counts what has come, without waiting for more.
    void refresh();

    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    /// Counting has begun; counted() or failed() follows, or started() again.
    void started();
    void counted(const TmgLens::FacetCounting::Fields& fields, const std::vector<TmgLens::FacetCounts>& counts);
    void failed(const TmgLens::LoadError& error);

private:
    void start();
    [[nodiscard]] FacetQuery query() const;

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    Fields m_fields;
    QString m_words;
    CountingPace m_pace;
    BackgroundTask<FacetAnswer> m_task;
};

} // namespace TmgLens
