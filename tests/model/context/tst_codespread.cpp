// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/codespread.h"
#include "model/filter/filtermatcher.h"
#include "tests/model/context/contextlogs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestCodeSpread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhoElse();
    void tellsSinceWhen();
    void hasTermsThatShowWhatItCounted();
    void keepsTheMostFrequent();
    void comparesAddressesInFirewallLogs();
    void countsOneCodeInAnySpelling();
    void isNothingForWantOfParties();
    void toleratesHostileValues();
    void tellsWhereToLook_data();
    void tellsWhereToLook();
    void stops();
};

namespace {

CodeSpread spreadOf(const RecordIndex& index, quint32 record)
{
    const auto spread = countSpread(index, RecordNumber(record), {});
    return spread && *spread ? **spread : CodeSpread();
}

QStringList texts(const CountedOthers& others)
{
    QStringList texts;
    for (const auto& value : others.top)
        texts += value.text + u' ' + QString::number(value.count);
    return texts;
}

quint64 matches(const RecordIndex& index, const FilterExpression& term)
{
    const auto records = matchRecords(index, {.expression = term}, 0, {});
    return records ? records->size() : 0;
}

/// Client 1 has 502 with host a, as clients 2 and 3 do, and with hosts b and c.
QByteArray sharedTrouble()
{
    return contextHeader + contextRecord(1, "10:00:00", "a", "200") + contextRecord(1, "10:00:05", "a", "502") // 1
        + contextRecord(2, "10:00:06", "a", "502") + contextRecord(2, "10:00:07", "a", "502")
        + contextRecord(3, "10:00:08", "a", "502") + contextRecord(3, "10:00:08", "d", "502")
        + contextRecord(4, "10:00:09", "a", "200") + contextRecord(1, "10:00:10", "b", "502")
        + contextRecord(1, "10:00:11", "c", "502") + contextRecord(1, "10:00:12", "c", "502")
        + contextRecord(1, "10:00:20", "a", "502") // 10
        + "-\t2010-05-12\t10:00:30\ta\t192.0.2.1\t80\tGET\thttp://a/\t502\r\n"
        + "10.0.0.1\t2010-05-12\t10:00:30\t-\t192.0.2.1\t80\tGET\thttp://a/\t502\r\n";
}

} // namespace

void TestCodeSpread::countsWhoElse()
{
    const CodeSpread spread = spreadOf(indexInBlocks(sharedTrouble(), 4), 1);
    QCOMPARE(spread.client, u"10.0.0.1"_s);
    QCOMPARE(spread.destination, u"a"_s);
    QCOMPARE(texts(spread.clients), (QStringList{u"10.0.0.2 2"_s, u"10.0.0.3 1"_s}));
    QCOMPARE(spread.clients.distinct, 2U); // who has no address is nobody
    QCOMPARE(spread.clients.records, 3U);
    QCOMPARE(texts(spread.destinations), (QStringList{u"c 2"_s, u"b 1"_s}));
    QCOMPARE(spread.destinations.distinct, 2U);
    QCOMPARE(spread.destinations.records, 3U);
}

void TestCodeSpread::tellsSinceWhen()
{
    const CodeSpread spread = spreadOf(indexInBlocks(sharedTrouble(), 4), 10);
    QCOMPARE(spread.ownRecords, 2U);
    QCOMPARE(spread.first, RecordNumber(1));
    QCOMPARE(spread.last, RecordNumber(10));
    // Logs of a set need not stand in the order of time, and some records have none.
    const QByteArray mixed = contextHeader + contextRecord(1, "25:00:00", "a", "502")
        + contextRecord(1, "10:00:05", "a", "502") + contextRecord(1, "10:00:01", "a", "502");
    const CodeSpread other = spreadOf(indexOf(mixed), 0);
    QCOMPARE(other.first, RecordNumber(2));
    QCOMPARE(other.last, RecordNumber(1));
}

void TestCodeSpread::hasTermsThatShowWhatItCounted()
{
    const RecordIndex index = indexInBlocks(sharedTrouble(), 4);
    const CodeSpread spread = spreadOf(index, 1);
    QCOMPARE(matches(index, spread.ownTerm), spread.ownRecords);
    for (const CountedOthers* others : {&spread.clients, &spread.destinations}) {
        QCOMPARE(matches(index, others->term), others->records);
        for (const auto& value : others->top)
            QCOMPARE(matches(index, value.term), value.count);
    }
    // They must survive being written into the filter line.
    const auto again = FilterExpression::parse(spread.clients.term.toString());
    QVERIFY(again);
    QCOMPARE(*again, spread.clients.term);
}

void TestCodeSpread::keepsTheMostFrequent()
{
    QByteArray log = contextHeader + contextRecord(1, "10:00:00", "a", "502");
    for (int client = 2; client < 200; ++client)
        log += contextRecord(client, "10:00:00", "a", "502");
    const CodeSpread spread = spreadOf(indexOf(log + contextRecord(77, "10:00:00", "a", "502")), 0);
    QCOMPARE(spread.clients.distinct, 198U);
    QCOMPARE(spread.clients.records, 199U);
    QCOMPARE(spread.clients.top.size(), 5U);
    QCOMPARE(spread.clients.top.front().text, u"10.0.0.77"_s);
}

void TestCodeSpread::comparesAddressesInFirewallLogs()
{
    const QByteArray log = firewallHeader
        + firewallRecord("10:00:00", "10.0.0.1:1", "192.0.2.1:80", "Denied", "0xc004000d")
        + firewallRecord("10:00:01", "10.0.0.1:2", "192.0.2.1:443", "Denied", "0xc004000d")
        + firewallRecord("10:00:02", "10.0.0.2:1", "192.0.2.1:80", "Denied", "0xc004000d");
    const CodeSpread spread = spreadOf(indexOf(log), 0);
    QCOMPARE(spread.destination, u"192.0.2.1"_s);
    QCOMPARE(spread.ownRecords, 2U);
    QCOMPARE(texts(spread.clients), QStringList{u"10.0.0.2 1"_s});
}

void TestCodeSpread::countsOneCodeInAnySpelling()
{
    const QByteArray log = firewallHeader
        + firewallRecord("10:00:00", "10.0.0.1:1", "192.0.2.1:80", "Denied", "0xc004000d")
        + firewallRecord("10:00:01", "10.0.0.1:2", "192.0.2.1:80", "Denied", "0xC004000D");
    QCOMPARE(spreadOf(indexOf(log), 0).ownRecords, 2U);
}

void TestCodeSpread::isNothingForWantOfParties()
{
    const QByteArray end = "\t80\tGET\thttp://a/\t502\r\n";
    const RecordIndex index = indexOf(contextHeader + "-\t2010-05-12\t10:00:00\ta\t192.0.2.1" + end
                                      + "10.0.0.1\t2010-05-12\t10:00:00\t-\t-" + end);
    for (const quint32 record : {0U, 1U}) {
        const auto spread = countSpread(index, RecordNumber(record), {});
        QVERIFY(spread);
        QVERIFY(!*spread);
    }
}

void TestCodeSpread::toleratesHostileValues()
{
    for (const QByteArray host : {"\" OR class:denied", "*", "a) OR (b", "-", "=x", "J\xF6rg", "\x01"}) {
        const RecordIndex index =
            indexOf(contextHeader + contextRecord(1, "10:00:00", host, "502")
                    + contextRecord(1, "10:00:01", "other", "502") + contextRecord(2, "10:00:01", host, "502"));
        const CodeSpread spread = spreadOf(index, 0);
        QCOMPARE(matches(index, spread.ownTerm), host == "-" ? 2U : 1U); // all have one address
        QCOMPARE(matches(index, spread.clients.term), 1U);
    }
}

void TestCodeSpread::tellsWhereToLook_data()
{
    QTest::addColumn<int>("clients");
    QTest::addColumn<int>("destinations");
    QTest::addColumn<QString>("word");
    QTest::newRow("nobody else") << 0 << 0 << u"these two"_s;
    QTest::newRow("other clients") << 3 << 0 << u"look at the destination"_s;
    QTest::newRow("other destinations") << 0 << 3 << u"look at the client"_s;
    QTest::newRow("both") << 1 << 1 << u"the line"_s;
}

void TestCodeSpread::tellsWhereToLook()
{
    QFETCH(const int, clients);
    QFETCH(const int, destinations);
    QFETCH(const QString, word);
    CodeSpread spread;
    spread.clients.distinct = quint64(clients);
    spread.destinations.distinct = quint64(destinations);
    QVERIFY2(describeSpread(spread).contains(word), qPrintable(describeSpread(spread)));
}

void TestCodeSpread::stops()
{
    std::stop_source stop;
    stop.request_stop();
    const auto spread = countSpread(indexInBlocks(sharedTrouble(), 4), RecordNumber(1), stop.get_token());
    QVERIFY(!spread || !*spread || (*spread)->clients.records <= 4); // whatever it is, it comes
}

QTEST_GUILESS_MAIN(TestCodeSpread)
#include "tst_codespread.moc"
