// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"
#include "model/source/loaderror.h"

#include <QStringList>

namespace TmgLens {

/// One sentence or two for people: what could not be read, why, what to do. Plain text; file content in it is made
/// harmless.
[[nodiscard]] QString describeLoadError(const LoadError& error);

/// What is wrong with a record, a sentence for each flag; empty for a good one.
[[nodiscard]] QStringList describeRecordFlags(RecordFlags flags);

} // namespace TmgLens
