// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

/// The logs that were opened last, newest first, remembered between runs. GUI thread.
namespace TmgLens::RecentFiles {

[[nodiscard]] QStringList list();
/// Puts @p path, which is absolute, on top.
void add(const QString& path);
void clear();

} // namespace TmgLens::RecentFiles
