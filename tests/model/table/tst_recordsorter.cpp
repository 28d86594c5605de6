// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/ipaddress.h"
#include "model/table/derivedcolumn.h"
#include "model/table/recordsorter.h"
#include "tests/support/testlog.h"

#include <QTest>
#include <QTime>

#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestRecordSorter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByValue_data();
    void sortsByValue();
    void sortsWhatItIsGiven();
    void sortsByResult();
    void agreesWithAPlainSort_data();
    void agreesWithAPlainSort();
    void recordsWithoutTheFieldComeFirst();
    void endsSoonWhenStopped();
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
    QTest::newRow("numbers beyond 32 bits and below 0, up to 64")
        << 4 << QByteArrayList{"4294967296",          "-4294967297",          "4294967295",
                               "9223372036854775807", "-9223372036854775808", "9223372036854775808"}
        << Qt::AscendingOrder << Rows{5, 4, 1, 2, 0, 3};
    QTest::newRow("leap days, centuries, and beyond 32 bits of seconds")
        << 2 << QByteArrayList{"2038-01-20", "1999-12-31", "2038-01-18", "2000-02-29",
                               "2100-03-01", "2008-02-29", "2100-02-29"}
        << Qt::AscendingOrder << Rows{6, 1, 3, 5, 2, 0, 4};
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
    QCOMPARE(*sortRecords(index, {1, 2, 4}, 99, Qt::AscendingOrder, {}), (std::vector<quint32>{1, 2, 4}));
}

void TestRecordSorter::sortsByResult()
{
    const RecordIndex index = indexOf(logWith(5, {"12209", "200", "11001", "304", "12209"}));
    const int classes = index.columns().size() + int(DerivedColumn::ResultClass);
    const int messages = index.columns().size() + int(DerivedColumn::ResultMessage);
    QCOMPARE(*sortRecords(index, allOf(index), classes, Qt::AscendingOrder, {}),
             (std::vector<quint32>{1, 3, 0, 4, 2})); // allowed, denied, failed
    const auto message = [&index](quint32 number) {
        return index.codes().at(index.code(RecordNumber(number))).result.entry.message.toLower();
    };
    std::vector<quint32> expected = allOf(index);
    std::ranges::stable_sort(expected, std::ranges::less(), message);
    QCOMPARE(*sortRecords(index, allOf(index), messages, Qt::AscendingOrder, {}), expected);
}

using MakeValue = std::function<QByteArray(std::mt19937&)>;
using KeyOf = std::function<QByteArray(const QByteArray&)>; // what compares as the value; empty without one

static QByteArray numberKey(const QByteArray& cell)
{
    bool isNumber = false;
    const qint64 number =
        cell.startsWith("0x") ? cell.sliced(2).toLongLong(&isNumber, 16) : cell.toLongLong(&isNumber, 10);
    const quint64 fromZero = quint64(number) + (quint64(1) << 63);
    return isNumber ? QByteArray::number(fromZero).rightJustified(20, '0') : QByteArray();
}

static QByteArray addressKey(const QByteArray& cell)
{
    const auto address = parseAddress(toStringView(cell));
    return address ? QByteArray::number(address->high, 16).rightJustified(16, '0')
            + QByteArray::number(address->low, 16).rightJustified(16, '0')
                   : QByteArray();
}

static QByteArray textKey(const QByteArray& cell)
{
    return isEmptyCell(toStringView(cell)) ? QByteArray() : cell.first(qMin(cell.size(), 128)).toLower();
}

static QByteArray anyNumber(std::mt19937& random)
{
    const auto number = qint64(random()) >> (random() % 32);
    return random() % 8 == 0 ? QByteArray("-")
        : random() % 8 == 0  ? "x1"
                             : QByteArray::number(random() % 4 ? number : -number);
}

static QByteArray anyAddress(std::mt19937& random)
{
    const QByteArray last = QByteArray::number(random() % 256);
    const QByteArrayList all = {"10.0." + QByteArray::number(random() % 256) + '.' + last, "fe80::" + last, "::", "-",
                                "server" + last};
    return all[qsizetype(random() % 16 < 12 ? 0 : random() % std::size_t(all.size()))];
}

/// Mostly different, but the same for many bytes; longer than what is compared, too.
static QByteArray anyUrl(std::mt19937& random)
{
    QByteArray url = "http://www.Example.com/" + QByteArray(qsizetype(random() % 3 * 50), random() % 2 ? 'p' : 'P');
    for (auto count = random() % 6; count > 0; --count)
        url += QByteArray::number(random() % 20) + '/';
    return random() % 32 == 0 ? QByteArray("-") : url;
}

void TestRecordSorter::agreesWithAPlainSort_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<MakeValue>("makeValue");
    QTest::addColumn<KeyOf>("keyOf");
    const auto user = [](std::mt19937& random) {
        return QByteArray(random() % 2 ? "DOMAIN\\user" : "domain\\User") + QByteArray::number(random() % 40);
    };
    const auto time = [](std::mt19937& random) {
        return QTime(0, 0).addSecs(int(random() % 86400)).toString(u"HH:mm:ss"_s).toLatin1();
    };
    const auto code = [](std::mt19937& random) { return QByteArray::number(12200 + int(random() % 30)); };
    const auto flags = [](std::mt19937& random) { return "0x" + QByteArray::number(random() % 0x1000, 16); };
    QTest::newRow("addresses") << 0 << MakeValue(anyAddress) << KeyOf(addressKey);
    QTest::newRow("few texts") << 1 << MakeValue(user) << KeyOf(textKey);
    QTest::newRow("times") << 3 << MakeValue(time) << KeyOf(textKey);
    QTest::newRow("milliseconds") << 4 << MakeValue(anyNumber) << KeyOf(numberKey);
    QTest::newRow("codes") << 5 << MakeValue(code) << KeyOf(numberKey);
    QTest::newRow("flags") << 6 << MakeValue(flags) << KeyOf(numberKey);
    QTest::newRow("many texts") << 7 << MakeValue(anyUrl) << KeyOf(textKey);
}

void TestRecordSorter::agreesWithAPlainSort()
{
    QFETCH(const int, column);
    QFETCH(const MakeValue, makeValue);
    QFETCH(const KeyOf, keyOf);
    // Enough for several blocks and for several threads.
    constexpr int count = 90'000;
    std::mt19937 random(5);
    QByteArrayList values;
    std::vector<QByteArray> keys;
    for (int i = 0; i < count; ++i) {
        values.append(makeValue(random));
        keys.push_back(keyOf(values.back()));
    }
    const RecordIndex index = indexOf(logWith(column, values));
    QVERIFY(index.parts().size() > 2);
    QCOMPARE(index.recordCount(), quint32(count));

    const auto keyOfRecord = [&keys](quint32 record) -> const QByteArray& { return keys[record]; };
    std::vector<quint32> expected = allOf(index);
    std::ranges::stable_sort(expected, std::ranges::less(), keyOfRecord);
    QVERIFY(*sortRecords(index, allOf(index), column, Qt::AscendingOrder, {}) == expected);
    expected = allOf(index);
    std::ranges::stable_sort(expected, std::ranges::greater(), keyOfRecord);
    QVERIFY(*sortRecords(index, allOf(index), column, Qt::DescendingOrder, {}) == expected);
}

void TestRecordSorter::recordsWithoutTheFieldComeFirst()
{
    const QByteArray second = "#Fields: c-ip\tdate\ttime\tsc-status\r\n"
                              "10.0.0.2\t2010-05-12\t00:00:00\t200\r\n";
    const RecordIndex index = indexOf(logWith(1, {"bob", "-", "alice"}) + second);
    QCOMPARE(*sortRecords(index, allOf(index), 1, Qt::AscendingOrder, {}), (std::vector<quint32>{1, 3, 2, 0}));
    QCOMPARE(*sortRecords(index, allOf(index), 1, Qt::DescendingOrder, {}), (std::vector<quint32>{0, 2, 1, 3}));
}

void TestRecordSorter::endsSoonWhenStopped()
{
    const RecordIndex index = indexOf(logWith(1, {"bob", "alice"}));
    std::stop_source stop;
    const auto stopAtOnce = [&stop](int) { stop.request_stop(); };
    QCOMPARE(sortRecords(index, allOf(index), 1, Qt::AscendingOrder, stop.get_token(), stopAtOnce)->size(), 2U);
    QCOMPARE(sortRecords(index, allOf(index), 1, Qt::AscendingOrder, stop.get_token())->size(), 2U);
}

QTEST_GUILESS_MAIN(TestRecordSorter)
#include "tst_recordsorter.moc"
