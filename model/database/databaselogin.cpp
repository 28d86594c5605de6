// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/databaselogin.h"

#include <QCoreApplication>

namespace TmgLens {

QString DatabaseLogin::displayName() const
{
    const bool isConnectionString = source.contains(u'=');
    return isConnectionString ? QCoreApplication::translate("TmgLens::DatabaseLogin", "database") : source;
}

} // namespace TmgLens
