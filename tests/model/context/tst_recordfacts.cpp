// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/circumstances.h"
#include "model/context/denyingrule.h"
#include "model/context/failedside.h"
#include "model/context/parties.h"
#include "model/context/trafficdirection.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "tests/model/context/contextlogs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestRecordFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParties_data();
    void readsParties();
    void readsCircumstances();
    void readsErrorBits_data();
    void readsErrorBits();
    void tellsTheFailedSide_data();
    void tellsTheFailedSide();
    void tellsTheDirection_data();
    void tellsTheDirection();
    void weighsTheDirection();
    void knowsDefaultRules_data();
    void knowsDefaultRules();
    void advisesByRule();
};

namespace {

using Side = FailedSide::Side;
using Direction = TrafficDirection;

/// The first record of @p log with what reads it.
struct FirstRecord
{
    explicit FirstRecord(const QByteArray& log) : index(indexOf(log))
    {
        const RecordIndex::Place place = index.place(RecordNumber(0));
        bytes = readRecord(place).value_or(QByteArray());
        layout = place.part->block->layout;
    }

    [[nodiscard]] Parties parties() const { return partiesOf(toStringView(bytes), *layout); }
    [[nodiscard]] Circumstances circumstances() const { return circumstancesOf(toStringView(bytes), *layout); }

    RecordIndex index;
    QByteArray bytes;
    LayoutPointer layout;
};

const QByteArray errorHeader = "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                               "#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\terror-info\tFilterInfo\r\n";

} // namespace

void TestRecordFacts::readsParties_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QStringList>("parties"); // client, its port, host, destination, port
    QTest::newRow("web") << QByteArray(contextHeader + contextRecord(1, "10:00:00", "a.example", "200"))
                         << QStringList{u"10.0.0.1"_s, QString(), u"a.example"_s, u"192.0.2.1"_s, u"80"_s};
    QTest::newRow("firewall") << QByteArray(
        firewallHeader + firewallRecord("10:00:00", "10.0.0.1:1234", "192.0.2.1:80", "Denied", "0xc004000d"))
                              << QStringList{u"10.0.0.1"_s, u"1234"_s, QString(), u"192.0.2.1"_s, u"80"_s};
    QTest::newRow("no ports") << QByteArray(
        firewallHeader + firewallRecord("10:00:00", "10.0.0.1", "192.0.2.1", "Denied", "0xc004000d"))
                              << QStringList{u"10.0.0.1"_s, QString(), QString(), u"192.0.2.1"_s, QString()};
    QTest::newRow("nobody") << QByteArray(webHeader + "-\t-\t2010-05-12\t10:00:00\t-\t200\r\n")
                            << QStringList{QString(), QString(), QString(), QString(), QString()};
}

void TestRecordFacts::readsParties()
{
    QFETCH(const QByteArray, log);
    const Parties parties = FirstRecord(log).parties();
    QTEST((QStringList{parties.client, parties.clientPort, parties.host, parties.destination, parties.port}),
          "parties");
}

void TestRecordFacts::readsCircumstances()
{
    const Circumstances facts =
        FirstRecord(firewallHeader
                    + firewallRecord("10:00:00", "10.0.0.1:1234", "192.0.2.1:80", "Denied", "0xc004000d"))
            .circumstances();
    QCOMPARE(facts.transport, u"TCP"_s);
    QCOMPARE(facts.rule, u"Default rule"_s);
    QCOMPARE(facts.sourceNetwork, u"Internal"_s);
    QCOMPARE(facts.destinationNetwork, u"External"_s);
    QVERIFY(facts.filterInfo.isEmpty());
    QVERIFY(!facts.errorInfo);
}

void TestRecordFacts::readsErrorBits_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<qint64>("bits"); // -1 for none
    QTest::newRow("hexadecimal") << QByteArray("0x48") << qint64(0x48);
    QTest::newRow("decimal") << QByteArray("72") << qint64(0x48);
    QTest::newRow("signed") << QByteArray("-2147483640") << qint64(0x80000008);
    QTest::newRow("empty") << QByteArray("-") << qint64(-1);
    QTest::newRow("no number") << QByteArray("abc") << qint64(-1);
}

void TestRecordFacts::readsErrorBits()
{
    QFETCH(const QByteArray, cell);
    const Circumstances facts =
        FirstRecord(errorHeader + "10.0.0.1\t2010-05-12\t10:00:00\thttp://a/\t12217\t" + cell + "\tToo long\r\n")
            .circumstances();
    QTEST(facts.errorInfo ? qint64(*facts.errorInfo) : qint64(-1), "bits");
    QCOMPARE(facts.filterInfo, u"Too long"_s);
}

void TestRecordFacts::tellsTheFailedSide_data()
{
    QTest::addColumn<quint32>("bits");
    QTest::addColumn<bool>("isTold");
    QTest::addColumn<int>("side");
    QTest::addColumn<bool>("isWhileConnecting");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, quint32 bits, Side side, bool connecting, const QString& words) {
        QTest::newRow(name) << bits << !words.isEmpty() << int(side) << connecting << words;
    };
    row("nothing", 0, Side::Untold, false, {});
    row("order", 0xF80 | 0x30, Side::Untold, false, {});
    row("from the client", 0x1, Side::Client, false, u"Client side"_s);
    row("to the client", 0x2, Side::Client, false, u"Client side"_s);
    row("to the server", 0x4, Side::Server, false, u"Server side"_s);
    row("from the server", 0x8 | 0x180, Side::Server, false, u"Server side"_s);
    row("both", 0x1 | 0x8, Side::Both, false, u"Both sides"_s);
    row("connecting", 0x40, Side::Untold, true, u"While connecting"_s);
    row("connecting to the server", 0x48, Side::Server, true, u"Server side, while connecting"_s);
}

void TestRecordFacts::tellsTheFailedSide()
{
    QFETCH(const quint32, bits);
    QFETCH(const bool, isTold);
    QFETCH(const int, side);
    QFETCH(const bool, isWhileConnecting);
    const auto failed = failedSide(bits);
    QCOMPARE(failed.has_value(), isTold);
    if (!failed)
        return;
    QCOMPARE(int(failed->side), side);
    QCOMPARE(failed->isWhileConnecting, isWhileConnecting);
    QTEST(title(*failed), "words");
    QVERIFY(advice(*failed).endsWith(u'.'));
}

void TestRecordFacts::tellsTheDirection_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<int>("direction"); // -1 for none
    const auto row = [](const QString& source, const QString& destination, int direction) {
        QTest::addRow("%s to %s", qPrintable(source), qPrintable(destination)) << source << destination << direction;
    };
    row(u"External"_s, u"Internal"_s, int(Direction::Inbound));
    row(u"EXTERNAL"_s, u"Perimeter"_s, int(Direction::Inbound));
    row(u"Internal"_s, u"External"_s, int(Direction::Outbound));
    row(u"Perimeter"_s, u"external"_s, int(Direction::Outbound));
    row(u"Internal"_s, u"Perimeter"_s, int(Direction::Between));
    row(u"Internal"_s, u"internal"_s, int(Direction::Within));
    row(u"External"_s, u"Local Host"_s, int(Direction::ToFirewall));
    row(u"Internal"_s, u"Local Host"_s, int(Direction::ToFirewall));
    row(u"Local Host"_s, u"External"_s, int(Direction::FromFirewall));
    row(u"Local Host"_s, u"Local Host"_s, int(Direction::FromFirewall));
    row(u"VPN Clients"_s, u"Internal"_s, int(Direction::FromVpn));
    row(u"Quarantined VPN Clients"_s, u"Internal"_s, int(Direction::FromQuarantine));
    row(u"Internal"_s, u"VPN Clients"_s, int(Direction::ToVpn));
    row(QString(), u"Internal"_s, -1);
    row(u"Internal"_s, QString(), -1);
}

void TestRecordFacts::tellsTheDirection()
{
    QFETCH(const QString, source);
    QFETCH(const QString, destination);
    const auto direction = trafficDirection(source, destination);
    QTEST(direction ? int(*direction) : -1, "direction");
    if (direction)
        QVERIFY(describeDirection(*direction, ResultClass::Denied).endsWith(u'.'));
}

void TestRecordFacts::weighsTheDirection()
{
    const QString kept = describeDirection(Direction::Inbound, ResultClass::Denied);
    QCOMPARE(describeDirection(Direction::Inbound, ResultClass::Dropped), kept);
    QVERIFY(kept.contains(u"kept out"));
    QVERIFY(describeDirection(Direction::Inbound, ResultClass::Allowed).contains(u"let in"));
    QVERIFY(describeDirection(Direction::Inbound, ResultClass::Failed).contains(u"published server"));
    QVERIFY(describeDirection(Direction::Outbound, ResultClass::Denied).contains(u"your own computers"));
}

void TestRecordFacts::knowsDefaultRules_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("isDefault");
    QTest::newRow("ISA, TMG") << u"Default rule"_s << true;
    QTest::newRow("another case") << u"Default Rule"_s << true;
    QTest::newRow("enterprise") << u"[Enterprise] Default Rule"_s << true;
    QTest::newRow("German") << u"Standardregel"_s << true;
    QTest::newRow("named") << u"Default rule for guests"_s << false;
    QTest::newRow("system") << u"[System] Allow DNS"_s << false;
    QTest::newRow("enterprise alone") << u"[Enterprise]"_s << false;
}

void TestRecordFacts::knowsDefaultRules()
{
    QFETCH(const QString, rule);
    QTEST(isDefaultRule(rule), "isDefault");
}

void TestRecordFacts::advisesByRule()
{
    QVERIFY(isDeniedByRule(12202));
    QVERIFY(isDeniedByRule(0xC004000D));
    QVERIFY(!isDeniedByRule(12209)); // who logs on is not refused by a rule yet
    QVERIFY(describeDenyingRule(u"Default rule"_s).contains(u"No rule was about this traffic"));
    QVERIFY(describeDenyingRule(u"Block games"_s).contains(u"probably meant"));
}

QTEST_GUILESS_MAIN(TestRecordFacts)
#include "tst_recordfacts.moc"
