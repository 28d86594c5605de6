// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/datasources.h"

#include <QDir>
#include <QSettings>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

#ifdef Q_OS_WIN

QStringList namesKnown()
{
    QStringList names;
    for (const QString& root : {u"HKEY_CURRENT_USER"_s, u"HKEY_LOCAL_MACHINE"_s})
        names +=
            QSettings(root + u"\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources"_s, QSettings::NativeFormat).childKeys();
    return names;
}

#else

/// The files that unixODBC looks into: the person's, and the system's.
QStringList settingsFiles()
{
    return {qEnvironmentVariable("ODBCINI", QDir::home().filePath(u".odbc.ini"_s)),
            qEnvironmentVariable("ODBCSYSINI", u"/etc"_s) + u"/odbc.ini"_s};
}

QStringList namesKnown()
{
    QStringList names;
    const QStringList files = settingsFiles();
    for (const QString& file : files)
        names += QSettings(file, QSettings::IniFormat).childGroups();
    names.removeAll(u"ODBC"_s); // settings of the manager itself
    names.removeAll(u"ODBC Data Sources"_s);
    return names;
}

#endif

} // namespace

QStringList dataSourceNames()
{
    QStringList names = namesKnown();
    names.removeDuplicates();
    names.sort(Qt::CaseInsensitive);
    return names;
}

} // namespace TmgLens
