// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"
#include "model/load/logloader.h"
#include "model/table/logtablemodel.h"

#include <QStatusBar>

#include <array>

class QLabel;
class QMenu;
class QToolButton;

namespace TmgLens {

class ActivityIndicator;
class NamedLabel;

/// The foot of the window: how many records, how many malformed, what log, which clock, what work is going on.
class LogStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    explicit LogStatusBar(QWidget* parent);

    /// The menu that opens from the name of the clock.
    void setTimesMenu(QMenu* menu);

    /// Hides everything that speaks of a log.
    void clearLog();
    void showCounts(quint64 visible, const RecordIndex& index);
    /// What the log is and by which clock its times are shown.
    void showLog(const RecordIndex& index, const ShownClock& clock);

    /// Whether, and how, the logs are followed, in a few words; none hide it.
    void showFollowing(const QString& text);
    /// How many problems have come that nobody has looked at.
    void showNewProblems(int count);

    /// How many patterns have been found, by severity; only alarms and warnings are worth a word here.
    void showFindings(const std::array<int, findingSeverityCount>& counts);

    void showLoading(const LoadProgress& progress);
    void hideLoading();
    void showFiltering(int percent);
    void hideFiltering();
    void showExporting(quint64 records, quint64 total);
    /// Shows that an export reads @p bytes of the logs for their digests; hideExporting() ends that, too.
    void showDigesting(quint64 bytes);
    void hideExporting();

Q_SIGNALS:
    /// The count of malformed records was clicked.
    void malformedRequested();
    /// The count of new problems was clicked.
    void newProblemsRequested();
    /// The count of findings was clicked.
    void findingsRequested();
    void stopLoadingRequested();
    void stopFilteringRequested();
    void stopExportingRequested();

private:
    void setupFacts();
    void setupActivities();
    [[nodiscard]] QWidgetList facts() const;

    NamedLabel* m_following;
    QToolButton* m_newProblems;
    QToolButton* m_findings;
    NamedLabel* m_count;
    QToolButton* m_malformed;
    QLabel* m_log;
    QToolButton* m_times;
    ActivityIndicator* m_loading;
    ActivityIndicator* m_filtering;
    ActivityIndicator* m_exporting;
};

} // namespace TmgLens
