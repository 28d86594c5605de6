// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowactions.h"

#include "model/table/logtablemodel.h"
#include "ui/look/icons.h"

#include <QMainWindow>
#include <QMenuBar>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

class ActionMaker
{
public:
    explicit ActionMaker(QMainWindow* window) : m_window(window) {}

    QAction* make(const char* name, const QString& text, const QKeySequence& keys = {},
                  QLatin1StringView iconName = {}) const
    {
        auto* action = new QAction(text, m_window);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        if (!iconName.isEmpty())
            action->setIcon(icon(iconName));
        m_window->addAction(action); // so that its keys work with the menu bar hidden
        return action;
    }

private:
    QMainWindow* m_window;
};

} // namespace

QActionGroup* WindowActions::createTimes(QMainWindow* window)
{
    const ActionMaker maker(window);
    auto* group = new QActionGroup(window);
    const auto add = [&](const char* name, const QString& text, TimeDisplay times) {
        QAction* action = maker.make(name, text);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(times));
        group->addAction(action);
    };
    add("timesAsLogged", tr("As &logged"), TimeDisplay::AsLogged);
    add("timesUtc", tr("&UTC"), TimeDisplay::Utc);
    add("timesServer", tr("&Server's zone"), TimeDisplay::Server);
    add("timesLocal", tr("This &computer's zone"), TimeDisplay::Local);
    return group;
}

QList<QAction*> WindowActions::needingLog() const
{
    return {reload,       exportCsv,        copyText,     copyCsv,          selectAll,     filter,         find,
            findNext,     findPrevious,     showAll,      onlyMalformed,    sortAscending, sortDescending, fileOrder,
            nextProblem,  previousProblem,  nextSameCode, previousSameCode, goToTime,      toggleBookmark, editNote,
            nextBookmark, previousBookmark, showAround,   summary,          rules,         saveSummary,    printSummary,
            story,        serverZone};
}

QList<QAction*> WindowActions::needingRecords() const
{
    return {copyText,  copyCsv,        selectAll, sortAscending, sortDescending,
            fileOrder, toggleBookmark, editNote,  showAround,    story};
}

WindowActions WindowActions::create(QMainWindow* window)
{
    const ActionMaker maker(window);
    WindowActions actions;
    actions.open = maker.make("open", tr("&Open…"), QKeySequence::Open, "document-open"_L1);
    actions.openFolder = maker.make("openFolder", tr("Open &folder…"), QKeySequence(u"Ctrl+Shift+O"_s));
    actions.addLogs = maker.make("addLogs", tr("&Add logs…"));
    actions.openDatabase = maker.make("openDatabase", tr("Open &database…"));
    actions.pasteRows = maker.make("pasteRows", tr("&Paste rows"), QKeySequence::Paste);
    actions.reload = maker.make("reload", tr("&Reload"), QKeySequence(Qt::Key_F5), "view-refresh"_L1);
    actions.exportCsv =
        maker.make("exportCsv", tr("&Export as CSV…"), QKeySequence(u"Ctrl+E"_s), "document-save-as"_L1);
    actions.saveSummary = maker.make("saveSummary", tr("Save summary as &HTML…"), QKeySequence(u"Ctrl+Shift+E"_s));
    actions.printSummary = maker.make("printSummary", tr("&Print summary…"), QKeySequence::Print);
    actions.close = maker.make("close", tr("&Close window"), QKeySequence(u"Ctrl+W"_s), "window-close"_L1);
    actions.quit = maker.make("quit", tr("&Quit"), QKeySequence(u"Ctrl+Q"_s));
    actions.copyText = maker.make("copyText", tr("&Copy as text"), QKeySequence::Copy, "edit-copy"_L1);
    actions.copyCsv = maker.make("copyCsv", tr("Copy as C&SV"), QKeySequence(u"Ctrl+Shift+C"_s));
    actions.selectAll = maker.make("selectAll", tr("Select &all"), QKeySequence::SelectAll);
    actions.filter = maker.make("filter", tr("F&ilter"), QKeySequence(u"Ctrl+Shift+F"_s), "view-filter"_L1);
    actions.find = maker.make("find", tr("&Find…"), QKeySequence::Find, "edit-find"_L1);
    actions.findNext = maker.make("findNext", tr("Find &next"), QKeySequence(Qt::Key_F3), "go-down"_L1);
    actions.findPrevious = maker.make("findPrevious", tr("Find &previous"), QKeySequence(u"Shift+F3"_s), "go-up"_L1);
    actions.lookUpCode =
        maker.make("lookUpCode", tr("&Look up a result code…"), QKeySequence(u"Ctrl+L"_s), "tools-report-bug"_L1);
    actions.nextProblem = maker.make("nextProblem", tr("Next &problem"), QKeySequence(Qt::Key_F8));
    actions.previousProblem = maker.make("previousProblem", tr("Pre&vious problem"), QKeySequence(u"Shift+F8"_s));
    actions.nextSameCode = maker.make("nextSameCode", tr("&Next with this code"), QKeySequence(u"Ctrl+F8"_s));
    actions.previousSameCode =
        maker.make("previousSameCode", tr("P&revious with this code"), QKeySequence(u"Ctrl+Shift+F8"_s));
    actions.goToTime = maker.make("goToTime", tr("To a &time…"), QKeySequence(u"Ctrl+G"_s));
    actions.back = maker.make("back", tr("&Back"), QKeySequence(u"Alt+Left"_s), "go-previous"_L1);
    actions.forward = maker.make("forward", tr("&Forward"), QKeySequence(u"Alt+Right"_s), "go-next"_L1);
    actions.showAround = maker.make("showAround", tr("Show what is &around this record"), QKeySequence(Qt::Key_F9));
    actions.showAround->setCheckable(true);
    actions.story = maker.make("story", tr("Stor&y of this client"), QKeySequence(u"Shift+F9"_s));
    actions.toggleBookmark =
        maker.make("toggleBookmark", tr("Set or remove &bookmark"), QKeySequence(u"Ctrl+B"_s), "bookmark"_L1);
    actions.editNote = maker.make("editNote", tr("Bookmark with n&ote…"), QKeySequence(u"Ctrl+Shift+B"_s));
    actions.nextBookmark = maker.make("nextBookmark", tr("Next boo&kmark"), QKeySequence(u"Alt+PgDown"_s));
    actions.previousBookmark = maker.make("previousBookmark", tr("Previo&us bookmark"), QKeySequence(u"Alt+PgUp"_s));
    actions.saveFilter = maker.make("saveFilter", tr("&Save this filter…"), QKeySequence(u"Ctrl+D"_s));
    actions.manageFilters = maker.make("manageFilters", tr("&Manage filters…"));
    actions.showAll = maker.make("showAll", tr("Show &all records"), QKeySequence(u"Ctrl+Shift+A"_s), "edit-clear"_L1);
    actions.onlyMalformed =
        maker.make("onlyMalformed", tr("Only &malformed records"), QKeySequence(u"Ctrl+M"_s), "dialog-warning"_L1);
    actions.onlyMalformed->setCheckable(true);
    actions.summary = maker.make("summary", tr("S&ummary"), QKeySequence(Qt::Key_F4));
    actions.summary->setCheckable(true);
    actions.rules = maker.make("rules", tr("Ru&les"), QKeySequence(u"Shift+F4"_s));
    actions.rules->setCheckable(true);
    actions.sortAscending =
        maker.make("sortAscending", tr("&Sort by this column"), QKeySequence(u"Ctrl+T"_s), "view-sort"_L1);
    actions.sortDescending =
        maker.make("sortDescending", tr("Sort by this column, &backwards"), QKeySequence(u"Ctrl+Shift+T"_s));
    actions.fileOrder = maker.make("fileOrder", tr("Back to the order of the &log"), QKeySequence(u"Ctrl+0"_s));
    actions.rawValues = maker.make("rawValues", tr("&Raw values"), QKeySequence(u"Ctrl+Shift+R"_s));
    actions.rawValues->setCheckable(true);
    actions.fold = maker.make("fold", tr("Fold lo&gons and remnants"), QKeySequence(u"Ctrl+J"_s));
    actions.fold->setCheckable(true);
    actions.follow = maker.make("follow", tr("&Follow"), QKeySequence(u"Ctrl+Shift+L"_s));
    actions.follow->setCheckable(true);
    actions.showKeyboard = maker.make("showKeyboard", tr("&Keyboard"), QKeySequence(Qt::Key_F1));
    actions.about = maker.make("about", tr("&About TMGLens"), {}, "help-about"_L1);
    actions.about->setMenuRole(QAction::AboutRole);
    actions.quit->setMenuRole(QAction::QuitRole);
    actions.times = createTimes(window);
    actions.serverZone = maker.make("serverZone", tr("Server's time &zone…"));
    return actions;
}

WindowMenus WindowActions::createMenus(QMainWindow* window) const
{
    WindowMenus menus;
    QMenu* file = window->menuBar()->addMenu(tr("&File"));
    file->addActions({open, openFolder, openDatabase});
    menus.recent = file->addMenu(icon("document-open-recent"_L1), tr("Open &recent"));
    file->addActions({addLogs, reload});
    file->addSeparator();
    file->addActions({exportCsv, saveSummary, printSummary});
    file->addSeparator();
    file->addActions({close, quit});

    QMenu* edit = window->menuBar()->addMenu(tr("&Edit"));
    edit->addActions({copyText, copyCsv, pasteRows, selectAll});
    edit->addSeparator();
    edit->addActions({filter, find, findNext, findPrevious});
    edit->addSeparator();
    edit->addAction(lookUpCode);

    QMenu* go = window->menuBar()->addMenu(tr("&Go"));
    go->addActions({back, forward});
    go->addSeparator();
    go->addActions({nextProblem, previousProblem});
    go->addSeparator();
    go->addActions({nextSameCode, previousSameCode});
    go->addSeparator();
    go->addAction(goToTime);
    go->addSeparator();
    go->addActions({showAround, story});
    go->addActions({toggleBookmark, editNote, nextBookmark, previousBookmark});

    QMenu* view = window->menuBar()->addMenu(tr("&View"));
    view->addActions({showAll, onlyMalformed});
    view->addSeparator();
    view->addActions({summary, rules, follow});
    view->addSeparator();
    view->addActions({sortAscending, sortDescending, fileOrder});
    view->addSeparator();
    menus.columns = view->addMenu(icon("configure"_L1), tr("&Columns"));
    menus.times = view->addMenu(tr("&Times"));
    menus.times->addActions(times->actions());
    menus.times->addSeparator();
    menus.times->addAction(serverZone);
    view->addActions({rawValues, fold});
    menus.panels = view->addMenu(tr("&Panels"));

    menus.filters = window->menuBar()->addMenu(tr("Filter&s"));
    menus.filters->addActions({saveFilter, manageFilters});

    QMenu* help = window->menuBar()->addMenu(tr("&Help"));
    help->addAction(showKeyboard);
    help->addSeparator();
    help->addAction(about);
    return menus;
}

} // namespace TmgLens
