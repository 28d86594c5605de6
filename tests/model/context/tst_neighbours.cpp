// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/neighbours.h"
#include "tests/model/context/contextlogs.h"
#include "tests/support/gonesource.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestNeighbours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsThoseOfClientAndHost();
    void takesTheAddressForWantOfAHost();
    void findsThoseOfAPair();
    void tellsWhatHappened();
    void keepsTheNearest();
    void countsMomentsInSets();
    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
    void tellsReadErrors();
    void stops();
};

namespace {

std::vector<int> distances(const Neighbours& neighbours)
{
    std::vector<int> seconds;
    for (const Neighbour& neighbour : neighbours.nearest)
        seconds.push_back(int(neighbour.distance.count()));
    return seconds;
}

Neighbours around(const RecordIndex& index, quint32 record)
{
    return findNeighbours(index, RecordNumber(record), {}).value_or(Neighbours());
}

} // namespace

void TestNeighbours::findsThoseOfClientAndHost()
{
    const QByteArray log = contextHeader + contextRecord(1, "10:00:00", "a", "200") // too early
        + contextRecord(1, "10:00:10", "a", "200") + contextRecord(2, "10:00:20", "a", "200") // another client
        + contextRecord(1, "10:00:30", "b", "200") // another host
        + contextRecord(1, "10:00:40", "a", "502") + contextRecord(1, "10:00:40", "a", "200")
        + contextRecord(1, "10:01:10", "a", "200") + contextRecord(1, "10:01:11", "a", "200"); // the last is too late
    for (const int lines : {1, 3, 100}) {
        const Neighbours found = around(indexInBlocks(log, lines + 3), 4);
        QCOMPARE(found.likeness, Neighbours::Likeness::ClientAndDestination);
        QCOMPARE(found.lack, Neighbours::Lack::Nothing);
        QCOMPARE(found.reach, 30s);
        QCOMPARE(distances(found), (std::vector{-30, 0, 30}));
        QCOMPARE(found.total, 3U);
        QCOMPARE(found.nearest.front().record, RecordNumber(1));
    }
}

void TestNeighbours::takesTheAddressForWantOfAHost()
{
    const QByteArray log = contextHeader + contextRecord(1, "10:00:00", "-", "12209")
        + contextRecord(1, "10:00:01", "-", "200") + contextRecord(1, "10:00:02", "a", "200");
    QCOMPARE(distances(around(indexOf(log), 0)), (std::vector{1, 2})); // they have the same address
}

void TestNeighbours::findsThoseOfAPair()
{
    const QByteArray here = "10.0.0.1:1234";
    const QByteArray there = "192.0.2.1:80";
    const QByteArray log = firewallHeader + firewallRecord("10:00:00", here, there, "Establish", "0x0")
        + firewallRecord("10:00:30", "10.0.0.1:1235", there, "Establish", "0x0")
        + firewallRecord("10:00:40", here, "192.0.2.1:443", "Establish", "0x0")
        + firewallRecord("10:01:00", here, there, "Terminate", "0x80074e20")
        + firewallRecord("10:02:00", here, there, "Denied", "0xc0040017")
        + firewallRecord("10:04:01", here, there, "Denied", "0xc0040017");
    const Neighbours found = around(indexOf(log), 4);
    QCOMPARE(found.likeness, Neighbours::Likeness::Pair);
    QCOMPARE(found.reach, 2min);
    QCOMPARE(distances(found), (std::vector{-120, -60}));
}

void TestNeighbours::tellsWhatHappened()
{
    const Neighbours web = around(
        indexOf(contextHeader + contextRecord(1, "10:00:00", "a", "12209") + contextRecord(1, "10:00:01", "a", "200")),
        1);
    QCOMPARE(web.nearest.front().what, u"GET http://a/"_s);
    QVERIFY(web.nearest.front().result.startsWith(u"12209 "));
    const QByteArray pair = "10.0.0.1:1";
    const Neighbours firewall =
        around(indexOf(firewallHeader + firewallRecord("10:00:00", pair, pair, "Terminate", "0x80074e20")
                       + firewallRecord("10:00:01", pair, pair, "Denied", "0xc0040017")),
               1);
    QCOMPARE(firewall.nearest.front().what, u"Closed Connection HTTP"_s);
}

void TestNeighbours::keepsTheNearest()
{
    QByteArray log = contextHeader;
    for (int second = 0; second < 30; ++second)
        for (int i = 0; i < 20; ++i)
            log += contextRecord(1, "10:00:" + QByteArray::number(second).rightJustified(2, '0'), "a", "200");
    const Neighbours found = around(indexInBlocks(log, 50), 15 * 20);
    QCOMPARE(found.total, 599U);
    QCOMPARE(found.nearest.size(), mostNeighbours);
    for (const Neighbour& neighbour : found.nearest)
        QCOMPARE_LE(std::chrono::abs(neighbour.distance), 1s); // 19 in its own second, 20 in each beside it
    QCOMPARE_LT(found.nearest.front().record, found.nearest.back().record);
}

void TestNeighbours::countsMomentsInSets()
{
    RecordIndex index;
    index.chooseServerZone(QTimeZone(2 * 3600));
    const QByteArray utc = contextHeader + contextRecord(1, "10:00:00", "a", "200");
    for (const BlockPointer& block : blocksOf(utc, u"utc.w3c"_s).value_or(QList<BlockPointer>()))
        index.append(block);
    for (const BlockPointer& block : blocksOf(contextHeader + contextRecord(1, "12:00:05", "a", "200"), u"local.w3c"_s)
                                         .value_or(QList<BlockPointer>())) {
        IndexBlock local = *block;
        LogLayout layout = *block->layout;
        layout.clock = LogLayout::Clock::ServerLocal;
        local.loggedTimes = local.times; // of which the index makes moments
        local.layout = std::make_shared<const LogLayout>(layout);
        index.append(std::make_shared<const IndexBlock>(std::move(local)));
    }
    QCOMPARE(distances(around(index, 0)), (std::vector{5}));
    QCOMPARE(distances(around(index, 1)), (std::vector{-5}));
}

void TestNeighbours::tellsWhatIsMissing_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<int>("lack");
    const QByteArray rest = "\tr-port\tGET\thttp://a/\t200\r\n";
    QTest::newRow("nothing") << contextRecord(1, "10:00:00", "a", "200") << int(Neighbours::Lack::Nothing);
    QTest::newRow("time") << contextRecord(1, "25:00:00", "a", "200") << int(Neighbours::Lack::Time);
    QTest::newRow("client") << QByteArray("-\t2010-05-12\t10:00:00\ta\t192.0.2.1" + rest)
                            << int(Neighbours::Lack::Client);
    QTest::newRow("destination") << QByteArray("10.0.0.1\t2010-05-12\t10:00:00\t-\t-" + rest)
                                 << int(Neighbours::Lack::Destination);
}

void TestNeighbours::tellsWhatIsMissing()
{
    QFETCH(const QByteArray, record);
    const Neighbours found = around(indexOf(contextHeader + record + record), 0);
    QTEST(int(found.lack), "lack");
    QCOMPARE(found.total, found.lack == Neighbours::Lack::Nothing ? 1U : 0U);
}

void TestNeighbours::tellsReadErrors()
{
    const RecordIndex index = indexOf(contextHeader + contextRecord(1, "10:00:00", "a", "200"));
    const auto block = std::make_shared<IndexBlock>(*index.parts().front().block);
    block->source = std::make_shared<const GoneSource>();
    RecordIndex broken;
    broken.append(block);
    QVERIFY(!findNeighbours(broken, RecordNumber(0), {}));
}

void TestNeighbours::stops()
{
    const RecordIndex index =
        indexOf(contextHeader + contextRecord(1, "10:00:00", "a", "200") + contextRecord(1, "10:00:00", "a", "200"));
    std::stop_source stop;
    stop.request_stop();
    const auto found = findNeighbours(index, RecordNumber(0), stop.get_token());
    QVERIFY(found);
    QCOMPARE(found->total, 0U);
}

QTEST_GUILESS_MAIN(TestNeighbours)
#include "tst_neighbours.moc"
