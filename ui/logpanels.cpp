// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/logpanels.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenu>

namespace TmgLens {

LogPanels::LogPanels(QMainWindow* window, QWidget* categories, QWidget* details, QMenu* menu)
    : QObject(window)
    , m_window(window)
    , m_panels{addPanel(categories, "categoryDock", Qt::LeftDockWidgetArea),
               addPanel(details, "detailDock", Qt::RightDockWidgetArea)}
{
    m_panels[0]->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F7));
    m_panels[1]->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F8));
    for (const QDockWidget* panel : m_panels) {
        menu->addAction(panel->toggleViewAction());
        window->addAction(panel->toggleViewAction()); // so that its key works with the menu bar hidden
    }
    window->resizeDocks({m_panels[0], m_panels[1]}, {230, 330}, Qt::Horizontal);
}

QDockWidget* LogPanels::addPanel(QWidget* content, const char* name, Qt::DockWidgetArea area)
{
    auto* panel = new QDockWidget(content->accessibleName(), m_window);
    panel->setObjectName(QString::fromLatin1(name));
    panel->setWidget(content);
    m_window->addDockWidget(area, panel);
    return panel;
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
