// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/ipaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class IpAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void refuses_data();
    void refuses();
    void findsNetworkEnds();
    void spellsInOneWay_data();
    void spellsInOneWay();
};

void IpAddressTest::readsCells_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<quint64>("high");
    QTest::addColumn<quint64>("low");
    QTest::addColumn<int>("port"); // -1: none

    constexpr quint64 v4 = 0xFFFF'0000'0000;
    QTest::newRow("IPv4") << "10.2.3.4"_ba << 0ULL << (v4 | 0x0A020304) << -1;
    QTest::newRow("IPv4 with port") << "10.2.3.4:61683"_ba << 0ULL << (v4 | 0x0A020304) << 61683;
    QTest::newRow("IPv6") << "2001:db8:1:2:3:4:5:6"_ba << 0x20010db800010002ULL << 0x0003000400050006ULL << -1;
    QTest::newRow("gap") << "fe80::1"_ba << 0xfe80000000000000ULL << 1ULL << -1;
    QTest::newRow("gap at the start") << "::1"_ba << 0ULL << 1ULL << -1;
    QTest::newRow("gap at the end") << "fe80::"_ba << 0xfe80000000000000ULL << 0ULL << -1;
    QTest::newRow("nothing but a gap") << "::"_ba << 0ULL << 0ULL << -1;
    QTest::newRow("zone") << "fe80::1%12"_ba << 0xfe80000000000000ULL << 1ULL << -1;
    QTest::newRow("brackets") << "[fe80::1]"_ba << 0xfe80000000000000ULL << 1ULL << -1;
    QTest::newRow("brackets and port") << "[fe80::1]:443"_ba << 0xfe80000000000000ULL << 1ULL << 443;
    QTest::newRow("GUID of IPv4") << "c0a8b12c-ffff-0000-0000-000000000000"_ba << 0ULL << (v4 | 0xC0A8B12C) << -1;
    QTest::newRow("GUID in braces") << "{C0A8B12C-FFFF-0000-0000-000000000000}"_ba << 0ULL << (v4 | 0xC0A8B12C) << -1;
    QTest::newRow("GUID of IPv6") << "20010db8-0001-0002-0003-000400050006"_ba << 0x20010db800010002ULL
                                  << 0x0003000400050006ULL << -1;
    QTest::newRow("GUID of IPv6 with ffff")
        << "20010db8-ffff-0000-0000-000000000001"_ba << 0x20010db8ffff0000ULL << 1ULL << -1;
    QTest::newRow("GUID of nothing") << "00000000-0000-0000-0000-000000000000"_ba << 0ULL << 0ULL << -1;
    QTest::newRow("number") << "3232235777"_ba << 0ULL << (v4 | 0xC0A80101) << -1;
    QTest::newRow("mapped IPv4 is IPv4") << "::ffff:10.2.3.4"_ba << 0ULL << (v4 | 0x0A020304) << -1;
}

void IpAddressTest::readsCells()
{
    QFETCH(QByteArray, cell);
    QFETCH(quint64, high);
    QFETCH(quint64, low);
    QFETCH(int, port);

    const auto endpoint = parseEndpoint({cell.constData(), std::size_t(cell.size())});
    QVERIFY(endpoint);
    QCOMPARE(endpoint->address.high, high);
    QCOMPARE(endpoint->address.low, low);
    QCOMPARE(endpoint->port ? int(*endpoint->port) : -1, port);
}

void IpAddressTest::refuses_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char* cell : {"",
                             "-",
                             "10.2.3",
                             "10.2.3.4.5",
                             "10.2.3.256",
                             "10.2.3.",
                             "1e.2.3.4",
                             "10.2.3.4:",
                             "10.2.3.4:99999",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             ":::",
                             "fe80:::1",
                             "12345::",
                             "g::1",
                             "1:2:3:4:5:6:7:",
                             "1:2:3:4:5:6:7::8",
                             "16777215",
                             "4294967296",
                             "1.2",
                             "{c0a8b12c-ffff-0000-0000-000000000000",
                             "c0a8b12c-ffff-0000-0000-00000000000g",
                             "c0a8b12cffff00000000000000000000",
                             "[fe80::1",
                             "[]",
                             "host:443",
                             "::10.2.3",
                             " 10.2.3.4",
                             "10.2.3.4 "})
        QTest::newRow(cell) << QByteArray(cell);
}

void IpAddressTest::refuses()
{
    QFETCH(QByteArray, cell);
    QVERIFY(!parseEndpoint({cell.constData(), std::size_t(cell.size())}));
}

void IpAddressTest::findsNetworkEnds()
{
    const auto v4 = network(*parseAddress("10.20.30.40"), 20);
    QVERIFY(v4);
    QVERIFY(v4->first == *parseAddress("10.20.16.0"));
    QVERIFY(v4->second == *parseAddress("10.20.31.255"));
    const auto v6 = network(*parseAddress("2001:db8:ffff::1"), 33);
    QVERIFY(v6);
    QVERIFY(v6->first == *parseAddress("2001:db8:8000::"));
    QVERIFY(v6->second == *parseAddress("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"));
    const auto all = network(*parseAddress("fe80::1"), 0);
    QVERIFY(all);
    QVERIFY(all->first == *parseAddress("::"));
    const auto one = network(*parseAddress("fe80::1"), 128);
    QVERIFY(one && one->first == one->second);
    QVERIFY(!network(*parseAddress("10.0.0.0"), 33));
    QVERIFY(!network(*parseAddress("fe80::1"), 129));
    QVERIFY(!network(*parseAddress("fe80::1"), -1));
}

void IpAddressTest::spellsInOneWay_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* cell, const char* text) {
        QTest::newRow(cell) << QByteArray(cell) << QByteArray(text);
    };
    row("10.0.0.1", "10.0.0.1");
    row("010.0.0.255", "10.0.0.255");
    row("::ffff:10.2.3.4", "10.2.3.4");
    row("0:0:0:0:0:FFFF:A02:304", "10.2.3.4");
    row("::", "::");
    row("::1", "::1");
    row("1::", "1::");
    row("FE80:0::0001%12", "fe80::1");
    row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1");
    row("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1");
    row("2001:0:0:1:0:0:0:1", "2001:0:0:1::1");
}

void IpAddressTest::spellsInOneWay()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QByteArray, text);
    const auto address = parseAddress({cell.constData(), std::size_t(cell.size())});
    QVERIFY(address);
    QCOMPARE(QByteArray::fromStdString(addressText(*address)), text);
    QCOMPARE(parseAddress(addressText(*address)), address);
}

QTEST_GUILESS_MAIN(IpAddressTest)
#include "tst_ipaddress.moc"
