// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/csvrow.h"

#include "model/format/quotedrecord.h"

#include <QSqlQuery>
#include <QVariant>

namespace TmgLens {

namespace {

constexpr auto lineEnd = "\r\n";

QByteArray timeCell(QByteArray time)
{
    constexpr qsizetype withMilliseconds = sizeof "2010-05-12 10:00:00.123" - 1;
    if (!time.contains('.'))
        time += '.';
    return time.leftJustified(withMilliseconds, '0', true);
}

QByteArray textCell(const QString& text)
{
    return '"' + text.toUtf8().replace('"', "\"\"") + '"';
}

QByteArray cellOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? "1" : "0";
    case QMetaType::QByteArray:
        return value.toByteArray().toHex();
    default:
        return value.typeId() == QMetaType::QString ? textCell(value.toString()) : value.toByteArray();
    }
}

} // namespace

QByteArray csvTitles(const QList<LogColumn>& columns)
{
    QByteArrayList titles;
    for (const LogColumn& column : columns)
        titles += column.name.toUtf8();
    return titles.join(',') + lineEnd;
}

QByteArray csvRow(const QSqlQuery& query, const QList<LogColumn>& columns)
{
    QByteArray row;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const QVariant value = query.value(int(i));
        if (i > 0)
            row += ',';
        if (!value.isNull())
            row += columns[i].isTime ? timeCell(value.toByteArray()) : cellOf(value);
    }
    if (row.count('\n') >= mostRecordLines)
        row.replace('\n', "\\x0A");
    return row + lineEnd;
}

} // namespace TmgLens
