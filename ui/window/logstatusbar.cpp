// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logstatusbar.h"

#include "ui/findings/findinglook.h"
#include "ui/look/icons.h"
#include "ui/look/namedlabel.h"
#include "ui/look/visibletext.h"
#include "ui/window/activityindicator.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestProduct = 60; // which the header of the log tells

QString kindTitle(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return LogStatusBar::tr("Web proxy log");
    case LogKind::Firewall:
        return LogStatusBar::tr("Firewall log");
    case LogKind::PacketFilter:
        return LogStatusBar::tr("Packet filter log");
    case LogKind::Unknown:
        break;
    }
    return LogStatusBar::tr("Log of unknown kind");
}

QString timesTitle(const ShownClock& clock, const ServerZone& server)
{
    if (clock.isForMixedLogs)
        return LogStatusBar::tr("Times in UTC, server time %1").arg(serverZoneText(server));
    return clock.areCellsRight ? LogStatusBar::tr("Times as logged: %1").arg(clock.title())
                               : LogStatusBar::tr("Times in %1").arg(clock.title());
}

int percentOf(quint64 part, quint64 whole)
{
    return whole == 0 ? 0 : int(double(part) / double(whole) * 100.0);
}

} // namespace

LogStatusBar::LogStatusBar(QWidget* parent)
    : QStatusBar(parent)
    , m_following(new NamedLabel(tr("Following"), this))
    , m_newProblems(new QToolButton(this))
    , m_findings(new QToolButton(this))
    , m_count(new NamedLabel(tr("Record count"), this))
    , m_malformed(new QToolButton(this))
    , m_log(new QLabel(this))
    , m_times(new QToolButton(this))
    , m_loading(new ActivityIndicator(tr("Stop loading"), this))
    , m_filtering(new ActivityIndicator(tr("Stop filtering"), this))
    , m_exporting(new ActivityIndicator(tr("Stop the export"), this))
{
    setupFacts();
    setupActivities();
    clearLog();
}

void LogStatusBar::setupFacts()
{
    m_following->setObjectName(u"following"_s);
    m_newProblems->setObjectName(u"newProblems"_s);
    m_newProblems->setIcon(icon("go-down"_L1));
    m_newProblems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_newProblems->setToolTip(tr("Go to the first of them, and count anew"));
    m_newProblems->setAutoRaise(true);
    m_newProblems->setFocusPolicy(Qt::TabFocus);
    connect(m_newProblems, &QToolButton::clicked, this, &LogStatusBar::newProblemsRequested);
    m_findings->setObjectName(u"findingsButton"_s);
    m_findings->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_findings->setAutoRaise(true);
    m_findings->setFocusPolicy(Qt::TabFocus);
    connect(m_findings, &QToolButton::clicked, this, &LogStatusBar::findingsRequested);
    m_count->setObjectName(u"recordCount"_s);
    m_malformed->setObjectName(u"malformedButton"_s);
    m_malformed->setIcon(icon("dialog-warning"_L1));
    m_malformed->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_malformed->setToolTip(tr("Show only the malformed records, or all again"));
    m_malformed->setAutoRaise(true);
    m_malformed->setFocusPolicy(Qt::TabFocus);
    connect(m_malformed, &QToolButton::clicked, this, &LogStatusBar::malformedRequested);
    m_log->setObjectName(u"logKind"_s);
    m_log->setTextFormat(Qt::PlainText);
    m_times->setObjectName(u"timesButton"_s);
    m_times->setAutoRaise(true);
    m_times->setFocusPolicy(Qt::TabFocus);
    m_following->setMargin(4);
    m_count->setMargin(4);
    m_log->setMargin(4);
    const QWidgetList all = facts();
    for (QWidget* fact : all)
        addPermanentWidget(fact);
}

void LogStatusBar::setupActivities()
{
    m_loading->setObjectName(u"loading"_s);
    m_filtering->setObjectName(u"filtering"_s);
    m_exporting->setObjectName(u"exporting"_s);
    connect(m_loading, &ActivityIndicator::stopRequested, this, &LogStatusBar::stopLoadingRequested);
    connect(m_filtering, &ActivityIndicator::stopRequested, this, &LogStatusBar::stopFilteringRequested);
    connect(m_exporting, &ActivityIndicator::stopRequested, this, &LogStatusBar::stopExportingRequested);
    for (ActivityIndicator* activity : {m_loading, m_filtering, m_exporting}) {
        addWidget(activity);
        activity->hide();
    }
}

void LogStatusBar::setTimesMenu(QMenu* menu)
{
    // Not QToolButton::setMenu(): its arrow is drawn over the text.
    connect(m_times, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_times->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
}

void LogStatusBar::clearLog()
{
    const QWidgetList all = facts();
    for (QWidget* fact : all)
        fact->hide();
}

QWidgetList LogStatusBar::facts() const
{
    return {m_following, m_newProblems, m_findings, m_count, m_malformed, m_log, m_times};
}

void LogStatusBar::showFollowing(const QString& text)
{
    m_following->showText(text);
    m_following->setVisible(!text.isEmpty());
}

void LogStatusBar::showNewProblems(int count)
{
    m_newProblems->setText(tr("New problems: %1").arg(QLocale().toString(count)));
    m_newProblems->setVisible(count > 0);
}

void LogStatusBar::showFindings(const std::array<int, findingSeverityCount>& counts)
{
    const QLocale locale;
    const int alarms = counts[std::size_t(FindingSeverity::Alarm)];
    const int warnings = counts[std::size_t(FindingSeverity::Warning)];
    const QString alarmText = alarms == 1 ? tr("1 alarm") : tr("%1 alarms").arg(locale.toString(alarms));
    const QString warningText = warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(locale.toString(warnings));
    m_findings->setText(alarms > 0 ? alarmText : warningText);
    m_findings->setIcon(severityMark(alarms > 0 ? FindingSeverity::Alarm : FindingSeverity::Warning, palette()));
    m_findings->setToolTip(tr("Found in this log: %1, %2. Click to read them.").arg(alarmText, warningText));
    m_findings->setAccessibleDescription(m_findings->toolTip());
    m_findings->setVisible(alarms + warnings > 0);
}

void LogStatusBar::showCounts(quint64 visible, const RecordIndex& index)
{
    const QLocale locale;
    m_count->showText(
        tr("%1 of %2 records").arg(locale.toString(visible), locale.toString(qulonglong(index.recordCount()))));
    m_count->show();
    m_malformed->setText(tr("%1 malformed").arg(locale.toString(index.malformedCount())));
    m_malformed->setAccessibleName(tr("Malformed records: %1").arg(locale.toString(index.malformedCount())));
    m_malformed->setVisible(index.malformedCount() > 0);
}

void LogStatusBar::showLog(const RecordIndex& index, const ShownClock& clock)
{
    if (index.parts().empty())
        return;
    const LogLayout& layout = *index.parts().front().block->layout;
    const QString kind = kindTitle(layout.kind);
    if (index.files().size() > 1)
        m_log->setText(tr("%Ln logs", nullptr, int(index.files().size())));
    else
        m_log->setText(layout.product.isEmpty() ? kind
                                                : tr("%1, %2").arg(kind, visibleText(layout.product, longestProduct)));
    m_log->show();
    m_times->setText(tr("%1 ▾").arg(timesTitle(clock, index.serverZone())));
    m_times->setToolTip(clock.isForMixedLogs
                            ? tr("By which clock times are shown: in UTC, since the logs have different ones")
                            : tr("By which clock times are shown"));
    m_times->show();
}

void LogStatusBar::showLoading(const LoadProgress& progress)
{
    const QLocale locale;
    const QString file =
        progress.fileCount == 1 ? QString() : tr("%1 of %2, ").arg(progress.file + 1).arg(progress.fileCount);
    const QString bytes = locale.formattedDataSize(qint64(progress.bytes));
    const QString total = locale.formattedDataSize(qint64(progress.totalBytes));
    const QString text = progress.isUnpacking
        ? tr("Unpacking: %1%2 of %3").arg(file, bytes, total)
        : tr("Loading: %1%2 of %3, %4 records").arg(file, bytes, total, locale.toString(qulonglong(progress.records)));
    const int ofFile = percentOf(progress.bytes, progress.totalBytes);
    m_loading->showProgress(text, (100 * progress.file + ofFile) / std::max(progress.fileCount, 1));
}

void LogStatusBar::hideLoading()
{
    m_loading->hide();
}

void LogStatusBar::showFiltering(int percent)
{
    m_filtering->showProgress(tr("Filtering and sorting"), percent);
}

void LogStatusBar::hideFiltering()
{
    m_filtering->hide();
}

void LogStatusBar::showExporting(quint64 records, quint64 total)
{
    const QLocale locale;
    const QString text =
        tr("Exporting: %1 of %2 records").arg(locale.toString(qulonglong(records)), locale.toString(qulonglong(total)));
    m_exporting->showProgress(text, percentOf(records, total));
}

void LogStatusBar::showDigesting(quint64 bytes)
{
    m_exporting->showProgress(
        tr("Reading the logs for their SHA-256: %1").arg(QLocale().formattedDataSize(qint64(bytes))), {});
}

void LogStatusBar::hideExporting()
{
    m_exporting->hide();
}

} // namespace TmgLens
