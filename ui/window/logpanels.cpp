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
    , m_panels{createPanel(categories, "categoryDock"), createPanel(values, "facetDock"),
               createPanel(details, "detailDock"),      createPanel(bookmarks, "bookmarkDock"),
               createPanel(files, "fileDock"),          createPanel(findings, "findingDock")}
{
    m_panels[0]->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F7));
    m_panels[1]->toggleViewAction()->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7));
    m_panels[2]->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_F7));
    m_panels[3]->toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F7));
    m_panels[5]->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F6));
    for (QDockWidget* panel : m_panels) {
        connect(panel->toggleViewAction(), &QAction::triggered, panel, [panel](bool isShown) {
            if (isShown)
                panel->raise(); // who asks for it wants to see it, not the one that it shares its place with
        });
        menu->addAction(panel->toggleViewAction());
        window->addAction(panel->toggleViewAction()); // so that its key works with the menu bar hidden
    }
    connect(m_panels[5]->toggleViewAction(), &QAction::triggered, findings, [findings](bool isShown) {
        if (isShown)
            findings->setFocus(); // its key is for who wants to go through the list
    });
    connect(m_panels[1], &QDockWidget::visibilityChanged, this, &LogPanels::valuesShown);
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea); // the categories are a long list
}

QDockWidget* LogPanels::createPanel(QWidget* content, const char* name)
{
    auto* panel = new QDockWidget(content->accessibleName(), m_window);
    panel->setObjectName(QString::fromLatin1(name));
    panel->setWidget(content);
    auto* style = new PanelStyle;
    style->setParent(panel);
    panel->setStyle(style);
    return panel;
}

void LogPanels::arrange(int width)
{
    const auto [categories, values, details, bookmarks, files, findings] = m_panels;
    const bool isNarrow = width < 1200; // the columns up to the result need some 650
    m_window->addDockWidget(Qt::LeftDockWidgetArea, categories);
    m_window->tabifyDockWidget(categories, values); // both are long lists
    categories->raise();
    m_window->addDockWidget(isNarrow ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea, details);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, bookmarks);
    m_window->tabifyDockWidget(bookmarks, files);
    if (isNarrow)
        m_window->tabifyDockWidget(details, bookmarks);
    m_window->tabifyDockWidget(bookmarks, findings);
    m_window->resizeDocks({bookmarks}, {170}, Qt::Vertical);
    bookmarks->hide(); // until the first note, or until the person asks for it
    files->hide();
    findings->hide();
    m_window->resizeDocks({categories}, {230}, Qt::Horizontal);
    m_window->resizeDocks({details}, {isNarrow ? 220 : 330}, isNarrow ? Qt::Vertical : Qt::Horizontal);
}

void LogPanels::showBookmarks()
{
    m_panels[3]->show();
    m_panels[3]->raise();
}

void LogPanels::showFindings()
{
    m_panels[5]->show();
    m_panels[5]->raise();
    m_panels[5]->widget()->setFocus();
}

void LogPanels::setHasSeveralLogs(bool hasSeveral)
{
    if (hasSeveral != std::exchange(m_hasSeveral, hasSeveral)) // else it is as the person wants it
        m_panels[4]->setVisible(hasSeveral);
}

void LogPanels::setHasLog(bool hasLog)
{
    if (hasLog == m_hasLog)
        return;
    m_hasLog = hasLog;
    for (std::size_t i = 0; i < m_panels.size(); ++i) {
        if (!hasLog)
            m_wereShown[i] = m_panels[i]->isVisibleTo(m_window);
        m_panels[i]->setVisible(hasLog && m_wereShown[i]);
        m_panels[i]->toggleViewAction()->setEnabled(hasLog);
    }
}

} // namespace TmgLens
