// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/membernames.h"

#include <QStringList>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// @p name without what leads out of the archive. What it was stays visible.
QString cleanName(QString name)
{
    QStringList clean;
    const QStringList parts = name.replace(u'\\', u'/').split(u'/', Qt::SkipEmptyParts); // Windows writes either
    for (const QString& part : parts) {
        if (part == ".."_L1)
            clean += u"(..)"_s;
        else if (part != "."_L1)
            clean += part;
    }
    return clean.isEmpty() ? u"(no name)"_s : clean.join(u'/');
}

} // namespace

QString MemberNames::add(const QString& name)
{
    const QString clean = cleanName(name);
    QString unique = clean;
    while (m_timesGiven.contains(unique))
        unique = clean + u" (%1)"_s.arg(++m_timesGiven[clean]);
    m_timesGiven.insert(unique, 1);
    return unique;
}

} // namespace TmgLens
