// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingmachine.h"
#include "model/finding/patternreader.h"

#include <QTest>

#include <random>

#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace TmgLens;
using namespace Qt::StringLiterals;
using std::chrono::seconds;

/// What recognizers remember, and for how long: also of logs that are made to fill the memory or to take for ever.
class TestFindingMachine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void needsLittleMemoryForAPair_data();
    void needsLittleMemoryForAPair();
    void takesManyEventsOfOneKey();
    void takesManyKeysWithBackwardTimes();
    void keepsNoMoreIncidentsThanAnybodyReads();
    void goesOnAfterAWrongClock();
    void countsClientsAndSuccesses();
    void remembersConnections();
    void forgetsConnections();

private:
    [[nodiscard]] Event event(CodeIndex code, qint64 second) const;

    PatternsPointer m_patterns = *builtInPatterns();
    CodeTable m_codes;
    CodeIndex m_partial = m_codes.add("206", LogKind::Web, 1);
    CodeIndex m_redirected = m_codes.add("302", LogKind::Web, 1);
    CodeIndex m_certificate = m_codes.add("12227", LogKind::Web, 1);
    CodeIndex m_exploit = m_codes.add("0xc004003c", LogKind::Firewall, 1);
    CodeIndex m_success = m_codes.add("0x0", LogKind::Firewall, 1);
    CodeIndex m_closed = m_codes.add("0x80074e20", LogKind::Firewall, 1);
};

Event TestFindingMachine::event(CodeIndex code, qint64 second) const
{
    Event event{.code = code, .time = LogTime(seconds(1'273'615'200 + second))};
    event.traits.setFlag(Trait::Success, isSuccess(m_codes.at(code)));
    return event;
}

static std::size_t found(const FindingMachine& machine, const QString& id)
{
    for (const auto& recognizer : machine.recognizers())
        if (recognizer->pattern().id == id)
            return recognizer->incidents().size();
    return 0;
}

void TestFindingMachine::needsLittleMemoryForAPair_data()
{
    QTest::addColumn<CodeIndex>("code");
    QTest::newRow("parts of downloads") << m_partial;
    QTest::newRow("certificates, with the client that is counted") << m_certificate;
}

void TestFindingMachine::needsLittleMemoryForAPair()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    QFETCH(const CodeIndex, code);
    constexpr quint64 pairs = 250'000;
    const auto allocated = [] {
        const auto info = mallinfo2();
        return info.uordblks + info.hblkhd;
    };
    const std::size_t before = allocated();
    FindingMachine machine(*m_patterns);
    machine.setCodes(m_codes);
    std::mt19937_64 random(1);
    for (quint64 i = 0; i < pairs; ++i) {
        Event pair = event(code, qint64(i / 12'500)); // all of them within the shortest window that sees them
        pair.attributes[std::size_t(Attribute::Client)] = 1 + i % 1000;
        pair.attributes[std::size_t(Attribute::Host)] = random() | 1;
        machine.see(pair);
    }
    const double each = double(allocated() - before) / double(pairs);
    qInfo("%.1f bytes for a pair of client and host", each);
    QVERIFY(each <= 64);
#else
    QSKIP("Nobody tells how much memory is allocated.");
#endif
}

void TestFindingMachine::takesManyEventsOfOneKey()
{
    // Two addresses that a host redirects between are a circle, three are not: the limits are looked at each time.
    FindingMachine machine(*m_patterns);
    machine.setCodes(m_codes);
    for (quint64 i = 0; i < 200'000; ++i) {
        Event redirected = event(m_redirected, 0);
        redirected.attributes[std::size_t(Attribute::Client)] = 1;
        redirected.attributes[std::size_t(Attribute::Host)] = 2;
        redirected.attributes[std::size_t(Attribute::Url)] = 1 + i % 3;
        machine.see(redirected);
    }
    QCOMPARE(found(machine, u"C6"_s), 0U);
}

void TestFindingMachine::takesManyKeysWithBackwardTimes()
{
    FindingMachine machine(*m_patterns);
    machine.setCodes(m_codes);
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'000; ++i) {
        Event anything = event(CodeIndex(random() % 6), 100'000 - i);
        for (Fingerprint& value : anything.attributes)
            value = random() | 1;
        machine.see(anything);
    }
}

void TestFindingMachine::keepsNoMoreIncidentsThanAnybodyReads()
{
    FindingMachine machine(*m_patterns);
    machine.setCodes(m_codes);
    for (quint64 i = 0; i < mostIncidents + 5; ++i) {
        Event exploit = event(m_exploit, 0);
        exploit.attributes[std::size_t(Attribute::Client)] = 1 + i;
        machine.see(exploit);
        machine.see(exploit);
    }
    QCOMPARE(found(machine, u"X6"_s), mostIncidents);
    quint64 leftOut = 0;
    for (const auto& recognizer : machine.recognizers())
        leftOut += recognizer->leftOut();
    QCOMPARE(leftOut, 5U);
}

void TestFindingMachine::goesOnAfterAWrongClock()
{
    // One record of the year after, and a finding goes on neither for ever nor never.
    FindingMachine machine(*m_patterns);
    machine.setCodes(m_codes);
    const auto see = [&](qint64 second) {
        Event exploit = event(m_exploit, second);
        exploit.attributes[std::size_t(Attribute::Client)] = 1;
        machine.see(exploit);
    };
    see(365 * 86400);
    see(0);
    see(600);
    QCOMPARE(found(machine, u"X6"_s), 2U);
    see(1201);
    QCOMPARE(found(machine, u"X6"_s), 3U);
}

void TestFindingMachine::countsClientsAndSuccesses()
{
    Surroundings surroundings;
    const auto see = [&](qint64 second, Fingerprint client, bool counts = true) {
        Event success = event(m_success, second);
        success.attributes[std::size_t(Attribute::Client)] = client;
        surroundings.see(success, counts);
    };
    see(0, 1);
    see(10, 1);
    see(10, 2);
    see(10, 3, false);
    see(10, noFingerprint);
    QCOMPARE(surroundings.activeClients(), 2U);
    QCOMPARE(surroundings.successes(), 5U);
    see(60, 1); // the first is a minute old
    QCOMPARE(surroundings.successes(), 5U);
    see(9, 1); // a little late
    QCOMPARE(surroundings.successes(), 6U);
    see(310, 4);
    QCOMPARE(surroundings.activeClients(), 2U); // those of the stretch before
    see(1000, 5);
    QCOMPARE(surroundings.activeClients(), 1U);
    QCOMPARE(surroundings.successes(), 1U);
    see(-86400, 6); // the clock was set back
    QCOMPARE(surroundings.activeClients(), 1U);
    QCOMPARE(surroundings.successes(), 1U);
}

void TestFindingMachine::remembersConnections()
{
    ConnectionMemory memory;
    const auto follow = [&](CodeIndex code, qint64 second, Traits traits) {
        Event packet = event(code, second);
        packet.traits |= traits;
        packet.attributes[std::size_t(Attribute::Connection)] = 1;
        memory.follow(packet, m_codes.at(code));
        return packet;
    };
    QCOMPARE(follow(m_success, 0, Trait::Opens).sinceOpened, never);
    const Event closed = follow(m_closed, 60, Trait::RoundDuration);
    QCOMPARE(closed.sinceOpened, seconds(60));
    QCOMPARE(closed.sinceClosed, never);
    const Event late = follow(m_exploit, 70, {});
    QCOMPARE(late.sinceOpened, seconds(70));
    QCOMPARE(late.sinceClosed, seconds(10));
    QCOMPARE(late.closingCode, comparableCode(0x80074E20));
    QVERIFY(late.wasOpenForRoundTime);
    QCOMPARE(follow(m_exploit, 50, {}).sinceClosed, seconds(0)); // a record that comes too late
}

void TestFindingMachine::forgetsConnections()
{
    ConnectionMemory memory;
    const auto follow = [&](CodeIndex code, qint64 second, Fingerprint connection) {
        Event packet = event(code, second);
        packet.attributes[std::size_t(Attribute::Connection)] = connection;
        memory.follow(packet, m_codes.at(code));
        return packet.sinceClosed;
    };
    follow(m_closed, 0, 1);
    for (Fingerprint connection = 2; connection < 10'000; ++connection)
        follow(m_closed, 1800, connection);
    QCOMPARE(follow(m_exploit, 1800, 1), seconds(1800));
    for (Fingerprint connection = 10'000; connection < 30'000; ++connection)
        follow(m_closed, 1801, connection);
    QCOMPARE(follow(m_exploit, 1801, 1), never);
}

QTEST_GUILESS_MAIN(TestFindingMachine)
#include "tst_findingmachine.moc"
