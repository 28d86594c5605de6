// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/logtableview.h"

#include "model/table/resultfiltermodel.h"
#include "tests/ui/window/windowdriver.h"
#include "ui/find/foundtext.h"
#include "ui/table/gapreader.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

/// A view over a log in memory.
struct Table
{
    LogTableModel log;
    ResultFilterModel records{&log};
    LogTableView view{&log, &records, nullptr};

    explicit Table(const QByteArray& bytes)
    {
        view.resize(900, 400);
        view.show();
        log.append(blocksOf(bytes).value());
    }

    void filter(QStringView expression)
    {
        records.setFilter({{}, FilterExpression::parse(expression).value_or(FilterExpression()), false});
    }

    QStringList shownNames() const
    {
        QStringList names;
        for (const int column : view.shownColumns())
            names += log.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        return names;
    }
};

/// Counts what a view asks about cells before it paints them.
class CountingModel : public ResultFilterModel
{
public:
    using ResultFilterModel::ResultFilterModel;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override
    {
        ++asked;
        return ResultFilterModel::flags(index);
    }

    mutable int asked = 0;
};

} // namespace

class TestLogTableView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { OwnSettings::forget(); }

    void putsImportantColumnsFirst();
    void remembersColumnsByName();
    void goesBackToFirstColumns();
    void fillsTheGapsOnceTheyAreShown();
    void derivedColumnsMoveWithTheirOrder();
    void selectsRecordsInViewOrder();
    void choosesNearestRecordForHiddenOne_data();
    void choosesNearestRecordForHiddenOne();
    void returnsToHiddenRecord();
    void forgetsPlaceInAnotherLog();
    void keepsCurrentRecordWhereItIs();
    void goesToFirstAndLastRecord();
    void selectsAllWithoutAskingEachRecord();
    void showsValuesAsPlainText();
    void paintsRecordsOfMegabytes();
    void putsTitlesOverNumbers();
    void marksFoundText();
    void marksFoundTextThatIsShownInAnotherUnit();
    void bringsFoundCellOnScreen();

private:
    OwnSettings m_settings;
};

void TestLogTableView::putsImportantColumnsFirst()
{
    const Table table(fortyRecords());
    QCOMPARE(table.shownNames(), (u"date time c-ip cs-username sc-status cs-uri"_s).split(u' '));
    for (const int column : table.view.shownColumns())
        QVERIFY(table.view.horizontalHeader()->sectionSize(column) >= 40);
    QVERIFY(table.view.horizontalHeader()->sectionSize(0)
            > table.view.fontMetrics().horizontalAdvance(u"255.255.255.255"_s));
}

void TestLogTableView::remembersColumnsByName()
{
    {
        Table table(fortyRecords());
        QHeaderView* header = table.view.horizontalHeader();
        table.view.horizontalHeader()->setSectionHidden(1, true); // cs-username
        header->moveSection(header->visualIndex(5), 0); // sc-status
        header->resizeSection(0, 133); // c-ip
    }
    // The same kind of log, with its fields in another order.
    Table table("#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                "#Fields: cs-uri\tsc-status\tdate\ttime\tcs-username\tc-ip\r\n"
                "http://host.example/\t200\t2010-05-12\t00:00:00\tuser\t10.0.0.1\r\n");
    QCOMPARE(table.shownNames(), (u"sc-status date time c-ip cs-uri"_s).split(u' '));
    QCOMPARE(table.view.horizontalHeader()->sectionSize(5), 133);
}

void TestLogTableView::goesBackToFirstColumns()
{
    Table table(fortyRecords());
    const QStringList first = table.shownNames();
    table.view.horizontalHeader()->setSectionHidden(4, true);
    QCOMPARE(table.shownNames().size(), first.size() - 1);
    QMenu menu;
    table.view.fillColumnMenu(&menu);
    QCOMPARE(menu.actions().at(4)->isChecked(), false);
    QCOMPARE(menu.actions().at(0)->isChecked(), true);
    menu.actions().last()->trigger();
    QCOMPARE(table.shownNames(), first);
}

static void toggleColumn(Table& table, const QString& name)
{
    QMenu menu;
    table.view.fillColumnMenu(&menu);
    const QList<QAction*> actions = menu.actions();
    const auto chosen = std::ranges::find(actions, name, &QAction::text);
    QVERIFY(chosen != actions.end());
    (*chosen)->toggle();
}

void TestLogTableView::fillsTheGapsOnceTheyAreShown()
{
    Table table(fortyRecords() + webRecord(1, "200") + "\r\n");
    GapReader gaps(&table.log, table.view.horizontalHeader());
    toggleColumn(table, u"gap"_s);
    QVERIFY(table.shownNames().contains(u"gap"_s));
    const auto gap = [&table](int row) { return table.log.index(row, 8).data().toString(); };
    QTRY_COMPARE(gap(0), QString());
    QCOMPARE(gap(40), u"0 s"_s);
    table.log.append(blocksOf(webHeader + webRecord(2, "200") + "\r\n").value());
    toggleColumn(table, u"gap"_s); // several logs have columns of their own
    QCOMPARE(gap(41), u"…"_s);
    QTRY_COMPARE(gap(41), u"0 s"_s);
    QVERIFY(!std::ranges::contains(table.view.shownFields(), 8)); // copied is what the log has
}

void TestLogTableView::derivedColumnsMoveWithTheirOrder()
{
    const auto blocks = blocksOf(fortyRecords()
                                 + "#Fields: date\ttime\tc-ip\tsc-status\tr-host\r\n"
                                   "2010-05-12\t01:00:00\t10.1.0.1\t200\thost.example\r\n");
    QCOMPARE(blocks->size(), 2);
    Table table(webHeader);
    table.log.append({blocks->first()});
    toggleColumn(table, u"result-class"_s);
    table.view.horizontalHeader()->setSortIndicator(6, Qt::DescendingOrder);
    QTRY_COMPARE(table.records.index(0, 6).data().toString(), u"failed"_s);
    table.log.append({blocks->last()});
    QCOMPARE(table.records.sortColumn(), 7);
    QTRY_COMPARE(table.records.rowCount(), 41);
    QCOMPARE(table.records.index(0, 7).data().toString(), u"failed"_s);
    QCOMPARE(table.view.horizontalHeader()->sortIndicatorSection(), 7);
    QVERIFY(table.shownNames().contains(u"result-class"_s));
    table.log.clear(); // the columns of what is read next are not known
    QCOMPARE(table.records.sortColumn(), -1);
    table.log.append(blocksOf(fortyRecords()).value());
    QCOMPARE(table.records.rowCount(), 40);
    QCOMPARE(table.view.horizontalHeader()->sortIndicatorSection(), -1);
}

void TestLogTableView::selectsRecordsInViewOrder()
{
    Table table(fortyRecords());
    table.view.horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    QTRY_COMPARE(table.view.recordAt(0), RecordNumber(39));
    table.view.setCurrentIndex(table.records.index(3, 0));
    table.view.selectionModel()->select(table.records.index(1, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(table.view.selectedRecords(), (std::vector<quint32>{38, 36}));
    QCOMPARE(table.view.selectedCount(), 2);
    // Another order: the same records.
    table.view.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    QTRY_COMPARE(table.view.recordAt(0), RecordNumber(0));
    QCOMPARE(table.view.selectedRecords(), (std::vector<quint32>{36, 38}));
}

void TestLogTableView::choosesNearestRecordForHiddenOne_data()
{
    QTest::addColumn<int>("sortColumn");
    QTest::addColumn<quint32>("current");
    QTest::addColumn<quint32>("nearest");
    constexpr int timeColumn = 3;
    QTest::newRow("next below") << -1 << 19U << 21U;
    QTest::newRow("none below: the last") << -1 << 39U << 37U;
    QTest::newRow("next below in a column's order") << timeColumn << 19U << 17U;
    QTest::newRow("none below in a column's order") << timeColumn << 0U << 1U;
}

void TestLogTableView::choosesNearestRecordForHiddenOne()
{
    QFETCH(const int, sortColumn);
    QFETCH(const quint32, current);
    QFETCH(const quint32, nearest);
    Table table(fortyRecords());
    table.view.horizontalHeader()->setSortIndicator(sortColumn, Qt::DescendingOrder);
    QTRY_COMPARE(table.view.recordAt(0), RecordNumber(sortColumn < 0 ? 0 : 39));
    table.view.showRecord(RecordNumber(current));
    QSignalSpy changed(&table.view, &LogTableView::currentRecordChanged);
    table.filter(u"code:200"); // records 1, 5, 9…
    QTRY_COMPARE(table.records.rowCount(), 10);
    QCOMPARE(table.view.currentRecord(), RecordNumber(nearest));
    QCOMPARE(table.view.selectedRecords(), std::vector{nearest});
    QVERIFY(!changed.isEmpty());
}

void TestLogTableView::returnsToHiddenRecord()
{
    Table table(fortyRecords());
    table.view.showRecord(RecordNumber(19));
    table.filter(u"code:200");
    QTRY_COMPARE(table.records.rowCount(), 10);
    table.filter(u"code:777"); // none
    QTRY_COMPARE(table.records.rowCount(), 0);
    QCOMPARE(table.view.currentRecord(), std::nullopt);
    table.filter(u"code:12209"); // 0, 4, 8…
    QTRY_COMPARE(table.records.rowCount(), 10);
    QCOMPARE(table.view.currentRecord(), RecordNumber(20));
    table.filter(u"");
    QCOMPARE(table.view.currentRecord(), RecordNumber(19));
    QCOMPARE(table.view.selectedRecords(), std::vector{19U});

    // But not when a person has chosen another one meanwhile.
    table.filter(u"code:200");
    QTRY_COMPARE(table.records.rowCount(), 10);
    QTest::keyClick(&table.view, Qt::Key_Down);
    QCOMPARE(table.view.currentRecord(), RecordNumber(25));
    table.filter(u"");
    QCOMPARE(table.view.currentRecord(), RecordNumber(25));
}

void TestLogTableView::forgetsPlaceInAnotherLog()
{
    Table table(fortyRecords());
    table.view.showRecord(RecordNumber(21));
    table.filter(u"code:200");
    QTRY_COMPARE(table.records.rowCount(), 10);
    table.log.clear();
    table.log.append(blocksOf(fortyRecords()).value());
    QTRY_COMPARE(table.records.rowCount(), 10);
    QCOMPARE(table.view.currentRecord(), std::nullopt);
}

void TestLogTableView::keepsCurrentRecordWhereItIs()
{
    QByteArrayList codes;
    for (int i = 0; i < 1000; ++i)
        codes += i % 10 == 0 ? "200" : "304";
    Table table(webLog(codes));
    table.view.showRecord(RecordNumber(510));
    table.view.scrollTo(table.view.currentIndex(), QAbstractItemView::PositionAtCenter);
    const auto height = [&] { return table.view.visualRect(table.view.currentIndex()).top(); };
    const int before = height();
    QVERIFY(before > 0);
    table.filter(u"code:200");
    QTRY_COMPARE(table.records.rowCount(), 100);
    QCOMPARE(table.view.currentRecord(), RecordNumber(510));
    QCOMPARE(height(), before);
    QTest::keyClick(&table.view, Qt::Key_Up);
    const int chosen = height();
    table.filter(u"");
    QCOMPARE(table.records.rowCount(), 1000);
    QCOMPARE(table.view.currentRecord(), RecordNumber(500));
    QCOMPARE(height(), chosen);
}

void TestLogTableView::goesToFirstAndLastRecord()
{
    Table table(fortyRecords());
    table.view.setCurrentIndex(table.records.index(5, 0));
    QTest::keyClick(&table.view, Qt::Key_End);
    QCOMPARE(table.view.currentRecord(), RecordNumber(39));
    QTest::keyClick(&table.view, Qt::Key_Home);
    QCOMPARE(table.view.currentRecord(), RecordNumber(0));
}

void TestLogTableView::selectsAllWithoutAskingEachRecord()
{
    LogTableModel log;
    CountingModel records(&log);
    LogTableView view(&log, &records, nullptr);
    view.resize(900, 400);
    view.show();
    log.append(blocksOf(webLog(QByteArrayList(10'000, "200"))).value());
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectedCount(), 10'000);
    records.asked = 0;
    view.grab();
    QVERIFY2(records.asked < 5'000, qPrintable(QString::number(records.asked)));
}

void TestLogTableView::showsValuesAsPlainText()
{
    QByteArray record = webRecord(1, "200");
    record.replace("http://host1.example/", "<b>bold</b><img src=x>");
    Table table(webHeader + record + "\r\n");
    const QModelIndex url = table.records.index(0, 4);
    QStyleOptionViewItem option;
    option.widget = &table.view;
    option.rect = table.view.visualRect(url);
    QHelpEvent help(QEvent::ToolTip, {5, 5}, table.view.mapToGlobal(QPoint(5, 5)));
    table.view.itemDelegate()->helpEvent(&help, &table.view, option, url);
    QVERIFY(QToolTip::text().contains(u"&lt;b&gt;bold&lt;/b&gt;"_s));
    QVERIFY(!QToolTip::text().contains(u"<img"_s));
    QToolTip::hideText();
}

void TestLogTableView::paintsRecordsOfMegabytes()
{
    QByteArray record = webRecord(1, "200");
    const QByteArray url = "http://host1.example/";
    record.replace(url, QByteArray(url + QByteArray(3'000'000, 'x')));
    Table table(webHeader + record + "\r\n");
    QElapsedTimer clock;
    clock.start();
    table.view.grab();
    QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
}

void TestLogTableView::putsTitlesOverNumbers()
{
    Table table("#Software: Microsoft Forefront Threat Management Gateway\r\n"
                "#Fields: date\ttime\tc-ip\tsc-bytes\tsc-status\r\n"
                "2010-05-12\t00:00:00\t10.0.0.1\t7\t200\r\n");
    constexpr int bytesColumn = 3;
    const QHeaderView* header = table.view.horizontalHeader();
    const int width = header->sectionSize(bytesColumn); // the last one, so it fills the window
    QVERIFY(width > 250);
    const QRect title(header->sectionViewportPosition(bytesColumn), 0, width, header->height());
    const QImage picture = header->viewport()->grab(title).toImage();
    const auto inkIn = [&picture](const QRect& part) {
        const QColor ground = picture.pixelColor(part.center().x(), 2);
        int ink = 0;
        for (int x = part.left(); x <= part.right(); ++x)
            for (int y = 3; y < picture.height() - 3; ++y)
                ink += std::abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 80 ? 1 : 0;
        return ink;
    };
    QCOMPARE(inkIn({10, 0, 100, 1}), 0);
    QVERIFY(inkIn({width - 100, 0, 90, 1}) > 20);
}

/// Of the frames around found text.
static int amberPixelsIn(const Table& table, const QModelIndex& index)
{
    const QImage cell = table.view.viewport()->grab(table.view.visualRect(index)).toImage();
    int count = 0;
    for (int x = 0; x < cell.width(); ++x)
        for (int y = 0; y < cell.height(); ++y)
            count += cell.pixelColor(x, y) == QColor(255, 176, 0) ? 1 : 0;
    return count;
}

void TestLogTableView::marksFoundTextThatIsShownInAnotherUnit()
{
    Table table("#Fields: c-ip\tdate\ttime\ttime-taken\tsc-status\r\n"
                "10.0.0.1\t2010-05-12\t00:00:01\t1834\t200\r\n");
    const QModelIndex duration = table.records.index(0, 3);
    QCOMPARE(duration.data().toString(), u"1.8 s"_s);
    table.view.markText(FoundText({.text = u"1834"_s}));
    QVERIFY(amberPixelsIn(table, duration) > 20);
    table.view.markText(FoundText({.text = u"1835"_s}));
    QCOMPARE(amberPixelsIn(table, duration), 0);
}

void TestLogTableView::marksFoundText()
{
    Table table(fortyRecords());
    const auto amberPixels = [&table](int row) { return amberPixelsIn(table, table.records.index(row, 4)); };
    table.view.markText(FoundText({.text = u"HOST3."_s}));
    QCOMPARE(amberPixels(2), 0);
    QVERIFY(amberPixels(3) > 20);
    table.view.markText({});
    QCOMPARE(amberPixels(3), 0);
    // Where the cell is too narrow for it, the ellipsis stands for it.
    table.view.markText(FoundText({.text = u"HOST3."_s}));
    table.view.horizontalHeader()->resizeSection(4, 40);
    QVERIFY(amberPixels(3) > 5);
}

void TestLogTableView::bringsFoundCellOnScreen()
{
    Table table(fortyRecords());
    table.view.resize(200, 300);
    table.view.showRecord(RecordNumber(3));
    constexpr int urlColumn = 4;
    const auto isOnScreen = [&] {
        return table.view.viewport()->rect().intersects(table.view.visualRect(table.view.currentIndex()));
    };
    QCOMPARE(table.view.showCellWith(FoundText({.text = u"host3"_s})), urlColumn);
    QCOMPARE(table.view.currentIndex().row(), 3);
    QCOMPARE(table.view.currentIndex().column(), urlColumn);
    QVERIFY(isOnScreen());
    QCOMPARE(table.view.showCellWith(FoundText({.text = u"10.0"_s})), 0);
    QVERIFY(isOnScreen());
    // A hidden column is named and not shown; text of no column is none.
    table.view.horizontalHeader()->setSectionHidden(urlColumn, true);
    QCOMPARE(table.view.showCellWith(FoundText({.text = u"host3"_s})), urlColumn);
    QCOMPARE(table.view.currentIndex().column(), 0);
    QCOMPARE(table.view.showCellWith(FoundText({.text = u"nowhere"_s})), std::nullopt);
    // The table shows the title of a code, of which the log holds nothing.
    table.view.showRecord(RecordNumber(4));
    QCOMPARE(table.view.showCellWith(FoundText({.text = u"Authorization"_s})), codeColumn);
    QCOMPARE(table.view.currentIndex().column(), codeColumn);
}

QTEST_MAIN(TestLogTableView)

#include "tst_logtableview.moc"
