// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"
#include "model/result/resultdecoder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

DecodedResult decode(QStringView text, LogKind log = LogKind::Unknown)
{
    return decodeResult(ResultCatalogue::builtIn(), text, log);
}

} // namespace

class TestResultDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsOneCode_data();
    void spellsOneCode();
    void traps_data();
    void traps();
    void warnsOfMisreadings_data();
    void warnsOfMisreadings();
    void wrapsWindowsNumbers_data();
    void wrapsWindowsNumbers();
    void takesUnknownNumbersApart_data();
    void takesUnknownNumbersApart();
    void refusesWhatIsNoCode_data();
    void refusesWhatIsNoCode();
    void dispositions_data();
    void dispositions();
    void dispositionsAreOfTheirLog();
    void numberBeatsSymbol();
    void refusesStrangeWordsOfPeople_data();
    void refusesStrangeWordsOfPeople();
    void valuesForFilters();
    void keepsWordsOfEnums();
};

void TestResultDecoder::spellsOneCode_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint32>("value");
    const auto row = [](const QString& text, quint32 value) { QTest::newRow(qPrintable(text)) << text << value; };
    for (const QString& text :
         {u"0xC004000D"_s, u"0xc004000d"_s, u"0XC004000D"_s, u"c004000d"_s, u"C004000D"_s, u"3221487629"_s,
          u"-1073479667"_s, u"0x00000000C004000D"_s, u"0xFFFFFFFFC004000D"_s, u"FWX_E_POLICY_RULES_DENIED"_s,
          u"fwx_e_policy_rules_denied"_s, u"  0xC004000D\t"_s, u"0xc004000d FWX_E_POLICY_RULES_DENIED"_s,
          u"FWX_E_POLICY_RULES_DENIED 0xc004000d"_s, u"0xC004000D (FWX_E_POLICY_RULES_DENIED)"_s,
          u"FWX_E_POLICY_RULES_DENIED (0xC004000D)"_s})
        row(text, 0xC004000D);
    for (const QString& text :
         {u"12209"_s, u"0x2FB1"_s, u"0x00002fb1"_s, u"012209"_s, u"12209 Authorization required"_s})
        row(text, 12209);
    for (const QString& text :
         {u"0"_s, u"0x0"_s, u"0x00000000"_s, u"-0"_s, u"ERROR_SUCCESS"_s, u"0x0 ERROR_SUCCESS"_s, u"S_OK"_s})
        row(text, 0);
    for (const QString& text : {u"200"_s, u"200 OK"_s, u"OK"_s})
        row(text, 200);
}

void TestResultDecoder::spellsOneCode()
{
    QFETCH(QString, text);
    QFETCH(quint32, value);
    const DecodedResult result = decode(text);
    QCOMPARE(result.given, text);
    QCOMPARE(result.value, std::optional(value));
    QVERIFY(result.isKnown);
    QCOMPARE(result.entry.value, value);
    QVERIFY(!result.entry.title.isEmpty());
}

// The numbers follow the list of traps in the domain notes.
void TestResultDecoder::traps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<LogKind>("log");
    QTest::addColumn<ResultFamily>("family");
    QTest::addColumn<ResultClass>("resultClass");
    QTest::addColumn<bool>("isKnown");

    const auto row = [](const char* name, const QString& text, ResultFamily family, ResultClass resultClass,
                        bool isKnown = true) {
        QTest::newRow(name) << text << LogKind::Web << family << resultClass << isKnown;
    };
    const auto firewallRow = [](const char* name, const QString& text, ResultFamily family, ResultClass resultClass,
                                bool isKnown = true) {
        QTest::newRow(name) << text << LogKind::Firewall << family << resultClass << isKnown;
    };
    using enum ResultFamily;
    using Class = ResultClass;
    row("1: 995 is Win32", u"995"_s, Win32, Class::Closed);
    row("1: 996", u"996"_s, Win32, Class::Info);
    row("1: 997", u"997"_s, Win32, Class::Info);
    row("1: 998", u"998"_s, Win32, Class::Failed);
    row("1: 999 is HTTP", u"999"_s, Http, Class::Denied);
    row("1: 994 is HTTP", u"994"_s, Http, Class::Unknown, false);
    row("1: 121 is Win32", u"121"_s, Win32, Class::Failed);
    row("1: 122 is Win32", u"122"_s, Win32, Class::Failed);
    row("1: 105 is Win32", u"105"_s, Win32, Class::Failed, false);
    row("1: 199 is Win32", u"199"_s, Win32, Class::Failed, false);
    row("1: 100 is HTTP", u"100"_s, Http, Class::Info);
    row("1: 104 is HTTP", u"104"_s, Http, Class::Info);
    row("1: 99 is Win32", u"99"_s, Win32, Class::Info);
    row("1: 200", u"200"_s, Http, Class::Allowed);
    row("1: 299 is HTTP", u"299"_s, Http, Class::Allowed, false);
    row("1: 399 is HTTP", u"399"_s, Http, Class::Redirected, false);
    row("1: 440 from Exchange", u"440"_s, Http, Class::Denied);
    row("1: 449 from ActiveSync", u"449"_s, Http, Class::Failed);
    row("1: 499 from nginx", u"499"_s, Http, Class::Closed);
    row("1: 498 is HTTP", u"498"_s, Http, Class::Failed, false);
    row("1: 509", u"509"_s, Http, Class::Limit);
    row("1: 520", u"520"_s, Http, Class::Failed);
    row("1: 526", u"526"_s, Http, Class::Failed);
    row("2: 1229 above the ranges", u"1229"_s, Win32, Class::Closed);
    row("2: 1236", u"1236"_s, Win32, Class::Closed);
    row("2: 1460", u"1460"_s, Win32, Class::Failed);
    row("2: 1461 has no entry", u"1461"_s, Win32, Class::Failed, false);
    row("3: 12001 is WinINet", u"12001"_s, Win32, Class::Failed, false);
    row("3: 12002 is WinINet", u"12002"_s, Win32, Class::Failed);
    row("3: 12007 is WinINet", u"12007"_s, Win32, Class::Failed);
    row("3: 12029 is WinINet", u"12029"_s, Win32, Class::Failed);
    row("3: 12186 is WinINet", u"12186"_s, Win32, Class::Failed, false);
    row("3: 12187 is nothing", u"12187"_s, Unknown, Class::Unknown, false);
    row("3: 12201 is TMG", u"12201"_s, TmgForward, Class::Denied);
    row("4: 407 is of another proxy", u"407"_s, Http, Class::Denied);
    row("5: negative HRESULT in the web log", u"-2146893018"_s, Hresult, Class::Failed);
    firewallRow("5: negative firewall code", u"-1073479657"_s, TmgFirewall, Class::Dropped);
    firewallRow("6: quota", u"0x80074E23"_s, TmgFirewall, Class::Limit);
    firewallRow("6: time-out as HRESULT", u"0x8007274C"_s, Hresult, Class::Failed);
    firewallRow("6: seed beats the wrapped number", u"0x800700B7"_s, TmgFirewall, Class::Failed);
    firewallRow("7: gap 0x80074E22", u"0x80074E22"_s, TmgFirewall, Class::Closed);
    firewallRow("7: gap 20002", u"20002"_s, Rws, Class::Closed);
    firewallRow("7: gap 0xC0040006", u"0xC0040006"_s, TmgFirewall, Class::Failed, false);
    firewallRow("7: gap 0xC0040008", u"0xC0040008"_s, TmgFirewall, Class::Failed, false);
    row("7: gap 12203", u"12203"_s, TmgForward, Class::Unknown, false);
    row("7: gap 12231", u"12231"_s, TmgForward, Class::Unknown, false);
    row("7: gap 12305", u"12305"_s, TmgReverse, Class::Unknown, false);
    row("7: forward only", u"12324"_s, TmgReverse, Class::Unknown, false);
    row("7: reverse only", u"12220"_s, TmgForward, Class::Unknown, false);
    row("7: 12337", u"12337"_s, TmgReverse, Class::Failed);
    firewallRow("8: SDK 0xC0040048", u"0xC0040048"_s, TmgFirewall, Class::Dropped);
    firewallRow("8: SDK 0xC004005D", u"0xC004005D"_s, TmgFirewall, Class::Dropped);
    firewallRow("8: blocked computer", u"0xC004005E"_s, TmgFirewall, Class::Denied);
    firewallRow("8: foreign packet", u"0xC004005F"_s, TmgFirewall, Class::Dropped);
    firewallRow("8: no entry behind it", u"0xC0040060"_s, TmgFirewall, Class::Failed, false);
    firewallRow("9: configuration message", u"0xC0040446"_s, TmgFirewall, Class::Info, false);
    firewallRow("11: detected means let through", u"0xC004003C"_s, TmgFirewall, Class::Attack);
    firewallRow("11: blocked", u"0xC004003B"_s, TmgFirewall, Class::Attack);
    firewallRow("12: spoofed", u"0xC0040014"_s, TmgFirewall, Class::Dropped);
    firewallRow("13: non-SYN", u"0xC0040017"_s, TmgFirewall, Class::Dropped);
    firewallRow("14: reset is normal", u"0x80074E21"_s, TmgFirewall, Class::Closed);
    firewallRow("15: end of UDP", u"0x80074E25"_s, TmgFirewall, Class::Closed);
    firewallRow("16: cut by TMG", u"0x80074E24"_s, TmgFirewall, Class::Closed);
    row("17: 64 on tunnels", u"64"_s, Win32, Class::Closed);
    row("18: 11 is an inspection fault", u"11"_s, Win32, Class::Failed);
    row("19: 5 is half a logon", u"5"_s, Win32, Class::Denied);
    row("20: URL filtering", u"12235"_s, TmgForward, Class::Denied);
    row("22: 200 on CONNECT", u"200"_s, Http, Class::Allowed);
    firewallRow("25: rule limit", u"0xC0040033"_s, TmgFirewall, Class::Limit);
    firewallRow("25: rate of one client", u"0xC0040037"_s, TmgFirewall, Class::Limit);
    row("25: HTTP rate", u"12219"_s, TmgForward, Class::Limit);
    firewallRow("28: 0x0 is no verdict", u"0x0"_s, Win32, Class::Allowed);
    row("28: denied is half of a logon", u"12209"_s, TmgForward, Class::Denied);
    firewallRow("ISA 2000: orderly end", u"20000"_s, Rws, Class::Closed);
    firewallRow("ISA 2000: reset", u"20001"_s, Rws, Class::Closed);
    firewallRow("ISA 2000: quota", u"20003"_s, Rws, Class::Limit);
    firewallRow("ISA 2000: administrator", u"20006"_s, Rws, Class::Closed);
    firewallRow("ISA 2000: past the RWS numbers", u"20007"_s, Unknown, Class::Unknown, false);
    firewallRow("ISA 2000: denied by rules", u"13301"_s, TmgFirewall, Class::Denied);
    firewallRow("web code in the firewall log", u"12209"_s, TmgForward, Class::Denied);
    row("firewall code in the web log", u"0xC004000D"_s, TmgFirewall, Class::Denied);
    row("Winsock range begins", u"10004"_s, Winsock, Class::Closed);
    row("Winsock, no entry", u"10005"_s, Winsock, Class::Failed, false);
    row("Winsock range ends", u"11031"_s, Winsock, Class::Failed);
    row("before Winsock", u"10003"_s, Unknown, Class::Unknown, false);
    row("facility SSPI", u"0x800903FE"_s, Hresult, Class::Failed, false);
    row("facility CERT", u"0x800B01FE"_s, Hresult, Class::Denied, false);
    row("facility ITF", u"0x80040154"_s, Hresult, Class::Failed, false);
    row("facility RPC", u"0x80010108"_s, Hresult, Class::Failed, false);
    row("kernel status", u"0xC000006D"_s, Hresult, Class::Failed, false);
    row("unlisted facility", u"0x80240016"_s, Hresult, Class::Failed, false);
    row("success bit", u"0x00040001"_s, Unknown, Class::Unknown, false);
    row("small negative", u"-5"_s, Hresult, Class::Failed, false);
}

void TestResultDecoder::traps()
{
    QFETCH(QString, text);
    QFETCH(LogKind, log);
    const DecodedResult result = decode(text, log);
    QTEST(result.entry.family, "family");
    QTEST(result.entry.resultClass, "resultClass");
    QTEST(result.isKnown, "isKnown");
    QVERIFY(!result.entry.title.isEmpty());
    QVERIFY(!result.entry.advice.isEmpty());
    QVERIFY(result.isKnown || !result.entry.message.isEmpty());
}

// Where the name of a code misleads, its texts must say so.
void TestResultDecoder::warnsOfMisreadings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const QString& text, const QString& word) {
        QTest::newRow(name) << text << word;
    };
    row("1", u"995"_s, u"Win32"_s);
    row("4: 12209 is 407 outside", u"12209"_s, u"407"_s);
    row("4: 12309 is 401 outside", u"12309"_s, u"401"_s);
    row("4: 12202 is 502 outside", u"12202"_s, u"502"_s);
    row("4: 12204 is 502 outside", u"12204"_s, u"502"_s);
    row("4: 12215 is 414 outside", u"12215"_s, u"414"_s);
    row("4: 12317 is 500 outside", u"12317"_s, u"500"_s);
    row("4: 407 comes from upstream", u"407"_s, u"upstream"_s);
    row("9", u"0xC0040446"_s, u"traffic"_s);
    row("11", u"0xC004003C"_s, u"went through"_s);
    row("12", u"0xC0040014"_s, u"route"_s);
    row("13", u"0xC0040017"_s, u"late"_s);
    row("14", u"0x80074E21"_s, u"normal"_s);
    row("15", u"0x80074E25"_s, u"UDP"_s);
    row("16", u"0x80074E24"_s, u"application filter"_s);
    row("17: 64", u"64"_s, u"tunnel"_s);
    row("17: 995", u"995"_s, u"tunnel"_s);
    row("18", u"11"_s, u"SP2"_s);
    row("19", u"5"_s, u"NTLM"_s);
    row("20: URL filtering", u"12235"_s, u"2015"_s);
    row("20: signatures", u"0xC0040047"_s, u"2020"_s);
    row("21", u"12227"_s, u"SecureNAT"_s);
    row("22", u"200"_s, u"CONNECT"_s);
    row("23", u"12204"_s, u"563"_s);
    row("24", u"0xC004003A"_s, u"web proxy traffic"_s);
    row("25", u"0xC0040033"_s, u"TCP is not counted"_s);
    row("26", u"0x80074E23"_s, u"oldest"_s);
    row("27", u"0xC004000C"_s, u"question mark"_s);
    row("28", u"0x0"_s, u"verdict"_s);
}

void TestResultDecoder::warnsOfMisreadings()
{
    QFETCH(QString, text);
    QFETCH(QString, word);
    const LogKind log = text.startsWith(u"0x"_s) ? LogKind::Firewall : LogKind::Web;
    const ResultEntry entry = decode(text, log).entry;
    const QString said = entry.causes + u' ' + entry.confirm + u' ' + entry.advice;
    QVERIFY2(said.contains(word, Qt::CaseInsensitive), qPrintable(said));
}

void TestResultDecoder::wrapsWindowsNumbers_data()
{
    QTest::addColumn<quint32>("low");
    for (const quint32 low :
         {2U, 6U, 64U, 112U, 995U, 1225U, 1331U, 1907U, 9002U, 10004U, 10052U, 10055U, 10060U, 11001U, 11003U, 12002U})
        QTest::addRow("%u", low) << low;
}

void TestResultDecoder::wrapsWindowsNumbers()
{
    QFETCH(quint32, low);
    const DecodedResult plain = decode(QString::number(low));
    const QString hexadecimal = u"0x"_s + QString::number(0x80070000U | low, 16);
    const DecodedResult wrapped = decode(hexadecimal);
    QVERIFY(wrapped.isKnown);
    QCOMPARE(wrapped.value, std::optional(0x80070000U | low));
    QCOMPARE(wrapped.entry.value, 0x80070000U | low);
    QCOMPARE(wrapped.entry.family, ResultFamily::Hresult);
    QCOMPARE(wrapped.entry.resultClass, plain.entry.resultClass);
    QCOMPARE(wrapped.entry.severity, plain.entry.severity);
    QCOMPARE(wrapped.entry.advice, plain.entry.advice);
    QVERIFY(wrapped.entry.message.contains(QString::number(low)));
}

void TestResultDecoder::takesUnknownNumbersApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("web") << u"12233"_s << QStringList{u"12233"_s, u"0x2FC9"_s};
    QTest::newRow("HRESULT") << u"0x80240016"_s << QStringList{u"2149842966"_s, u"-2145124330"_s, u"0x80240016"_s,
                                                               u"failure"_s,    u"facility 36"_s, u"code 22"_s};
    QTest::newRow("firewall gap") << u"-1073479674"_s
                                  << QStringList{u"3221487622"_s, u"-1073479674"_s, u"0xC0040006"_s,
                                                 u"Firewall service"_s, u"code 6"_s};
    QTest::newRow("facility name") << u"0x8010001D"_s << QStringList{u"facility 16"_s, u"FACILITY_SCARD"_s};
    QTest::newRow("success bit") << u"0x00040001"_s
                                 << QStringList{u"262145"_s, u"0x00040001"_s, u"success"_s, u"facility 4"_s};
    QTest::newRow("not HTTP 200") << u"0x800700C8"_s
                                  << QStringList{u"0x800700C8"_s, u"FACILITY_WIN32"_s, u"code 200"_s};
    QTest::newRow("not TMG 12209") << u"0x80072FB1"_s
                                   << QStringList{u"0x80072FB1"_s, u"FACILITY_WIN32"_s, u"code 12209"_s};
    QTest::newRow("failure without an error") << u"0x80070000"_s << QStringList{u"0x80070000"_s, u"code 0"_s};
}

void TestResultDecoder::takesUnknownNumbersApart()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    const DecodedResult result = decode(text);
    QVERIFY(!result.isKnown);
    QVERIFY(result.entry.message.startsWith(messageOrNone({})));
    for (const QString& part : parts)
        QVERIFY2(result.entry.message.contains(part), qPrintable(result.entry.message));
}

void TestResultDecoder::refusesWhatIsNoCode_data()
{
    QTest::addColumn<QString>("text");
    for (const QString& text : {u""_s, u"-"_s, u"   "_s, u"x"_s, u"12209x"_s, u"0x"_s, u"4294967296"_s,
                                u"-2147483649"_s, u"0x1FFFFFFFF"_s, u"99999999999999999999999"_s, u"12204 12304"_s,
                                u"FWX_E_NOTHING"_s, u"Windows 2000"_s, u"12%1"_s, u"\u0000"_s, u"１２"_s})
        QTest::addRow("%s, %lld characters", qPrintable(text), static_cast<long long>(text.size())) << text;
    QTest::newRow("huge") << QString(1'000'000, u'A');
}

void TestResultDecoder::refusesWhatIsNoCode()
{
    QFETCH(QString, text);
    const DecodedResult result = decode(text);
    QCOMPARE(result.given, text);
    QCOMPARE(result.value, std::nullopt);
    QVERIFY(!result.isKnown);
    QCOMPARE(result.entry.family, ResultFamily::Unknown);
    QCOMPARE(result.entry.resultClass, ResultClass::Unknown);
    QVERIFY(!result.entry.message.isEmpty());
    QVERIFY(result.entry.message.size() < 200);
    QVERIFY(resultValues(ResultCatalogue::builtIn(), text).isEmpty());
}

void TestResultDecoder::dispositions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ResultClass>("resultClass");
    QTest::addColumn<int>("value"); // -1: a word has none
    QTest::newRow("blocked") << u"BLOCKED"_s << ResultClass::Dropped << -1;
    QTest::newRow("lower case") << u"blocked"_s << ResultClass::Dropped << -1;
    QTest::newRow("0") << u"0"_s << ResultClass::Dropped << 0;
    QTest::newRow("allowed") << u"ALLOWED"_s << ResultClass::Allowed << -1;
    QTest::newRow("1") << u"1"_s << ResultClass::Allowed << 1;
    QTest::newRow("internal") << u"INTERNAL"_s << ResultClass::Dropped << -1;
}

void TestResultDecoder::dispositions()
{
    QFETCH(QString, text);
    QFETCH(int, value);
    const DecodedResult result = decode(text, LogKind::PacketFilter);
    QVERIFY(result.isKnown);
    QTEST(result.entry.resultClass, "resultClass");
    QCOMPARE(result.value, value < 0 ? std::nullopt : std::optional(static_cast<quint32>(value)));
    for (const QString& said : {result.entry.title, result.entry.message, result.entry.causes, result.entry.advice})
        QVERIFY(!said.isEmpty());
}

void TestResultDecoder::dispositionsAreOfTheirLog()
{
    QCOMPARE(decode(u"1", LogKind::Firewall).entry.family, ResultFamily::Win32);
    QVERIFY(decode(u"BLOCKED", LogKind::Unknown).isKnown);
    QVERIFY(!decode(u"BLOCKED", LogKind::Web).isKnown);
    QVERIFY(!decode(u"Allowed", LogKind::Firewall).isKnown); // the action of a record whose columns are shifted
    QCOMPARE(decode(u"0", LogKind::Unknown).entry.resultClass, ResultClass::Allowed);
    QCOMPARE(decode(u"0xC0040017", LogKind::PacketFilter).entry.family, ResultFamily::TmgFirewall);
}

void TestResultDecoder::numberBeatsSymbol()
{
    QCOMPARE(decode(u"0x80074E23 FWX_E_RULE_QUOTA_EXCEEDED_DROPPED").value, std::optional<quint32>(0x80074E23));
    QCOMPARE(decode(u"FWX_E_RULE_QUOTA_EXCEEDED_DROPPED 0x80074E23").value, std::optional<quint32>(0x80074E23));
    QCOMPARE(decode(u"FWX_E_RULE_QUOTA_EXCEEDED_DROPPED").value, std::optional<quint32>(0xC0040033));
    QCOMPARE(decode(u"0xC004000D FWX_E_TIMEOUT").value, std::optional<quint32>(0xC004000D));
}

void TestResultDecoder::refusesStrangeWordsOfPeople_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isCode");
    const auto row = [](const QString& text, bool isCode) { QTest::newRow(qPrintable(text)) << text << isCode; };
    row(u"12209"_s, true);
    row(u"12209 FOO"_s, false);
    row(u"12209 (foo)"_s, false);
    row(u"12209 Authorization required"_s, true);
    row(u"12202 The ISA Server denied the specified URL."_s, true);
    row(u"200 OK"_s, true);
    row(u"0xC004000D FWX_E_POLICY_RULES_DENIED"_s, true);
    row(u"0xC004000D fwx_e_timeout"_s, false);
    row(u"FWX_E_POLICY_RULES_DENIED (0xC004000D)"_s, true);
    row(u"FWX_E_POLICY_RULES_DENIED (0xC004000E)"_s, false);
    row(u"FWX_E_POLICY_RULES_DENIED"_s, true);
    row(u"10060 WSAETIMEDOUT"_s, true);
    row(u"0x80074E23 FWX_E_RULE_QUOTA_EXCEEDED_DROPPED"_s, true); // so in the product's own list
}

void TestResultDecoder::refusesStrangeWordsOfPeople()
{
    QFETCH(const QString, text);
    const DecodedResult result = decodeWritten(ResultCatalogue::builtIn(), text, LogKind::Unknown);
    QCOMPARE(result.given, text);
    QTEST(result.value.has_value(), "isCode");
    QVERIFY(decode(text).value); // a log may say what it likes
}

void TestResultDecoder::valuesForFilters()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    QCOMPARE(resultValues(catalogue, u"12209"), QList<quint32>{12209});
    QCOMPARE(resultValues(catalogue, u"-1073479667"), QList<quint32>{0xC004000D});
    QCOMPARE(resultValues(catalogue, u"424242"), QList<quint32>{424242});
    QCOMPARE(resultValues(catalogue, u"ERROR_SUCCESS"), QList<quint32>{0});
    QCOMPARE(resultValues(catalogue, u"wsaetimedout"), (QList<quint32>{10060, 0x8007274C}));
    QCOMPARE(resultValues(catalogue, u"FWX_E_TIMEOUT 0x80074E25"), QList<quint32>{0x80074E25});
}

void TestResultDecoder::keepsWordsOfEnums()
{
    for (std::size_t i = 0; i < resultFamilyCount; ++i)
        QCOMPARE(resultFamily(QString(keyword(static_cast<ResultFamily>(i)))),
                 std::optional(static_cast<ResultFamily>(i)));
    for (std::size_t i = 0; i < resultClassCount; ++i)
        QCOMPARE(resultClass(QString(keyword(static_cast<ResultClass>(i)))),
                 std::optional(static_cast<ResultClass>(i)));
    for (std::size_t i = 0; i < severityCount; ++i)
        QCOMPARE(severity(QString(keyword(static_cast<Severity>(i)))), std::optional(static_cast<Severity>(i)));
    QCOMPARE(keyword(ResultFamily::TmgForward), "tmg-forward"_L1);
    QCOMPARE(keyword(ResultClass::Dropped), "dropped"_L1);
    QCOMPARE(keyword(Severity::Critical), "critical"_L1);
    QCOMPARE(resultClass(u"DENIED"), std::optional(ResultClass::Denied));
    QCOMPARE(resultClass(u""), std::nullopt);
    QCOMPARE(resultFamily(u"tmg"), std::nullopt);
}

QTEST_GUILESS_MAIN(TestResultDecoder)
#include "tst_resultdecoder.moc"
