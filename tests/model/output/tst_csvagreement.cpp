// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvlogs.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "model/output/csvcell.h"
#include "tests/support/csvreading.h"

#include <QTest>

#include <algorithm>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Holds CSV of large logs against the shortest way to write it, and against the cells that it was made of.
class TestCsvAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameCellsInAnyOrder_data();
    void sameCellsInAnyOrder();
    void agreesWithAPlainWriter_data();
    void agreesWithAPlainWriter();
    void readsBackAsTheCellsOfTheLog();
};

namespace {

void addPlainCell(std::string& row, std::string_view cell, const CsvOptions& options)
{
    const QByteArray text = cellText(cell).toUtf8();
    appendCsvCell(row, toStringView(text), options.guardFormulas ? FormulaGuard::On : FormulaGuard::Off);
}

void endPlainRow(std::string& text, std::string row)
{
    if (row.starts_with(','))
        row.erase(0, 1);
    text += (row.empty() ? "\"\"" : row) + "\r\n";
}

/// What an export must give, by the shortest way to say it.
QByteArray plainCsv(const RecordIndex& index, const CsvOptions& options, const std::vector<quint32>& records)
{
    std::string text = options.addByteOrderMark ? "\xEF\xBB\xBF" : "";
    std::string row;
    for (const int column : options.columns)
        addPlainCell(row += ',', toStringView(index.columns().at(column).name), options);
    endPlainRow(text, row + (options.addDecoded ? ",result-class,result-symbol,result-message" : ""));
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (const quint32 record : records) {
        const auto place = index.place(RecordNumber(record));
        const std::string bytes = readRecord(place).value_or(QByteArray()).toStdString();
        cutFields(bytes, *place.part->block->layout, cells, unescaped);
        row.clear();
        for (const int column : options.columns) {
            const auto field = std::size_t(index.fieldOfColumn(RecordNumber(record), column));
            addPlainCell(row += ',', field < cells.size() ? cells[field] : std::string_view(), options);
        }
        if (options.addDecoded) {
            const ResultEntry& entry = index.codes().at(index.code(RecordNumber(record))).result.entry;
            row += ',' + std::string(keyword(entry.resultClass).data());
            addPlainCell(row += ',', entry.symbols.join("; "_L1).toStdString(), options);
            addPlainCell(row += ',', entry.message.toStdString(), options);
        }
        endPlainRow(text, row);
    }
    return QByteArray::fromStdString(text);
}

} // namespace

void TestCsvAgreement::sameCellsInAnyOrder_data()
{
    QTest::addColumn<std::vector<quint32>>("records");
    const quint32 count = 16000;
    std::vector<quint32> all(count);
    std::iota(all.begin(), all.end(), 0);

    QTest::newRow("none") << std::vector<quint32>();
    QTest::newRow("all") << all;
    QTest::newRow("backwards") << std::vector<quint32>(all.rbegin(), all.rend());
    std::vector<quint32> shuffled = all;
    std::ranges::shuffle(shuffled, std::mt19937(7));
    QTest::newRow("shuffled") << shuffled;
    for (const quint32 step : {2U, 15U, 16U, 17U, 5000U}) {
        std::vector<quint32> sparse;
        for (quint32 record = step - 1; record < count; record += step)
            sparse.push_back(record);
        QTest::addRow("every %u", step) << sparse;
    }
    QTest::newRow("repeated") << std::vector<quint32>{5, 5, 5, 15999, 0, 0};
    QTest::newRow("around the change of layout") << std::vector<quint32>{7998, 7999, 8000, 8001};
}

void TestCsvAgreement::sameCellsInAnyOrder()
{
    QFETCH(std::vector<quint32>, records);
    static const RecordIndex index = indexOf(largeLog());
    QCOMPARE(index.recordCount(), 16000U);
    QVERIFY(index.parts().size() > 3);
    const std::vector<int> columns = {1, 4, 5};
    // Not QCOMPARE: it would print megabytes.
    QVERIFY(csv(index, {.columns = columns}, records) == plainCsv(index, {.columns = columns}, records));
}

void TestCsvAgreement::agreesWithAPlainWriter_data()
{
    QTest::addColumn<QList<int>>("columns");
    QTest::addColumn<bool>("isBackwards");
    const QList<int> inOrder = {0, 1, 2, 3, 4, 5};
    QTest::newRow("all columns") << QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8} << false;
    QTest::newRow("the first layout's") << inOrder << false;
    QTest::newRow("the second layout's") << QList<int>{5, 6, 0, 2, 3, 4} << false;
    QTest::newRow("the third layout's") << QList<int>{0, 1, 2, 3, 4, 5, 7, 8} << false;
    QTest::newRow("few, in another order") << QList<int>{8, 4, 0} << false;
    QTest::newRow("one") << QList<int>{1} << false;
    QTest::newRow("none") << QList<int>() << false;
    QTest::newRow("records backwards") << inOrder << true;
}

void TestCsvAgreement::agreesWithAPlainWriter()
{
    QFETCH(const QList<int>, columns);
    QFETCH(const bool, isBackwards);
    static const RecordIndex index = indexOf(wildLog());
    QCOMPARE(index.columns().size(), 9);
    QVERIFY(index.parts().size() >= 3);
    std::vector<quint32> records = allRecords(index);
    if (isBackwards)
        std::ranges::reverse(records);
    for (int choice = 0; choice < 8; ++choice) {
        const CsvOptions options{.columns = {columns.begin(), columns.end()},
                                 .addDecoded = (choice & 1) != 0,
                                 .guardFormulas = (choice & 2) != 0,
                                 .addByteOrderMark = (choice & 4) != 0};
        QVERIFY2(csv(index, options, records) == plainCsv(index, options, records),
                 qPrintable(QString::number(choice)));
    }
}

void TestCsvAgreement::readsBackAsTheCellsOfTheLog()
{
    const RecordIndex index = indexOf(wildLog());
    const QList<QByteArrayList> rows = readBack(csv(index, {.columns = allColumns(index)}));
    QCOMPARE(rows.size(), qsizetype(index.recordCount()) + 1);
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (quint32 record = 0; record < index.recordCount(); ++record) {
        const QByteArrayList& row = rows[qsizetype(record) + 1];
        QCOMPARE(row.size(), index.columns().size());
        const auto place = index.place(RecordNumber(record));
        const QByteArray bytes = readRecord(place).value_or(QByteArray());
        cutFields(toStringView(bytes), *place.part->block->layout, cells, unescaped);
        for (int column = 0; column < row.size(); ++column) {
            const auto field = std::size_t(index.fieldOfColumn(RecordNumber(record), column));
            const QString expected = field < cells.size() ? cellText(cells[field]) : QString();
            if (QString::fromUtf8(row[column]) != expected)
                QCOMPARE(QString::fromUtf8(row[column]), expected);
        }
    }
}

QTEST_GUILESS_MAIN(TestCsvAgreement)
#include "tst_csvagreement.moc"
