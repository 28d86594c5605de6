// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/recentfiles.h"

#include <QSettings>

namespace TmgLens::RecentFiles {

using namespace Qt::StringLiterals;

namespace {

constexpr auto key = "recentFiles"_L1;
constexpr qsizetype maximumCount = 10;

} // namespace

QStringList list()
{
    return QSettings().value(key).toStringList();
}

void add(const QString& path)
{
    QStringList paths = list();
    paths.removeAll(path);
    paths.prepend(path);
    paths.resize(std::min(paths.size(), maximumCount));
    QSettings().setValue(key, paths);
}

void clear()
{
    QSettings().remove(key);
}

} // namespace TmgLens::RecentFiles
