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

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

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

bool hasGuessedDates(const LoadedLog& log)
{
    return log.outcome && log.outcome->layout && log.outcome->layout->isDateOrderGuessed;
}

/// Whether an archive was left because it unpacks to more than is allowed.
bool isTooLarge(const LoadedLog& log)
{
    return !log.outcome && log.outcome.error().kind == LoadError::Kind::UnpacksTooLarge;
}

bool isWhole(const LoadedLog& log)
{
    return log.outcome && !log.outcome->damage;
}

/// What kept the first one of @p logs from being read to the end that was not.
std::optional<LoadError> firstError(const QList<LoadedLog>& logs)
{
    const auto first = std::ranges::find_if_not(logs, isWhole);
    if (first == logs.end())
        return {};
    return first->outcome ? *first->outcome->damage : first->outcome.error();
}

/// What kept @p logs from being read to the end; empty if they were.
QString describeProblem(const QList<LoadedLog>& logs)
{
    const auto error = firstError(logs);
    if (!error)
        return {};
    if (logs.size() == 1)
        return recordsBefore(*error);
    return LoadingControl::tr("%1 of %2 files could not be read to the end. The first one: %3")
        .arg(std::ranges::count_if(logs, std::not_fn(isWhole)))
        .arg(logs.size())
        .arg(describeLoadError(*error));
}

QString nothingPasses()
{
    return LoadingControl::tr("No record passes the filter.\n“Show all records” in the View menu takes every filter "
                              "away.");
}

} // namespace

QStringList absolutePaths(const QStringList& paths)
{
    QStringList absolute;
    for (const QString& path : paths) {
        const QString whole = path == noFile ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
        if (!absolute.contains(whole))
            absolute += whole;
    }
    return absolute;
}

LoadingControl::LoadingControl(LogTableModel* log, LogPage* page, LogStatusBar* status)
    : m_log(log)
    , m_page(page)
    , m_status(status)
{
    connect(&m_loader, &LogLoader::opened, this, &LoadingControl::locate);
    connect(&m_loader, &LogLoader::blocksReady, this, &LoadingControl::append);
    connect(&m_loader, &LogLoader::progressChanged, status, &LogStatusBar::showLoading);
    connect(&m_loader, &LogLoader::finished, this, &LoadingControl::finish);
    connect(&m_loader, &LogLoader::failed, this, &LoadingControl::fail);
    connect(&m_follower, &LogFollower::begun, this, qOverload<const LoadedLog&>(&LoadingControl::takeIn));
    connect(&m_follower, &LogFollower::blocksReady, this,
            qOverload<const QList<BlockPointer>&>(&LoadingControl::takeIn));
    connect(&m_follower, &LogFollower::blockReplaced, this, &LoadingControl::replace);
}

QString LoadingControl::name() const
{
    if (m_paths.isEmpty())
        return {};
    if (m_paths.front() == noFile)
        return m_source ? m_source->path() : tr("Standard input");
    if (m_paths.size() > 1)
        return tr("%1 and %Ln more", nullptr, int(m_paths.size()) - 1)
            .arg(harmlessText(displayName(logAddress(m_paths.front()))));
    return harmlessText(m_opened > 1 ? QFileInfo(m_paths.front()).fileName() : displayName(m_address));
}

bool LoadingControl::canReload() const
{
    return !m_paths.isEmpty() && !m_paths.contains(noFile);
}

void LoadingControl::open(const QStringList& paths, const std::optional<KeptPlace>& place,
                          const std::optional<QTimeZone>& serverZone)
{
    m_paths = absolutePaths(paths);
    m_source.reset();
    m_choices = {.dateOrder = {}, .serverZone = serverZone};
    m_placeAfterLoad = place;
    m_isOpenedAnew = true;
    m_maximumUnpacked.reset();
    repeat();
}

void LoadingControl::add(const QStringList& paths)
{
    m_paths = absolutePaths(m_paths + paths);
    reload();
}

void LoadingControl::remove(const QStringList& paths)
{
    const auto isRemoved = [&paths](const LoadedLog& log) {
        return paths.contains(log.source ? log.source->path() : pathOf(log.address));
    };
    if (isRunning() || std::ranges::all_of(m_logs, isRemoved))
        return;
    m_logs.removeIf(isRemoved);
    m_paths.clear();
    for (const LoadedLog& log : std::as_const(m_logs))
        m_paths += pathOf(log.address);
    QList<BlockPointer> blocks;
    for (const RecordIndex::Part& part : m_log->records().parts())
        if (!paths.contains(part.block->source->path()))
            blocks += part.block;
    rebuild(blocks);
    Q_EMIT opened();
    Q_EMIT finished();
}

void LoadingControl::rebuild(const QList<BlockPointer>& blocks)
{
    m_log->clear();
    m_log->append(blocks);
    m_status->showLog(m_log->records(), m_log->shownClock());
}

void LoadingControl::openPasted(const QString& text)
{
    openSource(std::make_shared<const BytesInMemory>(text.toUtf8(), tr("Pasted rows")));
}

void LoadingControl::openSource(const SourcePointer& source)
{
    m_paths = {noFile};
    m_source = source;
    m_choices = {};
    m_placeAfterLoad.reset();
    m_maximumUnpacked.reset();
    repeat();
}

void LoadingControl::forget()
{
    m_paths.clear();
    m_source.reset();
}

void LoadingControl::reload()
{
    m_placeAfterLoad = m_page->table()->keptPlace();
    Before before{.paths = m_paths, .logs = m_logs, .blocks = {}, .records = m_log->records().recordCount()};
    for (const RecordIndex::Part& part : m_log->records().parts())
        before.blocks += part.block;
    repeat();
    m_before = std::move(before);
}

void LoadingControl::repeatWithoutLimit()
{
    m_maximumUnpacked = std::numeric_limits<quint64>::max();
    if (m_log->rowCount() > 0)
        reload();
    else
        repeat();
}

void LoadingControl::repeat()
{
    m_follower.stop();
    // First: from here on it is running, and nobody returns to a place while the old records go.
    m_loader.start({.paths = m_paths, .source = m_source, .choices = m_choices, .maximumUnpacked = m_maximumUnpacked});
    m_begun.clear();
    m_address = logAddress(m_paths.value(0));
    m_opened = 0;
    m_logs.clear();
    m_isOverLimit = false;
    m_before.reset();
    m_log->clear();
    m_log->chooseServerZone(m_choices.serverZone);
    m_page->hideMessage();
    m_page->table()->setEmptyText(tr("Loading…"));
    m_status->clearLog();
    m_status->showLoading({});
    Q_EMIT started();
}

void LoadingControl::locate(const LogAddress& address)
{
    m_address = address;
    if (++m_opened <= 2) // the name of several does not depend on how many there are
        Q_EMIT opened();
}

void LoadingControl::append(const QList<BlockPointer>& blocks)
{
    m_log->append(blocks);
    m_status->showLog(m_log->records(), m_log->shownClock());
    if (!m_placeAfterLoad)
        m_page->table()->showFirstRecord();
    Q_EMIT grown();
}

/// Shows what was there before, if it was read again and became less by @p error: its files are still open, and can be
/// read as far as they go. Returns whether it did.
bool LoadingControl::returnToBefore(const std::optional<LoadError>& error)
{
    const auto before = std::exchange(m_before, std::nullopt);
    if (!before || !error || m_log->records().recordCount() >= before->records)
        return false;
    m_paths = before->paths;
    m_logs = before->logs;
    rebuild(before->blocks);
    m_page->table()->setEmptyText(nothingPasses());
    m_page->showProblem(tr("%1 What is shown is from before.").arg(describeLoadError(*error)));
    Q_EMIT opened();
    Q_EMIT finished();
    returnToPlace();
    return true;
}

void LoadingControl::finish(const LoadOutcome& outcome)
{
    m_status->hideLoading();
    if (outcome.isComplete && returnToBefore(firstError(outcome.logs)))
        return;
    m_before.reset();
    m_logs = outcome.logs;
    m_page->table()->setEmptyText(m_log->rowCount() == 0 ? tr("The log has a header, but no record follows it yet.")
                                                         : nothingPasses());
    if (canReload() && m_paths.size() == 1)
        recentFiles.add(m_paths.front());
    tellOutcome(outcome);
    if (!m_placeAfterLoad)
        m_page->table()->showFirstRecord();
    Q_EMIT finished();
    returnToPlace();
}

/// Tells in one message what went wrong, and asks what there is to ask.
void LoadingControl::tellOutcome(const LoadOutcome& outcome)
{
    if (!outcome.isComplete) {
        m_page->showProblem(tr("Loading was stopped: these are the records up to there. Reload reads all of them."));
        return;
    }
    const QString problem = describeProblem(outcome.logs);
    QStringList sentences{problem};
    QList<MessageBar::Answer> answers;
    if (problem.isEmpty() && outcome.logs.size() == 1 && outcome.logs.front().outcome->tail)
        sentences += describeTail(*outcome.logs.front().outcome->tail);
    if (std::ranges::any_of(outcome.logs, isTooLarge))
        answers += {tr("&Unpack it nevertheless"), [this] { repeatWithoutLimit(); }};
    if (const auto log = std::ranges::find_if(outcome.logs, hasGuessedDates); log != outcome.logs.end()) {
        using Order = LogLayout::DateOrder;
        sentences += describeGuessedDates(*log->outcome->layout);
        answers += {tr("&Day first"), [this] { setDateOrder(Order::DayMonthYear); }};
        answers += {tr("&Month first"), [this] { setDateOrder(Order::MonthDayYear); }};
    }
    sentences.removeAll(QString());
    if (!sentences.isEmpty())
        m_page->showQuestion(problem.isEmpty() ? MessageBar::Kind::Information : MessageBar::Kind::Warning,
                             sentences.join(u' '), answers);
}

/// Reads the logs again that were not read so; the answer holds as long as they are in the window.
void LoadingControl::setDateOrder(LogLayout::DateOrder order)
{
    m_choices.guessedDateOrder = order;
    const auto isOther = [order](const LoadedLog& log) {
        return hasGuessedDates(log) && log.outcome->layout->dateOrder != order;
    };
    if (std::ranges::none_of(m_logs, isOther))
        return;
    const auto isInput = [](const LoadedLog& log) { return log.address.file == noFile; };
    if (const auto input = std::ranges::find_if(m_logs, isInput); input != m_logs.end())
        m_source = input->source;
    reload();
}

void LoadingControl::setServerZone(const std::optional<QTimeZone>& zone)
{
    m_choices.serverZone = zone;
    m_log->chooseServerZone(zone);
}

void LoadingControl::fail(const LoadError& error, const LoadOutcome& outcome)
{
    m_status->hideLoading();
    if (returnToBefore(error))
        return;
    m_isOverLimit = error.kind == LoadError::Kind::UnpacksTooLarge;
    if (m_log->rowCount() == 0) {
        Q_EMIT failed(describeLoadError(error));
        return;
    }
    m_logs = outcome.logs;
    m_page->table()->setEmptyText(nothingPasses());
    tellOutcome(outcome);
    Q_EMIT finished();
    returnToPlace();
}

void LoadingControl::cancel()
{
    m_loader.cancel();
    m_follower.stop();
}

void LoadingControl::setFollowing(bool isFollowing)
{
    if (isFollowing)
        m_follower.start(m_logs, m_log->records());
    else
        m_follower.stop();
}

/// Takes in what has come to the logs.
void LoadingControl::takeIn(const QList<BlockPointer>& blocks)
{
    const auto count = [](quint64 sum, const BlockPointer& block) { return sum + block->size(); };
    if (std::accumulate(blocks.begin(), blocks.end(), quint64(m_log->records().recordCount()), count)
        > maximumRecords) {
        m_follower.stop();
        m_page->showProblem(describeLoadError({.kind = LoadError::Kind::TooManyRecords, .path = m_paths.value(0)}));
        return;
    }
    append(blocks);
    m_page->table()->setEmptyText(nothingPasses());
    const QList<LoadedLog> logs = std::exchange(m_begun, {});
    for (const LoadedLog& log : logs) {
        m_logs += log;
        Q_EMIT begun(log);
    }
}

/// Takes in a log that has begun, so that it is read again with the others.
void LoadingControl::takeIn(const LoadedLog& log)
{
    const QString path = log.source->path();
    const auto isThere = [&path](const QString& other) { return path == other || path.startsWith(other + u'/'); };
    if (std::ranges::none_of(m_paths, isThere))
        m_paths += path;
    m_begun += log;
}

/// Puts @p blocks in the place of @p block. That happens where somebody ceased to write in the middle of a record, and
/// goes on after a while; so it may cost as much as it does, and nobody has to cope with records that change.
void LoadingControl::replace(const BlockPointer& block, const QList<BlockPointer>& blocks)
{
    QList<BlockPointer> all;
    for (const RecordIndex::Part& part : m_log->records().parts())
        all += part.block == block ? blocks : QList<BlockPointer>{part.block};
    const bool wasAtEnd = m_page->table()->isAtEnd();
    m_placeAfterLoad = m_page->table()->keptPlace();
    rebuild(all);
    Q_EMIT grown();
    returnToPlace();
    if (wasAtEnd)
        m_page->table()->scrollToBottom();
}

void LoadingControl::returnToPlace()
{
    if (isRunning() || m_page->isFiltering())
        return;
    if (m_placeAfterLoad)
        m_page->table()->goTo(*m_placeAfterLoad);
    else if (m_isOpenedAnew && m_page->table()->currentRecord() == RecordNumber(0)) // nobody has gone anywhere
        m_page->table()->goToFirstRow();
    m_placeAfterLoad.reset();
    m_isOpenedAnew = false;
    m_page->table()->showFirstRecord(); // unless there was a place to return to
}

} // namespace TmgLens
