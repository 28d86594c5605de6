// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarizing.h"
#include "model/output/summaryhtml.h"
#include "webrows.h"

#include <QFile>
#include <QTest>

#include <map>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestSummaryHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLikeALoop_data();
    void countsLikeALoop();
    void leavesOutFieldsThatSayNothing();
    void describesFilters_data();
    void describesFilters();
    void agreesWithGoldenPage();
    void escapesWhatTheLogHolds();
    void cutsWhatDamageMadeLong();
    void holdsNoMoreCodesThanAPageCan();
    void isShortWithoutRecords();
};

namespace {

QByteArray mixedLog()
{
    QByteArrayList rows;
    const QByteArrayList codes = {"200", "12209", "11001", "200", "12202"};
    for (int i = 0; i < 200; ++i)
        rows += "10.0.0." + QByteArray::number(i * i % 17) + " user" + QByteArray::number(i % 5)
            + " 2010-05-12 08:" + QByteArray::number(i / 60).rightJustified(2, '0') + ':'
            + QByteArray::number(i % 60).rightJustified(2, '0') + " http://h" + QByteArray::number(i % 13)
            + ".example/ " + codes[i % codes.size()];
    return webRows(rows);
}

LogSummary summaryOf(const QByteArray& log)
{
    return summarizeRecords(indexOf(log), nullptr, {}).value_or(LogSummary());
}

} // namespace

void TestSummaryHtml::countsLikeALoop_data()
{
    QTest::addColumn<int>("step"); // every so manyth record is chosen; 0: all, without a list
    for (const int step : {0, 1, 3, 7, 1000})
        QTest::addRow("%d", step) << step;
}

void TestSummaryHtml::countsLikeALoop()
{
    QFETCH(const int, step);
    const QByteArray log = mixedLog();
    const RecordIndex index = indexInBlocks(log, 23);
    std::vector<quint32> chosen;
    std::map<QString, std::map<QString, quint64>> expected; // by field and value
    const QList<QByteArray> lines = log.split('\n').mid(3);
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        if (step > 0 && i % quint32(step) != 0)
            continue;
        chosen.push_back(i);
        const QList<QByteArray> cells = lines[i].trimmed().split('\t');
        ++expected[u"client"_s][QString::fromUtf8(cells[0])];
        ++expected[u"user"_s][QString::fromUtf8(cells[1])];
        ++expected[u"code"_s][QString::fromUtf8(cells[5])];
    }
    const auto summary = summarizeRecords(index, step > 0 ? &chosen : nullptr, {});
    QVERIFY(summary);
    QCOMPARE(summary->recordCount(), chosen.size());
    QCOMPARE(summary->wholeCount(), 200U);
    for (const CodeEntry& code : summary->codes())
        QCOMPARE(code.count, expected[u"code"_s][QString::fromUtf8(code.text)]);
    QCOMPARE(summary->codes().size(), expected[u"code"_s].size());
    QCOMPARE(summary->topValues().size(), 2U);
    for (const TopValues& top : summary->topValues()) {
        QCOMPARE(top.counts.records, chosen.size());
        QCOMPARE(top.counts.distinct, expected[top.field.name].size());
        for (const FacetValue& value : top.counts.values)
            QCOMPARE(value.count, expected[top.field.name][value.text]);
    }
}

void TestSummaryHtml::leavesOutFieldsThatSayNothing()
{
    const LogSummary summary = summaryOf(webRows({"10.0.0.1 - 2010-05-12 08:00:03 /a 200"}));
    QCOMPARE(summary.topValues().size(), 1U);
    QCOMPARE(summary.topValues().front().field.name, u"client"_s);
}

void TestSummaryHtml::describesFilters_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("onlyClass");
    QTest::addColumn<QByteArray>("onlyCode");
    QTest::addColumn<bool>("onlyMalformed");
    QTest::addColumn<QStringList>("sentences");
    QTest::newRow("all") << QString() << QString() << QByteArray() << false << QStringList();
    QTest::newRow("filter") << u"class:denied"_s << QString() << QByteArray() << false
                            << QStringList{u"Filter: class:denied"_s};
    QTest::newRow("class") << QString() << u"denied"_s << QByteArray() << false
                           << QStringList{u"Result categories: denied"_s};
    QTest::newRow("code") << QString() << QString() << QByteArray("12202") << false
                          << QStringList{u"Result categories: some of denied"_s};
    QTest::newRow("malformed") << u"user:anna"_s << QString() << QByteArray() << true
                               << QStringList{u"Filter: user:anna"_s, u"Only malformed records"_s};
}

void TestSummaryHtml::describesFilters()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, onlyClass);
    QFETCH(const QByteArray, onlyCode);
    QFETCH(const bool, onlyMalformed);
    const RecordIndex index = indexOf(mixedLog());
    RecordFilter filter{
        .selection = {}, .expression = *FilterExpression::parse(expression), .onlyMalformed = onlyMalformed};
    if (!onlyClass.isEmpty())
        filter.selection.showOnlyClass(*resultClass(onlyClass));
    for (const CodeEntry& code : index.codes().entries())
        if (code.text == onlyCode)
            filter.selection.showOnlyCode(code);
    QTEST(describeFilter(filter, index.codes()), "sentences");
}

void TestSummaryHtml::agreesWithGoldenPage()
{
    LogSummary summary = summaryOf(mixedLog());
    summary.setScope({u"Filter: time>=2010-05-12"_s});
    const QByteArray page = summaryHtml(summary).toUtf8();
    const QString path = QStringLiteral(TMGLENS_TEST_DATA) + u"/output/summary.html"_s;
    QFile file(path);
    if (qEnvironmentVariableIsSet("TMGLENS_RENEW_GOLDEN")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(page);
        file.close();
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList golden = file.readAll().split('\n');
    const QByteArrayList lines = page.split('\n');
    for (qsizetype i = 0; i < std::min(lines.size(), golden.size()); ++i)
        QCOMPARE(lines[i], golden[i]);
    QCOMPARE(lines.size(), golden.size());
}

void TestSummaryHtml::escapesWhatTheLogHolds()
{
    LogSummary summary = summaryOf(webRows({"10.0.0.1 <script>alert(1)</script> 2010-05-12 08:00:03 /a \"><img/src=x>",
                                            "1 a\x1b\xE2\x80\xAEz& - - - 200"}));
    summary.setScope({u"Filter: user:\"<b>\""_s});
    const QString page = summaryHtml(summary);
    QVERIFY(page.contains(u"&lt;script&gt;alert(1)&lt;/script&gt;"_s));
    QVERIFY(page.contains(u"&quot;&gt;&lt;img/src=x&gt;"_s));
    QVERIFY(page.contains(u"a\\x1B\\u202Ez&amp;"_s));
    QVERIFY(page.contains(u"user:&quot;&lt;b&gt;&quot;"_s));
    for (const QString& element : {u"<script"_s, u"<img"_s, u"<b>"_s})
        QVERIFY(!page.contains(element));
}

void TestSummaryHtml::cutsWhatDamageMadeLong()
{
    const QString page = summaryHtml(summaryOf(
        webRows({"10.0.0.1 " + QByteArray(100000, 'u') + " 2010-05-12 08:00:03 /a " + QByteArray(100000, 'x')})));
    QVERIFY(page.contains(QString(299, u'u') + u"…</th>"_s));
    QVERIFY(page.size() < 20000);
}

void TestSummaryHtml::holdsNoMoreCodesThanAPageCan()
{
    QByteArrayList codes;
    for (int i = 0; i < 700; ++i)
        codes += QByteArray::number(1000000 + i);
    const QString page = summaryHtml(summaryOf(webLog(codes)));
    QCOMPARE(page.count(u"<td class=\"class\">"_s), 500);
    QVERIFY(page.contains(u"<caption>Further codes: 200</caption>"_s));
}

void TestSummaryHtml::isShortWithoutRecords()
{
    LogSummary empty;
    const RecordIndex index = indexOf(mixedLog());
    const std::vector<quint32> none;
    const auto filtered = summarizeRecords(index, &none, {});
    QVERIFY(filtered);
    for (const LogSummary& summary : {empty, *filtered}) {
        const QString page = summaryHtml(summary);
        QVERIFY(page.contains(u"Records: 0"_s));
        QVERIFY(!page.contains(u"<h2>Classes"_s));
    }
}

QTEST_GUILESS_MAIN(TestSummaryHtml)
#include "tst_summaryhtml.moc"
