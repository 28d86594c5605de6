// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace TmgLens::Test {

/// Keeps what a test sets away from the settings, and what the program keeps from the files, of the person who runs it.
/// Once a program, before any window.
class OwnSettings
{
public:
    OwnSettings()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("tmglens-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tmglens-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
    }
    static void forget()
    {
        QSettings().clear();
        keptFolder().removeRecursively();
    }
    /// Where the program keeps what belongs to a person.
    [[nodiscard]] static QDir keptFolder()
    {
        return {QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)};
    }

private:
    QTemporaryDir m_folder;
};

} // namespace TmgLens::Test
