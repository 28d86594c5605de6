// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "model/table/clientgaps.h"
#include "model/table/derivedcolumn.h"
#include "model/table/recordsorter.h"
#include "tests/support/testlog.h"

#include <QHash>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestClientGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsGaps_data();
    void findsGaps();
    void agreesWithAPlainLoop();
    void goesThroughLogsInTheOrderOfTime();
    void sortsByGap();
    void endsSoonWhenStopped();
};

static QByteArray record(const QByteArray& client, const QByteArray& time)
{
    return client + "\t2010-05-12\t" + time + "\t200\r\n";
}

static const QByteArray header = "#Fields: c-ip\tdate\ttime\tsc-status\r\n";

void TestClientGaps::findsGaps_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<ClientGaps>("gaps");
    QTest::newRow("two clients") << header + record("10.0.0.1", "00:00:00") + record("10.0.0.2", "00:00:05")
            + record("10.0.0.1", "00:00:07") + record("10.0.0.2", "00:01:05")
                                 << ClientGaps{noGap, noGap, 7, 60};
    QTest::newRow("back in time") << header + record("10.0.0.1", "00:00:09") + record("10.0.0.1", "00:00:02")
                                  << ClientGaps{noGap, -7};
    QTest::newRow("no client") << header + record("-", "00:00:09") + record("-", "00:00:12")
                               << ClientGaps{noGap, noGap};
    QTest::newRow("a time that does not exist")
        << header + record("10.0.0.1", "00:00:01") + record("10.0.0.1", "77:00:00") + record("10.0.0.1", "00:00:03")
        << ClientGaps{noGap, noGap, 2};
    QTest::newRow("ports do not part clients")
        << "#Software: Microsoft Forefront Threat Management Gateway\r\n#Fields: "
           "computer\tdate\ttime\tsource\tstatus\r\n"
           "A\t2010-05-12\t00:00:00\t10.0.0.1:1000\t0x0\r\nA\t2010-05-12\t00:00:04\t10.0.0.1:2000\t0x0\r\n"_ba
        << ClientGaps{noGap, 4};
    QTest::newRow("a log without clients")
        << "#Fields: date\ttime\tcs-uri\tsc-status\r\n2010-05-12\t00:00:00\thttp://a/\t200\r\n"_ba << ClientGaps{noGap};
}

void TestClientGaps::findsGaps()
{
    QFETCH(const QByteArray, log);
    const auto gaps = clientGaps(indexOf(log), {});
    QVERIFY(gaps);
    QTEST(*gaps, "gaps");
}

/// A log of @p count records of many clients in disorder.
static QByteArray anyLog(int count)
{
    std::mt19937 random(7);
    QByteArray log = header;
    for (int i = 0; i < count; ++i) {
        const int second = i / 3 + int(random() % 4);
        const QTime time = QTime(0, 0).addSecs(second);
        log += record("10.0.0." + QByteArray::number(random() % 250), time.toString(u"HH:mm:ss"_s).toLatin1());
    }
    return log;
}

void TestClientGaps::agreesWithAPlainLoop()
{
    const RecordIndex index = indexInBlocks(anyLog(20'000), 700);
    QVERIFY(index.parts().size() > 10);
    ClientGaps expected;
    QHash<QByteArray, LogTime> last;
    for (quint32 number = 0; number < index.recordCount(); ++number) {
        const QByteArray bytes = *readRecord(index.place(RecordNumber(number)));
        const QByteArray client = bytes.first(bytes.indexOf('\t'));
        const LogTime now = index.time(RecordNumber(number));
        const auto before = last.constFind(client);
        expected.push_back(before == last.cend() ? noGap : qint32((now - *before).count()));
        last[client] = now;
    }
    QVERIFY(clientGaps(index, {}).value() == expected);
}

void TestClientGaps::goesThroughLogsInTheOrderOfTime()
{
    RecordIndex index;
    const QByteArrayList logs = {header + record("10.0.0.1", "00:00:10") + record("10.0.0.2", "00:00:40"),
                                 header + record("10.0.0.1", "00:00:05") + record("10.0.0.1", "00:00:30")};
    for (const QByteArray& log : logs) {
        const auto blocks = blocksOf(log);
        for (const BlockPointer& block : *blocks)
            index.append(block);
    }
    QCOMPARE(clientGaps(index, {}).value(), (ClientGaps{5, noGap, noGap, 20}));
}

void TestClientGaps::sortsByGap()
{
    const RecordIndex index = indexInBlocks(anyLog(3'000), 700);
    const ClientGaps gaps = clientGaps(index, {}).value();
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    std::erase_if(records, [](quint32 number) { return number % 3 == 0; });
    const int column = index.columns().size() + int(DerivedColumn::ClientGap);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        std::vector<quint32> expected = records;
        std::ranges::stable_sort(expected, [&](quint32 a, quint32 b) {
            return order == Qt::AscendingOrder ? gaps[a] < gaps[b] : gaps[a] > gaps[b];
        });
        QVERIFY(sortRecords(index, records, column, order, {}).value() == expected);
    }
}

void TestClientGaps::endsSoonWhenStopped()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(clientGaps(indexOf(anyLog(100)), stop.get_token()));
}

QTEST_GUILESS_MAIN(TestClientGaps)
#include "tst_clientgaps.moc"
