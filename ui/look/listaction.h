// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>

class QAbstractItemView;

namespace TmgLens {

/// Adds to @p list, and so to its context menu, an action called @p name; @p keys work while the list has the keyboard.
[[nodiscard]] QAction* addListAction(QAbstractItemView* list, const char* name, const QString& text,
                                     const QKeySequence& keys);

} // namespace TmgLens
