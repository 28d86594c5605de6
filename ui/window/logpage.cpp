// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logpage.h"

#include "model/filter/timevalue.h"
#include "model/keeping/session.h"
#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/output/summarizing.h"
#include "model/query/findcode.h"
#include "model/query/recordattime.h"
#include "model/table/resultfiltermodel.h"
#include "ui/export/exportdialog.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/valuemenu.h"
#include "ui/rules/rulepage.h"
#include "ui/summary/summarypage.h"
#include "ui/table/logtableview.h"
#include "ui/timestrip/timestrip.h"
#include "ui/window/liftbar.h"

#include <QApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

LogPage::LogPage(LogTableModel* log, ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_records(records)
    , m_filterBar(new FilterBar(this))
    , m_timeStrip(new TimeStrip(log, records, this))
    , m_messages(new MessageBar(this))
    , m_liftBar(new LiftBar(this))
    , m_table(new LogTableView(log, records, this))
    , m_summary(new SummaryPage(log, records, this))
    , m_rules(new RulePage(log, records, this))
    , m_center(new QStackedWidget(this))
    , m_findBar(new FindBar(this))
    , m_visited(m_table)
    , m_gaps(log, m_table->horizontalHeader())
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_timeStrip);
    column->addWidget(m_messages);
    column->addWidget(m_center, 1);
    column->addWidget(m_liftBar); // under the table, so that its rows stay where they are
    column->addWidget(m_findBar);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LogPage::showTableMenu);
    connect(m_filterBar, &FilterBar::left, m_center, [this] { m_center->currentWidget()->setFocus(); });
    setupFiltering();
    setupTimeStrip();
    setupFinding();
    setupGoing();
    setupGaps();
    setupSummary();
    setupRules();
    setupCopying();
    setupExporting();
}

void LogPage::setupFiltering()
{
    const auto readRecords = [this] { m_filterBar->setRecords(&m_log->records()); };
    connect(m_log, &QAbstractItemModel::columnsInserted, this, readRecords);
    connect(m_log, &QAbstractItemModel::modelReset, this, readRecords);
}

void LogPage::setupTimeStrip()
{
    connect(m_filterBar, &FilterBar::expressionChanged, m_timeStrip, &TimeStrip::setExpression);
    connect(m_timeStrip, &TimeStrip::rangeSelected, m_filterBar, [this](const std::optional<TimeRange>& range) {
        m_filterBar->setTimeRange(range, m_log->shownClock().clock);
    });
    connect(m_timeStrip, &TimeStrip::timeActivated, this, [this](LogTime time) {
        showSummary(false);
        if (const auto record = firstRecordFrom(m_log->records(), *m_records->rows(), time))
            m_table->showRecord(*record);
    });
}

void LogPage::setupFinding()
{
    connect(m_findBar, &FindBar::searchRequested, this, &LogPage::findText);
    connect(m_findBar, &FindBar::searchDropped, this, [this] {
        m_finder.cancel();
        m_table->markText({});
    });
    connect(m_findBar, &FindBar::closed, m_table, qOverload<>(&QWidget::setFocus));
    connect(&m_finder, &TextFinder::found, this, [this](RecordNumber record, bool wasWrapped) {
        m_table->showRecord(record);
        const auto column = m_table->showCellWith(m_sought);
        m_findBar->showFound(wasWrapped,
                             column && m_table->horizontalHeader()->isSectionHidden(*column) ? columnName(*column)
                                                                                             : QString());
    });
    connect(&m_finder, &TextFinder::notFound, m_findBar, &FindBar::showNotFound);
    connect(&m_finder, &TextFinder::cancelled, m_findBar, &FindBar::showStopped);
    connect(&m_finder, &TextFinder::failed, this, [this](const LoadError& error) {
        m_findBar->showStopped();
        showProblem(describeLoadError(error));
    });
}

void LogPage::setupGoing()
{
    connect(&m_codeFinder, &CodeFinder::found, this, [this](RecordNumber record, bool wasWrapped) {
        m_table->showRecord(record);
        if (wasWrapped)
            Q_EMIT remarked(tr("Went on from the other end of the records."));
    });
    connect(&m_codeFinder, &CodeFinder::notFound, this,
            [this] { Q_EMIT remarked(tr("There is no other among the records that are shown.")); });
    connect(m_log, &QAbstractItemModel::modelReset, &m_visited, &VisitedRecords::forget);
    connect(&m_visited, &VisitedRecords::hidden, this, [this](RecordNumber record) {
        Q_EMIT remarked(tr("The filter hides the record in line %1, where you were.")
                            .arg(locale().toString(qulonglong(m_log->records().lineNumber(record)))));
    });
}

void LogPage::setupSummary()
{
    m_center->addWidget(m_table);
    m_center->addWidget(m_summary);
    connect(m_summary, &SummaryPage::left, this, [this] { showSummary(false); });
    connect(m_summary, &SummaryPage::termRequested, m_filterBar,
            [this](const FilterExpression& term) { m_filterBar->useTerm(term, TermUse::Add); });
    connect(m_summary, &SummaryPage::saved, this,
            [this](const QString& path) { showNotice(tr("Summary saved as %1.").arg(harmlessPath(path))); });
    connect(m_summary, &SummaryPage::failed, this, &LogPage::showProblem);
}

void LogPage::setupRules()
{
    m_center->addWidget(m_rules);
    connect(m_rules, &RulePage::left, this, [this] { showRules(false); });
    connect(m_rules, &RulePage::termRequested, m_filterBar,
            [this](const FilterExpression& term) { m_filterBar->useTerm(term, TermUse::Add); });
    connect(m_rules, &RulePage::saved, this,
            [this](const QString& path) { showNotice(tr("Rules exported to %1.").arg(harmlessPath(path))); });
    connect(m_rules, &RulePage::failed, this, &LogPage::showProblem);
}

void LogPage::showSummary(bool isShown)
{
    showInCenter(isShown ? static_cast<QWidget*>(m_summary) : m_table);
}

void LogPage::showRules(bool isShown)
{
    showInCenter(isShown ? static_cast<QWidget*>(m_rules) : m_table);
}

void LogPage::showInCenter(QWidget* wanted)
{
    if (m_center->currentWidget() == wanted)
        return;
    m_center->setCurrentWidget(wanted);
    if (!m_findBar->isAncestorOf(QApplication::focusWidget())) // where somebody may be typing
        wanted->setFocus();
    Q_EMIT summaryShown(wanted == m_summary);
    Q_EMIT rulesShown(wanted == m_rules);
}

void LogPage::goToProblem(CodeFinder::Direction direction)
{
    showSummary(false);
    const QModelIndex current = m_table->currentIndex();
    m_codeFinder.find(m_log->records(), m_records->rows(), isProblem, current.isValid() ? current.row() : -1,
                      direction);
}

void LogPage::goToSameCode(CodeFinder::Direction direction)
{
    showSummary(false);
    const auto record = m_table->currentRecord();
    if (!record)
        return;
    const RecordIndex& index = m_log->records();
    const CodeEntry& code = index.codes().at(index.code(*record));
    const auto isSame = [text = code.text, log = code.log](const CodeEntry& other) {
        return other.text == text && other.log == log;
    };
    m_codeFinder.find(index, m_records->rows(), isSame, m_table->currentIndex().row(), direction);
}

void LogPage::askForTime()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"timeDialog"_s);
    dialog->setWindowTitle(tr("Go to a time"));
    dialog->setLabelText(
        tr("Day and time (2010-05-12 10:30),\nor a time of the current record's day (10:30).\nThe clock is: %1.")
            .arg(m_log->shownClock().title()));
    connect(dialog, &QInputDialog::textValueSelected, this, &LogPage::goToTime);
    dialog->open();
}

void LogPage::goToTime(const QString& text)
{
    const RecordIndex& index = m_log->records();
    const ZoneClock& clock = index.clock();
    const auto current = m_table->currentRecord();
    const LogTime here = current ? index.time(*current) : index.firstTime();
    std::optional<LogTime> time;
    if (const auto times = Filter::parseTimes(text.trimmed()))
        time = Filter::momentsOf(*times, clock).begin;
    else if (const auto ofDay = Filter::parseDayTimes(text.trimmed()); ofDay && here != invalidTime)
        time = clock.firstMoment(std::chrono::floor<std::chrono::days>(clock.wall(here)) + ofDay->begin);
    if (!time) {
        showProblem(
            tr("“%1” is no time. Write it as 2010-05-12 10:30, or 10:30 for the day of the current record.").arg(text));
        return;
    }
    showSummary(false);
    if (const auto record = firstRecordFrom(index, *m_records->rows(), *time))
        m_table->showRecord(*record);
    else
        Q_EMIT remarked(tr("No record that is shown is from that time or later."));
}

QString LogPage::columnName(int column) const
{
    return harmlessText(m_log->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
}

void LogPage::setupGaps()
{
    connect(&m_gaps, &GapReader::failed, this,
            [this](const LoadError& error) { showProblem(describeLoadError(error)); });
}

void LogPage::setupCopying()
{
    connect(&m_copier, &RecordCopier::copied, this,
            [this](int records) { Q_EMIT remarked(tr("Records copied: %1.").arg(QLocale().toString(records))); });
    connect(&m_copier, &RecordCopier::failed, this,
            [this](const LoadError& error) { showProblem(describeLoadError(error)); });
}

void LogPage::setupExporting()
{
    connect(&m_export, &CsvExport::finished, this, [this](const QString& path, quint64 records) {
        showNotice(tr("Records exported to %1: %2.").arg(harmlessPath(path), locale().toString(qulonglong(records))));
    });
    connect(&m_export, &CsvExport::provenanceFailed, this, [this](const QString& path, const KeepingError& error) {
        showProblem(tr("The records are in %1, but where they come from could not be written beside them. %2")
                        .arg(harmlessPath(path), describeKeepingError(error)));
    });
    connect(&m_export, &CsvExport::failed, this,
            [this](const QString& path, const ExportError& error) { showProblem(describeExportError(path, error)); });
}

/// What can be done with the value under the pointer, or of the current cell, and with the selected records.
void LogPage::showTableMenu(const QPoint& position)
{
    auto* menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QModelIndex cell = m_table->currentIndex(); cell.isValid()) {
        if (const auto value = fieldValue(*m_log, m_table->recordAt(cell.row()), cell.column()))
            addFilterActions(menu, *value, m_filterBar);
        Q_EMIT menuAboutToShow(menu, m_table->recordAt(cell.row()));
        menu->addSeparator();
    }
    menu->addActions(m_table->actions());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void LogPage::addFieldActions(QMenu* menu, const LogRecord& record, int field)
{
    const RecordIndex& index = m_log->records();
    if (qToUnderlying(record.number) >= index.recordCount()) // the log is being read again
        return;
    if (const auto now = m_log->record(record.number); !now || now->bytes != record.bytes)
        return;
    for (int column = 0; column < index.columns().size(); ++column) {
        if (index.fieldOfColumn(record.number, column) != field)
            continue;
        if (const auto value = fieldValue(*m_log, record.number, column))
            addFilterActions(menu, *value, m_filterBar);
        return;
    }
}

void LogPage::showNotice(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Information, sentence);
}

void LogPage::showProblem(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Warning, sentence);
}

void LogPage::showQuestion(MessageBar::Kind kind, const QString& sentence, const QList<MessageBar::Answer>& answers)
{
    m_messages->showMessage(kind, sentence, answers);
}

bool LogPage::showsMessage() const
{
    return m_messages->isVisibleTo(this);
}

void LogPage::hideMessage()
{
    m_messages->hide();
}

void LogPage::describeTo(WindowView& view) const
{
    const ColumnSet& columns = m_log->records().columns();
    if (const int column = m_records->sortColumn(); column >= 0 && column < columns.size())
        view.sortField = QString::fromUtf8(columns.at(column).name);
    view.sortOrder = m_records->sortOrder();
    const KeptPlace place = m_table->keptPlace();
    view.current = place.current;
    view.currentColumn = std::max(0, place.currentColumn);
    view.anchor = place.anchor;
    view.rowsAbove = place.rowsAbove;
    view.zoom = m_timeStrip->zoomedRange();
    view.serverZone = m_log->records().chosenServerZone();
}

void LogPage::arrangeLike(const WindowView& view)
{
    const auto column = m_log->records().columns().find(QByteArrayView(view.sortField.toUtf8()));
    if (column && !view.sortField.isEmpty())
        m_table->horizontalHeader()->setSortIndicator(*column, view.sortOrder);
    if (view.zoom)
        m_timeStrip->zoomTo(*view.zoom);
}

void LogPage::findText(const TextQuery& query, TextFinder::Direction direction, FindBar::Start start)
{
    showSummary(false);
    qint64 from = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    if (start == FindBar::Start::SameRecord)
        from = std::max<qint64>(from - 1, -1);
    m_sought = FoundText(query);
    m_table->markText(m_sought);
    m_findBar->showSearching();
    m_finder.find(m_log->records(), m_records->rows(), query, from, direction);
}

void LogPage::exportRecords(const QString& logPath, const FindingsPointer& findings)
{
    if (refusesExport())
        return;
    if (const auto* open = findChild<ExportDialog*>(); open && open->isVisible())
        return;
    CsvExportRequest request;
    request.options.columns = m_table->shownFields();
    request.options.addFile = m_table->showsFile();
    request.index = m_log->records();
    request.rows = m_records->rows();
    request.filter = describeFilter(m_records->filter(), m_log->records().codes());
    request.order = describeOrder();
    auto* dialog =
        new ExportDialog(logPath, {request.rows->size(), request.options.columns.size(), findings != nullptr}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, request, findings]() mutable {
        request.path = dialog->path();
        request.findings = dialog->addsFindings() ? findings : nullptr;
        request.addProvenance = dialog->addsProvenance();
        dialog->applyTo(request.options);
        if (!refusesExport())
            m_export.start(request);
    });
    dialog->open();
}

/// One export at a time; says so.
bool LogPage::refusesExport()
{
    if (m_export.isRunning())
        showProblem(tr("An export is under way. Wait for it, or stop it in the status bar."));
    return m_export.isRunning();
}

/// The order of the records, in words that do not change with the language.
QString LogPage::describeOrder() const
{
    const int column = m_records->sortColumn();
    if (column < 0)
        return m_log->records().files().size() > 1 ? u"time"_s : u"log"_s;
    return m_records->sortOrder() == Qt::AscendingOrder ? columnName(column)
                                                        : QString(columnName(column) + u", descending"_s);
}

bool LogPage::isFiltering() const
{
    return m_records->isBusy();
}

void LogPage::cancelWork()
{
    m_finder.cancel();
    m_codeFinder.cancel();
    m_gaps.cancel();
    m_export.cancel();
}

void LogPage::copySelection(RecordCopier::Format format)
{
    if (m_table->selectedCount() > qint64(RecordCopier::maximumRecords)) {
        showProblem(tr("More than %1 records are too much for the clipboard. Export them as CSV instead.")
                        .arg(locale().toString(qulonglong(RecordCopier::maximumRecords))));
    } else if (const std::vector<quint32> records = m_table->selectedRecords(); !records.empty()) {
        m_copier.copy(m_log->records(), records, m_table->shownFields(), format, m_table->showsFile());
    }
}

void LogPage::sortByCurrentColumn(Qt::SortOrder order)
{
    if (m_table->currentIndex().isValid())
        m_table->horizontalHeader()->setSortIndicator(m_table->currentIndex().column(), order);
}

void LogPage::sortByFile()
{
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
}

} // namespace TmgLens
