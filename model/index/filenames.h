// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QStringList>

namespace TmgLens {

/**
 * What the logs of @p index are called: their paths without the folders (or the archive) that all of them are in. Of a
 * single log this is the name of its file. A name that would be the end of another log's path is the whole path.
 *
 * The filter language knows a log by such a name: the end of its path, from any separator on.
 */
[[nodiscard]] QStringList fileNames(const RecordIndex& index);

} // namespace TmgLens
