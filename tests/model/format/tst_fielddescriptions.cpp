// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fielddescriptions.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestFieldDescriptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheTitle_data();
    void findsTheTitle();
    void knowsEveryFieldOfTheSamples_data();
    void knowsEveryFieldOfTheSamples();
    void saysNothingAboutUnknownFields();
    void refusesFaultyDescriptions_data();
    void refusesFaultyDescriptions();
};

void TestFieldDescriptions::findsTheTitle_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<LogKind>("log");
    QTest::addColumn<QString>("title");
    QTest::newRow("text log") << u"c-ip"_s << LogKind::Web << u"Client IP"_s;
    QTest::newRow("case differs") << u"CS-NETWORK"_s << LogKind::Web << u"Source Network"_s;
    QTest::newRow("blanks") << u"original client IP"_s << LogKind::Firewall << u"Original Client IP"_s;
    QTest::newRow("SQL") << u"bytessentDelta"_s << LogKind::Firewall << u"Bytes Sent Delta"_s;
    QTest::newRow("viewer") << u"Raw Payload"_s << LogKind::Firewall << u"Raw Payload"_s;
    QTest::newRow("same name, web") << u"protocol"_s << LogKind::Web << u"Protocol"_s;
    QTest::newRow("same name, firewall") << u"protocol"_s << LogKind::Firewall << u"Transport"_s;
    QTest::newRow("packet filter") << u"param#1"_s << LogKind::PacketFilter << u"Source Port or ICMP Type"_s;
    QTest::newRow("name of another log") << u"s-cache-info"_s << LogKind::Firewall << u"Cache Information"_s;
    QTest::newRow("log not known") << u"connection time"_s << LogKind::Unknown << u"Connection Time"_s;
}

void TestFieldDescriptions::findsTheTitle()
{
    QFETCH(const QString, name);
    QFETCH(const LogKind, log);
    const auto description = fieldDescription(name, log);
    QVERIFY(description);
    QTEST(description->title, "title");
    QVERIFY(description->meaning.endsWith(u'.'));
    QVERIFY(description->meaning != description->title);
}

void TestFieldDescriptions::knowsEveryFieldOfTheSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<LogKind>("log");
    QTest::newRow("web") << u"ISALOG_20100512_WEB_000.w3c"_s << LogKind::Web;
    QTest::newRow("firewall") << u"ISALOG_20100512_FWS_000.w3c"_s << LogKind::Firewall;
}

void TestFieldDescriptions::knowsEveryFieldOfTheSamples()
{
    QFETCH(const QString, file);
    QFETCH(const LogKind, log);
    QFile sample(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + file);
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QString line = QString::fromUtf8(sample.readLine());
    while (!line.startsWith("#Fields: "_L1) && !sample.atEnd())
        line = QString::fromUtf8(sample.readLine());
    const QStringList names = line.trimmed().sliced(9).split(u'\t');
    QVERIFY(names.size() > 30);
    for (const QString& name : names)
        QVERIFY2(fieldDescription(name, log), qPrintable(name));
}

void TestFieldDescriptions::saysNothingAboutUnknownFields()
{
    QVERIFY(!fieldDescription(u"x-forwarded-for", LogKind::Web));
    QVERIFY(!fieldDescription(u"", LogKind::Unknown));
}

void TestFieldDescriptions::refusesFaultyDescriptions_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << "["_ba;
    QTest::newRow("no title") << R"({"fields": [{"log": "web", "names": ["a"], "meaning": "M."}]})"_ba;
    QTest::newRow("no meaning") << R"({"fields": [{"log": "web", "names": ["a"], "title": "T"}]})"_ba;
    QTest::newRow("unknown log")
        << R"({"fields": [{"log": "mail", "names": ["a"], "title": "T", "meaning": "M."}]})"_ba;
    QTest::newRow("name twice")
        << R"({"fields": [{"log": "web", "names": ["a b", "A-B"], "title": "T", "meaning": "M."}]})"_ba;
}

void TestFieldDescriptions::refusesFaultyDescriptions()
{
    QFETCH(const QByteArray, json);
    const auto read = FieldDescriptions::fromJson(json);
    QVERIFY(!read);
    QVERIFY(!read.error().isEmpty());
}

QTEST_GUILESS_MAIN(TestFieldDescriptions)
#include "tst_fielddescriptions.moc"
