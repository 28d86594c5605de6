// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logpage.h"

#include "model/output/errortext.h"
#include "model/query/recordattime.h"
#include "model/table/resultfiltermodel.h"
#include "ui/export/exportdialog.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/valuemenu.h"
#include "ui/table/logtableview.h"
#include "ui/timestrip/timestrip.h"
#include "ui/window/messagebar.h"

#include <QDir>
#include <QHeaderView>
#include <QMenu>
#include <QVBoxLayout>

namespace TmgLens {

LogPage::LogPage(LogTableModel* log, ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_records(records)
    , m_filterBar(new FilterBar(this))
    , m_timeStrip(new TimeStrip(log, records, this))
    , m_messages(new MessageBar(this))
    , m_table(new LogTableView(log, records, this))
    , m_findBar(new FindBar(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_timeStrip);
    column->addWidget(m_messages);
    column->addWidget(m_table, 1);
    column->addWidget(m_findBar);
    connect(m_table, &QWidget::customContextMenuRequested, this, &LogPage::showTableMenu);
    connect(m_filterBar, &FilterBar::left, m_table, qOverload<>(&QWidget::setFocus));
    setupFiltering();
    setupTimeStrip();
    setupFinding();
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
    connect(m_timeStrip, &TimeStrip::rangeSelected, m_filterBar, &FilterBar::setTimeRange);
    connect(m_timeStrip, &TimeStrip::timeActivated, this, [this](LogTime time) {
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

QString LogPage::columnName(int column) const
{
    return m_log->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

void LogPage::setupCopying()
{
    connect(&m_copier, &RecordCopier::copied, this, &LogPage::copied);
    connect(&m_copier, &RecordCopier::failed, this,
            [this](const LoadError& error) { showProblem(describeLoadError(error)); });
}

void LogPage::setupExporting()
{
    connect(&m_export, &CsvExport::finished, this, [this](const QString& path, quint64 records) {
        showNotice(tr("Records exported to %1: %2.")
                       .arg(QDir::toNativeSeparators(path), locale().toString(qulonglong(records))));
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
        menu->addSeparator();
    }
    menu->addActions(m_table->actions());
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void LogPage::showNotice(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Information, sentence);
}

void LogPage::showProblem(const QString& sentence)
{
    m_messages->showMessage(MessageBar::Kind::Warning, sentence);
}

void LogPage::hideMessage()
{
    m_messages->hide();
}

void LogPage::findText(const TextQuery& query, TextFinder::Direction direction, FindBar::Start start)
{
    qint64 from = m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
    if (start == FindBar::Start::SameRecord)
        from = std::max<qint64>(from - 1, -1);
    m_sought = FoundText(query);
    m_table->markText(m_sought);
    m_findBar->showSearching();
    m_finder.find(m_log->records(), m_records->rows(), query, from, direction);
}

void LogPage::exportRecords(const QString& logPath)
{
    if (m_export.isRunning()) {
        showProblem(tr("An export is under way. Wait for it, or stop it in the status bar."));
        return;
    }
    ExportRequest request;
    request.options.columns = m_table->shownColumns();
    request.index = m_log->records();
    request.rows = m_records->rows();
    auto* dialog = new ExportDialog(logPath, {request.rows->size(), request.options.columns.size()}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, request]() mutable {
        request.path = dialog->path();
        dialog->applyTo(request.options);
        m_export.start(request);
    });
    dialog->open();
}

bool LogPage::isFiltering() const
{
    return m_records->isBusy();
}

void LogPage::cancelWork()
{
    m_finder.cancel();
    m_export.cancel();
}

void LogPage::copySelection(RecordCopier::Format format)
{
    if (m_table->selectedCount() > qint64(RecordCopier::maximumRecords)) {
        showProblem(tr("More than %1 records are too much for the clipboard. Export them as CSV instead.")
                        .arg(locale().toString(qulonglong(RecordCopier::maximumRecords))));
    } else if (const std::vector<quint32> records = m_table->selectedRecords(); !records.empty()) {
        m_copier.copy(m_log->records(), records, m_table->shownColumns(), format);
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
