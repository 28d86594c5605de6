// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/logname.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestLogName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNames();
    void namesTheNextLog_data();
    void namesTheNextLog();
};

void TestLogName::readsNames()
{
    const auto name = logName(u"/logs/isalog_20100512_web_012.iis"_s);
    QVERIFY(name);
    QCOMPARE(name->folder, u"/logs/"_s);
    QCOMPARE(name->day, QDate(2010, 5, 12));
    QCOMPARE(name->kind, u"WEB"_s);
    QCOMPARE(name->number, 12);
    QVERIFY(!logName(u"ISALOG_20101332_WEB_000.w3c"_s));
    QVERIFY(!logName(u"web.w3c"_s));
}

void TestLogName::namesTheNextLog_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QStringList>("next");
    const QDate day(2010, 5, 31);
    QTest::newRow("same day") << u"/ISALOG_20100531_WEB_009.w3c"_s << day
                              << QStringList{u"/ISALOG_20100531_WEB_010.w3c"_s, u"/ISALOG_20100601_WEB_000.w3c"_s};
    QTest::newRow("the day after") << u"isalog_20100531_fws_000.iis"_s << day.addDays(1)
                                   << QStringList{u"isalog_20100531_fws_001.iis"_s, u"isalog_20100601_fws_000.iis"_s};
    QTest::newRow("later") << u"ISALOG_20100531_WEB_999.w3c"_s << day.addDays(3)
                           << QStringList{u"ISALOG_20100531_WEB_1000.w3c"_s, u"ISALOG_20100601_WEB_000.w3c"_s,
                                          u"ISALOG_20100603_WEB_000.w3c"_s};
    QTest::newRow("after the last number")
        << u"ISALOG_20100531_WEB_999999.w3c"_s << day << QStringList{u"ISALOG_20100601_WEB_000000.w3c"_s};
    QTest::newRow("after the last day") << u"ISALOG_99991231_WEB_000.w3c"_s << day
                                        << QStringList{u"ISALOG_99991231_WEB_001.w3c"_s};
    QTest::newRow("other name") << u"web.w3c"_s << day << QStringList();
}

void TestLogName::namesTheNextLog()
{
    QFETCH(const QString, path);
    QFETCH(const QDate, today);
    QTEST(pathsOfNextLog(path, today), "next");
}

QTEST_GUILESS_MAIN(TestLogName)
#include "tst_logname.moc"
