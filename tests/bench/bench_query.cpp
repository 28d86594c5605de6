// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/facet/facetcounter.h"
#include "model/filter/filtermatcher.h"
#include "model/table/derivedcolumn.h"
#include "model/table/recordsorter.h"
#include "tests/bench/samplelog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Bench;
using namespace Qt::StringLiterals;

/// Filters, a row for each kind of term, sorting, a row for each kind of key, and counting values, on a web log of
/// 2,000 records.
class BenchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void countsValues_data();
    void countsValues();
};

void BenchQuery::filters_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("class") << u"class:denied"_s;
    QTest::newRow("code") << u"code:12202..12239"_s;
    QTest::newRow("time") << u"time>=2010-05-12T10:00"_s;
    QTest::newRow("file") << u"file:memory.w3c"_s;
    QTest::newRow("rare word") << u"12222"_s;
    QTest::newRow("frequent word") << u"denied"_s;
    QTest::newRow("word beyond ASCII") << u"Müller"_s;
    QTest::newRow("regular expression") << uR"(/\.(gif|exe)\b/)"_s;
    QTest::newRow("cell, text") << u"user:anonymous"_s;
    QTest::newRow("cell, wildcard") << u"host:*.example"_s;
    QTest::newRow("cell, number") << u"duration>5000"_s;
    QTest::newRow("cell, network") << u"client:10.0.0.0/8"_s;
    QTest::newRow("cell, regular expression") << uR"(url~/\.exe(\?|$)/)"_s;
    QTest::newRow("two cells") << u"client:10.0.0.0/8 duration>5000"_s;
}

void BenchQuery::filters()
{
    QFETCH(const QString, expression);
    const RecordIndex index = sampleIndex(webSample);
    const auto parsed = FilterExpression::parse(expression);
    QVERIFY(parsed);
    const RecordFilter filter{.selection = {}, .expression = *parsed};
    bool isMatched = true;
    QBENCHMARK
    {
        isMatched = matchRecords(index, filter, 0, {}).has_value() && isMatched;
    }
    QVERIFY(isMatched);
}

void BenchQuery::sorts_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::newRow("address") << "c-ip"_ba;
    QTest::newRow("time") << "time"_ba;
    QTest::newRow("number") << "time-taken"_ba;
    QTest::newRow("code") << "sc-status"_ba;
    QTest::newRow("text") << "cs-uri"_ba;
    QTest::newRow("gap") << "gap"_ba;
}

void BenchQuery::sorts()
{
    QFETCH(const QByteArray, column);
    const RecordIndex index = sampleIndex(webSample);
    const auto found = findTableColumn(index.columns(), column);
    QVERIFY(found);
    const std::vector<quint32> records = allRecords(index);
    bool isSorted = true;
    QBENCHMARK
    {
        isSorted = sortRecords(index, records, *found, Qt::AscendingOrder, {}).has_value() && isSorted;
    }
    QVERIFY(isSorted);
}

void BenchQuery::countsValues_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("code") << QStringList{u"code"_s};
    QTest::newRow("client") << QStringList{u"client"_s};
    QTest::newRow("address, hardly one twice") << QStringList{u"url"_s};
    QTest::newRow("the usual ones") << QStringList{u"rule"_s,   u"client"_s,   u"user"_s,  u"host"_s,
                                                   u"method"_s, u"protocol"_s, u"agent"_s, u"action"_s};
}

void BenchQuery::countsValues()
{
    QFETCH(const QStringList, fields);
    const RecordIndex index = sampleIndex(webSample);
    FacetQuery query;
    for (const QString& field : fields)
        query.facets.push_back({.field = Filter::fieldName(field)});
    bool isCounted = true;
    QBENCHMARK
    {
        isCounted = countFacets(index, nullptr, query, {}).has_value() && isCounted;
    }
    QVERIFY(isCounted);
}

QTEST_GUILESS_MAIN(BenchQuery)
#include "bench_query.moc"
