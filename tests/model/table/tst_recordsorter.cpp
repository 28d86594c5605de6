// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordsorter.h"
#include "tests/support/testlog.h"

#include <QTest>

#include <numeric>

using namespace TmgLens;
using namespace TmgLens::Test;

class TestRecordSorter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByValue_data();
    void sortsByValue();
    void sortsWhatItIsGiven();
    void agreesWithAPlainSort();
};

static const QByteArray header =
    "#Fields: c-ip\tcs-username\tdate\ttime\ttime-taken\tsc-status\terror-info\tcs-uri\r\n";

/// A log with the given values of one column; the others are the same in all rows.
static QByteArray logWith(qsizetype column, const QByteArrayList& values)
{
    QByteArray log = header;
    for (const QByteArray& value : values) {
        QByteArrayList cells{"10.0.0.1", "user", "2010-05-12", "00:00:00", "1", "200", "0x0", "http://a.example/"};
        cells[column] = value;
        log += cells.join('\t') + "\r\n";
    }
    return log;
}

static std::vector<quint32> allOf(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

void TestRecordSorter::sortsByValue_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArrayList>("values");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<std::vector<quint32>>("sorted");
    using Rows = std::vector<quint32>;
    QTest::newRow("addresses go by value") << 0 << QByteArrayList{"10.0.0.10", "10.0.0.9", "-", "9.0.0.1", "fe80::1"}
                                           << Qt::AscendingOrder << Rows{2, 3, 1, 0, 4};
    QTest::newRow("text without case, stable")
        << 1 << QByteArrayList{"bob", "Alice", "BOB", "-", "alice"} << Qt::AscendingOrder << Rows{3, 1, 4, 0, 2};
    QTest::newRow("descending is stable too")
        << 1 << QByteArrayList{"bob", "Alice", "BOB", "-", "alice"} << Qt::DescendingOrder << Rows{0, 2, 1, 4, 3};
    QTest::newRow("dates") << 2 << QByteArrayList{"2010-05-13", "2010-05-12", "2010-02-30", "2009-12-31"}
                           << Qt::AscendingOrder << Rows{2, 3, 1, 0};
    QTest::newRow("numbers go by value") << 4 << QByteArrayList{"10", "9", "-", "-5", "100000000000"}
                                         << Qt::AscendingOrder << Rows{2, 3, 1, 0, 4};
    QTest::newRow("codes go by value") << 5 << QByteArrayList{"12209", "200", "-", "0xC0040017", "64"}
                                       << Qt::AscendingOrder << Rows{2, 4, 1, 0, 3};
    QTest::newRow("flags go by value") << 6 << QByteArrayList{"0x100", "0x80", "0x0"} << Qt::AscendingOrder
                                       << Rows{2, 1, 0};
    QTest::newRow("text that differs late") << 7
                                            << QByteArrayList{"http://www.example.com/b", "http://www.example.com/a",
                                                              "http://www.example.com/", "http://www.example"}
                                            << Qt::AscendingOrder << Rows{3, 2, 1, 0};
    QTest::newRow("prefix of 16 bytes") << 7
                                        << QByteArrayList{"0123456789abcdefg", "0123456789abcdef", "0123456789abcde"}
                                        << Qt::AscendingOrder << Rows{2, 1, 0};
}

void TestRecordSorter::sortsByValue()
{
    QFETCH(const int, column);
    QFETCH(const QByteArrayList, values);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const std::vector<quint32>, sorted);
    const RecordIndex index = indexOf(logWith(column, values));
    QCOMPARE(*sortRecords(index, allOf(index), column, order, {}), sorted);
}

void TestRecordSorter::sortsWhatItIsGiven()
{
    const RecordIndex index = indexOf(logWith(4, {"5", "4", "3", "2", "1"}));
    QCOMPARE(*sortRecords(index, {1, 2, 4}, 4, Qt::AscendingOrder, {}), (std::vector<quint32>{4, 2, 1}));
    QCOMPARE(*sortRecords(index, {}, 4, Qt::AscendingOrder, {}), std::vector<quint32>());
}

void TestRecordSorter::agreesWithAPlainSort()
{
    // More than is sorted at once, over several blocks.
    constexpr int count = 200'000;
    QByteArrayList values;
    std::vector<int> numbers;
    quint32 random = 12345;
    for (int i = 0; i < count; ++i) {
        random = random * 1664525 + 1013904223;
        numbers.push_back(int(random >> 20));
        values.append(QByteArray::number(numbers.back()));
    }
    const RecordIndex index = indexOf(logWith(4, values));
    std::vector<quint32> expected = allOf(index);
    std::ranges::stable_sort(expected, {}, [&numbers](quint32 record) { return numbers[record]; });
    QVERIFY(index.parts().size() > 2);
    QCOMPARE(*sortRecords(index, allOf(index), 4, Qt::AscendingOrder, {}), expected);
}

QTEST_GUILESS_MAIN(TestRecordSorter)
#include "tst_recordsorter.moc"
