// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/commandvalues.h"
#include "model/context/diagnosticcommands.h"
#include "model/output/harmlesstext.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestDiagnosticCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAddresses_data();
    void takesAddresses();
    void takesHosts_data();
    void takesHosts();
    void takesPorts_data();
    void takesPorts();
    void suitsTheArea_data();
    void suitsTheArea();
    void writesTheLines_data();
    void writesTheLines();
    void saysWhyNot_data();
    void saysWhyNot();
    void neverCarriesWhatAShellObeys_data();
    void neverCarriesWhatAShellObeys();
    void saysWhereEachRuns();
};

namespace {

CommandSubject subject(const QString& area)
{
    return {.area = area,
            .client = u"10.0.0.1"_s,
            .host = u"www.example.com"_s,
            .address = u"192.0.2.1"_s,
            .port = u"443"_s,
            .transport = u"TCP"_s};
}

QString lineOf(const CommandSubject& about, const QString& tool)
{
    const auto commands = diagnosticCommands(about);
    const auto found = std::ranges::find(commands, tool, &DiagnosticCommand::tool);
    return found == commands.end() ? u"(none)"_s : found->text;
}

QStringList toolsFor(const CommandSubject& about)
{
    QStringList tools;
    for (const DiagnosticCommand& command : diagnosticCommands(about))
        tools += command.tool;
    return tools;
}

/// What somebody might send to have it run by whoever reads the log.
QStringList hostileTexts()
{
    return {u"a&calc"_s,
            u"a|calc"_s,
            u"a\ncalc"_s,
            u"a\r\ncalc"_s,
            u"a;calc"_s,
            u"a`calc"_s,
            u"$(calc)"_s,
            u"%COMSPEC%"_s,
            u"!x!"_s,
            u"a\"b"_s,
            u"a'b"_s,
            u"a b"_s,
            u"a^b"_s,
            u"a>b"_s,
            u"a<b"_s,
            u"-x"_s,
            u"--help"_s,
            u"/?"_s,
            u"@file"_s,
            u"a,b"_s,
            u"a(b)"_s,
            u"{a}"_s,
            u"[a]"_s,
            u"a\\b"_s,
            u"a/b"_s,
            u"a\0b"_s,
            u"a\tb"_s,
            u"a\u202Eb"_s,
            u"\uFF0Da"_s,
            u"a\u037Eb"_s,
            u"a.b-"_s,
            u"a..b"_s,
            u".a"_s,
            u"a."_s,
            u"a_b"_s,
            u"b\u00FCcher.example"_s,
            u"10.0.0.1 & calc"_s,
            u"10.0.0.1%25&"_s,
            u"fe80::1%&calc"_s,
            u"\u0661\u0660.0.0.1"_s,
            u"a*"_s,
            u"a#b"_s};
}

} // namespace

void TestDiagnosticCommands::takesAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("taken"); // empty: not at all
    QTest::newRow("v4") << u"10.0.0.1"_s << u"10.0.0.1"_s;
    QTest::newRow("v6") << u"FE80:0::1"_s << u"fe80::1"_s;
    QTest::newRow("v4 in v6") << u"::ffff:10.0.0.1"_s << u"10.0.0.1"_s;
    QTest::newRow("zone") << u"fe80::1%4"_s << QString();
    QTest::newRow("network address of v6") << u"2001:db8:0:1::"_s << u"2001:db8:0:1::"_s;
    QTest::newRow("unspecified v4") << u"0.0.0.0"_s << QString();
    QTest::newRow("unspecified v6") << u"::"_s << QString();
    QTest::newRow("number of a database") << u"167772161"_s << QString();
    QTest::newRow("too large") << u"10.0.0.256"_s << QString();
    QTest::newRow("too short") << u"10.0.1"_s << QString();
    QTest::newRow("with port") << u"10.0.0.1:80"_s << QString();
    QTest::newRow("name") << u"example.com"_s << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("endless") << QString(5000, u':') << QString();
}

void TestDiagnosticCommands::takesAddresses()
{
    QFETCH(const QString, text);
    QTEST(commandAddress(text).value_or(QString()), "taken");
}

void TestDiagnosticCommands::takesHosts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTaken");
    const QString longest = QString(63, u'a');
    const QString longestLabels = QString(longest + u'.').repeated(3);
    QTest::newRow("name") << u"www.example.com"_s << true;
    QTest::newRow("one label") << u"intranet"_s << true;
    QTest::newRow("digits in front") << u"3com.example"_s << true;
    QTest::newRow("punycode") << u"xn--bcher-kva.example"_s << true;
    QTest::newRow("upper case") << u"WWW.Example.COM"_s << true;
    QTest::newRow("longest label") << QString(longest % u".example") << true;
    QTest::newRow("longer label") << QString(longest % u"a.example") << false;
    QTest::newRow("longest name") << QString(longestLabels % QString(61, u'a')) << true;
    QTest::newRow("longer name") << QString(longestLabels % QString(62, u'a')) << false;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("number") << u"16909060"_s << false;
    QTest::newRow("number behind a dot") << u"a.1"_s << false;
    QTest::newRow("hexadecimal number") << u"0x7f.0x1"_s << false;
    QTest::newRow("v4") << u"10.0.0.1"_s << false;
    for (const QString& text : hostileTexts())
        QTest::addRow("hostile: %s", qPrintable(harmlessText(text))) << text << false;
}

void TestDiagnosticCommands::takesHosts()
{
    QFETCH(const QString, text);
    QTEST(commandHost(text).has_value(), "isTaken");
}

void TestDiagnosticCommands::takesPorts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("taken");
    QTest::newRow("first") << u"1"_s << u"1"_s;
    QTest::newRow("last") << u"65535"_s << u"65535"_s;
    QTest::newRow("zeros in front") << u"00080"_s << u"80"_s;
    QTest::newRow("zero") << u"0"_s << QString();
    QTest::newRow("beyond") << u"65536"_s << QString();
    QTest::newRow("far beyond") << u"4294967376"_s << QString();
    QTest::newRow("sign") << u"+80"_s << QString();
    QTest::newRow("negative") << u"-80"_s << QString();
    QTest::newRow("hexadecimal") << u"0x50"_s << QString();
    QTest::newRow("blank") << u" 80"_s << QString();
    QTest::newRow("other digits") << u"\u0668\u0660"_s << QString();
    QTest::newRow("more") << u"80 &"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestDiagnosticCommands::takesPorts()
{
    QFETCH(const QString, text);
    QTEST(commandPort(text).value_or(QString()), "taken");
}

void TestDiagnosticCommands::suitsTheArea_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QStringList>("tools");
    const QStringList connecting{u"nslookup"_s, u"telnet"_s, u"portqry"_s, u"Test-NetConnection"_s, u"tracert"_s};
    QTest::newRow("names") << u"name-resolution"_s << u"TCP"_s << QStringList{u"nslookup"_s};
    QTest::newRow("connections") << u"connectivity"_s << u"TCP"_s << connecting;
    QTest::newRow("connections, untold") << u"connectivity"_s << QString() << connecting;
    QTest::newRow("datagrams") << u"connectivity"_s << u"Udp"_s
                               << QStringList{u"nslookup"_s, u"portqry"_s, u"tracert"_s};
    QTest::newRow("no ports") << u"connectivity"_s << u"ICMP"_s << QStringList{u"nslookup"_s, u"tracert"_s};
    QTest::newRow("routes") << u"routing"_s << u"TCP"_s << QStringList{u"route"_s, u"tracert"_s};
    QTest::newRow("certificates") << u"certificate"_s << u"TCP"_s << QStringList{u"certutil"_s};
    QTest::newRow("floods") << u"flood-mitigation"_s << u"TCP"_s << QStringList{u"netstat"_s};
    QTest::newRow("success") << u"success"_s << u"TCP"_s << QStringList();
    QTest::newRow("unheard of") << u"anything"_s << u"TCP"_s << QStringList();
}

void TestDiagnosticCommands::suitsTheArea()
{
    QFETCH(const QString, area);
    QFETCH(const QString, transport);
    CommandSubject about = subject(area);
    about.transport = transport;
    QTEST(toolsFor(about), "tools");
}

void TestDiagnosticCommands::writesTheLines_data()
{
    QTest::addColumn<QString>("area");
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("line");
    QTest::newRow("nslookup") << u"name-resolution"_s << u"nslookup"_s << u"nslookup www.example.com"_s;
    QTest::newRow("telnet") << u"connectivity"_s << u"telnet"_s << u"telnet 192.0.2.1 443"_s;
    QTest::newRow("portqry") << u"connectivity"_s << u"portqry"_s << u"portqry -n 192.0.2.1 -p tcp -e 443"_s;
    QTest::newRow("PowerShell") << u"connectivity"_s << u"Test-NetConnection"_s
                                << u"Test-NetConnection 192.0.2.1 -Port 443"_s;
    QTest::newRow("tracert") << u"routing"_s << u"tracert"_s << u"tracert -d 192.0.2.1"_s;
    QTest::newRow("route") << u"routing"_s << u"route"_s << u"route print"_s;
    QTest::newRow("who holds the port") << u"configuration"_s << u"netstat"_s
                                        << u"netstat -ano | findstr /L /C:\":443 \""_s;
    QTest::newRow("what the client holds")
        << u"flood-mitigation"_s << u"netstat"_s << u"netstat -ano | findstr /L /C:\" 10.0.0.1:\""_s;
    QTest::newRow("certutil") << u"certificate"_s << u"certutil"_s << u"certutil -verify -urlfetch certificate.cer"_s;
}

void TestDiagnosticCommands::writesTheLines()
{
    QFETCH(const QString, area);
    QFETCH(const QString, tool);
    QTEST(lineOf(subject(area), tool), "line");
    // With a name alone that is what is tried; IPv6 has its own spelling in netstat.
    CommandSubject named = subject(u"connectivity"_s);
    named.address = u"-"_s;
    QCOMPARE(lineOf(named, u"telnet"_s), u"telnet www.example.com 443"_s);
    CommandSubject numbered = subject(u"connectivity"_s);
    numbered.host = u"192.0.2.9"_s;
    numbered.address.clear();
    QCOMPARE(lineOf(numbered, u"nslookup"_s), u"nslookup 192.0.2.9"_s);
    CommandSubject improper =
        subject(u"connectivity"_s); // its address is good for connecting, but no answer for the name
    improper.host = u"a&calc"_s;
    QCOMPARE(lineOf(improper, u"nslookup"_s), QString());
    QCOMPARE(lineOf(improper, u"telnet"_s), u"telnet 192.0.2.1 443"_s);
    CommandSubject nameless = subject(u"connectivity"_s);
    nameless.host.clear();
    QCOMPARE(lineOf(nameless, u"nslookup"_s), u"nslookup 192.0.2.1"_s);
    CommandSubject six = subject(u"flood-mitigation"_s);
    six.client = u"fe80::1"_s;
    QCOMPARE(lineOf(six, u"netstat"_s), u"netstat -ano | findstr /L /C:\"[fe80::1]:\""_s);
}

void TestDiagnosticCommands::saysWhyNot_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no destination") << QString() << u"443"_s << u"names no destination"_s;
    QTest::newRow("no proper destination") << u"a&b"_s << u"443"_s << u"neither an address nor a proper host name"_s;
    QTest::newRow("no port") << u"a.example"_s << QString() << u"names no port"_s;
    QTest::newRow("no proper port") << u"a.example"_s << u"0"_s << u"no number from 1 to 65535"_s;
}

void TestDiagnosticCommands::saysWhyNot()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, reason);
    const auto commands = diagnosticCommands({.area = u"connectivity"_s, .host = host, .port = port});
    const auto telnet = std::ranges::find(commands, u"telnet"_s, &DiagnosticCommand::tool);
    QVERIFY(telnet != commands.end());
    QVERIFY(telnet->text.isEmpty());
    QVERIFY2(telnet->note.contains(reason), qPrintable(telnet->note));
    QVERIFY(!telnet->note.contains(u'&')); // the reason does not repeat the value
}

void TestDiagnosticCommands::neverCarriesWhatAShellObeys_data()
{
    QTest::addColumn<QString>("value");
    for (const QString& text : hostileTexts())
        QTest::addRow("%s", qPrintable(harmlessText(text))) << text;
}

void TestDiagnosticCommands::neverCarriesWhatAShellObeys()
{
    QFETCH(const QString, value);
    for (const QString& area : {u"connectivity"_s, u"name-resolution"_s, u"routing"_s, u"configuration"_s,
                                u"resources"_s, u"certificate"_s}) {
        const auto commands = diagnosticCommands(
            {.area = area, .client = value, .host = value, .address = value, .port = value, .transport = {}});
        for (const DiagnosticCommand& command : commands)
            QVERIFY2(command.text.isEmpty() || command.text == u"route print"
                         || command.text.startsWith(u"certutil -verify"),
                     qPrintable(command.text));
    }
}

void TestDiagnosticCommands::saysWhereEachRuns()
{
    for (const QString& area :
         {u"connectivity"_s, u"routing"_s, u"configuration"_s, u"resources"_s, u"certificate"_s}) {
        for (const DiagnosticCommand& command : diagnosticCommands(subject(area)))
            QVERIFY2(command.note.contains(u"Run it"), qPrintable(command.tool));
    }
    const auto commands = diagnosticCommands(subject(u"connectivity"_s));
    const auto modern = std::ranges::find(commands, u"Test-NetConnection"_s, &DiagnosticCommand::tool);
    QVERIFY(modern->note.contains(u"Server 2008 R2"));
}

QTEST_GUILESS_MAIN(TestDiagnosticCommands)
#include "tst_diagnosticcommands.moc"
