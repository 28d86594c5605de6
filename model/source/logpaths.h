// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace TmgLens {

/**
 * The files that @p paths mean: a folder stands for all files in it and in its folders, and a name with `*` or `?` that
 * is no file for those it matches. All others stand for themselves, also if they do not exist. No file comes twice.
 *
 * Files of a folder are in the order of their names, where numbers count as such; the product's names tell the day, the
 * log and the number. Hidden files are left out. Asks the file system; any thread.
 */
[[nodiscard]] QStringList filesOf(const QStringList& paths);

} // namespace TmgLens
