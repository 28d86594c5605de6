// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterhistory.h"

#include <QSettings>

namespace TmgLens::FilterHistory {

using namespace Qt::StringLiterals;

namespace {

constexpr auto key = "filterHistory"_L1;
constexpr qsizetype maximumCount = 50;

} // namespace

QStringList list()
{
    return QSettings().value(key).toStringList();
}

void add(const QString& filter)
{
    const QString trimmed = filter.trimmed();
    if (trimmed.isEmpty())
        return;
    QStringList filters = list();
    filters.removeAll(trimmed);
    filters.prepend(trimmed);
    filters.resize(std::min(filters.size(), maximumCount));
    QSettings().setValue(key, filters);
}

} // namespace TmgLens::FilterHistory
