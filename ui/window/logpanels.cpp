// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/logpanels.h"

#include "ui/look/panelstyle.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

#include <utility>

namespace TmgLens {

LogPanels::LogPanels(QMainWindow* window, QWidget* categories, QWidget* values, QWidget* details, QWidget* bookmarks,
                     QWidget* files, QWidget* findings, QMenu* menu)
    : QObject(window)
    , m_window(window)
    , m_categories(createPanel(categories, "categoryDock", Qt::Key_F7, true))
    , m_values(createPanel(values, "facetDock", Qt::SHIFT | Qt::Key_F7, true))
    , m_details(createPanel(details, "detailDock", Qt::CTRL | Qt::Key_F7, true))
    , m_bookmarks(createPanel(bookmarks, "bookmarkDock", Qt::CTRL | Qt::SHIFT | Qt::Key_F7, false))
    , m_files(createPanel(files, "fileDock", {}, false))
    , m_findings(createPanel(findings, "findingDock", Qt::Key_F6, false))
{
    for (const Panel* panel : panels()) {
        QAction* const toggle = panel->dock->toggleViewAction();
        connect(toggle, &QAction::triggered, panel->dock, [dock = panel->dock](bool isShown) {
            if (isShown)
                dock->raise(); // who asks for it wants to see it, not the one that it shares its place with
        });
        menu->addAction(toggle);
        window->addAction(toggle); // so that its key works with the menu bar hidden
    }
    connect(m_findings.dock->toggleViewAction(), &QAction::triggered, findings, [findings](bool isShown) {
        if (isShown)
            findings->setFocus(); // its key is for who wants to go through the list
    });
    connect(m_values.dock, &QDockWidget::visibilityChanged, this, &LogPanels::valuesShown);
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // the categories are a long list
}

LogPanels::Panel LogPanels::createPanel(QWidget* content, const char* name, const QKeySequence& key, bool isShown)
{
    auto* dock = new QDockWidget(content->accessibleName(), m_window);
    dock->setObjectName(QString::fromLatin1(name));
    dock->setWidget(content);
    dock->toggleViewAction()->setShortcut(key);
    auto* style = new PanelStyle;
    style->setParent(dock);
    dock->setStyle(style);
    return {.dock = dock, .isShown = isShown};
}

/// In the order of the menu.
std::array<LogPanels::Panel*, 6> LogPanels::panels()
{
    return {&m_categories, &m_values, &m_details, &m_bookmarks, &m_files, &m_findings};
}

void LogPanels::arrange(int width)
{
    const bool isNarrow = width < 1200; // the columns up to the result need some 650
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_categories.dock);
    m_window->tabifyDockWidget(m_categories.dock, m_values.dock); // both are long lists
    m_categories.dock->raise();
    m_window->addDockWidget(isNarrow ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, m_details.dock);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_bookmarks.dock);
    m_window->tabifyDockWidget(m_bookmarks.dock, m_files.dock);
    if (isNarrow)
        m_window->tabifyDockWidget(m_details.dock, m_bookmarks.dock);
    m_window->tabifyDockWidget(m_bookmarks.dock, m_findings.dock);
    m_window->resizeDocks({m_bookmarks.dock}, {170}, Qt::Vertical);
    m_bookmarks.dock->hide(); // until the first note, or until the person asks for it
    m_files.dock->hide();
    m_findings.dock->hide();
    m_window->resizeDocks({m_categories.dock}, {230}, Qt::Horizontal);
    m_window->resizeDocks({m_details.dock}, {isNarrow ? 220 : 330}, isNarrow ? Qt::Vertical : Qt::Horizontal);
}

void LogPanels::showBookmarks()
{
    m_bookmarks.dock->show();
    m_bookmarks.dock->raise();
}

void LogPanels::showFindings()
{
    m_findings.dock->show();
    m_findings.dock->raise();
    m_findings.dock->widget()->setFocus();
}

void LogPanels::setHasSeveralLogs(bool hasSeveral)
{
    if (hasSeveral != std::exchange(m_hasSeveral, hasSeveral)) // else it is as the person wants it
        m_files.dock->setVisible(hasSeveral);
}

void LogPanels::setHasLog(bool hasLog)
{
    if (hasLog == m_hasLog)
        return;
    m_hasLog = hasLog;
    for (Panel* panel : panels()) {
        if (!hasLog)
            panel->isShown = panel->dock->isVisibleTo(m_window);
        panel->dock->setVisible(hasLog && panel->isShown);
        panel->dock->toggleViewAction()->setEnabled(hasLog);
    }
}

} // namespace TmgLens
