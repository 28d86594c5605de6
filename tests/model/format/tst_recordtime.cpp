// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/dateorder.h"
#include "model/format/recordtime.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;
using namespace std::chrono;
using Order = LogLayout::DateOrder;

class TestRecordTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDates_data();
    void readsDates();
    void readsTimes_data();
    void readsTimes();
    void readsBothInOneCell();
    void settlesTheOrderOfDates_data();
    void settlesTheOrderOfDates();
};

void TestRecordTime::readsDates_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<Order>("order");
    QTest::addColumn<qint64>("days"); // since 1970; -1 for none
    const auto day = [](int y, unsigned m, unsigned d) {
        return qint64(sys_days(year(y) / month(m) / std::chrono::day(d)).time_since_epoch().count());
    };
    const qint64 none = -1;
    QTest::newRow("W3C") << QByteArray("2010-05-12") << Order::YearMonthDay << day(2010, 5, 12);
    QTest::newRow("month first") << QByteArray("11/8/2006") << Order::MonthDayYear << day(2006, 11, 8);
    QTest::newRow("day first") << QByteArray("11/8/2006") << Order::DayMonthYear << day(2006, 8, 11);
    QTest::newRow("dots") << QByteArray("08.11.2006") << Order::DayMonthYear << day(2006, 11, 8);
    QTest::newRow("two digits") << QByteArray("8.11.06") << Order::DayMonthYear << day(2006, 11, 8);
    QTest::newRow("1999 in two digits") << QByteArray("8.11.99") << Order::DayMonthYear << day(1999, 11, 8);
    QTest::newRow("year in front under another order")
        << QByteArray("2006/11/08") << Order::DayMonthYear << day(2006, 11, 8);
    QTest::newRow("leap day") << QByteArray("2008-02-29") << Order::YearMonthDay << day(2008, 2, 29);
    QTest::newRow("no leap day") << QByteArray("2009-02-29") << Order::YearMonthDay << none;
    QTest::newRow("leap day of a century") << QByteArray("2000-02-29") << Order::YearMonthDay << day(2000, 2, 29);
    QTest::newRow("no leap day of a century") << QByteArray("2100-02-29") << Order::YearMonthDay << none;
    QTest::newRow("end of 1999") << QByteArray("1999-12-31") << Order::YearMonthDay << day(1999, 12, 31);
    QTest::newRow("end of 32 bits") << QByteArray("2038-01-19") << Order::YearMonthDay << day(2038, 1, 19);
    QTest::newRow("30 February") << QByteArray("2010-02-30") << Order::YearMonthDay << none;
    QTest::newRow("after 2038") << QByteArray("2040-01-01") << Order::YearMonthDay << day(2040, 1, 1);
    QTest::newRow("last year") << QByteArray("2115-12-31") << Order::YearMonthDay << day(2115, 12, 31);
    QTest::newRow("after the last year") << QByteArray("2116-01-01") << Order::YearMonthDay << none;
    QTest::newRow("before the first year") << QByteArray("1979-12-31") << Order::YearMonthDay << none;
    QTest::newRow("year 0") << QByteArray("0000-05-12") << Order::YearMonthDay << none;
    QTest::newRow("month 13") << QByteArray("2010-13-01") << Order::YearMonthDay << none;
    QTest::newRow("month 257 does not wrap round") << QByteArray("2010-257-01") << Order::YearMonthDay << none;
    QTest::newRow("day 0") << QByteArray("2010-05-00") << Order::YearMonthDay << none;
    QTest::newRow("damaged in a real log") << QByteArray("20081.6-11-16") << Order::YearMonthDay << none;
    QTest::newRow("nothing") << QByteArray("-") << Order::YearMonthDay << none;
    QTest::newRow("empty") << QByteArray("") << Order::YearMonthDay << none;
    QTest::newRow("rest") << QByteArray("2010-05-12x") << Order::YearMonthDay << none;
    QTest::newRow("negative") << QByteArray("2010--5-12") << Order::YearMonthDay << none;
}

void TestRecordTime::readsDates()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const Order, order);
    QFETCH(const qint64, days);
    const auto date = parseDate(cell.toStdString(), order);
    QCOMPARE(date ? qint64(date->time_since_epoch().count()) : -1, days);
}

void TestRecordTime::readsTimes_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<int>("seconds"); // -1 for none
    QTest::newRow("W3C") << QByteArray("06:34:55") << 6 * 3600 + 34 * 60 + 55;
    QTest::newRow("midnight") << QByteArray("00:00:00") << 0;
    QTest::newRow("no leading zero") << QByteArray("0:00:05") << 5;
    QTest::newRow("AM") << QByteArray("12:00:01 AM") << 1;
    QTest::newRow("PM") << QByteArray("1:00:00 PM") << 13 * 3600;
    QTest::newRow("noon") << QByteArray("12:00:00 PM") << 12 * 3600;
    QTest::newRow("fraction") << QByteArray("01:02:03.456") << 3723;
    QTest::newRow("dots") << QByteArray("1.02.03") << 3723;
    QTest::newRow("just no midnight") << QByteArray("23:59:59") << 86399;
    QTest::newRow("midnight in twelve hours") << QByteArray("12:00:00 AM") << 0;
    QTest::newRow("leap second") << QByteArray("23:59:60") << -1;
    QTest::newRow("13 PM") << QByteArray("13:00:00 PM") << -1;
    QTest::newRow("24:00:00") << QByteArray("24:00:00") << -1;
    QTest::newRow("60 minutes") << QByteArray("10:60:00") << -1;
    QTest::newRow("letters") << QByteArray("1a:00:00") << -1;
    QTest::newRow("colon too few") << QByteArray("10:00") << -1;
    QTest::newRow("nothing") << QByteArray("-") << -1;
}

void TestRecordTime::readsTimes()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const int, seconds);
    const auto time = parseTimeOfDay(cell.toStdString());
    QCOMPARE(time ? int(time->count()) : -1, seconds);
}

void TestRecordTime::readsBothInOneCell()
{
    const auto expected = sys_days(year(2011) / May / 30) + hours(9) + minutes(46) + seconds(29);
    QCOMPARE(parseDateTime("2011-05-30 09:46:29", Order::YearMonthDay), expected);
    QCOMPARE(parseDateTime("2011-05-30   09:46:29", Order::YearMonthDay), expected);
    QCOMPARE(parseDateTime("2011-05-30\t09:46:29", Order::YearMonthDay), expected);
    QCOMPARE(parseDateTime("5/30/2011 9:46:29 AM", Order::MonthDayYear), expected);
    QVERIFY(!parseDateTime("2011-05-30", Order::YearMonthDay));
    QVERIFY(!parseDateTime("2011-05-30 ", Order::YearMonthDay));
}

void TestRecordTime::settlesTheOrderOfDates_data()
{
    QTest::addColumn<QByteArrayList>("dates");
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<Order>("order");
    QTest::addColumn<bool>("isSettled");
    const QString noName;
    QTest::newRow("year in front") << QByteArrayList{"2006/11/8"} << noName << Order::YearMonthDay << true;
    QTest::newRow("a second part above 12")
        << QByteArrayList{"11/8/2006", "11/13/2006"} << noName << Order::MonthDayYear << true;
    QTest::newRow("a first part above 12")
        << QByteArrayList{"8/11/2006", "13/11/2006"} << noName << Order::DayMonthYear << true;
    QTest::newRow("a damaged date among them")
        << QByteArrayList{"8/11/2006", "20081.6-11-16", "13/11/2006"} << noName << Order::DayMonthYear << true;
    QTest::newRow("the name says day first")
        << QByteArrayList{"11/8/2006"} << u"ISALOG_20060811_WEB_000.iis"_s << Order::DayMonthYear << true;
    QTest::newRow("the name says month first")
        << QByteArrayList{"11/8/2006"} << u"ISALOG_20061108_WEB_000.iis"_s << Order::MonthDayYear << true;
    QTest::newRow("the name is a day off")
        << QByteArrayList{"5/6/2010"} << u"ISALOG_20100606_WEB_000.iis"_s << Order::DayMonthYear << true;
    QTest::newRow("dots") << QByteArrayList{"5.6.2010", "6.6.2010"} << noName << Order::DayMonthYear << true;
    QTest::newRow("days do not jump") << QByteArrayList{"11/8/2006", "12/8/2006"} << noName << Order::DayMonthYear
                                      << true;
    QTest::newRow("open") << QByteArrayList{"11/8/2006"} << noName << Order::MonthDayYear << false;
}

void TestRecordTime::settlesTheOrderOfDates()
{
    QFETCH(const QByteArrayList, dates);
    QFETCH(const QString, fileName);
    QFETCH(const Order, order);
    QFETCH(const bool, isSettled);
    const std::vector<std::string_view> views(dates.begin(), dates.end());
    QCOMPARE(guessDateOrder(views, fileName).order, order);
    QCOMPARE(guessDateOrder(views, fileName).isSettled, isSettled);
}

QTEST_GUILESS_MAIN(TestRecordTime)
#include "tst_recordtime.moc"
