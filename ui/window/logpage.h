// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/export/csvexport.h"
#include "ui/find/codefinder.h"
#include "ui/find/findbar.h"
#include "ui/find/foundtext.h"
#include "ui/find/textfinder.h"
#include "ui/table/recordcopier.h"
#include "ui/window/messagebar.h"

#include <QWidget>

namespace TmgLens {

class FilterBar;
class LogTableModel;
class LogTableView;
class ResultFilterModel;
class TimeStrip;

/// The records of a log with what belongs to them: filter line, time strip, messages, find bar, clipboard, export.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive the page.
    LogPage(LogTableModel* log, ResultFilterModel* records, QWidget* parent);

    [[nodiscard]] FilterBar* filterBar() const { return m_filterBar; }
    [[nodiscard]] LogTableView* table() const { return m_table; }
    [[nodiscard]] FindBar* findBar() const { return m_findBar; }
    [[nodiscard]] CsvExport* exporter() { return &m_export; }

    /// Tells @p sentence above the table: something that is good to know.
    void showNotice(const QString& sentence);
    /// The same for something that went wrong.
    void showProblem(const QString& sentence);
    /// Asks something that can wait.
    void showQuestion(const QString& sentence, const QList<MessageBar::Answer>& answers);
    void hideMessage();

    /// Asks where to, and exports the records and columns on screen; @p logPath is where they come from.
    void exportRecords(const QString& logPath);
    /// Makes the next record current that tells of a problem; see isProblem().
    void goToProblem(CodeFinder::Direction direction);
    /// Makes the next record current that has the code of the current one.
    void goToSameCode(CodeFinder::Direction direction);
    /// Asks for a time and makes the first record from it on current.
    void askForTime();
    void copySelection(RecordCopier::Format format);
    void sortByCurrentColumn(Qt::SortOrder order);
    void sortByFile();
    /// Whether the records on screen are still those of another filter or order.
    [[nodiscard]] bool isFiltering() const;
    /// Stops searching and exporting.
    void cancelWork();

Q_SIGNALS:
    void copied(int records);
    /// Something that is worth a word in passing.
    void remarked(const QString& sentence);

private:
    void setupFiltering();
    void setupTimeStrip();
    void setupFinding();
    void setupGoing();
    void goToTime(const QString& text);
    void setupCopying();
    void setupExporting();
    void showTableMenu(const QPoint& position);
    [[nodiscard]] QString columnName(int column) const;
    void findText(const TextQuery& query, TextFinder::Direction direction, FindBar::Start start);

    LogTableModel* m_log;
    ResultFilterModel* m_records;
    FilterBar* m_filterBar;
    TimeStrip* m_timeStrip;
    MessageBar* m_messages;
    LogTableView* m_table;
    FindBar* m_findBar;
    TextFinder m_finder;
    CodeFinder m_codeFinder;
    FoundText m_sought;
    RecordCopier m_copier;
    CsvExport m_export;
};

} // namespace TmgLens
