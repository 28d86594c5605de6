// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/actionconnections.h"

#include "ui/filter/filterbar.h"
#include "ui/savedfilters/savedfiltersmenu.h"
#include "ui/summary/summarypage.h"
#include "ui/table/logtableview.h"
#include "ui/window/bookmarkcontrol.h"
#include "ui/window/logpage.h"
#include "ui/window/windowactions.h"

#include <QAction>

namespace TmgLens {

namespace {

/// Connects @p action with @p work on @p page, done with @p argument.
template <typename Argument>
void connectWork(const QAction* action, LogPage* page, void (LogPage::*work)(Argument), Argument argument)
{
    QObject::connect(action, &QAction::triggered, page, [page, work, argument] { (page->*work)(argument); });
}

void connectFinding(const WindowActions& actions, LogPage* page)
{
    using Direction = SearchDirection;
    FindBar* bar = page->findBar();
    QObject::connect(actions.find, &QAction::triggered, bar, &FindBar::startTyping);
    QObject::connect(actions.findNext, &QAction::triggered, bar, [bar] { bar->findNext(Direction::Forward); });
    QObject::connect(actions.findPrevious, &QAction::triggered, bar, [bar] { bar->findNext(Direction::Backward); });
    connectWork(actions.nextProblem, page, &LogPage::goToProblem, Direction::Forward);
    connectWork(actions.previousProblem, page, &LogPage::goToProblem, Direction::Backward);
    connectWork(actions.nextSameCode, page, &LogPage::goToSameCode, Direction::Forward);
    connectWork(actions.previousSameCode, page, &LogPage::goToSameCode, Direction::Backward);
    QObject::connect(actions.goToTime, &QAction::triggered, page, &LogPage::askForTime);
}

void connectVisited(const WindowActions& actions, LogPage* page)
{
    VisitedRecords* visited = page->visited();
    const auto showWays = [actions, visited] {
        actions.back->setEnabled(visited->canGoBack());
        actions.forward->setEnabled(visited->canGoForward());
    };
    QObject::connect(actions.back, &QAction::triggered, visited, &VisitedRecords::goBack);
    QObject::connect(actions.forward, &QAction::triggered, visited, &VisitedRecords::goForward);
    QObject::connect(visited, &VisitedRecords::changed, page, showWays);
    showWays();
}

} // namespace

void connectRecordActions(const WindowActions& actions, LogPage* page)
{
    connectFinding(actions, page);
    connectVisited(actions, page);
    connectWork(actions.copyText, page, &LogPage::copySelection, RecordCopier::Format::Text);
    connectWork(actions.copyCsv, page, &LogPage::copySelection, RecordCopier::Format::Csv);
    connectWork(actions.sortAscending, page, &LogPage::sortByCurrentColumn, Qt::AscendingOrder);
    connectWork(actions.sortDescending, page, &LogPage::sortByCurrentColumn, Qt::DescendingOrder);
    QObject::connect(actions.fileOrder, &QAction::triggered, page, &LogPage::sortByFile);
    QObject::connect(actions.selectAll, &QAction::triggered, page->table(), &QAbstractItemView::selectAll);
    page->table()->addActions({actions.toggleBookmark, actions.editNote, actions.copyText, actions.copyCsv,
                               actions.sortAscending, actions.sortDescending});
}

void connectSummaryActions(const WindowActions& actions, LogPage* page)
{
    const auto connectOutput = [page](const QAction* action, void (SummaryPage::*work)()) {
        QObject::connect(action, &QAction::triggered, page, [page, work] {
            page->showSummary(true);
            (page->summary()->*work)();
        });
    };
    connectOutput(actions.saveSummary, &SummaryPage::save);
    connectOutput(actions.printSummary, &SummaryPage::print);
    for (const QAction* going : {actions.back, actions.forward, actions.nextBookmark, actions.previousBookmark})
        QObject::connect(going, &QAction::triggered, page, [page] { page->showSummary(false); });
    QObject::connect(actions.summary, &QAction::triggered, page, &LogPage::showSummary);
    QObject::connect(page, &LogPage::summaryShown, actions.summary, &QAction::setChecked);
    QObject::connect(actions.rules, &QAction::triggered, page, &LogPage::showRules);
    QObject::connect(page, &LogPage::rulesShown, actions.rules, &QAction::setChecked);
}

void connectBookmarkActions(const WindowActions& actions, BookmarkControl* marks, LogPage* page)
{
    using Direction = SearchDirection;
    QObject::connect(actions.toggleBookmark, &QAction::triggered, marks, &BookmarkControl::toggle);
    QObject::connect(actions.editNote, &QAction::triggered, marks, &BookmarkControl::editNote);
    QObject::connect(actions.nextBookmark, &QAction::triggered, marks,
                     [marks] { marks->goToNext(Direction::Forward); });
    QObject::connect(actions.previousBookmark, &QAction::triggered, marks,
                     [marks] { marks->goToNext(Direction::Backward); });
    QObject::connect(marks, &BookmarkControl::failed, page, &LogPage::showProblem);
    QObject::connect(marks, &BookmarkControl::remarked, page, &LogPage::remarked);
}

void connectSavedFilters(const WindowActions& actions, QMenu* menu, const LogTableModel* log, LogPage* page)
{
    FilterBar* bar = page->filterBar();
    bar->setMenu(menu);
    auto* saved = new SavedFiltersMenu(menu, log, page);
    const auto followFilter = [saved, save = actions.saveFilter](const FilterExpression& expression) {
        saved->setExpression(expression);
        save->setEnabled(!expression.isEmpty());
    };
    followFilter({});
    const auto use = [bar](TermUse how) {
        return [bar, how](const FilterExpression& expression) { bar->useTerm(expression, how); };
    };
    QObject::connect(bar, &FilterBar::expressionChanged, saved, followFilter);
    QObject::connect(saved, &SavedFiltersMenu::chosen, bar, use(TermUse::Only));
    QObject::connect(saved, &SavedFiltersMenu::added, bar, use(TermUse::Add));
    QObject::connect(saved, &SavedFiltersMenu::failed, page, &LogPage::showProblem);
    QObject::connect(actions.saveFilter, &QAction::triggered, saved, &SavedFiltersMenu::saveExpression);
    QObject::connect(actions.manageFilters, &QAction::triggered, saved, &SavedFiltersMenu::manage);
}

} // namespace TmgLens
