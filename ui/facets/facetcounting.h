// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/facetcounter.h"
#include "ui/backgroundtask.h"

#include <QElapsedTimer>
#include <QTimer>

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/**
 * Counts the values of fields off the GUI thread, again whenever other records are visible.
 *
 * A field that the filter is about is counted as if the filter had no such term, so that its other values stay to be
 * chosen. While a log grows it counts now and then, and so takes a small part of the time of reading. The last request
 * wins. GUI thread only.
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
    void request(std::chrono::milliseconds delay);
    void follow();
    void start();
    [[nodiscard]] FacetQuery query() const;

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    Fields m_fields;
    QString m_words;
    bool m_isWatched = false;
    bool m_isStale = false; ///< What was counted last, or is being counted, is not what is visible.
    bool m_isWaiting = false; ///< For the rows of another filter.
    QTimer m_pause; ///< Until the next counting.
    QElapsedTimer m_clock; ///< Since counting began.
    std::chrono::milliseconds m_lastDuration{};
    BackgroundTask<FacetAnswer> m_task;
};

} // namespace TmgLens
