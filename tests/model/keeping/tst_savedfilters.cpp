// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/savedfilters.h"

#include "model/filter/filtermatcher.h"
#include "model/filter/missingfields.h"
#include "tests/support/testlog.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestSavedFilters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysTheSameAsAFile();
    void refusesFaultyFiles_data();
    void refusesFaultyFiles();
    void tellsMistakesInExpressions();
    void mergesWithoutLoss();
    void mergesThousandsOfOneName();
    void keepsFilters();
    void leavesDamagedFilesAlone();
    void seesThatSomebodyElseHasWritten();
    void starterFilters_data();
    void starterFilters();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

RecordIndex sampleIndex(const QString& name)
{
    QFile file(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name);
    return file.open(QIODevice::ReadOnly) ? indexOf(file.readAll()) : RecordIndex();
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestSavedFilters::staysTheSameAsAFile()
{
    const QList<SavedFilter> filters = {{u"Denied"_s, u"class:denied"_s, {}},
                                        {u"“ü” & \\"_s, u"url~/\\.exe$/ \"a  b\""_s, u"Why: \"x\""_s}};
    const auto read = filtersFromJson(filtersToJson(filters), u"f"_s);
    QVERIFY(read);
    QCOMPARE(*read, filters);
}

void TestSavedFilters::refusesFaultyFiles_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no JSON") << R"({"tmglens-filters": 1,
  "filters": [}})"_ba << u"near line 2, column 16"_s;
    QTest::newRow("empty") << ""_ba << u"line 1, column 1"_s;
    QTest::newRow("other JSON") << "[1, 2]"_ba << u"has no “tmglens-filters”"_s;
    QTest::newRow("later version") << R"({"tmglens-filters": 2, "filters": []})"_ba << u"later version"_s;
    QTest::newRow("no name")
        << R"({"tmglens-filters": 1, "filters": [{"name": "a", "filter": "b"}, {"filter": "c"}]})"_ba
        << u"entry 2 lacks “name”"_s;
    QTest::newRow("no filter") << R"({"tmglens-filters": 1, "filters": [{"name": "a", "filter": 3}]})"_ba
                               << u"entry 1 lacks “filter”"_s;
}

void TestSavedFilters::refusesFaultyFiles()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, sentence);
    const auto read = filtersFromJson(json, u"some.json"_s);
    QVERIFY(!read);
    const QString told = describeKeepingError(read.error());
    QVERIFY2(told.contains(sentence) && told.contains(u"some.json"_s), qPrintable(told));
}

void TestSavedFilters::tellsMistakesInExpressions()
{
    QCOMPARE(describeFirstMistake({{u"a"_s, u"class:denied"_s, {}}}), QString());
    const QString told = describeFirstMistake({{u"a"_s, u"class:denied"_s, {}}, {u"b"_s, u"client:"_s, {}}});
    QVERIFY2(told.contains(u"“b”"_s) && told.contains(u"character 8"_s), qPrintable(told));
}

void TestSavedFilters::mergesWithoutLoss()
{
    const QList<SavedFilter> own = {{u"a"_s, u"1"_s, u"mine"_s}, {u"b"_s, u"2"_s, {}}};
    const QList<SavedFilter> imported = {
        {u"a"_s, u"1"_s, u"theirs"_s}, {u"b"_s, u"3"_s, {}}, {u"b"_s, u"4"_s, {}}, {u"c"_s, u"5"_s, {}}};
    const MergedFilters merged = mergeFilters(own, imported);
    QCOMPARE(merged.filters,
             (QList<SavedFilter>{{u"a"_s, u"1"_s, u"mine"_s},
                                 {u"b"_s, u"2"_s, {}},
                                 {u"b (2)"_s, u"3"_s, {}},
                                 {u"b (3)"_s, u"4"_s, {}},
                                 {u"c"_s, u"5"_s, {}}}));
    QCOMPARE(merged.added, 3);
    QCOMPARE(merged.renamed, 2);
    QCOMPARE(merged.known, 1);
}

void TestSavedFilters::mergesThousandsOfOneName()
{
    // In cubic time, as it was once, this takes minutes.
    QList<SavedFilter> imported;
    for (int i = 0; i < 20'000; ++i)
        imported += {u"a"_s, QString::number(i), {}};
    const MergedFilters merged = mergeFilters({{u"a (3)"_s, u"x"_s, {}}}, imported);
    QCOMPARE(merged.added, imported.size());
    QCOMPARE(merged.filters[1].name, u"a"_s);
    QCOMPARE(merged.filters[2].name, u"a (2)"_s);
    QCOMPARE(merged.filters[3].name, u"a (4)"_s);
    QCOMPARE(mergeFilters(merged.filters, merged.filters).added, 0);
}

void TestSavedFilters::keepsFilters()
{
    const FilterStore store(path(u"new/folder/filters.json"_s));
    QCOMPARE(store.read().value(), QList<SavedFilter>());
    const QList<SavedFilter> filters = {{u"a"_s, u"1"_s, {}}};
    QVERIFY(store.replace({}, filters));
    QCOMPARE(store.read().value(), filters);
    QVERIFY(filtersFromJson(contentOf(path(u"new/folder/filters.json"_s)), {})); // what is kept can be given away
}

void TestSavedFilters::leavesDamagedFilesAlone()
{
    QFile file(path(u"damaged.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"tmglens-filters\": 1, \"filters\": [");
    file.close();
    const FilterStore store(file.fileName());
    QVERIFY(!store.read());
    const auto written = store.replace({}, {{u"a"_s, u"1"_s, {}}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, KeepingError::Kind::NoJson);
    QCOMPARE(contentOf(file.fileName()), "{\"tmglens-filters\": 1, \"filters\": ["_ba);
}

void TestSavedFilters::seesThatSomebodyElseHasWritten()
{
    const FilterStore store(path(u"shared.json"_s));
    const QList<SavedFilter> theirs = {{u"theirs"_s, u"1"_s, {}}};
    QVERIFY(store.replace({}, theirs));
    const auto written = store.replace({}, {{u"mine"_s, u"2"_s, {}}});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, KeepingError::Kind::Changed);
    QCOMPARE(store.read().value(), theirs);
}

void TestSavedFilters::starterFilters_data()
{
    QTest::addColumn<QString>("filter");
    QVERIFY(TmgLens::starterFilters().size() >= 7);
    for (const SavedFilter& filter : TmgLens::starterFilters())
        QTest::newRow(qPrintable(filter.name)) << filter.filter;
}

/// Each is an expression for one of the logs at least, and finds something there.
void TestSavedFilters::starterFilters()
{
    QFETCH(const QString, filter);
    const auto expression = FilterExpression::parse(filter);
    QVERIFY(expression);
    quint32 found = 0;
    for (const QString& name : {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100512_FWS_000.w3c"_s}) {
        const RecordIndex index = sampleIndex(name);
        QVERIFY(index.recordCount() > 0);
        if (!missingFields(*expression, index.columns()).isEmpty())
            continue;
        const auto matches = matchRecords(index, {.selection = {}, .expression = *expression}, 0, {});
        QVERIFY(matches);
        QVERIFY(matches->size() < index.recordCount());
        found += quint32(matches->size());
    }
    QVERIFY(found > 0);
}

QTEST_GUILESS_MAIN(TestSavedFilters)
#include "tst_savedfilters.moc"
