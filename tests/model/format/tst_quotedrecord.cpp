// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/quotedrecord.h"

#include <QRandomGenerator>
#include <QTest>

using namespace TmgLens;

class TestQuotedRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsCells_data();
    void cutsCells();
    void findsTheEnd_data();
    void findsTheEnd();
    void waitsForMoreBytes();
    void goesOnBehindAStrayQuote();
    void readsBackWhatWasWritten();
};

static const LogLayout csv{.format = LogLayout::Format::Database, .separator = ",", .isQuoted = true};

static QByteArrayList cellsOf(const QByteArray& record)
{
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(toStringView(record), csv, cells, unescaped);
    QByteArrayList list;
    for (const std::string_view cell : cells)
        list.append(QByteArray(cell.data(), qsizetype(cell.size())));
    return list;
}

void TestQuotedRecord::cutsCells_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArrayList>("cells");
    using List = QByteArrayList;
    QTest::newRow("plain") << QByteArray("a,b,c") << List{"a", "b", "c"};
    QTest::newRow("nothing") << QByteArray() << List{""};
    QTest::newRow("empty cells") << QByteArray(",\"\",") << List{"", "", ""};
    QTest::newRow("separator") << QByteArray("a,\"b,c\",d") << List{"a", "b,c", "d"};
    QTest::newRow("line end") << QByteArray("a,\"b\r\nc\",d") << List{"a", "b\r\nc", "d"};
    QTest::newRow("doubled quotes") << QByteArray("\"\"\"a\"\"\",\"\"\"\",\"b\"\"c\"") << List{"\"a\"", "\"", "b\"c"};
    QTest::newRow("quote within a plain cell") << QByteArray("a\"b,c") << List{"a\"b", "c"};
    QTest::newRow("text behind the closing quote") << QByteArray("\"a\"b,c") << List{"\"a\"b", "c"};
    QTest::newRow("never closed") << QByteArray("a,\"b,c") << List{"a", "\"b", "c"};
    QTest::newRow("no value") << QByteArray("NULL,\"NULL\",a") << List{"", "NULL", "a"};
    QTest::newRow("NUL") << QByteArray("a,\0,b", 5) << List{"a", "", "b"};
}

void TestQuotedRecord::cutsCells()
{
    QFETCH(const QByteArray, record);
    QFETCH(const QByteArrayList, cells);
    QCOMPARE(cellsOf(record), cells);
    FieldCutter cutter(csv);
    cutter.setRecord(toStringView(record));
    for (qsizetype i = cells.size() - 1; i >= 0; --i)
        QCOMPARE(cutter.cell(std::size_t(i)), toStringView(cells[i]));
}

void TestQuotedRecord::findsTheEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("length");
    QTest::newRow("plain") << QByteArray("a,b\nc") << qsizetype(4);
    QTest::newRow("line end in quotes") << QByteArray("a,\"b\nc\"\nd") << qsizetype(8);
    QTest::newRow("several") << QByteArray("\"\n\n\",\"\n\"\nd") << qsizetype(9);
    QTest::newRow("doubled quotes before a line end") << QByteArray("\"a\"\"\n\"\"\"\nd") << qsizetype(9);
    QTest::newRow("quote within a plain cell") << QByteArray("a\"b\nc\"\n") << qsizetype(4);
    QTest::newRow("last") << QByteArray("a,\"b\nc\"") << qsizetype(7);
    QTest::newRow("never closed") << QByteArray("a,\"b\nc\nd\n") << qsizetype(5);
    QTest::newRow("blank line") << QByteArray("\r\na") << qsizetype(2);
}

void TestQuotedRecord::findsTheEnd()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qsizetype, length);
    QCOMPARE(qsizetype(quotedRecordLength(toStringView(bytes), csv, true).value_or(0)), length);
}

void TestQuotedRecord::waitsForMoreBytes()
{
    const QByteArray bytes = "a,\"b\nc\"\"\nd\",e\nf";
    const auto whole = quotedRecordLength(toStringView(bytes), csv, true);
    QCOMPARE(whole, std::optional(std::size_t(bytes.size() - 1)));
    for (qsizetype size = 0; size < bytes.size() - 1; ++size)
        QVERIFY(!quotedRecordLength(toStringView(bytes.first(size)), csv, false));
    QCOMPARE(quotedRecordLength(toStringView(bytes), csv, false), whole);
}

void TestQuotedRecord::goesOnBehindAStrayQuote()
{
    const QByteArray bytes = "a,\"b\n" + QByteArray("c,d\n").repeated(1000);
    QCOMPARE(quotedRecordLength(toStringView(bytes), csv, false), std::optional<std::size_t>(5));
}

void TestQuotedRecord::readsBackWhatWasWritten()
{
    QRandomGenerator random(1);
    for (int run = 0; run < 3000; ++run) {
        QByteArrayList cells;
        QByteArrayList written;
        const int count = random.bounded(1, 6);
        for (int i = 0; i < count; ++i) {
            QByteArray cell;
            for (int length = random.bounded(6); length > 0; --length)
                cell += "ab,\"\n\r"[random.bounded(6)];
            cells.append(cell);
            const bool needsQuotes = cell.contains(',') || cell.contains('"') || cell.contains('\n');
            written.append(needsQuotes || random.bounded(3) == 0 ? '"' + QByteArray(cell).replace("\"", "\"\"") + '"'
                                                                 : cell);
        }
        const QByteArray record = written.join(',');
        const QByteArray twice = record + '\n' + record;
        const auto length = quotedRecordLength(toStringView(twice), csv, false);
        QCOMPARE(length, std::optional(std::size_t(record.size() + 1)));
        QCOMPARE(cellsOf(record), cells);
    }
}

QTEST_GUILESS_MAIN(TestQuotedRecord)
#include "tst_quotedrecord.moc"
