// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/findingcontrol.h"

#include "model/finding/findingfilter.h"
#include "model/output/errortext.h"
#include "ui/filter/filterbar.h"
#include "ui/findings/findingpanel.h"
#include "ui/timestrip/timestrip.h"
#include "ui/window/logpage.h"
#include "ui/window/logstatusbar.h"

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds growthDelay = 1000ms;
constexpr int growthShare = 4; // pauses while a log grows are so many times as long as the search

HiddenFindingStore personsStore()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    return HiddenFindingStore(folder.filePath(u"hidden-findings.json"_s));
}

} // namespace

FindingControl::FindingControl(const Parts& parts) : m_parts(parts), m_findings(parts.log), m_store(personsStore())
{
    m_pool.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &FindingControl::search);
    connect(parts.log, &QAbstractItemModel::rowsInserted, this, &FindingControl::searchSoon);
    connect(parts.log, &QAbstractItemModel::modelReset, this, [this] {
        m_task.cancel();
        m_search.reset();
        dropChosen();
    });
    connect(parts.log, &LogTableModel::timesChanged, this, &FindingControl::searchAgainIfMoved);
    connect(&m_findings, &FindingModel::changed, this, &FindingControl::showFound);
    connect(parts.page->filterBar(), &FilterBar::expressionChanged, this, &FindingControl::markSpan);
    connect(&m_findings, &FindingModel::hiddenChanged, this, &FindingControl::keep);
}

FindingControl::~FindingControl()
{
    m_pool.waitForDone();
}

FindingPanel* FindingControl::createPanel(QWidget* window)
{
    m_panel = new FindingPanel(&m_findings, window);
    connect(m_panel, &FindingPanel::chosen, this, &FindingControl::choose);
    return m_panel;
}

// -- Searching -------------------------------------------------------------------------------------------------------

void FindingControl::begin()
{
    m_isReady = true;
    search();
}

void FindingControl::forget()
{
    m_isReady = false;
    m_search.reset();
    m_found.reset();
    m_folded.reset();
    cancel();
}

void FindingControl::cancel()
{
    m_pause.stop();
    m_task.cancel();
}

void FindingControl::searchSoon()
{
    if (m_isReady && !m_task.isRunning() && !m_pause.isActive())
        m_pause.start(std::max(growthDelay, growthShare * m_lastDuration));
}

void FindingControl::search()
{
    const bool isFirst = !m_search;
    if (isFirst) {
        const auto patterns = builtInPatterns();
        if (!patterns) {
            m_panel->showFailure(patterns.error());
            return;
        }
        m_search = std::make_shared<FindingSearch>(*patterns);
    }
    auto work = [this, isFirst, search = m_search, store = m_store, report = m_task.reporter(this),
                 index = m_parts.log->records()](const std::stop_token& stop) -> MaybeAnswer {
        // Queued to the GUI thread.
        const auto progress = [this, &report, last = -1](int percent) mutable {
            if (percent != std::exchange(last, percent))
                report([this, percent] {
                    if (m_task.isRunning() && !m_task.isCancelled())
                        m_panel->showSearching(percent);
                });
        };
        if (const auto done = search->goOn(index, stop, progress); !done)
            return std::unexpected(done.error());
        Answer answer;
        if (stop.stop_requested())
            return answer;
        answer.findings = search->findings(index);
        answer.found = foundRecords(*answer.findings);
        answer.folded = foldedRecords(*answer.findings, index);
        if (isFirst)
            answer.hidden = store.read();
        return answer;
    };
    m_searchedZone = m_parts.log->records().serverZone();
    m_clock.start();
    m_panel->showSearching(0);
    m_task.start(this, std::move(work), [this](const MaybeAnswer& answer) { take(answer); });
}

/// What came before what may be another matter now.
void FindingControl::searchAgainIfMoved()
{
    if (!m_isReady || m_parts.log->records().serverZone() == m_searchedZone)
        return;
    cancel();
    m_search.reset();
    search();
}

void FindingControl::take(const MaybeAnswer& answer)
{
    m_lastDuration = std::chrono::milliseconds(m_clock.elapsed());
    if (m_task.isCancelled() || !answer) { // what was begun cannot go on
        m_search.reset();
        if (!answer && !m_task.isCancelled())
            m_panel->showFailure(describeLoadError(answer.error()));
        return;
    }
    if (answer->hidden && *answer->hidden)
        m_findings.setHidden(**answer->hidden);
    else if (answer->hidden)
        tell(answer->hidden->error());
    m_findings.setFindings(answer->findings);
    m_found = answer->found;
    m_folded = answer->folded;
    Q_EMIT foundChanged();
    if (answer->findings->end != m_parts.log->records().recordCount())
        searchSoon();
}

void FindingControl::showFound()
{
    m_parts.status->showFindings(m_findings.severityCounts());
    if (m_findings.findings())
        m_panel->showFound();
}

// -- What a person does ----------------------------------------------------------------------------------------------

void FindingControl::choose(const PickedRecordsPointer& records, const std::optional<Filter::Times>& span)
{
    m_chosenSpan = span;
    if (!m_chosen || *records != *m_chosen) // else it is the same finding once more
        m_chosen = records;
    Q_EMIT chosen(m_chosen);
    markSpan();
}

/// The numbers of its records mean others from now on.
void FindingControl::dropChosen()
{
    m_chosen.reset();
    FilterBar* bar = m_parts.page->filterBar();
    FilterTerms terms = bar->terms();
    if (!terms.picked().records)
        return;
    terms.setPicked({});
    bar->setTerms(terms);
}

/// As long as nothing but the finding's records are let through, its time is marked.
void FindingControl::markSpan()
{
    const bool isInForce = m_chosen && m_parts.page->filterBar()->picked() == m_chosen;
    m_parts.page->timeStrip()->setMark(isInForce ? m_chosenSpan : std::nullopt);
}

void FindingControl::keep(const QStringList& logs, const HiddenFinding& hidden, bool isHidden)
{
    QStringList kept;
    for (const QString& log : logs)
        if (QDir::isAbsolutePath(log)) // standard input has no path
            kept += log;
    if (kept.isEmpty())
        return;
    const auto write = [store = m_store, kept, hidden, isHidden] { return store.change(kept, hidden, isHidden); };
    QtConcurrent::run(&m_pool, write).then(this, [this](const std::expected<void, KeepingError>& written) {
        if (!written)
            tell(written.error());
    });
}

void FindingControl::tell(const KeepingError& error)
{
    Q_EMIT failed(tr("What was called no problem is not kept. %1").arg(describeKeepingError(error)));
}

} // namespace TmgLens
