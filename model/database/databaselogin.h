// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// Where a database is and who asks. Lives as long as it is needed and is kept nowhere.
struct DatabaseLogin
{
    QString source; ///< The name of a data source (DSN), or a whole connection string.
    QString user = {}; ///< Empty where the source, or the system, knows who asks.
    QString password = {};

    /// What people call the source. A connection string can hold a password, so none of it is shown.
    [[nodiscard]] QString displayName() const;
};

} // namespace TmgLens
