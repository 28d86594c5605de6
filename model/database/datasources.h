// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace TmgLens {

/// The names (DSN) of the data sources that ODBC knows for this person and on this computer, in the order of the
/// alphabet. Reads settings of the system.
[[nodiscard]] QStringList dataSourceNames();

} // namespace TmgLens
