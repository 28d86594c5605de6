// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/resultfiltermodel.h"
#include "tests/support/testlog.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

class TestResultFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEverythingAtFirst();
    void filtersByClassAndCode();
    void filtersByExpression();
    void followsAGrowingLog();
    void followsAGrowingLogWhileFiltering();
    void putsLogsInTheOrderOfTime();
    void sortsLogsWithinTheOrderOfTime();
    void keepsTheOrderOfTimeWhenCancelled();
    void followsGrowingLogsInTheOrderOfTime();
    void hidesFiles();
    void sortsAndGoesBack();
    void letsTheLastRequestWin();
    void goesBackWhenCancelled();
    void showsWhatCameBeforeItWasCancelled();
    void leavesHandedOutRecordsAlone();
    void startsAnewWithTheLog();
    void keepsItsFilterOverAnotherLog();
    void mapsBothWays();
    void knowsColumnsWithoutRows();
    void mayBeDestroyedInTheMiddle();
};

static RecordFilter filterOf(const QString& expression)
{
    RecordFilter filter;
    filter.expression = *FilterExpression::parse(expression);
    return filter;
}

/// A log model under a filter model, both watched by testers.
struct Fixture
{
    explicit Fixture(const QByteArrayList& codes = {})
    {
        if (!codes.isEmpty())
            append(codes);
    }

    void append(const QByteArrayList& codes) { log.append(*blocksOf(webLog(codes))); }

    [[nodiscard]] QString shown() const
    {
        QStringList texts;
        for (int row = 0; row < filtered.rowCount(); ++row)
            texts.append(filtered.index(row, 5).data(RawTextRole).toString());
        return texts.join(u' ');
    }

    /// Applies an expression and waits for the answer.
    void filter(const QString& text)
    {
        QSignalSpy updated(&filtered, &ResultFilterModel::updated);
        filtered.setFilter(filterOf(text));
        QTRY_VERIFY(!updated.isEmpty());
    }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder)
    {
        QSignalSpy updated(&filtered, &ResultFilterModel::updated);
        filtered.sort(column, order);
        QTRY_VERIFY(!updated.isEmpty());
    }

    LogTableModel log;
    ResultFilterModel filtered{&log};
    QAbstractItemModelTester logTester{&log, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QAbstractItemModelTester filteredTester{&filtered, QAbstractItemModelTester::FailureReportingMode::QtTest};
};

void TestResultFilterModel::showsEverythingAtFirst()
{
    Fixture fixture({"200", "12209", "304"});
    QCOMPARE(fixture.shown(), u"200 12209 304"_s);
    QCOMPARE(fixture.filtered.rows()->numbers(), (std::vector<quint32>{0, 1, 2}));
    QVERIFY(!fixture.filtered.isBusy());
}

void TestResultFilterModel::filtersByClassAndCode()
{
    Fixture fixture({"200", "12209", "304", "12202", "12209"});
    RecordFilter filter;
    filter.selection.showOnlyClass(ResultClass::Denied);
    QSignalSpy updated(&fixture.filtered, &ResultFilterModel::updated);
    fixture.filtered.setFilter(filter);
    QTRY_COMPARE(updated.size(), 1);
    QCOMPARE(fixture.shown(), u"12209 12202 12209"_s);

    filter.selection.setCodeShown(fixture.log.records().codes().entries().at(1), false);
    fixture.filtered.setFilter(filter);
    QTRY_COMPARE(updated.size(), 2);
    QCOMPARE(fixture.shown(), u"12202"_s);

    fixture.filtered.setFilter({});
    QCOMPARE(updated.size(), 3);
    QCOMPARE(fixture.shown(), u"200 12209 304 12202 12209"_s);
}

void TestResultFilterModel::filtersByExpression()
{
    Fixture fixture({"200", "12209", "304", "500"});
    fixture.filter(u"class:failed OR user:user1"_s);
    QCOMPARE(fixture.shown(), u"12209 500"_s);
    fixture.filter(u"nothing holds this"_s);
    QCOMPARE(fixture.filtered.rowCount(), 0);
    QCOMPARE(fixture.filtered.columnCount(), 6 + derivedColumnCount);
    fixture.filter(QString());
    QCOMPARE(fixture.filtered.rowCount(), 4);
}

void TestResultFilterModel::followsAGrowingLog()
{
    Fixture fixture({"200"});
    QSignalSpy inserted(&fixture.filtered, &QAbstractItemModel::rowsInserted);
    fixture.append({"304", "404"});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(fixture.shown(), u"200 304 404"_s);
}

void TestResultFilterModel::followsAGrowingLogWhileFiltering()
{
    Fixture fixture({"200", "404"});
    fixture.filter(u"code:404"_s);
    QSignalSpy reset(&fixture.filtered, &QAbstractItemModel::modelReset);
    fixture.append({"304", "404"});
    fixture.append({"404"});
    QTRY_COMPARE(fixture.shown(), u"404 404 404"_s);
    QCOMPARE(reset.size(), 0); // rows are added, the ones there stay
    fixture.sort(0, Qt::DescendingOrder);
    fixture.append({"404", "404"});
    QTRY_COMPARE(fixture.filtered.rowCount(), 5);
    QTRY_VERIFY(!fixture.filtered.isBusy());
}

/// A log with a record at each of these seconds, whose codes are the seconds too.
static QList<BlockPointer> logAt(const QList<int>& seconds, const QString& path)
{
    QByteArray log = webHeader;
    for (const int second : seconds)
        log += webRecord(second, QByteArray::number(200 + second)) + "\r\n";
    return *blocksOf(log, path);
}

void TestResultFilterModel::putsLogsInTheOrderOfTime()
{
    Fixture fixture;
    fixture.log.append(logAt({1, 3, 5}, u"a"_s));
    fixture.log.append(logAt({2, 4}, u"b"_s));
    QCOMPARE(fixture.shown(), u"201 203 205 202 204"_s);
    fixture.filtered.setTimeOrder(true);
    QTRY_COMPARE(fixture.shown(), u"201 202 203 204 205"_s);
    fixture.filter(u"code:203..205"_s);
    QCOMPARE(fixture.shown(), u"203 204 205"_s);
    fixture.sort(5, Qt::DescendingOrder);
    QCOMPARE(fixture.shown(), u"205 204 203"_s);
    fixture.sort(-1);
    QCOMPARE(fixture.shown(), u"203 204 205"_s);
    QCOMPARE(fixture.filtered.mapFromSource(fixture.log.index(4, 0)).row(), 1);
    fixture.filter({});
    QCOMPARE(fixture.shown(), u"201 202 203 204 205"_s);
    fixture.filtered.setTimeOrder(false);
    QTRY_COMPARE(fixture.shown(), u"201 203 205 202 204"_s);
}

/// What is equal by a column stays in the order of time.
void TestResultFilterModel::sortsLogsWithinTheOrderOfTime()
{
    Fixture fixture;
    const auto logOf = [](const QList<int>& seconds, const QByteArray& code) {
        QByteArray log = webHeader;
        for (const int second : seconds)
            log +=
                webRecord(second, code).replace(QByteArray("user" + QByteArray::number(second)), "somebody") + "\r\n";
        return *blocksOf(log);
    };
    fixture.log.append(logOf({1, 3}, "200"));
    fixture.log.append(logOf({2, 4}, "304"));
    fixture.filtered.setTimeOrder(true);
    QTRY_COMPARE(fixture.shown(), u"200 304 200 304"_s);
    fixture.sort(1); // the user, who is the same
    QCOMPARE(fixture.shown(), u"200 304 200 304"_s);
    fixture.sort(1, Qt::DescendingOrder);
    QCOMPARE(fixture.shown(), u"200 304 200 304"_s);
}

void TestResultFilterModel::keepsTheOrderOfTimeWhenCancelled()
{
    Fixture fixture;
    fixture.log.append(logAt({1, 3}, u"a"_s));
    fixture.log.append(logAt({2}, u"b"_s));
    fixture.filtered.setTimeOrder(true);
    fixture.filtered.cancel();
    fixture.filter(u"code:201..203"_s);
    QCOMPARE(fixture.shown(), u"201 202 203"_s);
}

void TestResultFilterModel::followsGrowingLogsInTheOrderOfTime()
{
    Fixture fixture;
    fixture.log.append(logAt({1, 5}, u"a"_s));
    fixture.log.append(logAt({2}, u"b"_s));
    fixture.filtered.setTimeOrder(true);
    QTRY_COMPARE(fixture.shown(), u"201 202 205"_s);
    const QSignalSpy resets(&fixture.filtered, &QAbstractItemModel::modelReset);
    fixture.log.append(logAt({6, 7}, u"c"_s)); // the latest: rows are added
    QTRY_COMPARE(fixture.shown(), u"201 202 205 206 207"_s);
    QCOMPARE(resets.size(), 0);
    fixture.log.append(logAt({3}, u"d"_s)); // between: rows are another order
    QTRY_COMPARE(fixture.shown(), u"201 202 203 205 206 207"_s);
    QCOMPARE(resets.size(), 1);
    fixture.filter(u"code:203..206"_s);
    fixture.log.append(logAt({4, 9}, u"e"_s));
    QTRY_COMPARE(fixture.shown(), u"203 204 205 206"_s);
}

void TestResultFilterModel::hidesFiles()
{
    Fixture fixture;
    fixture.log.append(logAt({1, 3}, u"a"_s));
    fixture.log.append(logAt({2, 4}, u"b"_s));
    RecordFilter filter{.hiddenFiles = {u"a"_s}};
    fixture.filtered.setFilter(filter);
    QCOMPARE(fixture.shown(), u"202 204"_s); // at once, as by category
    QCOMPARE(fixture.filtered.rows()->numbers(), (std::vector<quint32>{2, 3}));
    QCOMPARE(fixture.filtered.rows()->rowOf(RecordNumber(0)), -1);
    filter.expression = *FilterExpression::parse(u"code:201 OR code:204"_s);
    fixture.filtered.setFilter(filter);
    QTRY_COMPARE(fixture.shown(), u"204"_s);
    fixture.filtered.setTimeOrder(true);
    fixture.filtered.setFilter({.hiddenFiles = {u"b"_s}});
    QTRY_COMPARE(fixture.shown(), u"201 203"_s);
}

void TestResultFilterModel::sortsAndGoesBack()
{
    Fixture fixture({"404", "200", "12209", "200"});
    fixture.sort(5);
    QCOMPARE(fixture.shown(), u"200 200 404 12209"_s);
    QCOMPARE(fixture.filtered.rows()->numbers(), (std::vector<quint32>{1, 3, 0, 2}));
    QCOMPARE(fixture.filtered.rows()->rowOf(RecordNumber(0)), 2);
    fixture.sort(5, Qt::DescendingOrder);
    QCOMPARE(fixture.shown(), u"12209 404 200 200"_s);
    fixture.sort(-1);
    QCOMPARE(fixture.shown(), u"404 200 12209 200"_s);
}

void TestResultFilterModel::letsTheLastRequestWin()
{
    Fixture fixture({"404", "200", "12209", "500"});
    QSignalSpy updated(&fixture.filtered, &ResultFilterModel::updated);
    for (const QString& code : {u"404"_s, u"200"_s, u"12209"_s, u"500"_s})
        fixture.filtered.setFilter(filterOf(u"code:"_s + code));
    QTRY_COMPARE(updated.size(), 1);
    QCOMPARE(fixture.shown(), u"500"_s);
    QVERIFY(!fixture.filtered.isBusy());
}

void TestResultFilterModel::goesBackWhenCancelled()
{
    Fixture fixture({"404", "200"});
    fixture.filter(u"code:404"_s);
    QSignalSpy updated(&fixture.filtered, &ResultFilterModel::updated);
    fixture.filtered.setFilter(filterOf(u"code:200"_s));
    QVERIFY(fixture.filtered.isBusy());
    fixture.filtered.cancel();
    QVERIFY(!fixture.filtered.isBusy());
    QCOMPARE(fixture.shown(), u"404"_s);
    QCOMPARE(fixture.filtered.filter().expression.toString(), u"code:404"_s);
    QCOMPARE(updated.size(), 0);
}

void TestResultFilterModel::showsWhatCameBeforeItWasCancelled()
{
    Fixture fixture({"404", "200"});
    fixture.filtered.setFilter(filterOf(u"code:200"_s));
    fixture.append({"304"});
    QVERIFY(fixture.filtered.isBusy());
    fixture.filtered.cancel();
    QCOMPARE(fixture.shown(), u"404 200 304"_s);
    fixture.append({"500"});
    QCOMPARE(fixture.shown(), u"404 200 304 500"_s);
}

void TestResultFilterModel::leavesHandedOutRecordsAlone()
{
    Fixture fixture({"200", "404"});
    fixture.filter(u"code:404"_s);
    const auto before = fixture.filtered.rows();
    fixture.append({"404"});
    QTRY_COMPARE(fixture.shown(), u"404 404"_s);
    const auto after = fixture.filtered.rows();
    fixture.filter(u"code:200"_s);
    QCOMPARE(before->numbers(), std::vector<quint32>{1});
    QCOMPARE(after->numbers(), (std::vector<quint32>{1, 2}));
}

void TestResultFilterModel::startsAnewWithTheLog()
{
    Fixture fixture({"404", "200"});
    fixture.filter(u"code:404"_s);
    fixture.log.clear();
    QCOMPARE(fixture.filtered.rowCount(), 0);
    fixture.append({"200", "404", "404"});
    QTRY_COMPARE(fixture.shown(), u"404 404"_s); // the filter is still on
}

/// Also one that is still being applied to the log before.
void TestResultFilterModel::keepsItsFilterOverAnotherLog()
{
    Fixture fixture({"200", "12209"});
    fixture.filtered.setFilter(filterOf(u"class:failed"_s));
    QVERIFY(fixture.filtered.isBusy());
    fixture.log.clear();
    QVERIFY(!fixture.filtered.isBusy());
    fixture.append({"200", "502", "12209"});
    QTRY_COMPARE(fixture.shown(), u"502"_s);
}

void TestResultFilterModel::mapsBothWays()
{
    Fixture fixture({"404", "200", "404"});
    fixture.filter(u"code:404"_s);
    for (int row = 0; row < fixture.filtered.rowCount(); ++row) {
        const QModelIndex index = fixture.filtered.index(row, 1);
        QCOMPARE(fixture.filtered.mapFromSource(fixture.filtered.mapToSource(index)), index);
    }
    QVERIFY(!fixture.filtered.mapFromSource(fixture.log.index(1, 1)).isValid());
    QCOMPARE(fixture.filtered.rows()->rowOf(RecordNumber(1)), -1);
    QCOMPARE(fixture.filtered.rows()->rowOf(RecordNumber(99)), -1);
    QCOMPARE(fixture.filtered.rowCount(fixture.filtered.index(0, 0)), 0);
    QCOMPARE(fixture.filtered.columnCount(fixture.filtered.index(0, 0)), 0);
}

void TestResultFilterModel::knowsColumnsWithoutRows()
{
    Fixture fixture({"404"});
    fixture.filter(u"code:200"_s);
    QCOMPARE(fixture.filtered.rowCount(), 0);
    QCOMPARE(fixture.filtered.headerData(5, Qt::Horizontal).toString(), u"sc-status"_s);
}

void TestResultFilterModel::mayBeDestroyedInTheMiddle()
{
    QByteArrayList codes;
    for (int i = 0; i < 100'000; ++i)
        codes.append("200");
    LogTableModel log;
    log.append(*blocksOf(webLog(codes)));
    auto filtered = std::make_unique<ResultFilterModel>(&log);
    filtered->setFilter(filterOf(u"/h.*t99.*example/"_s));
    filtered->sort(4);
    QVERIFY(filtered->isBusy());
    filtered.reset();
}

QTEST_GUILESS_MAIN(TestResultFilterModel)
#include "tst_resultfiltermodel.moc"
