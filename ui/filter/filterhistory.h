// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// The filters that were used last, newest first, remembered between runs. GUI thread.
namespace TmgLens::FilterHistory {

[[nodiscard]] QStringList list();
/// Puts @p filter on top; blanks alone are none.
void add(const QString& filter);

} // namespace TmgLens::FilterHistory
