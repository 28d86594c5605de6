// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/exactvalue.h"
#include "model/filter/filtermatcher.h"
#include "model/table/fieldvalue.h"
#include "model/table/logtablemodel.h"
#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

/// What a record has in a column, as a filter that lets just such records through.
class TestFieldValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsRecord_data();
    void findsItsRecord();
    void knowsWhatCannotBeAskedFor_data();
    void knowsWhatCannotBeAskedFor();
};

/// A log of one record under @p fields, whose first cell is @p cell.
static QByteArray logOf(const QByteArray& fields, const QByteArray& cell)
{
    return "#Fields: " + fields + "\tc-ip\tdate\ttime\tcs-uri\tsc-status\r\n" + cell
        + "\t10.0.0.1\t2010-05-12\t08:00:00\thttp://a.example/\t200\r\n";
}

void TestFieldValue::findsItsRecord_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("value");
    QTest::newRow("text") << "anna"_ba << u"anna"_s;
    QTest::newRow("no value") << "-"_ba << QString();
    QTest::newRow("not UTF-8") << "b\xF6se"_ba << u"böse"_s;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF\"anna"_ba << u"\uFEFF\"anna"_s;
}

void TestFieldValue::findsItsRecord()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, value);
    LogTableModel log;
    log.append(*Test::blocksOf(logOf("x\tcs-username", "x\t" + cell)));
    const auto found = fieldValue(log, RecordNumber(0), 1);
    QVERIFY(found);
    QCOMPARE(found->value, value);
    const RecordFilter filter{.expression = Filter::valueTerm(found->field, {found->value})};
    QCOMPARE(matchRecords(log.records(), filter, 0, {}), std::vector<quint32>{0});
}

void TestFieldValue::knowsWhatCannotBeAskedFor_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<int>("column");
    QTest::newRow("column without a name") << "ClientIP,,logTime,uri,resultcode\r\n"
                                              "10.0.0.1,x,2010-05-12 08:00:00.000,http://a.example/,200\r\n"_ba
                                           << 1;
    QTest::newRow("name that nobody can write") << logOf("x-\xFC", "a") << 0;
    QTest::newRow("second column of a name") << logOf("x\tx", "a\tb") << 1;
    QTest::newRow("number that is none") << logOf("time-taken", "a") << 0;
}

void TestFieldValue::knowsWhatCannotBeAskedFor()
{
    QFETCH(const QByteArray, log);
    QFETCH(const int, column);
    LogTableModel model;
    model.append(*Test::blocksOf(log));
    QVERIFY(model.columnCount() > column);
    QVERIFY(!fieldValue(model, RecordNumber(0), column));
}

QTEST_GUILESS_MAIN(TestFieldValue)
#include "tst_fieldvalue.moc"
