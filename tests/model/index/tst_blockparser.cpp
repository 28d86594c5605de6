// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/format/w3cheader.h"
#include "model/index/blockparser.h"
#include "tests/support/testlog.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace TmgLens;
using namespace TmgLens::Test;

class TestBlockParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void indexesRecords();
    void flagsWhatIsWrong_data();
    void flagsWhatIsWrong();
    void tellsHowTheLogEnds_data();
    void tellsHowTheLogEnds();
    void countsEachCodeOnce();
    void beginsABlockWhereTheLayoutChanges();
    void goesOnAfterARepeatedHeader();
    void numbersLinesAcrossDirectivesAndBlankLines();
    void cutsRecordsThatAreTooLong();
};

static LayoutPointer webLayout()
{
    return std::make_shared<const LogLayout>(
        *layoutOfFieldsLine("#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status", QString()));
}

/// Parses @p bytes as the whole of a log under the layout of webHeader.
static ParsedStretch parse(const QByteArray& bytes)
{
    return parseStretch(toStringView(bytes), nullptr, webLayout(), 0, true);
}

void TestBlockParser::indexesRecords()
{
    const QByteArray first = webRecord(1, "200") + "\r\n";
    const auto parsed = parse(first + webRecord(2, "12209") + "\n");
    QCOMPARE(parsed.blocks.size(), 1U);
    const IndexBlock& block = *parsed.blocks.front();
    QCOMPARE(block.size(), 2U);
    QCOMPARE(block.starts, (std::vector<quint32>{0, quint32(first.size())}));
    QCOMPARE(block.time(0).time_since_epoch().count(),
             QDateTime(QDate(2010, 5, 12), QTime(0, 0, 1), QTimeZone::UTC).toSecsSinceEpoch());
    QCOMPARE(block.codeTexts, (std::vector<std::string>{"200", "12209"}));
    QCOMPARE(qToUnderlying(block.code(1)), 1U);
    QVERIFY(!block.flags(0));
    QCOMPARE(block.malformedCount, 0U);
    QCOMPARE(block.firstTime, block.time(0));
    QCOMPARE(block.lastTime, block.time(1));
}

void TestBlockParser::flagsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<RecordFlags>("flags");
    const RecordFlags none;
    const RecordFlags incomplete = RecordFlag::TooFewFields | RecordFlag::InvalidTime;
    QTest::newRow("good") << webRecord(1, "200") << none;
    QTest::newRow("no code") << webRecord(1, "-") << none;
    QTest::newRow("negative code") << webRecord(1, "-2146893018") << none;
    QTest::newRow("hexadecimal code") << webRecord(1, "0xC0040017") << none;
    QTest::newRow("tab at the end") << webRecord(1, "200\t") << none;
    QTest::newRow("word for a code") << webRecord(1, "OK") << RecordFlags(RecordFlag::InvalidCode);
    QTest::newRow("two fields") << QByteArray("10.0.0.1\tuser1") << incomplete;
    QTest::newRow("one field too many") << webRecord(1, "200\tx") << RecordFlags(RecordFlag::TooManyFields);
    QTest::newRow("30 February") << webRecord(1, "200").replace("2010-05-12", "2010-02-30")
                                 << RecordFlags(RecordFlag::InvalidTime);
    QTest::newRow("no time") << webRecord(1, "200").replace("00:00:01", "-") << RecordFlags(RecordFlag::InvalidTime);
    QTest::newRow("NUL bytes") << webRecord(1, "200").replace("user1", QByteArray("us\0r1", 5))
                               << RecordFlags(RecordFlag::ControlBytes);
    QTest::newRow("garbage") << QByteArray("\x01\x02\xFF") << incomplete;
}

void TestBlockParser::flagsWhatIsWrong()
{
    QFETCH(const QByteArray, record);
    QFETCH(const RecordFlags, flags);
    const auto parsed = parse(record + "\r\n");
    const IndexBlock& block = *parsed.blocks.at(0);
    QCOMPARE(block.size(), 1U);
    QCOMPARE(block.flags(0), flags);
    QCOMPARE(block.malformedCount, flags ? 1U : 0U);
}

void TestBlockParser::tellsHowTheLogEnds_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<RecordFlags>("flags");
    QTest::newRow("without line end") << webRecord(1, "200") << RecordFlags();
    QTest::newRow("in the middle of a record")
        << webRecord(1, "200").first(30) << (RecordFlag::TooFewFields | RecordFlag::InvalidTime | RecordFlag::CutShort);
    QTest::newRow("in the middle, but with a line end") << webRecord(1, "200").first(30) + '\n'
                                                        << (RecordFlag::TooFewFields | RecordFlag::InvalidTime);
}

void TestBlockParser::tellsHowTheLogEnds()
{
    QFETCH(const QByteArray, end);
    QFETCH(const RecordFlags, flags);
    const auto parsed = parse(webRecord(0, "200") + "\r\n" + end);
    QCOMPARE(parsed.blocks.at(0)->size(), 2U);
    QCOMPARE(parsed.blocks.at(0)->flags(1), flags);
}

void TestBlockParser::countsEachCodeOnce()
{
    QByteArray bytes;
    for (int i = 0; i < 30; ++i)
        bytes += webRecord(i, i % 3 == 0 ? "200" : i % 3 == 1 ? "304" : "") + "\r\n";
    const auto parsed = parse(bytes);
    QCOMPARE(parsed.blocks.at(0)->codeTexts, (std::vector<std::string>{"200", "304", ""}));
    QCOMPARE(parsed.blocks.at(0)->codeCounts, (std::vector<quint32>{10, 10, 10}));
}

void TestBlockParser::beginsABlockWhereTheLayoutChanges()
{
    const QByteArray before = webRecord(0, "200") + "\r\n";
    const auto parsed =
        parse(before + "#Fields: c-ip\tdate\ttime\tsc-status\tcs-uri\r\n10.0.0.9\t2010-05-12\t00:00:09\t404\t/x\r\n");
    QCOMPARE(parsed.blocks.size(), 2U);
    QCOMPARE(parsed.blocks[1]->begin, quint64(before.size()));
    QCOMPARE(parsed.blocks[0]->end, parsed.blocks[1]->begin);
    QCOMPARE(parsed.blocks[1]->layout->fields.size(), 5U);
    QCOMPARE(parsed.blocks[1]->codeTexts, std::vector<std::string>{"404"});
    QVERIFY(!parsed.blocks[1]->flags(0));
    QCOMPARE(*parsed.layoutAtStart, *parsed.blocks[0]->layout);
    QCOMPARE(*parsed.layoutAtEnd, *parsed.blocks[1]->layout);
}

void TestBlockParser::goesOnAfterARepeatedHeader()
{
    const auto parsed =
        parse(webRecord(0, "200")
              + "\r\n#Date: 2010-05-12 00:00:01\r\n#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n"
              + webRecord(1, "200") + "\r\n");
    QCOMPARE(parsed.blocks.size(), 1U);
    QCOMPARE(parsed.blocks[0]->size(), 2U);
    QCOMPARE(parsed.blocks[0]->malformedCount, 0U);
}

void TestBlockParser::numbersLinesAcrossDirectivesAndBlankLines()
{
    const auto parsed = parse("\r\n" + webRecord(0, "200") + "\r\n" + webRecord(1, "200") + "\r\n# a comment\r\n\r\n"
                              + webRecord(2, "200") + "\r\n");
    const IndexBlock& block = *parsed.blocks.at(0);
    QCOMPARE(block.size(), 3U);
    QCOMPARE(block.line(0), 1U);
    QCOMPARE(block.line(1), 2U);
    QCOMPARE(block.line(2), 5U);
    QCOMPARE(block.lineCount, 6U);
}

void TestBlockParser::cutsRecordsThatAreTooLong()
{
    const QByteArray huge = webRecord(0, "200").replace("host0", QByteArray(qsizetype(maximumRecordLength), 'x'));
    const auto parsed = parse(huge + "\r\n" + webRecord(1, "304") + "\r\n");
    const IndexBlock& block = *parsed.blocks.at(0);
    QCOMPARE(block.size(), 2U);
    QVERIFY(block.flags(0).testFlag(RecordFlag::TooLong));
    QVERIFY(!block.flags(1));
}

QTEST_GUILESS_MAIN(TestBlockParser)
#include "tst_blockparser.moc"
