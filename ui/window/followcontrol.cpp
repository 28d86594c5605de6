// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/followcontrol.h"

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"
#include "model/query/findcode.h"
#include "model/table/resultfiltermodel.h"
#include "ui/window/loadingcontrol.h"
#include "ui/window/logpage.h"
#include "ui/window/logstatusbar.h"

#include <QAction>

#include <algorithm>
#include <utility>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr int messageTime = 8000; // ms

/// Whether a log holds other bytes than have been read.
bool isOther(const FollowedLog& log)
{
    return log.state() == FollowedLog::State::Shorter || log.state() == FollowedLog::State::Changed;
}

QString nameOf(const QString& path)
{
    return harmlessText(displayName({.file = path}));
}

} // namespace

FollowControl::FollowControl(const Parts& parts) : m_parts(parts)
{
    m_doubt.setSingleShot(true);
    m_doubt.setInterval(3s);
    m_growth.setSingleShot(true);
    m_growth.setInterval(2s);
    connect(&m_doubt, &QTimer::timeout, this, &FollowControl::askForReload);
    connect(&m_growth, &QTimer::timeout, this, &FollowControl::grown);
    setupSwitch();
    setupScrolling();
    connect(parts.loading, &LoadingControl::begun, this, &FollowControl::tellBegun);
    connect(&parts.loading->follower(), &LogFollower::statesChanged, this, &FollowControl::showStates);
    connect(parts.log, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this] { m_hasGrown = m_parts.loading->follower().isRunning(); });
    connect(parts.log, &QAbstractItemModel::rowsInserted, this, &FollowControl::followGrowth);
    connect(parts.status, &LogStatusBar::newProblemsRequested, this, &FollowControl::goToNewProblem);
}

void FollowControl::setupSwitch()
{
    m_parts.follow->setEnabled(false);
    connect(m_parts.follow, &QAction::toggled, this, &FollowControl::setFollowing);
    connect(m_parts.loading, &LoadingControl::started, this, [this] {
        m_parts.follow->setEnabled(false);
        setFollowing(false);
    });
    connect(m_parts.loading, &LoadingControl::finished, this, &FollowControl::offer);
}

void FollowControl::setupScrolling()
{
    connect(m_parts.records, &QAbstractItemModel::rowsAboutToBeInserted, this, &FollowControl::rememberEnd);
    connect(m_parts.records, &QAbstractItemModel::modelAboutToBeReset, this, &FollowControl::rememberEnd);
    connect(m_parts.records, &QAbstractItemModel::rowsInserted, this, &FollowControl::returnToEnd);
    connect(m_parts.records, &QAbstractItemModel::modelReset, this, &FollowControl::returnToEnd);
    connect(m_parts.records, &ResultFilterModel::updated, this, [this] { m_hasGrown = false; });
}

/// Follows logs of today at once, others when somebody wants it.
void FollowControl::offer()
{
    const QList<LoadedLog>& logs = m_parts.loading->logs();
    const bool canFollow = std::ranges::any_of(logs, canBeFollowed);
    const bool areLive = std::ranges::any_of(logs, isLive);
    m_parts.follow->setEnabled(canFollow);
    const QSignalBlocker quiet(m_parts.follow);
    m_parts.follow->setChecked(areLive);
    setFollowing(areLive);
}

void FollowControl::setFollowing(bool isFollowing)
{
    m_examined = m_parts.log->records().recordCount();
    m_newProblems = 0;
    m_firstNewProblem.reset();
    m_hasGrown = false;
    m_parts.status->showNewProblems(0);
    m_parts.status->showFollowing({});
    m_parts.loading->setFollowing(isFollowing);
}

/// Says how following goes. What is other may be so for a moment, while somebody copies a log over.
void FollowControl::showStates()
{
    m_parts.status->showFollowing(stateText());
    if (!std::ranges::any_of(m_parts.loading->follower().logs(), isOther))
        m_doubt.stop();
    else if (!m_doubt.isActive())
        m_doubt.start();
}

/// The first trouble there is, or that there is none.
QString FollowControl::stateText() const
{
    const std::vector<FollowedLog>& logs = m_parts.loading->follower().logs();
    const auto log = std::ranges::find_if(
        logs, [](const FollowedLog& other) { return other.state() != FollowedLog::State::Growing; });
    if (log == logs.end())
        return logs.size() == 1 ? tr("Following") : tr("Following %1 logs").arg(QLocale().toString(logs.size()));
    const QString name = nameOf(log->path());
    switch (log->state()) {
    case FollowedLog::State::Missing:
        return tr("Waiting: “%1” is not there any more").arg(name);
    case FollowedLog::State::Unreachable:
        return tr("Waiting: “%1” cannot be read now").arg(name);
    case FollowedLog::State::Shorter:
        return tr("Waiting: “%1” became shorter").arg(name);
    case FollowedLog::State::Changed:
        return tr("Waiting: “%1” was changed").arg(name);
    case FollowedLog::State::Growing:
        break;
    }
    return {};
}

void FollowControl::askForReload()
{
    const std::vector<FollowedLog>& logs = m_parts.loading->follower().logs();
    const auto log = std::ranges::find_if(logs, isOther);
    if (log == logs.end())
        return;
    const QString name = nameOf(log->path());
    const QString sentence = log->state() == FollowedLog::State::Shorter
        ? tr("“%1” became shorter. Its records stay in the list, but their text is not in the file any more.").arg(name)
        : tr("“%1” was changed before its end. Its records stay in the list, but their text may not be in the file any "
             "more.")
              .arg(name);
    m_parts.page->showQuestion(MessageBar::Kind::Information, sentence,
                               {{tr("&Reload"), [this] { m_parts.loading->reload(); }}});
}

void FollowControl::tellBegun(const LoadedLog& log)
{
    const QString path = log.source->path();
    const QString name = nameOf(path);
    const auto isSame = [&path](const LoadedLog& other) { return other.source && other.source->path() == path; };
    showStates();
    if (std::ranges::count_if(m_parts.loading->logs(), isSame) > 1)
        m_parts.page->showNotice(tr("“%1” is another log now. Its records follow as those of a log of its own. Those "
                                    "from before stay in the list; if the file was overwritten, their text is lost.")
                                     .arg(name));
    else
        m_parts.status->showMessage(tr("“%1” has begun, and is followed.").arg(name), messageTime);
}

/// The visible records have been asked before, and have either grown or gone to work.
void FollowControl::followGrowth()
{
    m_hasGrown = m_hasGrown && m_parts.records->isBusy();
    if (!m_parts.loading->follower().isRunning())
        return;
    countProblems();
    if (!m_growth.isActive())
        m_growth.start();
}

/// Looks at the records that have come since the last time.
void FollowControl::countProblems()
{
    const RecordIndex& index = m_parts.log->records();
    if (m_examined >= index.recordCount())
        return;
    const RecordIndex::Part* end = index.parts().data() + index.parts().size();
    for (const auto* part = index.place(RecordNumber(m_examined)).part; part != end; ++part) {
        for (std::size_t i = m_examined - part->firstRecord; i < part->block->size(); ++i, ++m_examined) {
            if (!isProblem(index.codes().at(part->codes[qToUnderlying(part->block->code(i))])))
                continue;
            ++m_newProblems;
            if (!m_firstNewProblem)
                m_firstNewProblem = RecordNumber(m_examined);
        }
    }
    m_parts.status->showNewProblems(m_newProblems);
}

void FollowControl::goToNewProblem()
{
    m_newProblems = 0;
    const auto record = std::exchange(m_firstNewProblem, std::nullopt);
    m_parts.status->showNewProblems(0);
    if (!record)
        return;
    m_parts.page->showSummary(false);
    if (m_parts.page->table()->showRecord(*record))
        m_parts.page->table()->setFocus();
    else
        m_parts.status->showMessage(
            tr("The filter hides the first new problem, in line %1.")
                .arg(QLocale().toString(qulonglong(m_parts.log->records().lineNumber(*record)))),
            messageTime);
}

void FollowControl::rememberEnd()
{
    m_wasAtEnd = m_parts.page->table()->isAtEnd();
}

/// In the order of a column the last rows are not the new ones.
void FollowControl::returnToEnd()
{
    if (m_hasGrown && m_wasAtEnd && m_parts.records->sortColumn() < 0)
        m_parts.page->table()->scrollToBottom();
}

} // namespace TmgLens
