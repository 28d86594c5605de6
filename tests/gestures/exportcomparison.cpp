// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/exportcomparison.h"

#include "tests/support/csvreading.h"

#include <QDateTime>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

QByteArrayList exportedTitles(const PlainView& view, const WindowDriver& driver)
{
    QByteArrayList titles;
    if (driver.table()->showsFile())
        titles += "file";
    const std::vector<int> fields = driver.table()->shownFields();
    for (const int field : fields)
        titles += view.log.titles[field];
    return titles;
}

QString differenceOfExport(const PlainView& view, const QByteArrayList& titles, bool hasUtc, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return u"the export cannot be read"_s;
    QList<QByteArrayList> expected;
    QByteArrayList header = titles;
    if (hasUtc)
        header.insert(titles.first() == "file" ? 1 : 0, "utc-time");
    expected += header;
    for (const std::size_t row : view.rows()) {
        const PlainRecord& record = view.log.records[row];
        QByteArrayList cells;
        for (const QByteArray& title : std::as_const(header)) {
            if (title == "file")
                cells += view.log.names[record.log].toUtf8();
            else if (title == "utc-time")
                cells += record.moment
                    ? QDateTime::fromSecsSinceEpoch(*record.moment, QTimeZone::UTC).toString(Qt::ISODate).toUtf8()
                    : QByteArray();
            else
                cells += view.log.cell(record, title);
        }
        expected += cells;
    }
    const QList<QByteArrayList> rows = readBack(file.readAll());
    if (rows.size() != expected.size())
        return u"the export has %1 rows, not %2"_s.arg(rows.size() - 1).arg(expected.size() - 1);
    for (qsizetype row = 0; row < rows.size(); ++row)
        if (rows[row] != expected[row])
            return u"row %1 of the export is “%2”, not “%3”"_s.arg(QString::number(row),
                                                                   QString::fromUtf8(rows[row].join(',')),
                                                                   QString::fromUtf8(expected[row].join(',')));
    return {};
}

} // namespace TmgLens::Test
