// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordindex.h"
#include "model/index/serverzone.h"
#include "model/index/zoneclock.h"
#include "tests/support/memorysource.h"
#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace std::chrono_literals;

/// What clocks show and when, and the zone of servers.
class TestZoneClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsMoments_data();
    void tellsMoments();
    void agreesWithQt_data();
    void agreesWithQt();
    void parsesZones_data();
    void parsesZones();
    void findsServerZone_data();
    void findsServerZone();
    void movesMoments();
};

namespace {

LogTime timeOf(const QString& text)
{
    return LogTime(seconds(QDateTime::fromString(text + u'Z', Qt::ISODate).toSecsSinceEpoch()));
}

QString textOf(LogTime time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC)
        .toString(u"yyyy-MM-ddTHH:mm:ss"_s);
}

/// A record of a native web log of ISA 2006 at these times by the clock of the server and, if not `-`, in GMT.
QByteArray nativeRecord(const QByteArray& date, const QByteArray& time)
{
    return "10.0.0.1, anonymous, Agent, Y, " + date + ", " + time
        + ", w3proxy, TMG, -, www.example.com, 192.0.2.1, 80, 15, 100, 200, http, TCP, GET, http://www.example.com/, "
          "text/html, Inet, 200, 0x0, Rule, Filter, Internal, External, 0x0, Allowed\r\n";
}

} // namespace

void TestZoneClock::tellsMoments_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    const auto row = [](const char* zone, const char* wall, const char* first, const char* last) {
        QTest::addRow("%s %s", zone, wall)
            << QByteArray(zone) << QString::fromLatin1(wall) << QString::fromLatin1(first) << QString::fromLatin1(last);
    };
    const auto once = [&row](const char* zone, const char* wall, const char* moment) {
        row(zone, wall, moment, moment);
    };
    once("UTC", "2010-05-12T10:00:00", "2010-05-12T10:00:00");
    once("UTC+02:00", "2010-05-12T10:00:00", "2010-05-12T08:00:00");
    once("Asia/Kolkata", "2010-05-12T10:00:00", "2010-05-12T04:30:00");
    once("Asia/Kathmandu", "2010-05-12T10:00:00", "2010-05-12T04:15:00");
    once("America/New_York", "2010-05-12T20:00:00", "2010-05-13T00:00:00");
    once("Europe/Berlin", "2010-01-12T10:00:00", "2010-01-12T09:00:00");
    once("Europe/Berlin", "2010-07-12T10:00:00", "2010-07-12T08:00:00");
    once("Europe/Berlin", "2010-03-28T01:59:59", "2010-03-28T00:59:59"); // spring
    once("Europe/Berlin", "2010-03-28T02:00:00", "2010-03-28T01:00:00"); // never shown
    once("Europe/Berlin", "2010-03-28T02:30:00", "2010-03-28T01:00:00"); // never shown
    once("Europe/Berlin", "2010-03-28T03:00:00", "2010-03-28T01:00:00");
    once("Europe/Berlin", "2010-10-31T01:59:59", "2010-10-30T23:59:59"); // autumn
    row("Europe/Berlin", "2010-10-31T02:00:00", "2010-10-31T00:00:00", "2010-10-31T01:00:00");
    row("Europe/Berlin", "2010-10-31T02:59:59", "2010-10-31T00:59:59", "2010-10-31T01:59:59");
    once("Europe/Berlin", "2010-10-31T03:00:00", "2010-10-31T02:00:00");
    row("Australia/Lord_Howe", "2010-04-04T01:45:00", "2010-04-03T14:45:00", "2010-04-03T15:15:00"); // half an hour
}

void TestZoneClock::tellsMoments()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, wall);
    const ZoneClock clock{QTimeZone(zone)};
    QTEST(textOf(clock.firstMoment(timeOf(wall))), "first");
    QTEST(textOf(clock.lastMoment(timeOf(wall))), "last");
    for (const LogTime time : {invalidTime, LogTime::max()}) {
        QVERIFY(clock.wall(time) == time);
        QVERIFY(clock.firstMoment(time) == time);
        QVERIFY(clock.lastMoment(time) == time);
    }
}

void TestZoneClock::agreesWithQt_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char* zone : {"UTC", "UTC-03:30", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Tehran",
                             "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Apia"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestZoneClock::agreesWithQt()
{
    QFETCH(const QByteArray, zone);
    const QTimeZone qt(zone);
    const ZoneClock clock(qt);
    for (LogTime moment = sys_days(1980y / January / 1); moment < sys_days(2037y / January / 1);
         moment += 91h + 17min) {
        const QDateTime there = QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), qt);
        QCOMPARE(clock.ahead(moment).count(), there.offsetFromUtc());
        QVERIFY(clock.firstMoment(clock.wall(moment)) <= moment);
        QVERIFY(clock.lastMoment(clock.wall(moment)) >= moment);
    }
}

void TestZoneClock::parsesZones_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    const auto row = [](const char* text, const char* name) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(name);
    };
    row("Europe/Berlin", "Europe/Berlin");
    row("UTC", "UTC");
    row("Z", "UTC");
    row("+02:00", "UTC+02:00");
    row("-0330", "UTC-03:30");
    row("UTC+05:45", "UTC+05:45");
    row("Europe/Nowhere", nullptr);
    row("", nullptr);
    row("+2", nullptr);
    row("+02:60", nullptr);
    row("+99:00", nullptr);
    row("../../etc/passwd", nullptr);
}

void TestZoneClock::parsesZones()
{
    QFETCH(const QString, text);
    QFETCH(const QString, name);
    const auto zone = parseZone(text);
    QCOMPARE(zone.has_value(), !name.isEmpty());
    if (zone) {
        QCOMPARE(zoneName(*zone), name);
        QVERIFY(parseZone(zoneName(*zone)) == zone);
    }
}

void TestZoneClock::findsServerZone_data()
{
    using Origin = ServerZone::Origin;
    QTest::addColumn<QList<std::pair<QString, int>>>("readings"); // moments and hours ahead
    QTest::addColumn<QString>("name");
    QTest::addColumn<Origin>("origin");
    using Readings = QList<std::pair<QString, int>>;
    QTest::newRow("none") << Readings() << u"Europe/Berlin"_s << Origin::Computer;
    QTest::newRow("this computer's, summer")
        << Readings{{u"2010-07-12T10:00:00"_s, 2}} << u"Europe/Berlin"_s << Origin::Log;
    QTest::newRow("this computer's, both")
        << Readings{{u"2010-07-12T10:00:00"_s, 2}, {u"2010-01-12T10:00:00"_s, 1}} << u"Europe/Berlin"_s << Origin::Log;
    QTest::newRow("no summer time") << Readings{{u"2010-01-12T10:00:00"_s, 1}, {u"2010-07-12T10:00:00"_s, 1}}
                                    << u"UTC+01:00"_s << Origin::Log;
    QTest::newRow("far away") << Readings{{u"2010-07-12T10:00:00"_s, -4}} << u"UTC-04:00"_s << Origin::Log;
    QTest::newRow("winter offset in summer")
        << Readings{{u"2010-07-12T10:00:00"_s, 1}} << u"UTC+01:00"_s << Origin::Log;
}

void TestZoneClock::findsServerZone()
{
    using Readings = QList<std::pair<QString, int>>;
    QFETCH(const Readings, readings);
    qputenv("TZ", "Europe/Berlin");
    const auto back = qScopeGuard([] { qputenv("TZ", "UTC"); });
    ServerZoneFinder finder;
    for (const auto& [moment, hoursAhead] : readings)
        finder.add({.moment = timeOf(moment), .ahead = hours(hoursAhead)});
    QTEST(zoneName(finder.zone().zone), "name");
    QTEST(finder.zone().origin, "origin");
    finder.choose(QTimeZone("Asia/Tokyo"));
    QCOMPARE(zoneName(finder.zone().zone), u"Asia/Tokyo"_s);
    QTEST(zoneName(finder.foundZone().zone), "name");
}

/// Nothing is read again for that.
void TestZoneClock::movesMoments()
{
    RecordIndex index = indexOf(nativeRecord("10/31/2010", "1:30:00") + nativeRecord("10/31/2010", "2:30:00")
                                + nativeRecord("10/31/2010", "3:30:00") + nativeRecord("10/31/2010", "25:30:00"));
    QCOMPARE(index.recordCount(), 4U);
    const auto moments = [&index](const char* zone) {
        index.chooseServerZone(QTimeZone(zone));
        QStringList list;
        for (quint32 i = 0; i < 3; ++i)
            list += textOf(index.time(RecordNumber(i))).sliced(8, 8);
        list += textOf(index.firstTime()).sliced(8, 8);
        list += textOf(index.files().front().lastTime).sliced(8, 8);
        return list;
    };
    QCOMPARE(moments("UTC"), (QStringList{u"31T01:30"_s, u"31T02:30"_s, u"31T03:30"_s, u"31T01:30"_s, u"31T03:30"_s}));
    QCOMPARE(moments("Europe/Berlin"),
             (QStringList{u"30T23:30"_s, u"31T00:30"_s, u"31T02:30"_s, u"30T23:30"_s, u"31T02:30"_s}));
    QCOMPARE(moments("Asia/Kolkata"),
             (QStringList{u"30T20:00"_s, u"30T21:00"_s, u"30T22:00"_s, u"30T20:00"_s, u"30T22:00"_s}));
    QVERIFY(index.time(RecordNumber(3)) == invalidTime);
    index.chooseServerZone({});
    QVERIFY(index.serverZone().origin == ServerZone::Origin::Computer);
}

QTEST_GUILESS_MAIN(TestZoneClock)
#include "tst_zoneclock.moc"
