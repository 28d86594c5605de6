// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtermatcher.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "model/story/storysubject.h"
#include "tests/model/story/storylogs.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

using Kind = StorySubject::Kind;

class TestStorySubject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhoIsInARecord_data();
    void findsWhoIsInARecord();
    void knowsAConnectionFromBothEnds();
    void asksForThePortOfATable();
};

namespace {

std::vector<StorySubject> subjectsIn(const RecordIndex& index, quint32 number = 0)
{
    const RecordIndex::Place place = index.place(RecordNumber(number));
    const QByteArray bytes = readRecord(place).value_or(QByteArray());
    return storySubjects(toStringView(bytes), *place.part->block->layout,
                         index.codes().at(index.code(RecordNumber(number))).log);
}

QStringList namesOf(const std::vector<StorySubject>& subjects)
{
    QStringList names;
    for (const StorySubject& subject : subjects)
        names += QString::number(int(subject.kind)) + u' ' + subject.name;
    return names;
}

} // namespace

void TestStorySubject::findsWhoIsInARecord_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("request of a user") << storyWebHeader + webLine({.time = "10:00:00", .user = "DOM\\ann"})
                                       << QStringList{u"0 10.0.0.1"_s, u"1 a.example"_s, u"2 DOM\\ann"_s};
    QTest::newRow("request of nobody") << storyWebHeader + webLine({.time = "10:00:00", .host = "-"})
                                       << QStringList{u"0 10.0.0.1"_s, u"1 192.0.2.1"_s};
    QTest::newRow("connection") << storyFirewallHeader + firewallLine({.time = "10:00:00"})
                                << QStringList{u"0 10.0.0.1"_s, u"1 192.0.2.1"_s,
                                               u"3 TCP 10.0.0.1:1000 \u2192 192.0.2.1:80"_s};
    QTest::newRow("without ports") << storyFirewallHeader
            + firewallLine({.time = "10:00:00", .source = "10.0.0.1", .destination = "224.0.0.1"})
                                   << QStringList{u"0 10.0.0.1"_s, u"1 224.0.0.1"_s};
    QTest::newRow("IPv6") << storyFirewallHeader
            + firewallLine({.time = "10:00:00", .source = "[fe80::1]:1000", .destination = "[fe80::2]:80"})
                          << QStringList{u"0 fe80::1"_s, u"1 fe80::2"_s, u"3 TCP [fe80::1]:1000 \u2192 [fe80::2]:80"_s};
    QTest::newRow("nobody") << storyFirewallHeader
            + firewallLine({.time = "10:00:00", .source = "-", .destination = "-"})
                            << QStringList();
}

void TestStorySubject::findsWhoIsInARecord()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QStringList, names);
    const RecordIndex index = indexOf(log);
    const std::vector<StorySubject> subjects = subjectsIn(index);
    QCOMPARE(namesOf(subjects), names);
    for (const StorySubject& subject : subjects) {
        QCOMPARE(matchRecords(index, {.expression = subject.term}, 0, {}).value(), std::vector<quint32>{0});
        const auto again = FilterExpression::parse(subject.term.toString());
        QVERIFY(again.has_value());
        QVERIFY(*again == subject.term);
    }
}

void TestStorySubject::knowsAConnectionFromBothEnds()
{
    const QByteArray log = storyFirewallHeader + firewallLine({.time = "10:00:00"})
        + firewallLine({.time = "10:00:01", .source = "10.0.0.1:1001"}) // another port
        + firewallLine({.time = "10:00:02", .source = "192.0.2.1:80", .destination = "10.0.0.1:1000"})
        + firewallLine({.time = "10:00:03", .destination = "192.0.2.1:81"});
    const RecordIndex index = indexOf(log);
    const StorySubject connection = subjectsIn(index).back();
    QCOMPARE(connection.kind, Kind::Connection);
    QCOMPARE(matchRecords(index, {.expression = connection.term}, 0, {}).value(), (std::vector<quint32>{0, 2}));
}

void TestStorySubject::asksForThePortOfATable()
{
    const QByteArray log = "servername,logTime,protocol,SourceIP,SourcePort,DestinationIP,DestinationPort,"
                           "OriginalClientIP,SourceNetwork,DestinationNetwork,Action,resultcode,rule,"
                           "ApplicationProtocol\r\n"
                           "TMG,2010-05-12 10:00:00.000,TCP,10.0.0.1,1000,192.0.2.1,80,10.0.0.1,Internal,External,6,0,"
                           "Out,HTTP\r\n"
                           "TMG,2010-05-12 10:00:01.000,TCP,10.0.0.1,1001,192.0.2.1,80,10.0.0.1,Internal,External,6,0,"
                           "Out,HTTP\r\n";
    const RecordIndex index = indexOf(log);
    QCOMPARE(index.recordCount(), 2U);
    const StorySubject connection = subjectsIn(index).back();
    QCOMPARE(connection.kind, Kind::Connection);
    QCOMPARE(matchRecords(index, {.expression = connection.term}, 0, {}).value(), std::vector<quint32>{0});
}

QTEST_GUILESS_MAIN(TestStorySubject)
#include "tst_storysubject.moc"
