// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarywriter.h"
#include "webrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestSummaryWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByTheContract();
    void countsChosenRecords();
    void addsLogs();
    void joinsSameCodesOfDifferentLogs();
    void hasNoTimesWithoutRecords();
    void hasNoTimesWithoutGoodOnes();
    void neverWritesAnEmptyMessage();
    void givesLocalTimesTheirOffset();
    void alignsText();
    void shortensLongCells();
    void coloursOnlyWhenAsked();
    void makesLogTextHarmless();
};

namespace {

QByteArray morning()
{
    return webRows({"10.0.0.1 anna 2010-05-12 08:00:03 /a 12202", "10.0.0.2 berta 2010-05-12 08:00:01 /b 200",
                    "10.0.0.3 carla 2010-05-12 08:00:05 /c 12202", "10.0.0.4 dora 2010-05-40 08:00:09 /d 200",
                    "10.0.0.5 emma 2010-05-12 08:00:04 /e 12202"});
}

/// Adds @p log to @p summary, or those of its records that are @p chosen, which must be ascending.
void add(LogSummary& summary, const QString& path, const QByteArray& log,
         const std::optional<std::vector<quint32>>& chosen = {})
{
    const RecordIndex index = indexOf(log);
    summary.beginLog(path, *index.parts().front().block->layout);
    for (const RecordIndex::Part& part : index.parts()) {
        if (!chosen) {
            summary.addBlock(*part.block);
            continue;
        }
        std::vector<quint32> ofBlock;
        for (const quint32 record : *chosen) {
            if (record >= part.firstRecord && record < part.firstRecord + part.block->size())
                ofBlock.push_back(record - part.firstRecord);
        }
        summary.addRecords(*part.block, ofBlock);
    }
}

LogSummary summaryOf(const QByteArray& log)
{
    LogSummary summary;
    add(summary, u"a.w3c"_s, log);
    return summary;
}

QJsonObject json(const LogSummary& summary)
{
    return QJsonDocument::fromJson(summaryJson(summary)).object();
}

} // namespace

void TestSummaryWriter::countsByTheContract()
{
    const QJsonObject object = json(summaryOf(morning()));
    QCOMPARE(object.keys(),
             (QStringList{u"classes"_s, u"codes"_s, u"files"_s, u"first"_s, u"last"_s, u"malformed"_s, u"records"_s}));
    QCOMPARE(object[u"records"_s].toInt(), 5);
    QCOMPARE(object[u"malformed"_s].toInt(), 1);
    QCOMPARE(object[u"first"_s].toString(), u"2010-05-12T08:00:01Z"_s);
    QCOMPARE(object[u"last"_s].toString(), u"2010-05-12T08:00:05Z"_s);
    QCOMPARE(object[u"classes"_s][u"denied"_s].toInt(), 3);
    QCOMPARE(object[u"classes"_s][u"allowed"_s].toInt(), 2);
    QCOMPARE(object[u"classes"_s][u"attack"_s].toInt(-1), 0);

    QCOMPARE(object[u"files"_s].toArray(),
             QJsonArray({QJsonObject{{u"path"_s, u"a.w3c"_s},
                                     {u"format"_s, u"w3c"_s},
                                     {u"log"_s, u"web"_s},
                                     {u"records"_s, 5},
                                     {u"malformed"_s, 1}}}));
    const QJsonArray codes = object[u"codes"_s].toArray();
    QCOMPARE(codes.size(), 2);
    const QJsonObject first = codes[0].toObject();
    QCOMPARE(first.keys(),
             (QStringList{u"class"_s, u"code"_s, u"count"_s, u"family"_s, u"hex"_s, u"message"_s, u"symbols"_s,
                          u"value"_s}));
    QCOMPARE(first[u"code"_s].toString(), u"12202"_s);
    QCOMPARE(first[u"value"_s].toInt(), 12202);
    QCOMPARE(first[u"hex"_s].toString(), u"0x2FAA"_s);
    QCOMPARE(first[u"class"_s].toString(), u"denied"_s);
    QCOMPARE(first[u"family"_s].toString(), u"tmg-forward"_s);
    QVERIFY(!first[u"message"_s].toString().isEmpty());
    QCOMPARE(first[u"count"_s].toInt(), 3);
    QCOMPARE(codes[1][u"count"_s].toInt(), 2);
}

void TestSummaryWriter::countsChosenRecords()
{
    LogSummary summary;
    const std::vector<quint32> chosen = {0, 2, 3};
    add(summary, u"a.w3c"_s, morning(), chosen);
    const QJsonObject object = json(summary);
    QCOMPARE(object[u"records"_s].toInt(), 3);
    QCOMPARE(object[u"malformed"_s].toInt(), 1);
    QCOMPARE(object[u"first"_s].toString(), u"2010-05-12T08:00:03Z"_s);
    QCOMPARE(object[u"last"_s].toString(), u"2010-05-12T08:00:05Z"_s);
    QCOMPARE(object[u"classes"_s][u"denied"_s].toInt(), 2);
    QCOMPARE(object[u"classes"_s][u"allowed"_s].toInt(), 1);

    // Choosing all is the same as not choosing.
    LogSummary all;
    add(all, u"a.w3c"_s, morning(), allRecords(indexOf(morning())));
    QCOMPARE(summaryJson(all), summaryJson(summaryOf(morning())));
}

void TestSummaryWriter::addsLogs()
{
    LogSummary summary = summaryOf(morning());
    add(summary, u"b.w3c"_s,
        webRows({"10.0.0.9 zoe 2010-05-11 23:00:00 / 200", "10.0.0.9 zoe 2010-05-11 23:00:01 / 200"}));
    const QJsonObject object = json(summary);
    QCOMPARE(object[u"files"_s].toArray().size(), 2);
    QCOMPARE(object[u"files"_s][1][u"records"_s].toInt(), 2);
    QCOMPARE(object[u"records"_s].toInt(), 7);
    QCOMPARE(object[u"first"_s].toString(), u"2010-05-11T23:00:00Z"_s);
    QCOMPARE(object[u"codes"_s].toArray().size(), 2);
    QCOMPARE(object[u"codes"_s][0][u"code"_s].toString(), u"200"_s);
    QCOMPARE(object[u"codes"_s][0][u"count"_s].toInt(), 4);
}

void TestSummaryWriter::joinsSameCodesOfDifferentLogs()
{
    LogSummary summary;
    add(summary, u"a.w3c"_s, webRows({"10.0.0.1 anna 2010-05-12 08:00:03 /a 0"}));
    add(summary, u"b.w3c"_s,
        "#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\tstatus\r\n"
        "TMG\t2010-05-12\t08:00:04\tTCP\t10.0.0.1:5\t10.0.0.2:80\t0\r\n"
        "TMG\t2010-05-12\t08:00:04\tTCP\t10.0.0.1:5\t10.0.0.2:80\t0xc004000d\r\n");
    QCOMPARE(summary.files()[1].log, LogKind::Firewall);
    const std::vector<CodeEntry> codes = summary.codes();
    QCOMPARE(codes.size(), 2U);
    QCOMPARE(codes[0].text, QByteArray("0"));
    QCOMPARE(codes[0].count, 2U);
}

void TestSummaryWriter::hasNoTimesWithoutRecords()
{
    LogSummary summary;
    add(summary, u"a.w3c"_s, morning(), std::vector<quint32>());
    const QJsonObject object = json(summary);
    QVERIFY(object[u"first"_s].isNull());
    QVERIFY(object[u"last"_s].isNull());
    QCOMPARE(object[u"codes"_s].toArray(), QJsonArray());
    QVERIFY(summaryText(summary, TextStyle::Plain).contains(u"Records: 0."_s));
}

void TestSummaryWriter::hasNoTimesWithoutGoodOnes()
{
    const QByteArray log =
        webRows({"10.0.0.1 anna 2010-05-40 08:00:03 /a 200", "10.0.0.1 anna 2010-05-12 28:00:03 /a 200"});
    LogSummary chosen;
    add(chosen, u"a.w3c"_s, log, std::vector<quint32>{0, 1});
    for (const LogSummary& summary : {summaryOf(log), chosen}) {
        const QJsonObject object = json(summary);
        QCOMPARE(object[u"records"_s].toInt(), 2);
        QVERIFY(object[u"first"_s].isNull());
        QVERIFY(object[u"last"_s].isNull());
    }
}

void TestSummaryWriter::neverWritesAnEmptyMessage()
{
    const QJsonObject object = json(summaryOf(webRows({"10.0.0.1 anna 2010-05-12 08:00:03 /a 12232"})));
    QCOMPARE(object[u"codes"_s][0][u"message"_s].toString(), u"No message text is documented for this code."_s);
}

void TestSummaryWriter::givesLocalTimesTheirOffset()
{
    // An ISA Server 2000 row has no time but the server's local one.
    const QByteArray row =
        "10.0.0.1, anonymous, -, N, 11/28/2006, 0:00:05, fwsrv, SERVER, -, -, 10.0.0.2, 80, -, -, -, "
        "-, TCP, -, -, -, -, 20000, -, -, -, 1, 2\r\n";
    const QJsonObject object = json(summaryOf(row));
    QCOMPARE(object[u"files"_s][0][u"format"_s].toString(), u"native"_s);
    const QString first = object[u"first"_s].toString();
    QVERIFY2(first == u"2006-11-28T00:00:05Z"_s || first == u"2006-11-28T00:00:05+00:00"_s, qPrintable(first));
}

void TestSummaryWriter::alignsText()
{
    const QStringList lines = summaryText(summaryOf(morning()), TextStyle::Plain).split(u'\n');
    QCOMPARE(lines[1].indexOf(u"web proxy"_s), lines[0].indexOf(u"Kind"_s));
    QCOMPARE(lines[3], u"Records: 5, from 2010-05-12 08:00:01 UTC to 2010-05-12 08:00:05 UTC."_s);
    QCOMPARE(
        lines.mid(5, 3),
        (QStringList{u"Class    Records   Share"_s, u"allowed        2  40.0 %"_s, u"denied         3  60.0 %"_s}));
    QVERIFY2(lines[10].startsWith(u"12202  denied         3  60.0 %  "_s), qPrintable(lines[10]));
    for (const QString& line : lines)
        QVERIFY(!line.endsWith(u' '));
}

void TestSummaryWriter::shortensLongCells()
{
    QByteArray log = webRows({"10.0.0.1 anna 2010-05-12 08:00:03 /a 200",
                              "10.0.0.1 anna 2010-05-12 08:00:03 /a " + QByteArray(1000000, 'x'),
                              "10.0.0.1 anna 2010-05-12 08:00:03 /a " + QByteArray(58, 'y') + "😀😀"});
    log.prepend("#Software: Microsoft Forefront Threat Management Gateway " + QByteArray(50000, 'z') + "\r\n");
    const QString text = summaryText(summaryOf(log), TextStyle::Plain);
    QVERIFY2(text.contains(u'\n' + QString(59, u'x') + u"…  "_s), qPrintable(text));
    QVERIFY2(text.contains(u'\n' + QString(58, u'y') + u"…  "_s), qPrintable(text));
    for (const QString& line : text.split(u'\n'))
        QVERIFY2(line.size() < 200, qPrintable(line));
}

void TestSummaryWriter::coloursOnlyWhenAsked()
{
    const LogSummary summary = summaryOf(morning());
    QVERIFY(!summaryText(summary, TextStyle::Plain).contains(u'\x1B'));
    QString coloured = summaryText(summary, TextStyle::Coloured);
    QVERIFY(coloured.contains(u"\x1B[33m"_s));
    static const QRegularExpression sequence(u"\x1B\\[[0-9;]*m"_s);
    QCOMPARE(coloured.remove(sequence), summaryText(summary, TextStyle::Plain));
}

void TestSummaryWriter::makesLogTextHarmless()
{
    LogSummary summary;
    add(summary, u"evil\x1B[2J.w3c"_s, webRows({"10.0.0.1 anna 2010-05-12 08:00:03 /a \x1B]0;x\x07"}));
    const QString text = summaryText(summary, TextStyle::Plain);
    QVERIFY(!text.contains(u'\x1B'));
    QVERIFY(text.contains(u"evil\\x1B[2J.w3c"_s));
    QVERIFY(text.contains(u"\\x1B]0;x\\x07"_s));
}

QTEST_GUILESS_MAIN(TestSummaryWriter)
#include "tst_summarywriter.moc"
