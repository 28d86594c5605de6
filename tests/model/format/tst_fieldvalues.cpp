// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

constexpr LogKind web = LogKind::Web;
constexpr LogKind firewall = LogKind::Firewall;

QByteArray tableWith(const QByteArray& content)
{
    return R"({"tables": [{"name": "t", "source": "s", "fields": {"web": ["f"]}, )" + content + "}]}";
}

/// The set bits as text, errors marked.
QStringList bits(const FieldMeaning& meaning)
{
    QStringList result;
    for (const FieldFlag& flag : meaning.flags) {
        result.append(QString::number(flag.bit, 16) + (flag.isError ? u" error"_s : QString())
                      + (flag.isKnown ? QString() : u" unknown"_s));
    }
    return result;
}

} // namespace

class TestFieldValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsWordsAndNumbers_data();
    void explainsWordsAndNumbers();
    void leavesPlainTextAlone_data();
    void leavesPlainTextAlone();
    void saysWhenAValueIsUnknown_data();
    void saysWhenAValueIsUnknown();
    void takesFlagsApart_data();
    void takesFlagsApart();
    void summarisesErrorsFirst();
    void carriesTheEvidence_data();
    void carriesTheEvidence();
    void knowsAllNumbers_data();
    void knowsAllNumbers();
    void refusesFaultyTables_data();
    void refusesFaultyTables();
};

void TestFieldValues::explainsWordsAndNumbers_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<LogKind>("log");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("partOfSummary");

    QTest::newRow("action, text") << u"action"_s << u"Terminate"_s << firewall << u"Terminate"_s << u"closed"_s;
    QTest::newRow("action, number") << u"Action"_s << u"7"_s << firewall << u"Terminate"_s << u"closed"_s;
    QTest::newRow("action, viewer") << u"Action"_s << u"Closed Connection"_s << firewall << u"Terminate"_s
                                    << u"closed"_s;
    QTest::newRow("action, loose spelling")
        << u"ACTION"_s << u"successful connection"_s << firewall << u"Successful_Connection"_s << u"VPN"_s;
    QTest::newRow("action of a web log") << u"action"_s << u"Denied"_s << web << u"Denied"_s << u"refused"_s;
    QTest::newRow("blanks around") << u"action"_s << u" 8 "_s << web << u"Denied"_s << u"refused"_s;
    QTest::newRow("hexadecimal number") << u"action"_s << u"0x0a"_s << web << u"Failed"_s << u"did not succeed"_s;
    QTest::newRow("object source") << u"s-object-source"_s << u"Vcache"_s << web << u"Vcache"_s << u"confirmed"_s;
    QTest::newRow("object source of ISA 2000")
        << u"s-object-source"_s << u"VCache"_s << web << u"Vcache"_s << u"confirmed"_s;
    QTest::newRow("object source in one word")
        << u"s-object-source"_s << u"NotModified"_s << web << u"Not Modified"_s << u"changes only"_s;
    QTest::newRow("object source, SQL") << u"objectsource"_s << u"5"_s << web << u"Inet"_s << u"Internet"_s;
    QTest::newRow("object source, viewer")
        << u"Object Source"_s << u"Verify Failed Internet"_s << web << u"VFInet"_s << u"out of date"_s;
    QTest::newRow("service") << u"s-svcname"_s << u"w3reverseproxy"_s << web << u"w3reverseproxy"_s << u"published"_s;
    QTest::newRow("service of ISA 2000") << u"s-svcname"_s << u"fwsrv"_s << firewall << u"fwsrv"_s << u"2000"_s;
    QTest::newRow("authenticated") << u"sc-authenticated"_s << u"N"_s << web << u"N"_s << u"not authenticated"_s;
    QTest::newRow("authenticated, SQL") << u"ClientAuthenticate"_s << u"1"_s << web << u"Y"_s << u"authenticated"_s;
    QTest::newRow("bidirectional") << u"bidirectional"_s << u"Y"_s << firewall << u"Y"_s << u"both directions"_s;
    QTest::newRow("session type") << u"SessionType"_s << u"Web Proxy"_s << web << u"Web Proxy"_s << u"as its proxy"_s;
    QTest::newRow("session type, number") << u"SessionType"_s << u"1"_s << web << u"SecureNAT"_s << u"gateway"_s;
    QTest::newRow("network inspection") << u"NIS scan result"_s << u"2"_s << web << u"Blocked"_s << u"blocked it"_s;
    QTest::newRow("network inspection, other separator")
        << u"nis-scan-result"_s << u"Allowed"_s << firewall << u"Allowed"_s << u"presumably"_s;
    QTest::newRow("trust, odd column name")
        << u"FwcAppTrusState"_s << u"Trusted"_s << firewall << u"Trusted"_s << u"trusts"_s;
    QTest::newRow("malware action") << u"MalwareInspectionAction"_s << u"3"_s << web << u"Blocked"_s << u"blocked"_s;
    QTest::newRow("malware result") << u"MalwareInspectionResult"_s << u"27"_s << web << QString()
                                    << u"part of a file"_s;
    QTest::newRow("malware result, text") << u"MalwareInspectionResult"_s << u"Malware Inspection Disabled"_s << web
                                          << u"Malware Inspection Disabled"_s << u"switched off"_s;
    QTest::newRow("threat level") << u"MalwareInspectionThreatLevel"_s << u"4"_s << web << u"Severe"_s << u"severe"_s;
    QTest::newRow("content delivery") << u"MalwareInspectionContentDeliveryMethod"_s << u"2"_s << web
                                      << u"Fast Trickling"_s << u"full speed"_s;
    QTest::newRow("categorization") << u"UrlCategorizationReason"_s << u"5"_s << web << QString()
                                    << u"not in the database"_s;
    QTest::newRow("record type") << u"Log Record Type"_s << u"2"_s << firewall << u"Firewall"_s << u"Firewall log"_s;
    QTest::newRow("transport") << u"IP protocol"_s << u"Udp"_s << firewall << u"UDP"_s << u"Datagram"_s;
    QTest::newRow("transport, number") << u"IP protocol"_s << u"58"_s << firewall << u"ICMPv6"_s << u"IPv6"_s;
    QTest::newRow("transport of a packet filter log")
        << u"protocol"_s << u"Tcp"_s << LogKind::PacketFilter << u"TCP"_s << u"Transmission"_s;
    QTest::newRow("socket operation") << u"s-operation"_s << u"UdpMap"_s << firewall << u"UdpMap"_s << u"UDP"_s;
    QTest::newRow("log not known") << u"bidirectional"_s << u"N"_s << LogKind::Unknown << u"N"_s << u"one direction"_s;
}

void TestFieldValues::explainsWordsAndNumbers()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const LogKind, log);
    const auto meaning = explainFieldValue(field, value, log);
    QVERIFY(meaning);
    QVERIFY(meaning->isKnown);
    QTEST(meaning->name, "name");
    QFETCH(const QString, partOfSummary);
    QVERIFY2(meaning->summary.contains(partOfSummary, Qt::CaseInsensitive), qPrintable(meaning->summary));
}

void TestFieldValues::leavesPlainTextAlone_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("field without codes") << u"cs-uri"_s << u"http://www.example/"_s;
    QTest::newRow("field nobody knows") << u"x-my-field"_s << u"1"_s;
    QTest::newRow("hyphen") << u"action"_s << u"-"_s;
    QTest::newRow("nothing") << u"action"_s << QString();
    QTest::newRow("blanks") << u"error-info"_s << u"  "_s;
    QTest::newRow("HTTP method") << u"s-operation"_s << u"GET"_s;
    QTest::newRow("spelled-out transport") << u"cs-transport"_s << u"SCTP"_s;
    QTest::newRow("result code") << u"sc-status"_s << u"200"_s;
}

void TestFieldValues::leavesPlainTextAlone()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QVERIFY(!explainFieldValue(field, value, web));
}

void TestFieldValues::saysWhenAValueIsUnknown_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::newRow("number") << u"action"_s << u"18"_s;
    QTest::newRow("negative number") << u"action"_s << u"-1"_s;
    QTest::newRow("word") << u"action"_s << u"Exploded"_s;
    QTest::newRow("half a number") << u"action"_s << u"7x"_s;
    QTest::newRow("transport number") << u"cs-transport"_s << u"200"_s;
    QTest::newRow("flags that are no number") << u"error-info"_s << u"many"_s;
    QTest::newRow("flags of more than 32 bits") << u"error-info"_s << u"0x100000000"_s;
    QTest::newRow("flags below 32 bits") << u"error-info"_s << u"-2147483649"_s;
    QTest::newRow("hexadecimal without digits") << u"error-info"_s << u"0x"_s;
    QTest::newRow("letters outside ASCII") << u"error-info"_s << u"٣"_s;
    QTest::newRow("endless digits") << u"s-cache-info"_s << QString(100000, u'9');
}

void TestFieldValues::saysWhenAValueIsUnknown()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    const auto meaning = explainFieldValue(field, value, web);
    QVERIFY(meaning);
    QVERIFY(!meaning->isKnown);
    QVERIFY(!meaning->summary.isEmpty());
    QVERIFY(meaning->flags.empty());
}

void TestFieldValues::takesFlagsApart_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("ordinary traffic") << u"error-info"_s << u"0x580"_s << QStringList{u"80"_s, u"100"_s, u"400"_s};
    QTest::newRow("upper case") << u"error-info"_s << u"0X5C0"_s
                                << QStringList{u"40 error"_s, u"80"_s, u"100"_s, u"400"_s};
    QTest::newRow("decimal") << u"ErrorInfo"_s << u"15"_s
                             << QStringList{u"1 error"_s, u"2 error"_s, u"4 error"_s, u"8 error"_s};
    QTest::newRow("nothing set") << u"error-info"_s << u"0x0"_s << QStringList{};
    QTest::newRow("unknown bit") << u"error-info"_s << u"0x1010"_s << QStringList{u"10"_s, u"1000 unknown"_s};
    QTest::newRow("cache") << u"s-cache-info"_s << u"0x40000004"_s << QStringList{u"4"_s, u"40000000"_s};
    QTest::newRow("cache, bare nought") << u"s-cache-info"_s << u"0"_s << QStringList{};
    QTest::newRow("cache, signed") << u"CacheInfo"_s << u"-2147483646"_s << QStringList{u"2"_s, u"80000000 unknown"_s};
    QTest::newRow("cache, unsigned") << u"CacheInfo"_s << u"2147483650"_s << QStringList{u"2"_s, u"80000000 unknown"_s};
    QTest::newRow("bits never published")
        << u"internal service info"_s << u"0x3"_s << QStringList{u"1 unknown"_s, u"2 unknown"_s};
}

void TestFieldValues::takesFlagsApart()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    const auto meaning = explainFieldValue(field, value, web);
    QVERIFY(meaning);
    QTEST(bits(*meaning), "expected");
    QVERIFY(!meaning->summary.isEmpty());
    for (const FieldFlag& flag : meaning->flags)
        QVERIFY(!flag.meaning.isEmpty());
    QCOMPARE(meaning->isKnown, bits(*meaning).filter(u"unknown"_s).isEmpty());
}

void TestFieldValues::summarisesErrorsFirst()
{
    QCOMPARE(explainFieldValue(u"error-info", u"0x482", web)->summary,
             u"Sending to the client failed. The client keeps its connection alive; The response had a body."_s);
    QCOMPARE(explainFieldValue(u"error-info", u"0x80", web)->summary,
             u"No error. The client keeps its connection alive."_s);
    QCOMPARE(explainFieldValue(u"error-info", u"0x40", web)->summary, u"The error happened while connecting."_s);
    QCOMPARE(explainFieldValue(u"error-info", u"0x0", web)->summary, u"No bit is set."_s);
    QCOMPARE(explainFieldValue(u"s-cache-info", u"0xa00000", web)->summary,
             u"Response: max-age or s-maxage; Response: Last-Modified."_s);
}

void TestFieldValues::carriesTheEvidence_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<FieldEvidence>("evidence");
    QTest::newRow("documented") << u"s-cache-info"_s << u"0x1"_s << FieldEvidence::Documented;
    QTest::newRow("recalled") << u"s-cache-info"_s << u"0x2000001"_s << FieldEvidence::Recalled;
    QTest::newRow("inferred") << u"UrlCategorizationReason"_s << u"Feature disabled"_s << FieldEvidence::Inferred;
    QTest::newRow("inferred bit") << u"error-info"_s << u"0x10"_s << FieldEvidence::Inferred;
}

void TestFieldValues::carriesTheEvidence()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const FieldEvidence, evidence);
    QVERIFY(explainFieldValue(field, value, web)->evidence == evidence);
    QVERIFY(!keyword(evidence).isEmpty());
}

void TestFieldValues::knowsAllNumbers_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("last");
    QTest::newRow("actions") << u"action"_s << 17;
    QTest::newRow("object sources") << u"s-object-source"_s << 8;
    QTest::newRow("services") << u"s-svcname"_s << 3;
    QTest::newRow("session types") << u"SessionType"_s << 5;
    QTest::newRow("network inspection") << u"NIS scan result"_s << 3;
    QTest::newRow("trust") << u"FwcAppTrusState"_s << 2;
    QTest::newRow("malware actions") << u"MalwareInspectionAction"_s << 3;
    QTest::newRow("malware results") << u"MalwareInspectionResult"_s << 27;
    QTest::newRow("threat levels") << u"MalwareInspectionThreatLevel"_s << 4;
    QTest::newRow("content delivery") << u"MalwareInspectionContentDeliveryMethod"_s << 3;
    QTest::newRow("categorization") << u"UrlCategorizationReason"_s << 8;
}

void TestFieldValues::knowsAllNumbers()
{
    QFETCH(const QString, field);
    QFETCH(const int, last);
    QStringList summaries;
    for (int number = 0; number <= last; ++number) {
        const auto meaning = explainFieldValue(field, QString::number(number), web);
        QVERIFY(meaning && meaning->isKnown);
        summaries.append(meaning->summary);
    }
    QCOMPARE(summaries.removeDuplicates(), 0);
    QVERIFY(!explainFieldValue(field, QString::number(last + 1), web)->isKnown);
}

void TestFieldValues::refusesFaultyTables_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("complaint");
    const QByteArray good = R"({"number": 1, "meaning": "One.", "evidence": "documented"})";
    QTest::newRow("no JSON") << "{"_ba << u"unterminated"_s;
    QTest::newRow("no tables") << "{}"_ba << u"no tables"_s;
    QTest::newRow("no content") << tableWith(R"("open": true)") << u"values or bits"_s;
    QTest::newRow("unknown key") << tableWith(R"("colour": 1, "values": [])") << u"unknown key colour"_s;
    QTest::newRow("number twice") << tableWith("\"values\": [" + good + "," + good + "]") << u"1 is there twice"_s;
    QTest::newRow("word twice, spelled apart")
        << tableWith(R"("values": [{"words": ["A b"], "meaning": "M.", "evidence": "documented"},
                                   {"words": ["a_B"], "meaning": "M.", "evidence": "documented"}])")
        << u"ab is there twice"_s;
    QTest::newRow("neither number nor word")
        << tableWith(R"("values": [{"meaning": "M.", "evidence": "documented"}])") << u"neither"_s;
    QTest::newRow("no meaning") << tableWith(R"("values": [{"number": 1, "evidence": "documented"}])") << u"meaning"_s;
    QTest::newRow("trailing blank") << tableWith(
        R"("values": [{"number": 1, "meaning": "M. ", "evidence": "documented"}])")
                                    << u"blanks"_s;
    QTest::newRow("unknown evidence") << tableWith(R"("values": [{"number": 1, "meaning": "M.", "evidence": "sure"}])")
                                      << u"unknown evidence sure"_s;
    QTest::newRow("two bits in one") << tableWith(
        R"("bits": [{"bit": "0x3", "meaning": "M", "evidence": "documented"}])")
                                     << u"0x3 is not one bit"_s;
}

void TestFieldValues::refusesFaultyTables()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, complaint);
    const auto read = FieldValues::fromJson(json);
    QVERIFY(!read);
    QVERIFY2(read.error().contains(complaint), qPrintable(read.error()));
}

QTEST_GUILESS_MAIN(TestFieldValues)
#include "tst_fieldvalues.moc"
