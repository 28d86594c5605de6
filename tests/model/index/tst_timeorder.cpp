// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/timeorder.h"
#include "tests/support/testlog.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestTimeOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void mergesLogsThatGrow();
    void keepsWhatIsLeftOut();
    void comparesClocksByUtc();
};

namespace {

/// A log with a record at each of these seconds after midnight; one below 0 has no time that exists.
QByteArray logAt(const QList<int>& seconds)
{
    QByteArray log = webHeader;
    for (const int second : seconds)
        log += (second < 0 ? "10.0.0.1\tuser\t2010-05-12\t99:99:99\t-\t200"_ba : webRecord(second, "200")) + "\r\n";
    return log;
}

RecordIndex indexOfLogs(const QList<QList<int>>& logs)
{
    RecordIndex index;
    for (const QList<int>& seconds : logs) {
        const auto blocks = blocksOf(logAt(seconds));
        for (const BlockPointer& block : *blocks)
            index.append(block);
    }
    return index;
}

std::vector<quint32> allOf(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

} // namespace

void TestTimeOrder::merges_data()
{
    using Logs = QList<QList<int>>;
    using Records = std::vector<quint32>;
    QTest::addColumn<Logs>("logs");
    QTest::addColumn<Records>("order");
    QTest::newRow("one log") << Logs{{1, 2, 3}} << Records{0, 1, 2};
    QTest::newRow("one after the other") << Logs{{1, 2}, {2, 3}} << Records{0, 1, 2, 3};
    QTest::newRow("later one first") << Logs{{5, 6}, {1, 2}} << Records{2, 3, 0, 1};
    QTest::newRow("at the same time") << Logs{{1, 3, 5}, {2, 3, 4}} << Records{0, 3, 1, 4, 5, 2};
    QTest::newRow("one that goes back") << Logs{{1, 4, 2}, {3}} << Records{0, 2, 3, 1};
    QTest::newRow("no time") << Logs{{1, -1, 5, -1}, {2, -1, 6}} << Records{0, 1, 4, 5, 2, 3, 6};
    QTest::newRow("no time at the start") << Logs{{3}, {-1, -1, 2}} << Records{1, 2, 3, 0};
    QTest::newRow("no time at all") << Logs{{-1, -1}, {1}} << Records{0, 1, 2};
    QTest::newRow("no records") << Logs{{}, {}} << Records{};
}

void TestTimeOrder::merges()
{
    QFETCH(const QList<QList<int>>, logs);
    const RecordIndex index = indexOfLogs(logs);
    QTEST(inOrder(timeOrder(index), allOf(index)), "order");
}

/// Their blocks come by turns. A record without a time still goes with the one before in its own log.
void TestTimeOrder::mergesLogsThatGrow()
{
    const RecordIndex one = indexInBlocks(logAt({1, 4, -1, 9}), 2);
    const RecordIndex other = indexInBlocks(logAt({2, 3, 5, 8}), 2);
    RecordIndex index;
    for (std::size_t i = 0; i < one.parts().size(); ++i) {
        index.append(one.parts()[i].block);
        index.append(other.parts()[i].block);
    }
    QCOMPARE(index.files().size(), 2U);
    QList<qint64> seconds;
    QList<quint64> lines;
    for (const quint32 record : inOrder(timeOrder(index), allOf(index))) {
        const LogTime time = index.time(RecordNumber(record));
        seconds += time == invalidTime ? -1 : time.time_since_epoch().count() % 86400;
        lines += index.lineNumber(RecordNumber(record));
    }
    QCOMPARE(seconds, (QList<qint64>{1, 2, 3, 4, -1, 5, 8, 9}));
    QCOMPARE(lines, (QList<quint64>{4, 4, 5, 5, 6, 6, 7, 7}));
}

void TestTimeOrder::keepsWhatIsLeftOut()
{
    const RecordIndex index = indexOfLogs({{5, 6, 7}, {1, 6}});
    QCOMPARE(inOrder(timeOrder(index), {1, 2, 4}), (std::vector<quint32>{1, 4, 2}));
    QCOMPARE(inOrder(timeOrder(index), {}), std::vector<quint32>());
}

/// Native logs tell the server's local time.
void TestTimeOrder::comparesClocksByUtc()
{
    RecordIndex index = indexOfLogs({{8 * 3600, 10 * 3600}});
    const auto native =
        blocksOf("10.0.0.1, anonymous, Agent, Y, 5/12/2010, 11:00:00, w3proxy, TMG, -, www.example.com, "
                 "192.0.2.1, 80, 15, 100, 200, http, TCP, GET, http://www.example.com/, text/html, Inet, "
                 "200, 0x0, Rule, Filter, Internal, External, 0x0, Allowed\r\n"_ba.repeated(3));
    QVERIFY(native);
    QCOMPARE(native->first()->layout->clock, LogLayout::Clock::ServerLocal);
    index.append(native->first());
    const auto orderIn = [&index](const char* zone) {
        index.chooseServerZone(QTimeZone(zone));
        return inOrder(timeOrder(index), allOf(index));
    };
    QCOMPARE(orderIn("Europe/Berlin"), (std::vector<quint32>{0, 2, 3, 4, 1})); // 9 o'clock
    QCOMPARE(orderIn("UTC"), (std::vector<quint32>{0, 1, 2, 3, 4}));
    QCOMPARE(orderIn("Asia/Tokyo"), (std::vector<quint32>{2, 3, 4, 0, 1})); // 2 o'clock
}

QTEST_GUILESS_MAIN(TestTimeOrder)
#include "tst_timeorder.moc"
