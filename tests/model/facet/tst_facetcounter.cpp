// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetcounter.h"
#include "model/facet/facetfields.h"
#include "model/filter/exactvalue.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "tests/support/gonesource.h"
#include "tests/support/testlog.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestFacetCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatAFilterFinds_data();
    void countsWhatAFilterFinds();
    void countsOverOtherRecords();
    void countsPortOfFirewallLog();
    void searchesAllValues();
    void readsInSeveralPasses();
    void shortensLongValues();
    void omitsRecordsWithoutTheField();
    void tellsReadErrors();
    void stops();
};

namespace {

/// Cells of every kind, some of them hostile: what parses as something else, what looks empty, what is no UTF-8.
const QByteArrayList cells = {"-",
                              "",
                              " ",
                              "a",
                              "A",
                              "a*",
                              "a?",
                              "a,b",
                              "a b",
                              "\"a\"",
                              "CONTOSO\\a",
                              "a\\\"b",
                              "(a",
                              "OR",
                              "=a",
                              "/a/",
                              "\x01\x7F",
                              "J\xC3\xB6rg",
                              "J\xF6rg",
                              "\xEF\xBB\xBFx",
                              "10.0.0.1",
                              "10.0.0.1:80",
                              "::ffff:10.0.0.1",
                              "FE80::1%4",
                              "fe80::1",
                              "10.0.0.0/8",
                              "-:80",
                              "80",
                              "080",
                              " 80",
                              "0x50",
                              "10k",
                              "-5",
                              "12209",
                              "0xC004000D",
                              "-1073479667",
                              "99999999999999999999"};

QByteArray hostileLog(int records)
{
    QRandomGenerator random(7);
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                     "#Fields: c-ip\tcs-username\tdate\ttime\tr-port\tsc-bytes\terror-info\tsc-status\trule\r\n";
    for (int i = 0; i < records; ++i) {
        QByteArrayList record;
        for (int field = 0; field < 9; ++field)
            record += cells[random.bounded(random.bounded(1, int(cells.size()) + 1))];
        record[2] = "2010-05-1" + QByteArray::number(random.bounded(4));
        record[3] = random.bounded(9) == 0 ? "nonsense"_ba : "10:00:0" + QByteArray::number(random.bounded(9));
        if (random.bounded(9) == 0)
            record.resize(random.bounded(1, 9)); // too short
        log += record.join('\t') + "\r\n";
    }
    return log;
}

QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

FilterExpression parsed(const QString& text)
{
    return FilterExpression::parse(text).value();
}

std::vector<quint32> matching(const RecordIndex& index, const FilterExpression& expression)
{
    return matchRecords(index, {.selection = {}, .expression = expression}, 0, {}).value();
}

/// Those of @p records that have @p field equal to @p value, as the filter language finds them.
quint64 foundByFilter(const RecordIndex& index, const std::vector<quint32>& records, const Filter::FieldName& field,
                      const QString& value)
{
    std::vector<quint32> found;
    std::ranges::set_intersection(matching(index, Filter::valueTerm(field, {value})), records,
                                  std::back_inserter(found));
    return found.size();
}

/// Counts each cell for itself; for fields of cells.
std::map<std::string, quint64> plainCounts(const RecordIndex& index, const std::vector<quint32>& records,
                                           const Filter::FieldName& field)
{
    std::map<std::string, quint64> counts;
    for (const quint32 number : records) {
        const RecordIndex::Place place = index.place(RecordNumber(number));
        const LogLayout& layout = *place.part->block->layout;
        const QByteArray bytes = readRecord(place).value();
        std::vector<std::string_view> cut;
        std::string unescaped;
        cutFields(toStringView(bytes), layout, cut, unescaped);
        const auto at = std::ranges::find(layout.fields, field.name.toUtf8(), &Field::name) - layout.fields.begin();
        const std::string_view cell = std::size_t(at) < cut.size() ? cut[std::size_t(at)] : std::string_view();
        ++counts[Filter::exactValue(field, cell)];
    }
    return counts;
}

quint64 sumOf(const FacetCounts& counts)
{
    return std::accumulate(counts.values.begin(), counts.values.end(), quint64(0),
                           [](quint64 sum, const FacetValue& value) { return sum + value.count; });
}

FacetQuery queryFor(const std::vector<Filter::FieldName>& fields)
{
    FacetQuery query;
    for (const Filter::FieldName& field : fields)
        query.facets.push_back({.field = field});
    return query;
}

} // namespace

void TestFacetCounter::countsWhatAFilterFinds_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("visible");
    for (const auto& visible : {u""_s, u"time:10:00:03..10:00:05"_s, u"code:12209 10.0.0.1"_s, u"rule:nobody"_s})
        QTest::addRow("hostile, %s", qPrintable(visible)) << hostileLog(3000) << visible;
    for (const auto& name :
         {u"ISALOG_20100512_FWS_000.w3c"_s, u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100513_WEB_000.iis"_s})
        for (const auto& visible : {u""_s, u"class:denied"_s})
            QTest::addRow("%s, %s", qPrintable(name), qPrintable(visible)) << sample(name) << visible;
}

/// Of each field that can be counted: all records have one of the values, and each value is found as often as it says.
void TestFacetCounter::countsWhatAFilterFinds()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QString, visible);
    const RecordIndex index = indexInBlocks(log, 700);
    const std::vector<quint32> records = matching(index, parsed(visible));
    const std::vector<Filter::FieldName> fields = facetFields(index.columns());
    FacetQuery query = queryFor(fields);
    query.mostValues = 100'000;
    const FacetAnswer answer = countFacets(index, visible.isEmpty() ? nullptr : &records, query, {});
    QVERIFY(answer);
    QCOMPARE(answer->size(), fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const FacetCounts& counts = answer->at(i);
        QCOMPARE(counts.records, quint64(records.size()));
        QCOMPARE(sumOf(counts), counts.records);
        QCOMPARE(counts.distinct, quint64(counts.values.size()));
        QVERIFY(std::ranges::is_sorted(counts.values, std::ranges::greater(), &FacetValue::count));
        for (const FacetValue& value : counts.values | std::views::take(60)) {
            if (Filter::isComparable(fields[i], value.text))
                QVERIFY2(foundByFilter(index, records, fields[i], value.text) == value.count,
                         qPrintable(fields[i].name + u": "_s + value.text));
        }
        if (index.columns().find(fields[i].name.toUtf8()) && fields[i].id == FieldId::Other) {
            const auto expected = plainCounts(index, records, fields[i]);
            QCOMPARE(counts.values.size(), expected.size());
            for (const FacetValue& value : counts.values)
                QCOMPARE(value.count, expected.at(value.text.toStdString()));
        }
    }
}

void TestFacetCounter::countsOverOtherRecords()
{
    const RecordIndex index = indexInBlocks(hostileLog(2000), 300);
    const Filter::FieldName user = Filter::fieldName(u"user"_s);
    const Filter::FieldName rule = Filter::fieldName(u"rule"_s);
    const std::vector<quint32> visible = matching(index, parsed(u"user=a OR 080"_s));
    std::vector<quint32> picked;
    std::ranges::copy_if(visible, std::back_inserter(picked), [](quint32 record) { return record % 3 == 0; });
    FacetQuery query;
    query.facets = {{.field = user, .filter = RecordFilter{.selection = {}, .expression = parsed(u"080"_s)}},
                    {.field = rule},
                    {.field = user},
                    {.field = rule, .filter = RecordFilter{.selection = {}, .expression = parsed(u"user=a"_s)}},
                    {.field = user,
                     .filter = RecordFilter{.picked = std::make_shared<const PickedRecords>(
                                                PickedRecords{.title = {}, .numbers = picked})}}};
    const FacetAnswer answer = countFacets(index, &visible, query, {});
    QVERIFY(answer);
    const std::vector<std::vector<quint32>> expected = {matching(index, parsed(u"080"_s)), visible, visible,
                                                        matching(index, parsed(u"user=a"_s)), picked};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const FacetCounts& counts = answer->at(i);
        QCOMPARE(counts.records, quint64(expected[i].size()));
        QCOMPARE(sumOf(counts), counts.records);
        for (const FacetValue& value : counts.values)
            QCOMPARE(foundByFilter(index, expected[i], query.facets[i].field, value.text), value.count);
    }
}

void TestFacetCounter::countsPortOfFirewallLog()
{
    const QByteArray log = "#Software: x\r\n#Fields: date\ttime\tsource\tdestination\tstatus\r\n"
                           "2010-05-12\t00:00:00\t10.0.0.1:1024\t192.0.2.1:80\t0x0\r\n"
                           "2010-05-12\t00:00:00\t10.0.0.1:1025\t192.0.2.2:80\t0x0\r\n"
                           "2010-05-12\t00:00:00\t10.0.0.1:1026\t192.0.2.2\t0x0\r\n";
    const FacetAnswer answer = countFacets(
        indexOf(log), nullptr,
        queryFor({Filter::fieldName(u"port"_s), Filter::fieldName(u"client"_s), Filter::fieldName(u"dest"_s)}), {});
    QVERIFY(answer);
    QCOMPARE(answer->at(0).values, (std::vector<FacetValue>{{u"80"_s, 2}, {QString(), 1}}));
    QCOMPARE(answer->at(1).values, (std::vector<FacetValue>{{u"10.0.0.1"_s, 3}}));
    QCOMPARE(answer->at(2).values, (std::vector<FacetValue>{{u"192.0.2.2"_s, 2}, {u"192.0.2.1"_s, 1}}));
}

void TestFacetCounter::searchesAllValues()
{
    QByteArrayList codes;
    for (int i = 0; i < 1200; ++i)
        codes += "200";
    const RecordIndex index = indexInBlocks(webLog(codes), 100);
    FacetQuery query = queryFor({Filter::fieldName(u"user"_s)});
    query.words = u"USER77"_s;
    query.mostValues = 5;
    query.facets[0].pinned = QStringList{u"user3"_s, u"nobody"_s};
    const FacetAnswer answer = countFacets(index, nullptr, query, {});
    QVERIFY(answer);
    QCOMPARE(answer->at(0).records, quint64(1200));
    QCOMPARE(answer->at(0).distinct, quint64(12)); // user77, user770 to user779, and the one that is pinned
    const std::vector<FacetValue> expected = {{u"user3"_s, 1},   {u"user77"_s, 1},  {u"user770"_s, 1},
                                              {u"user771"_s, 1}, {u"user772"_s, 1}, {u"user773"_s, 1},
                                              {u"nobody"_s, 0}};
    QCOMPARE(answer->at(0).values, expected);
}

void TestFacetCounter::readsInSeveralPasses()
{
    QByteArrayList codes;
    for (int i = 0; i < 5000; ++i)
        codes += i % 3 == 0 ? "200" : "12209";
    const RecordIndex index = indexInBlocks(webLog(codes), 500);
    FacetQuery query = queryFor(facetFields(index.columns()));
    const FacetAnswer expected = countFacets(index, nullptr, query, {});
    query.memoryLimit = 20'000;
    const FacetAnswer answer = countFacets(index, nullptr, query, {});
    QVERIFY(expected && answer);
    for (std::size_t i = 0; i < query.facets.size(); ++i) {
        QCOMPARE(answer->at(i).values, expected->at(i).values);
        QCOMPARE(answer->at(i).distinct, expected->at(i).distinct);
        QCOMPARE(answer->at(i).records, expected->at(i).records);
    }
}

void TestFacetCounter::shortensLongValues()
{
    const QByteArray beginning = QByteArray(longestFacetValue - 1, 'x') + "\xC3\xB6";
    QByteArray log = webHeader;
    for (const char* end : {"a", "b"})
        log += "10.0.0.1\t" + beginning + end + "\t2010-05-12\t00:00:00\thttp://a/\t200\r\n";
    const FacetAnswer answer = countFacets(indexOf(log), nullptr, queryFor({Filter::fieldName(u"user"_s)}), {});
    QVERIFY(answer);
    QCOMPARE(answer->at(0).values,
             (std::vector<FacetValue>{{QString(QString(longestFacetValue - 1, u'x') + u'\u2026'), 2}}));
}

void TestFacetCounter::omitsRecordsWithoutTheField()
{
    const QByteArray log =
        webLog({"200"}) + "#Fields: c-ip\tdate\ttime\tsc-status\trule\r\n10.0.0.1\t2010-05-12\t00:00:00\t200\tweb\r\n";
    const FacetAnswer answer =
        countFacets(indexOf(log), nullptr, queryFor({Filter::fieldName(u"rule"_s), Filter::fieldName(u"user"_s)}), {});
    QVERIFY(answer);
    QCOMPARE(answer->at(0).records, quint64(1));
    QCOMPARE(answer->at(0).values, (std::vector<FacetValue>{{u"web"_s, 1}}));
    QCOMPARE(answer->at(1).values, (std::vector<FacetValue>{{u"user0"_s, 1}}));
}

void TestFacetCounter::tellsReadErrors()
{
    const auto blocks = blocksOf(webLog({"200", "12209"}));
    QVERIFY(blocks);
    auto block = std::make_shared<IndexBlock>(*blocks->first());
    block->source = std::make_shared<GoneSource>();
    RecordIndex index;
    index.append(block);
    const FacetAnswer answer = countFacets(index, nullptr, queryFor({Filter::fieldName(u"user"_s)}), {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, LoadError::Kind::Unreadable);
    // What the index knows needs no bytes.
    const FacetAnswer ofCodes = countFacets(index, nullptr, queryFor({Filter::fieldName(u"code"_s)}), {});
    QVERIFY(ofCodes);
    QCOMPARE(ofCodes->at(0).values, (std::vector<FacetValue>{{u"12209"_s, 1}, {u"200"_s, 1}}));
}

void TestFacetCounter::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const RecordIndex index = indexOf(webLog({"200"}));
    QVERIFY(countFacets(index, nullptr, queryFor({Filter::fieldName(u"user"_s)}), stop.get_token()));
}

QTEST_GUILESS_MAIN(TestFacetCounter)
#include "tst_facetcounter.moc"
