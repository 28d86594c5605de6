// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/loadingcontrol.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/output/wording.h"
#include "model/source/bytesinmemory.h"
#include "model/table/logtablemodel.h"
#include "ui/recentlist.h"
#include "ui/window/logpage.h"
#include "ui/window/logstatusbar.h"

#include <QDir>
#include <QFileInfo>

#include <limits>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto noFile = "-"_L1; // standard input, or what m_source holds

/// What stands behind the last record of a file that was copied while the service held it.
QString describeTail(const LogTail& tail)
{
    const QLocale locale;
    return LoadingControl::tr(
               "All records are shown. The %1 behind the last one hold nothing: the service had reserved them "
               "for records to come when this file was copied (NUL bytes from byte %2 on).")
        .arg(locale.formattedDataSize(qint64(tail.nulBytes)), locale.toString(qulonglong(tail.offset)));
}

QString recordsBefore(const LoadError& error)
{
    return LoadingControl::tr("%1 The records before that are shown.").arg(describeLoadError(error));
}

QString nothingPasses()
{
    return LoadingControl::tr("No record passes the filter.\n“Show all records” in the View menu takes every filter "
                              "away.");
}

} // namespace

LoadingControl::LoadingControl(LogTableModel* log, LogPage* page, LogStatusBar* status)
    : m_log(log)
    , m_page(page)
    , m_status(status)
{
    connect(&m_loader, &LogLoader::opened, this, &LoadingControl::locate);
    connect(&m_loader, &LogLoader::choiceNeeded, this, &LoadingControl::askForMember);
    connect(&m_loader, &LogLoader::blocksReady, this, &LoadingControl::append);
    connect(&m_loader, &LogLoader::progressChanged, status, &LogStatusBar::showLoading);
    connect(&m_loader, &LogLoader::finished, this, &LoadingControl::finish);
    connect(&m_loader, &LogLoader::failed, this, &LoadingControl::fail);
}

QString LoadingControl::name() const
{
    if (m_path == noFile)
        return m_source ? m_source->path() : tr("Standard input");
    return harmlessText(displayName(m_address));
}

bool LoadingControl::canReload() const
{
    return !m_path.isEmpty() && m_path != noFile;
}

void LoadingControl::open(const QString& path, const std::optional<TablePlace>& place)
{
    m_path = path == noFile ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    m_source.reset();
    m_choices = {};
    m_placeAfterLoad = place;
    m_maximumUnpacked.reset();
    repeat();
}

void LoadingControl::openPasted(const QString& text)
{
    openSource(std::make_shared<const BytesInMemory>(text.toUtf8(), tr("Pasted rows")));
}

void LoadingControl::openSource(const SourcePointer& source)
{
    m_path = noFile;
    m_source = source;
    m_choices = {};
    m_placeAfterLoad.reset();
    m_maximumUnpacked.reset();
    repeat();
}

void LoadingControl::forget()
{
    m_path.clear();
    m_source.reset();
    m_address = {};
}

void LoadingControl::reload()
{
    m_placeAfterLoad = m_page->table()->place();
    repeat();
}

void LoadingControl::repeatWithoutLimit()
{
    m_maximumUnpacked = std::numeric_limits<quint64>::max();
    repeat();
}

void LoadingControl::repeat()
{
    m_address = {.file = m_path};
    m_isOverLimit = false;
    m_log->clear();
    m_page->hideMessage();
    m_page->table()->setEmptyText(tr("Loading…"));
    m_status->clearLog();
    m_status->showLoading({});
    Q_EMIT started();
    m_loader.start({.path = m_path, .source = m_source, .choices = m_choices, .maximumUnpacked = m_maximumUnpacked});
}

void LoadingControl::locate(const LogAddress& address)
{
    m_address = address;
    Q_EMIT opened();
}

void LoadingControl::askForMember(const MemberChoice& choice)
{
    m_status->hideLoading();
    if (canReload())
        Q_EMIT choiceNeeded(choice);
    else
        Q_EMIT failed(tr("Standard input is an archive of several files. Save it as a file, and open that."));
}

void LoadingControl::append(const QList<BlockPointer>& blocks)
{
    m_log->append(blocks);
    m_status->showLog(m_log->records(), m_log->timeDisplay());
    if (!m_placeAfterLoad)
        m_page->table()->showFirstRecord();
    Q_EMIT grown();
}

void LoadingControl::finish(const ScanOutcome& outcome)
{
    m_status->hideLoading();
    m_page->table()->setEmptyText(m_log->rowCount() == 0 ? tr("The log has a header, but no record follows it yet.")
                                                         : nothingPasses());
    if (canReload())
        recentFiles.add(m_path);
    if (!outcome.isComplete)
        m_page->showProblem(tr("Loading was stopped: these are the records up to there. Reload reads all of them."));
    else if (outcome.damage)
        m_page->showProblem(recordsBefore(*outcome.damage));
    else if (outcome.tail)
        m_page->showNotice(describeTail(*outcome.tail));
    else if (outcome.layout && outcome.layout->isDateOrderGuessed)
        askForDateOrder(*outcome.layout);
    if (!m_placeAfterLoad)
        m_page->table()->showFirstRecord();
    Q_EMIT finished();
    returnToPlace();
}

void LoadingControl::askForDateOrder(const LogLayout& layout)
{
    using Order = LogLayout::DateOrder;
    m_page->showQuestion(describeGuessedDates(layout),
                         {{tr("&Day first"), [this] { setDateOrder(Order::DayMonthYear); }},
                          {tr("&Month first"), [this] { setDateOrder(Order::MonthDayYear); }}});
}

/// Reads the log again, unless it has been read so; the answer holds as long as the log is in the window.
void LoadingControl::setDateOrder(LogLayout::DateOrder order)
{
    m_choices.dateOrder = order;
    const auto& parts = m_log->records().parts();
    if (parts.empty() || parts.front().block->layout->dateOrder == order)
        return;
    if (!canReload())
        m_source = parts.front().block->source;
    reload();
}

void LoadingControl::fail(const LoadError& error)
{
    m_status->hideLoading();
    m_isOverLimit = error.kind == LoadError::Kind::UnpacksTooLarge;
    if (m_log->rowCount() == 0) {
        Q_EMIT failed(describeLoadError(error));
        return;
    }
    m_page->table()->setEmptyText(nothingPasses());
    m_page->showProblem(recordsBefore(error));
    Q_EMIT finished();
    returnToPlace();
}

void LoadingControl::returnToPlace()
{
    if (isRunning() || m_page->isFiltering())
        return;
    if (m_placeAfterLoad)
        m_page->table()->goTo(*m_placeAfterLoad);
    m_placeAfterLoad.reset();
    m_page->table()->showFirstRecord(); // unless there was a place to return to
}

} // namespace TmgLens
