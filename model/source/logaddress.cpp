// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/logaddress.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace TmgLens {

LogAddress logAddress(const QString& path)
{
    qsizetype end = path.size();
    while (end > 0 && !QFileInfo::exists(path.first(end)))
        end = path.lastIndexOf(u'/', end - 1);
    if (end <= 0 || end == path.size() || !QFileInfo(path.first(end)).isFile())
        return {.file = path};
    return {.file = path.first(end), .member = path.sliced(end + 1)};
}

QString pathOf(const LogAddress& address)
{
    return address.member.isEmpty() ? address.file : address.file + u'/' + address.member;
}

QString displayName(const LogAddress& address)
{
    QString file = QFileInfo(address.file).fileName();
    if (address.member.isEmpty())
        return file;
    return QCoreApplication::translate("TmgLens::LogAddress", "%1 — %2").arg(address.member.section(u'/', -1), file);
}

} // namespace TmgLens
