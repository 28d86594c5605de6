// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/csvexport.h"
#include "ui/find/codefinder.h"
#include "ui/find/findbar.h"
#include "ui/find/foundtext.h"
#include "ui/find/textfinder.h"
#include "ui/table/gapreader.h"
#include "ui/table/recordcopier.h"
#include "ui/table/visitedrecords.h"
#include "ui/window/messagebar.h"

#include <QWidget>

class QMenu;
class QStackedWidget;

namespace TmgLens {

class FilterBar;
class LiftBar;
class LogTableModel;
class LogTableView;
class ResultFilterModel;
class RulePage;
class SummaryPage;
class TimeStrip;
struct LogRecord;
struct WindowView;

/// The records of a log with what belongs to them: filter line, time strip, messages, find bar, clipboard, export.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive the page.
    LogPage(LogTableModel* log, ResultFilterModel* records, QWidget* parent);

    [[nodiscard]] FilterBar* filterBar() const { return m_filterBar; }
    [[nodiscard]] TimeStrip* timeStrip() const { return m_timeStrip; }
    [[nodiscard]] LogTableView* table() const { return m_table; }
    [[nodiscard]] FindBar* findBar() const { return m_findBar; }
    [[nodiscard]] LiftBar* liftBar() const { return m_liftBar; }
    [[nodiscard]] VisitedRecords* visited() { return &m_visited; }
    [[nodiscard]] SummaryPage* summary() const { return m_summary; }
    [[nodiscard]] CsvExport* exporter() { return &m_export; }

    /// Notes in @p view the order of the records, the place in them, and the zoom.
    void describeTo(WindowView& view) const;
    /// Puts them in the order of @p view, and zooms as it says. Its place is for whoever loads the log.
    void arrangeLike(const WindowView& view);

    /// Tells @p sentence above the table: something that is good to know.
    void showNotice(const QString& sentence);
    /// The same for something that went wrong.
    void showProblem(const QString& sentence);
    /// Tells something with buttons for what can be done about it, now or later.
    void showQuestion(MessageBar::Kind kind, const QString& sentence, const QList<MessageBar::Answer>& answers);
    void hideMessage();
    [[nodiscard]] bool showsMessage() const;

    /// Shows the summary in the place of the records, or these again.
    void showSummary(bool isShown);
    /// The same for what each rule did.
    void showRules(bool isShown);
    /// Asks where to, and exports the records and columns on screen; @p logPath is where they come from, @p findings
    /// what was found in the log, nullptr as long as nobody knows.
    void exportRecords(const QString& logPath, const FindingsPointer& findings);
    /// Makes the next record current that tells of a problem; see isProblem().
    void goToProblem(CodeFinder::Direction direction);
    /// Makes the next record current that has the code of the current one.
    void goToSameCode(CodeFinder::Direction direction);
    /// Asks for a time and makes the first record from it on current.
    void askForTime();
    /// Adds to @p menu what can be done by the filter with a value: that of @p field in the layout of @p record;
    /// nothing if the log has another record in its place by now.
    void addFieldActions(QMenu* menu, const LogRecord& record, int field);
    void copySelection(RecordCopier::Format format);
    void sortByCurrentColumn(Qt::SortOrder order);
    void sortByFile();
    /// Whether the records on screen are still those of another filter or order.
    [[nodiscard]] bool isFiltering() const;
    /// Stops searching and exporting.
    void cancelWork();

Q_SIGNALS:
    /// The summary stands in the place of the records, or does so no more.
    void summaryShown(bool isShown);
    /// The rules stand there, or do so no more.
    void rulesShown(bool isShown);
    /// The menu of the table is to get more that can be done with @p record.
    void menuAboutToShow(QMenu* menu, TmgLens::RecordNumber record);
    /// Something that is worth a word in passing.
    void remarked(const QString& sentence);

private:
    void setupFiltering();
    void setupTimeStrip();
    void setupFinding();
    void setupGoing();
    void setupSummary();
    void setupRules();
    void showInCenter(QWidget* wanted);
    void goToTime(const QString& text);
    void setupGaps();
    void setupCopying();
    void setupExporting();
    void showTableMenu(const QPoint& position);
    [[nodiscard]] QString columnName(int column) const;
    [[nodiscard]] bool refusesExport();
    [[nodiscard]] QString describeOrder() const;
    void findText(const TextQuery& query, TextFinder::Direction direction, FindBar::Start start);

    LogTableModel* m_log;
    ResultFilterModel* m_records;
    FilterBar* m_filterBar;
    TimeStrip* m_timeStrip;
    MessageBar* m_messages;
    LiftBar* m_liftBar;
    LogTableView* m_table;
    SummaryPage* m_summary;
    RulePage* m_rules;
    QStackedWidget* m_center; ///< The records, their summary, or what rules did.
    FindBar* m_findBar;
    VisitedRecords m_visited;
    GapReader m_gaps;
    TextFinder m_finder;
    CodeFinder m_codeFinder;
    FoundText m_sought;
    RecordCopier m_copier;
    CsvExport m_export;
};

} // namespace TmgLens
