// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/findcode.h"
#include "tests/support/testlog.h"

#include <QTest>

#include <numeric>

using namespace TmgLens;
using namespace TmgLens::Test;

class TestFindCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearest_data();
    void findsTheNearest();
    void knowsProblems_data();
    void knowsProblems();
    void obeysTheOrderOfTheRows();
    void stops();
};

namespace {

bool isDenied(const CodeEntry& code)
{
    return code.text == "12202";
}

} // namespace

void TestFindCode::findsTheNearest_data()
{
    QTest::addColumn<QByteArrayList>("codes");
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("backwards");
    QTest::addColumn<int>("found"); // -1 for nothing
    const QByteArrayList two{"200", "12202", "200", "12202", "200"};
    QTest::newRow("forward") << two << 1 << false << 3;
    QTest::newRow("forward, from between") << two << 0 << false << 1;
    QTest::newRow("forward, over the end") << two << 3 << false << 1;
    QTest::newRow("backward") << two << 3 << true << 1;
    QTest::newRow("backward, over the start") << two << 1 << true << 3;
    QTest::newRow("from nowhere, forward") << two << -1 << false << 1;
    QTest::newRow("from nowhere, backward") << two << -1 << true << 3;
    QTest::newRow("only itself") << QByteArrayList{"200", "12202"} << 1 << false << -1;
    QTest::newRow("none") << QByteArrayList{"200", "200"} << 0 << false << -1;
    QTest::newRow("no records") << QByteArrayList() << -1 << false << -1;
}

void TestFindCode::findsTheNearest()
{
    QFETCH(const QByteArrayList, codes);
    QFETCH(const int, from);
    QFETCH(const bool, backwards);
    QFETCH(const int, found);
    const RecordIndex index = codes.isEmpty() ? RecordIndex() : indexInBlocks(webLog(codes), 2);
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0);
    const auto answer = findCode(index, records, isDenied, from, backwards, {});
    QCOMPARE(answer ? int(*answer) : -1, found);
}

void TestFindCode::knowsProblems_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<bool>("isProblem");
    QTest::newRow("success") << QByteArray("200") << false;
    QTest::newRow("not modified") << QByteArray("304") << false;
    QTest::newRow("bad gateway") << QByteArray("502") << true;
    QTest::newRow("name not found") << QByteArray("11001") << true;
}

void TestFindCode::knowsProblems()
{
    QFETCH(const QByteArray, code);
    const RecordIndex index = indexOf(webLog({code}));
    QTEST(TmgLens::isProblem(index.codes().at(index.code(RecordNumber(0)))), "isProblem");
}

void TestFindCode::obeysTheOrderOfTheRows()
{
    const RecordIndex index = indexInBlocks(webLog({"200", "12202", "200", "12202"}), 1);
    const std::vector<quint32> sorted{3, 0, 2, 1};
    QCOMPARE(findCode(index, sorted, isDenied, 0, false, {}), 3U);
    const std::vector<quint32> few{0, 2};
    QCOMPARE(findCode(index, few, isDenied, 0, false, {}), std::nullopt);
}

void TestFindCode::stops()
{
    const RecordIndex index = indexOf(webLog({"200", "12202"}));
    std::vector<quint32> records(200'000, 0);
    records.back() = 1;
    std::stop_source stop;
    QCOMPARE(findCode(index, records, isDenied, 0, false, stop.get_token()), 199'999U);
    stop.request_stop();
    QCOMPARE(findCode(index, records, isDenied, 0, false, stop.get_token()), std::nullopt);
}

QTEST_GUILESS_MAIN(TestFindCode)
#include "tst_findcode.moc"
