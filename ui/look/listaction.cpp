// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/listaction.h"

#include <QAbstractItemView>

namespace TmgLens {

QAction* addListAction(QAbstractItemView* list, const char* name, const QString& text, const QKeySequence& keys)
{
    auto* action = new QAction(text, list);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    list->addAction(action);
    return action;
}

} // namespace TmgLens
