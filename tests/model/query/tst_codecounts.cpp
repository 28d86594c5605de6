// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/codecounts.h"

#include "tests/support/testlog.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestCodeCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsPlainLoop_data();
    void countsAsPlainLoop();
    void stops();

private:
    /// 2000 records of five codes, in blocks of a few lines.
    static RecordIndex records();
};

RecordIndex TestCodeCounts::records()
{
    const QByteArrayList codes = {"200", "12209", "11001", "304", "nonsense"};
    QByteArray log = webHeader;
    for (int i = 0; i < 2'000; ++i)
        log += webRecord(i, codes[i * i % 11 % codes.size()]) + "\r\n";
    return indexInBlocks(log, 70);
}

void TestCodeCounts::countsAsPlainLoop_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"all", "category", "listed", "sorted", "none"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestCodeCounts::countsAsPlainLoop()
{
    QFETCH(const QString, kind);
    const RecordIndex index = records();
    const auto numbers = std::make_shared<std::vector<quint32>>();
    for (quint32 number = 0; number < index.recordCount() && kind != "none"_L1; number += 3)
        numbers->push_back(number);
    if (kind == "sorted"_L1)
        std::ranges::reverse(*numbers);
    ResultSelection selection;
    if (kind == "category"_L1)
        selection.setClassShown(ResultClass::Allowed, false, index.codes());
    RowsPointer rows;
    if (kind == "category"_L1 || kind == "all"_L1)
        rows = std::make_shared<const CategoryRows>(index, selection);
    else if (kind == "sorted"_L1)
        rows = std::make_shared<const ListedRows>(numbers, index.recordCount());
    else
        rows = std::make_shared<const ListedRows>(numbers);
    CodeCounts expected(index.codes().size());
    const std::vector<quint32> visible = rows->numbers();
    for (const quint32 number : visible)
        ++expected[qToUnderlying(index.code(RecordNumber(number)))];
    QCOMPARE(countCodes(index, *rows, {}), expected);
}

void TestCodeCounts::stops()
{
    const RecordIndex index = records();
    std::stop_source stop;
    stop.request_stop();
    const CodeCounts counts = countCodes(index, CategoryRows(index, {}), stop.get_token());
    QVERIFY(std::ranges::all_of(counts, [](quint32 count) { return count == 0; }));
}

QTEST_GUILESS_MAIN(TestCodeCounts)
#include "tst_codecounts.moc"
