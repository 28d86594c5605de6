// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/readablevalue.h"

#include <QLocale>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestReadableValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void writesQuantities_data();
    void writesQuantities();
    void writesSeconds_data();
    void writesSeconds();
};

void TestReadableValue::writesQuantities_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<QString>("readable");
    QTest::addColumn<QString>("exact");
    using enum FieldType;
    QTest::newRow("no bytes") << "0"_ba << Bytes << u"0 B"_s << u"0 bytes"_s;
    QTest::newRow("some bytes") << "999"_ba << Bytes << u"999 B"_s << u"999 bytes"_s;
    QTest::newRow("units of a thousand") << "1024"_ba << Bytes << u"1.0 kB"_s << u"1,024 bytes"_s;
    QTest::newRow("megabytes") << "4200345"_ba << Bytes << u"4.2 MB"_s << u"4,200,345 bytes"_s;
    QTest::newRow("beyond 32 bits") << "5000000000"_ba << Bytes << u"5.0 GB"_s << u"5,000,000,000 bytes"_s;
    QTest::newRow("just no megabyte") << "999999"_ba << Bytes << u"999.9 kB"_s << u"999,999 bytes"_s;
    QTest::newRow("all of 64 bits") << "9223372036854775807"_ba << Bytes << u"9.2 EB"_s
                                    << u"9,223,372,036,854,775,807 bytes"_s;
    QTest::newRow("days beyond 32 bits of milliseconds")
        << "4294967296"_ba << Milliseconds << u"49 d 17 h"_s << u"4,294,967,296 ms"_s;
    QTest::newRow("milliseconds") << "834"_ba << Milliseconds << u"834 ms"_s << u"834 ms"_s;
    QTest::newRow("seconds") << "1834"_ba << Milliseconds << u"1.8 s"_s << u"1,834 ms"_s;
    QTest::newRow("just no minute") << "59999"_ba << Milliseconds << u"59.9 s"_s << u"59,999 ms"_s;
    QTest::newRow("minutes") << "185999"_ba << Milliseconds << u"3 min 5 s"_s << u"185,999 ms"_s;
    QTest::newRow("hours") << "7440000"_ba << Milliseconds << u"2 h 4 min"_s << u"7,440,000 ms"_s;
    QTest::newRow("below 0") << "-1"_ba << Milliseconds << QString() << QString();
    QTest::newRow("no value") << "-"_ba << Bytes << QString() << QString();
    QTest::newRow("nothing") << ""_ba << Bytes << QString() << QString();
    QTest::newRow("no number") << "12x"_ba << Bytes << QString() << QString();
    QTest::newRow("too large") << "99999999999999999999"_ba << Bytes << QString() << QString();
    QTest::newRow("a port") << "8080"_ba << Number << QString() << QString();
}

void TestReadableValue::writesQuantities()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const FieldType, type);
    QTEST(readableValue(cell.toStdString(), type), "readable");
    QTEST(exactQuantity(cell.toStdString(), type), "exact");
}

void TestReadableValue::writesSeconds_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << u"0 s"_s;
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
    QTest::newRow("a minute") << qint64(60) << u"1 min 0 s"_s;
    QTest::newRow("minutes") << qint64(185) << u"3 min 5 s"_s;
    QTest::newRow("hours") << qint64(3600 + 59 * 60 + 59) << u"1 h 59 min"_s;
    QTest::newRow("days") << qint64(86400 * 1200 + 3600 * 4) << u"1,200 d 4 h"_s;
    QTest::newRow("back in time") << qint64(-61) << u"\u22121 min 1 s"_s;
}

void TestReadableValue::writesSeconds()
{
    QFETCH(const qint64, seconds);
    QTEST(secondsText(seconds), "text");
}

QTEST_GUILESS_MAIN(TestReadableValue)
#include "tst_readablevalue.moc"
