// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/filenames.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// How many of the first characters of @p paths are folders that all of them are in.
qsizetype commonFolders(const QStringList& paths)
{
    QStringView common = paths.front();
    for (const QString& path : paths) {
        const auto alike = std::ranges::mismatch(common, path).in1 - common.begin();
        common = common.first(common.first(alike).lastIndexOf(u'/') + 1);
    }
    return common.size();
}

} // namespace

QStringList fileNames(const RecordIndex& index)
{
    QStringList names;
    for (const RecordIndex::File& file : index.files())
        names += file.source->path();
    if (names.isEmpty())
        return names;
    const QStringList paths = names;
    const qsizetype common = commonFolders(names);
    for (QString& name : names)
        name.remove(0, common);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto endsAlike = [end = QString(u'/' + names[i]), &path = paths[i]](const QString& other) {
            return other != path && other.endsWith(end);
        };
        if (std::ranges::any_of(paths, endsAlike))
            names[i] = paths[i];
    }
    return names;
}

} // namespace TmgLens
