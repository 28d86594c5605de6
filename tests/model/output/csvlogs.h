// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/csvwriter.h"
#include "webrows.h"

#include <QBuffer>

#include <numeric>
#include <random>

namespace TmgLens::Test {

/// What is written of @p records; `failed` if that fails.
inline QByteArray csv(const RecordIndex& index, const CsvOptions& options, const std::vector<quint32>& records)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCsv(buffer, index, records, options, {});
    return written ? buffer.data() : QByteArray("failed");
}

/// The same of all records.
inline QByteArray csv(const RecordIndex& index, const CsvOptions& options)
{
    return csv(index, options, allRecords(index));
}

/// The numbers of all columns of @p index.
inline std::vector<int> allColumns(const RecordIndex& index)
{
    std::vector<int> columns(std::size_t(index.columns().size()));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

/// Many blocks: some 11 MB, with a change of layout in the middle.
inline QByteArray largeLog()
{
    QByteArrayList records;
    for (int i = 0; i < 16000; ++i) {
        const QByteArray number = QByteArray::number(i);
        records += "10.0." + QByteArray::number(i % 250) + ".7 user" + number + " 2010-05-12 08:00:01 http://host"
            + number + ".example/" + QByteArray(600 + i % 200, 'x') + ",y 200";
    }
    QByteArray second = webRows(records.sliced(8000));
    second.replace("sc-status\r\n", "sc-status\tmore\r\n");
    return webRows(records.first(8000)) + second;
}

/// Cells with all that is special in CSV, in a log or to a spreadsheet.
inline QByteArray anyCell(std::mt19937& random)
{
    static const QByteArrayList pieces = {"-",
                                          "=",
                                          "+1",
                                          "-5",
                                          "@x",
                                          "\"",
                                          ",",
                                          "\r",
                                          " ",
                                          "a",
                                          "Bob",
                                          "\xC3\xBC",
                                          "\xFC",
                                          "(KHTML, like Gecko)",
                                          "http://host.example/?q=1",
                                          "12209",
                                          "client=No"};
    QByteArray cell;
    for (auto count = random() % 4; count > 0; --count)
        cell += pieces[qsizetype(random() % std::size_t(pieces.size()))];
    return cell;
}

/// Several blocks of records of any shape, under three headers.
inline QByteArray wildLog()
{
    static const QByteArrayList headers = {"c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status",
                                           "sc-status\t=rule\tc-ip\tdate\ttime\tcs-uri",
                                           "c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\tcs-\xFC\tx,y"};
    std::mt19937 random(11);
    QByteArray log;
    for (int record = 0; record < 18'000; ++record) {
        if (record % 6000 == 0)
            log += "#Fields: " + headers[record / 6000] + "\r\n";
        QByteArrayList cells;
        const int count = random() % 16 == 0 ? int(random() % 9) : 6 + (record >= 12'000 ? 2 : 0);
        for (int cell = 0; cell < count; ++cell)
            cells += random() % 4 == 0 ? anyCell(random) : QByteArray(qsizetype(random() % 30), 'x');
        log += cells.join('\t') + "\r\n";
    }
    return log;
}

} // namespace TmgLens::Test
