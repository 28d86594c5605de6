// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/logtablemodel.h"
#include "tests/support/testlog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestLogTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCells();
    void answersRoles();
    void namesColumns();
    void growsByBatches();
    void addsColumnsOfNewLayouts();
    void hasNoChildren();
    void showsTimesInOtherZones_data();
    void showsTimesInOtherZones();
    void givesWholeRecords();
    void showsWhatFollowsFromRecords();
    void showsGapsOnceTheyAreKnown();
    void showsQuantitiesReadably();
    void showsWhatRecordsMeant_data();
    void showsWhatRecordsMeant();
    void tellsOfAnotherFoldingOnce();
};

/// One pattern that folds @p records.
static FoldedRecordsPointer foldedInto(const std::vector<quint32>& records)
{
    Pattern pattern;
    pattern.folded = {
        .resultClass = ResultClass::Info, .title = u"Half of it"_s, .reason = u"it is half"_s, .count = {}};
    auto folded = std::make_shared<FoldedRecords>();
    folded->patterns = std::make_shared<const std::vector<Pattern>>(std::vector{pattern});
    folded->records = records;
    folded->places.resize(records.size());
    folded->counts = {{.pattern = &folded->patterns->front(), .ofCode = {}}};
    return folded;
}

static QList<BlockPointer> webBlocks(const QByteArrayList& codes)
{
    return *blocksOf(webLog(codes));
}

static QString cell(const LogTableModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

void TestLogTableModel::showsCells()
{
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(webBlocks({"200", "12209", "-"}));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 6 + derivedColumnCount);
    QCOMPARE(cell(model, 1, 0), u"10.0.0.1"_s);
    QCOMPARE(cell(model, 1, 1), u"user1"_s);
    QCOMPARE(cell(model, 1, 3), u"00:00:01"_s);
    QCOMPARE(cell(model, 1, 5), u"12209 Authorization required"_s);
    QCOMPARE(cell(model, 2, 5), u"-"_s);
    QVERIFY(!model.index(0, 6 + derivedColumnCount).isValid());
    QVERIFY(!model.index(3, 0).isValid());
}

void TestLogTableModel::answersRoles()
{
    LogTableModel model;
    model.append(webBlocks({"200", "12209"}));
    model.append(*blocksOf(webHeader + "10.0.0.9\tuser9\r\n"));
    const QModelIndex result = model.index(1, 5);
    QCOMPARE(result.data(RawTextRole).toString(), u"12209"_s);
    QCOMPARE(result.data(ResultTitleRole).toString(), u"Authorization required"_s);
    QCOMPARE(result.data(ResultClassRole).toInt(), int(ResultClass::Denied));
    QCOMPARE(result.data(RecordNumberRole).toUInt(), 1U);
    QCOMPARE(result.data(FieldIdRole).toInt(), int(FieldId::ResultCode));
    QCOMPARE(result.data(FieldTypeRole).toInt(), int(FieldType::ResultCode));
    QCOMPARE(result.data(MalformedRole).toBool(), false);
    QCOMPARE(model.index(2, 0).data(MalformedRole).toBool(), true);
    QCOMPARE(cell(model, 2, 1), u"user9"_s);
    QCOMPARE(cell(model, 2, 4), QString());
    QVERIFY(!result.data(Qt::BackgroundRole).isValid()); // looks are not the model's business
}

void TestLogTableModel::namesColumns()
{
    LogTableModel model;
    model.append(webBlocks({"200"}));
    QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), u"c-ip"_s);
    QCOMPARE(model.headerData(5, Qt::Horizontal, FieldIdRole).toInt(), int(FieldId::ResultCode));
    QCOMPARE(model.headerData(4, Qt::Horizontal, FieldNameRole).toByteArray(), "cs-uri"_ba);
    QCOMPARE(model.headerData(8, Qt::Horizontal).toString(), u"gap"_s);
    QCOMPARE(model.headerData(9, Qt::Horizontal).toString(), u"file"_s);
    QVERIFY(!model.headerData(10, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(-1, Qt::Horizontal).isValid());
}

void TestLogTableModel::growsByBatches()
{
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy codes(&model, &LogTableModel::codesChanged);
    model.append(webBlocks({"200", "304"}) + webBlocks({"404"}));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(codes.size(), 1);
    model.append({});
    model.append(*blocksOf(webHeader)); // a header, no records
    QCOMPARE(inserted.size(), 1);
    model.append(webBlocks({"500"}));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.at(1).at(1).toInt(), 3);
    QCOMPARE(model.rowCount(), 4);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestLogTableModel::addsColumnsOfNewLayouts()
{
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy columns(&model, &QAbstractItemModel::columnsInserted);
    model.append(webBlocks({"200"}));
    model.append(*blocksOf(
        "#Fields: date\ttime\tc-ip\tsc-status\tr-host\r\n2010-05-12\t01:00:00\t10.1.0.1\t404\thost.example\r\n"));
    QCOMPARE(columns.size(), 2);
    QCOMPARE(model.columnCount(), 7 + derivedColumnCount);
    QCOMPARE(cell(model, 1, 0), u"10.1.0.1"_s);
    QCOMPARE(cell(model, 1, 1), QString());
    QCOMPARE(cell(model, 1, 6), u"host.example"_s);
    QCOMPARE(cell(model, 0, 6), QString());
    QCOMPARE(cell(model, 1, 7), u"failed"_s); // what is derived has moved on
}

void TestLogTableModel::hasNoChildren()
{
    LogTableModel model;
    model.append(webBlocks({"200"}));
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
    QCOMPARE(model.columnCount(model.index(0, 0)), 0);
}

void TestLogTableModel::showsTimesInOtherZones_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<TimeDisplay>("display");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("time");
    QTest::newRow("as logged") << QByteArray("Europe/Berlin") << TimeDisplay::AsLogged << u"2010-05-12"_s
                               << u"00:00:00"_s;
    QTest::newRow("UTC") << QByteArray("Europe/Berlin") << TimeDisplay::Utc << u"2010-05-12"_s << u"00:00:00"_s;
    QTest::newRow("east, summer time") << QByteArray("Europe/Berlin") << TimeDisplay::Local << u"2010-05-12"_s
                                       << u"02:00:00"_s;
    QTest::newRow("west, the day before")
        << QByteArray("America/New_York") << TimeDisplay::Local << u"2010-05-11"_s << u"20:00:00"_s;
}

void TestLogTableModel::showsTimesInOtherZones()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const TimeDisplay, display);
    QFETCH(const QString, date);
    QFETCH(const QString, time);
    const QByteArray before = qgetenv("TZ");
    qputenv("TZ", zone);
    LogTableModel model;
    model.append(webBlocks({"200"}));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setTimeDisplay(display);
    QCOMPARE(changed.isEmpty(), display == TimeDisplay::AsLogged);
    QCOMPARE(cell(model, 0, 2), date);
    QCOMPARE(cell(model, 0, 3), time);
    QCOMPARE(model.index(0, 3).data(RawTextRole).toString(), u"00:00:00"_s);
    qputenv("TZ", before);
}

void TestLogTableModel::givesWholeRecords()
{
    LogTableModel model;
    model.append(webBlocks({"200", "11001"}));
    const auto record = model.record(RecordNumber(1));
    QVERIFY(record);
    QCOMPARE(record->bytes, webRecord(1, "11001"));
    QCOMPARE(record->cells.size(), 6U);
    QCOMPARE(record->cells[1], "user1");
    QCOMPARE(record->line, 5U);
    QCOMPARE(model.records().codes().at(record->code).text, "11001");
}

void TestLogTableModel::showsWhatFollowsFromRecords()
{
    LogTableModel model;
    model.append(webBlocks({"200", "12209"}));
    QCOMPARE(cell(model, 1, 6), u"denied"_s);
    QVERIFY(cell(model, 1, 7).startsWith(u"The Forefront TMG requires authorization"_s));
    QCOMPARE(model.index(1, 6).data(RawTextRole).toString(), u"denied"_s);
}

void TestLogTableModel::showsGapsOnceTheyAreKnown()
{
    LogTableModel model;
    model.append(webBlocks({"200", "200", "200"}));
    QCOMPARE(cell(model, 0, 8), u"…"_s);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClientGaps(std::make_shared<const ClientGaps>(ClientGaps{noGap, 185}));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(model, 0, 8), QString());
    QCOMPARE(cell(model, 1, 8), u"3 min 5 s"_s);
    QCOMPARE(model.index(1, 8).data(RawTextRole).toString(), u"185"_s);
    QCOMPARE(cell(model, 2, 8), u"…"_s);
}

void TestLogTableModel::showsQuantitiesReadably()
{
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(*blocksOf("#Fields: c-ip\tdate\ttime\ttime-taken\tcs-bytes\tr-port\tsc-status\r\n"
                           "10.0.0.1\t2010-05-12\t00:00:01\t1834\t4200345\t8080\t200\r\n"));
    QCOMPARE(cell(model, 0, 3), u"1.8 s"_s);
    QCOMPARE(cell(model, 0, 4), u"4.2 MB"_s);
    QCOMPARE(cell(model, 0, 5), u"8080"_s); // no quantity
    QCOMPARE(cell(model, 0, 6), u"200 OK"_s);
    QCOMPARE(model.index(0, 4).data(RawTextRole).toString(), u"4200345"_s);
    model.setValueDisplay(ValueDisplay::Raw);
    QCOMPARE(cell(model, 0, 3), u"1834"_s);
    QCOMPARE(cell(model, 0, 4), u"4200345"_s);
    QCOMPARE(cell(model, 0, 6), u"200"_s);
}

void TestLogTableModel::showsWhatRecordsMeant_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<ResultClass>("resultClass");
    QTest::addColumn<QString>("classCell");
    QTest::addColumn<QString>("spoken");
    QTest::newRow("allowed") << 0 << ResultClass::Allowed << u"allowed"_s << u"200 OK"_s;
    QTest::newRow("folded") << 1 << ResultClass::Info << u"info: Half of it"_s
                            << u"12209 Authorization required. Half of it; the log says denied"_s;
    QTest::newRow("denied") << 2 << ResultClass::Denied << u"denied"_s << u"12209 Authorization required"_s;
}

void TestLogTableModel::showsWhatRecordsMeant()
{
    QFETCH(const int, row);
    QFETCH(const ResultClass, resultClass);
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(webBlocks({"200", "12209", "12209"}));
    const QString rawClass = model.index(row, 6).data(RawTextRole).toString();
    const QString result = cell(model, row, 5);
    model.setFolded(foldedInto({1}));
    QCOMPARE(model.index(row, 0).data(ResultClassRole).toInt(), int(resultClass));
    QTEST(cell(model, row, 6), "classCell");
    QTEST(model.index(row, 5).data(Qt::AccessibleTextRole).toString(), "spoken");
    // What the log says stays as it is.
    QCOMPARE(cell(model, row, 5), result);
    QCOMPARE(model.index(row, 6).data(RawTextRole).toString(), rawClass);
    model.setFolded(nullptr);
    QCOMPARE(cell(model, row, 6), rawClass);
    QCOMPARE(model.index(row, 5).data(Qt::AccessibleTextRole).toString(), result);
}

void TestLogTableModel::tellsOfAnotherFoldingOnce()
{
    LogTableModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy folded(&model, &LogTableModel::foldedChanged);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.append(webBlocks({"200", "12209", "12209"}));
    model.setFolded(foldedInto({1}));
    QCOMPARE(std::pair(folded.size(), changed.size()), std::pair(1LL, 1LL));
    model.setFolded(model.folded());
    QCOMPARE(std::pair(folded.size(), changed.size()), std::pair(1LL, 1LL));
    model.setFolded(foldedInto({1})); // while a log grows: nothing on screen is another
    QCOMPARE(std::pair(folded.size(), changed.size()), std::pair(2LL, 1LL));
    QCOMPARE(model.foldingOf(RecordNumber(2)), nullptr);
    model.setFolded(foldedInto({1, 2}));
    QVERIFY(model.foldingOf(RecordNumber(2)));
    QCOMPARE(std::pair(folded.size(), changed.size()), std::pair(3LL, 2LL));
    QCOMPARE(reset.size(), 0);
    model.clear();
    QVERIFY(!model.folded());
    QCOMPARE(folded.size(), 4);
}

QTEST_GUILESS_MAIN(TestLogTableModel)
#include "tst_logtablemodel.moc"
