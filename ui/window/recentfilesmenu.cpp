// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/recentfilesmenu.h"

#include "model/output/harmlesstext.h"
#include "ui/look/icons.h"
#include "ui/recentlist.h"

#include <QMenu>

namespace TmgLens {

using namespace Qt::StringLiterals;

RecentFilesMenu::RecentFilesMenu(QMenu* menu, QObject* parent) : QObject(parent), m_menu(menu)
{
    connect(menu, &QMenu::aboutToShow, this, &RecentFilesMenu::fill);
}

void RecentFilesMenu::fill()
{
    m_menu->clear();
    const QStringList paths = recentFiles.entries();
    for (const QString& path : paths) {
        QString text = harmlessPath(path);
        const QAction* action = m_menu->addAction(text.replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT fileChosen(path); });
    }
    m_menu->addSeparator();
    QAction* forget = m_menu->addAction(icon("edit-clear"_L1), tr("&Forget these"));
    forget->setEnabled(!paths.isEmpty());
    connect(forget, &QAction::triggered, this, [this] {
        recentFiles.clear();
        Q_EMIT forgotten();
    });
}

} // namespace TmgLens
