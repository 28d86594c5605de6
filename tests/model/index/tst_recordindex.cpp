// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"
#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;

class TestRecordIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRecordsInTheirBlocks();
    void countsCodesOverBlocks();
    void joinsColumnsOfSeveralLayouts();
    void readsRecordsBack();
    void readsRecordsBeforeOtherLines();
    void visitsEveryRecord();
    void countsLinesPerFile();
    void joinsSmallBlocks_data();
    void joinsSmallBlocks();
    void keepsOtherBlocksApart();
};

/// A log whose header is repeated with other fields after every record.
static QByteArray changingLog(int records)
{
    QByteArray log = webHeader;
    for (int i = 0; i < records; ++i) {
        log += webRecord(i, i % 2 == 0 ? "200" : "404") + "\r\n";
        log += "#Fields: date\ttime\tc-ip\tsc-status\tr-host\r\n";
        log += "2010-05-12\t01:00:0" + QByteArray::number(i) + "\t10.1.0.1\t200\thost.example\r\n";
        log += "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n";
    }
    return log;
}

void TestRecordIndex::findsRecordsInTheirBlocks()
{
    const RecordIndex index = indexOf(changingLog(5));
    QCOMPARE(index.recordCount(), 10U);
    QVERIFY(index.parts().size() >= 10);
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto place = index.place(RecordNumber(i));
        QCOMPARE(place.part->firstRecord + place.record, i);
        QVERIFY(place.record < place.part->block->size());
    }
    QCOMPARE(index.lineNumber(RecordNumber(0)), 4U);
    QCOMPARE(index.lineNumber(RecordNumber(1)), 6U);
    QCOMPARE(index.lineNumber(RecordNumber(9)), 22U);
}

void TestRecordIndex::countsCodesOverBlocks()
{
    const RecordIndex index = indexOf(changingLog(5));
    QCOMPARE(index.codes().size(), 2U);
    QCOMPARE(index.codes().at(index.code(RecordNumber(0))).text, "200");
    QCOMPARE(index.codes().at(index.code(RecordNumber(0))).count, 8U);
    QCOMPARE(index.codes().at(index.code(RecordNumber(2))).text, "404");
    QCOMPARE(index.codes().at(index.code(RecordNumber(2))).count, 2U);
    QCOMPARE(index.codes().at(index.code(RecordNumber(2))).result.entry.resultClass, ResultClass::Failed);
}

void TestRecordIndex::joinsColumnsOfSeveralLayouts()
{
    const RecordIndex index = indexOf(changingLog(2));
    QByteArrayList names;
    for (const Field& field : index.columns().fields())
        names.append(field.name);
    QCOMPARE(names, (QByteArrayList{"c-ip", "cs-username", "date", "time", "cs-uri", "sc-status", "r-host"}));
    const int host = *index.columns().find("R_Host");
    QCOMPARE(index.fieldOfColumn(RecordNumber(0), host), -1);
    QCOMPARE(index.fieldOfColumn(RecordNumber(1), host), 4);
    QCOMPARE(index.fieldOfColumn(RecordNumber(1), 0), 2);
    QCOMPARE(index.columns().find(FieldId::Url), 4);
    QVERIFY(!index.columns().find("no such field"));
}

void TestRecordIndex::readsRecordsBack()
{
    const RecordIndex index = indexOf(changingLog(3));
    QCOMPARE(*readRecord(index.place(RecordNumber(0))), webRecord(0, "200"));
    QCOMPARE(*readRecord(index.place(RecordNumber(4))), webRecord(2, "200"));
    QCOMPARE(*readRecord(index.place(RecordNumber(5))), "2010-05-12\t01:00:02\t10.1.0.1\t200\thost.example");
}

void TestRecordIndex::readsRecordsBeforeOtherLines()
{
    const QByteArray record = webRecord(0, "200");
    const QByteArray mark = "\xEF\xBB\xBF";
    const RecordIndex index = indexOf(webHeader + record + "\r\n\r\n" + record + "\n#Date: 2010-05-12\r\n" + record
                                      + "\n" + mark + record + "\n" + mark + "\n" + record);
    QCOMPARE(index.recordCount(), 5U);
    for (quint32 i = 0; i < 5; ++i)
        QCOMPARE(*readRecord(index.place(RecordNumber(i))), record);
}

void TestRecordIndex::visitsEveryRecord()
{
    const RecordIndex index = indexOf(webLog({"200", "304", "404", "500"}));
    QByteArrayList seen;
    for (const auto& part : index.parts()) {
        const auto visited = visitRecords(*part.block, [&seen](std::size_t, std::string_view bytes) {
            seen.append(QByteArray(bytes.data(), qsizetype(bytes.size())));
            return seen.size() < 3;
        });
        QVERIFY(visited);
    }
    QCOMPARE(seen, (QByteArrayList{webRecord(0, "200"), webRecord(1, "304"), webRecord(2, "404")}));
}

void TestRecordIndex::countsLinesPerFile()
{
    RecordIndex index;
    for (int file = 0; file < 2; ++file) {
        const auto blocks = blocksOf(webLog({"200", "304"}));
        for (const BlockPointer& block : *blocks)
            index.append(block);
    }
    QCOMPARE(index.recordCount(), 4U);
    QCOMPARE(index.lineNumber(RecordNumber(1)), 5U);
    QCOMPARE(index.lineNumber(RecordNumber(2)), 4U);
}

/// Whatever is known of a record, in one line.
static QByteArrayList factsOf(const RecordIndex& index)
{
    QByteArrayList facts;
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto record = RecordNumber(i);
        facts.append(*readRecord(index.place(record)) + " | " + index.codes().at(index.code(record)).text + " | "
                     + QByteArray::number(index.time(record).time_since_epoch().count()) + " | "
                     + QByteArray::number(index.flags(record).toInt()) + " | "
                     + QByteArray::number(index.lineNumber(record)));
    }
    return facts;
}

void TestRecordIndex::joinsSmallBlocks_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("lines"); // of a block
    const QByteArray web = webLog({"200", "404", "200", "12202", "404", "no code", "200"});
    const QByteArray spaced =
        web + "\r\n#Date: 2010-05-12\r\n" + webRecord(8, "304") + "\r\n\r\n" + webRecord(9, "200");
    for (const int lines : {1, 2, 3}) {
        QTest::addRow("records, %d a block", lines) << web << lines;
        QTest::addRow("with other lines, %d a block", lines) << spaced << lines;
        QTest::addRow("malformed, %d a block", lines) << web + "short\r\n" + webRecord(8, "200") << lines;
    }
}

void TestRecordIndex::joinsSmallBlocks()
{
    QFETCH(const QByteArray, log);
    QFETCH(const int, lines);
    const RecordIndex apart = indexInBlocks(log, lines);
    RecordIndex joined;
    for (const RecordIndex::Part& part : apart.parts()) {
        joined.append(part.block);
        joined.joinLast();
    }
    QVERIFY(apart.parts().size() > 1);
    QCOMPARE(joined.parts().size(), 1U);
    QCOMPARE(factsOf(joined), factsOf(apart));
    QCOMPARE(joined.malformedCount(), apart.malformedCount());
    QCOMPARE(joined.files().front().lineCount, apart.files().front().lineCount);
    const IndexBlock& block = *joined.parts().front().block;
    QCOMPARE(block.malformedCount, quint32(apart.malformedCount()));
    QCOMPARE(block.firstTime, apart.firstTime());
    QCOMPARE(block.lastTime, apart.lastTime());
    for (std::size_t i = 0; i < block.codeTexts.size(); ++i) {
        const CodeEntry& code = joined.codes().at(joined.parts().front().codes[i]);
        QCOMPARE(code.text.toStdString(), block.codeTexts[i]);
        QCOMPARE(quint64(code.count), block.codeCounts[i]);
    }
}

void TestRecordIndex::keepsOtherBlocksApart()
{
    RecordIndex index;
    for (const QByteArray& log : {changingLog(2), webLog({"200"}), webLog({"200"})}) {
        const auto blocks = blocksOf(log);
        for (const BlockPointer& block : *blocks) {
            index.append(block);
            index.joinLast();
        }
    }
    QCOMPARE(index.parts().size(), indexOf(changingLog(2)).parts().size() + 2);
}

QTEST_GUILESS_MAIN(TestRecordIndex)
#include "tst_recordindex.moc"
