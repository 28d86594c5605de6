// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/logpaths.h"

#include <QCollator>
#include <QDir>
#include <QDirIterator>
#include <QSet>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QStringList sorted(QStringList paths)
{
    QCollator byName(QLocale::English); // the C locale knows no numbers
    byName.setNumericMode(true);
    std::ranges::sort(paths, byName);
    return paths;
}

QStringList filesIn(const QString& folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files += each.next();
    return sorted(files);
}

/// What the last part of @p pattern matches in its folder. Shells that know such names replace them before; others do
/// not.
QStringList filesLike(const QString& pattern)
{
    const QFileInfo info(pattern);
    QStringList files;
    const QStringList names = QDir(info.path()).entryList({info.fileName()}, QDir::Files);
    for (const QString& name : names)
        files += info.path() == "."_L1 && !pattern.startsWith("./"_L1) ? name : info.path() + u'/' + name;
    return sorted(files);
}

QStringList filesOf(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return filesIn(path);
    if (!info.exists() && (path.contains(u'*') || path.contains(u'?'))) {
        if (const QStringList files = filesLike(path); !files.isEmpty())
            return files;
    }
    return {path};
}

} // namespace

QStringList filesOf(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths)
        files += filesOf(path);
    QSet<QString> seen;
    files.removeIf([&seen](const QString& file) {
        const qsizetype before = seen.size();
        seen.insert(QDir::cleanPath(QDir::current().absoluteFilePath(file)));
        return seen.size() == before;
    });
    return files;
}

} // namespace TmgLens
