// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace TmgLens {

/// Lets screen readers see each UniformTableView as a table with titles over its columns. A second call does nothing.
void installAccessibleTables();

} // namespace TmgLens
