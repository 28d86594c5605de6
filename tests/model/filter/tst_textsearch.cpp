// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/textsearch.h"
#include "model/index/blockparser.h"
#include "tests/support/testlog.h"

#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

/// Position found, -1 for none, -2 for an error.
int find(const RecordIndex& index, std::span<const quint32> records, const TextQuery& query, qint64 from,
         bool backwards = false)
{
    const auto found = findText(index, records, query, from, backwards, {});
    if (!found)
        return -2;
    return *found ? int(**found) : -1;
}

std::vector<quint32> fileOrder(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

} // namespace

class TextSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsInBothDirectionsAndWraps_data();
    void findsInBothDirectionsAndWraps();
    void goesByTheOrderOfTheView();
    void findsWordsAndPatterns_data();
    void findsWordsAndPatterns();
    void findsTitlesOfCodes_data();
    void findsTitlesOfCodes();
    void findsTheNearestInALargeLog();
    void stopsWhenAsked();
    void tellsPatternsThatGiveUp();

private:
    RecordIndex m_index; // records 2, 5 and 8 have the code 404
};

void TextSearchTest::initTestCase()
{
    QByteArrayList codes(10, "200");
    codes[2] = codes[5] = codes[8] = "404";
    m_index = Test::indexOf(Test::webLog(codes));
    QCOMPARE(m_index.recordCount(), 10U);
}

void TextSearchTest::findsInBothDirectionsAndWraps_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("backwards");
    QTest::addColumn<int>("expected");
    QTest::newRow("from the start") << -1 << false << 2;
    QTest::newRow("after a hit") << 2 << false << 5;
    QTest::newRow("wraps at the end") << 8 << false << 2;
    QTest::newRow("from the end") << -1 << true << 8;
    QTest::newRow("before a hit") << 8 << true << 5;
    QTest::newRow("wraps at the start") << 2 << true << 8;
    QTest::newRow("from beyond the end") << 100 << false << 2;
}

void TextSearchTest::findsInBothDirectionsAndWraps()
{
    QFETCH(int, from);
    QFETCH(bool, backwards);
    QFETCH(int, expected);
    QCOMPARE(find(m_index, fileOrder(m_index), {.text = u"\t404"_s}, from, backwards), expected);
}

void TextSearchTest::goesByTheOrderOfTheView()
{
    const std::vector<quint32> records{9, 8, 7, 2, 5};
    QCOMPARE(find(m_index, records, {.text = u"\t404"_s}, 1), 3);
    QCOMPARE(find(m_index, records, {.text = u"\t404"_s}, 1, true), 4);
    QCOMPARE(find(m_index, records, {.text = u"host2."_s}, 3), 3); // itself last
    QCOMPARE(find(m_index, records, {.text = u"host3."_s}, 0), -1); // not shown
    QCOMPARE(find(m_index, {}, {.text = u"host3."_s}, 0), -1);
    QCOMPARE(find(m_index, records, {.text = u""_s}, 0), -1);
}

void TextSearchTest::findsWordsAndPatterns_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRegularExpression");
    QTest::addColumn<bool>("isCaseSensitive");
    QTest::addColumn<int>("expected");
    QTest::newRow("without case") << u"HOST4"_s << false << false << 4;
    QTest::newRow("with case") << u"HOST4"_s << false << true << -1;
    QTest::newRow("the same case") << u"host4"_s << false << true << 4;
    QTest::newRow("pattern without case") << u"HOST[67]\\."_s << true << false << 6;
    QTest::newRow("pattern with case") << u"HOST[67]\\."_s << true << true << -1;
    QTest::newRow("words are no pattern") << u"host."_s << false << false << -1;
    QTest::newRow("beyond ASCII") << u"höst"_s << false << false << -1;
    QTest::newRow("the last bytes") << u"4\t404"_s << false << false << -1;
    QTest::newRow("longer than a record") << u"x"_s.repeated(500) << false << false << -1;
}

void TextSearchTest::findsWordsAndPatterns()
{
    QFETCH(QString, text);
    QFETCH(bool, isRegularExpression);
    QFETCH(bool, isCaseSensitive);
    QFETCH(int, expected);
    const TextQuery query{.text = text, .isRegularExpression = isRegularExpression, .isCaseSensitive = isCaseSensitive};
    QCOMPARE(find(m_index, fileOrder(m_index), query, -1), expected);
}

void TextSearchTest::findsTitlesOfCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isRegularExpression");
    QTest::addColumn<bool>("isCaseSensitive");
    QTest::addColumn<int>("expected");
    QTest::newRow("title") << u"authorization"_s << false << false << 3;
    QTest::newRow("title with case") << u"Authorization"_s << false << true << 3;
    QTest::newRow("title in another case") << u"authorization"_s << false << true << -1;
    QTest::newRow("code and title") << u"12209 Auth"_s << false << false << 3;
    QTest::newRow("pattern") << u"^12209 Auth.*required$"_s << true << false << 3;
    QTest::newRow("no code has no title") << u"unknown"_s << false << false << -1;
    QTest::newRow("a pattern without letters needs a record's text") << u"^$"_s << true << false << -1;
}

void TextSearchTest::findsTitlesOfCodes()
{
    QFETCH(QString, text);
    QFETCH(bool, isRegularExpression);
    QFETCH(bool, isCaseSensitive);
    const auto index = Test::indexOf(Test::webLog({"-", "200", "-", "12209"}));
    const TextQuery query{.text = text, .isRegularExpression = isRegularExpression, .isCaseSensitive = isCaseSensitive};
    QTEST(find(index, fileOrder(index), query, -1), "expected");
}

void TextSearchTest::findsTheNearestInALargeLog()
{
    QByteArrayList codes(20000, "200");
    for (const int hit : {700, 701, 9000, 19999})
        codes[hit] = "404";
    const QByteArray log = Test::webLog(codes);
    const auto source = std::make_shared<const Test::MemorySource>(log);
    const LayoutPointer layout = Test::blocksOf(log)->first()->layout;
    RecordIndex index;
    for (qsizetype begin = 0, end = 0; begin < log.size(); begin = end) {
        end = begin + 5000 < log.size() ? log.indexOf('\n', begin + 5000) + 1 : log.size();
        const std::string_view bytes(log.constData() + begin, std::size_t(end - begin));
        for (const auto& block : parseStretch(bytes, source, layout, quint64(begin), end == log.size()).blocks)
            index.append(block);
    }
    QCOMPARE(index.recordCount(), 20000U);

    auto records = fileOrder(index);
    const TextQuery query{.text = u"\t404"_s};
    QCOMPARE(find(index, records, query, -1), 700);
    QCOMPARE(find(index, records, query, 701), 9000);
    QCOMPARE(find(index, records, query, 700, true), 19999);
    QCOMPARE(find(index, records, query, 19999, true), 9000);
    std::ranges::reverse(records);
    QCOMPARE(find(index, records, query, 0), 10999);
}

void TextSearchTest::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto found = findText(m_index, fileOrder(m_index), {.text = u"\t404"_s}, -1, false, stop.get_token());
    QVERIFY(found);
    QVERIFY(!*found);
}

void TextSearchTest::tellsPatternsThatGiveUp()
{
    const QByteArray log = Test::webHeader + "10.0.0.1\t" + QByteArray(60, 'a') + "!\t2010-05-12\t00:00:00\t-\t200\r\n";
    const auto index = Test::indexOf(log);
    QCOMPARE(find(index, fileOrder(index), {.text = u"(a+)+\\t"_s, .isRegularExpression = true}, -1), -2);
}

QTEST_GUILESS_MAIN(TextSearchTest)
#include "tst_textsearch.moc"
