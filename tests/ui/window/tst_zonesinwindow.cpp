// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/filter/filterbar.h"
#include "ui/timestrip/timestrip.h"

#include <QAction>
#include <QInputDialog>
#include <QListView>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Logs that go by different clocks in one window, by hand.
class TestZonesInWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsOneClock();
    void ordersByChosenZone();
    void takesZoneBack();
    void keepsStretchUnderOtherClock();
    void readsTypedTimesByShownClock();
    void goesToTimeByShownClock();
    void comesBackWithZone();

private:
    void openAll();
    void choose(const QString& words);
    [[nodiscard]] int timeColumn() const;
    [[nodiscard]] QString times() const;
    [[nodiscard]] QString clockText() const { return m_driver->part<QToolButton>(u"timesButton")->text(); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

namespace {

QByteArray nativeRecord(const QByteArray& time)
{
    return "10.0.0.1, anonymous, Agent, Y, 5/12/2010, " + time
        + ", w3proxy, TMG, -, www.example.com, 192.0.2.1, 80, 15, 100, 200, http, TCP, GET, http://www.example.com/, "
          "text/html, Inet, 200, 0x0, Rule, Filter, Internal, External, 0x0, Allowed\r\n";
}

} // namespace

/// Four records in a row, of two logs: one in UTC, one by the clock of a server in India.
void TestZonesInWindow::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
    constexpr int tenOClock = 36000;
    writeFile(*m_folder, u"a.w3c"_s,
              webHeader + webRecord(tenOClock + 1, "200") + "\r\n" + webRecord(tenOClock + 3, "200") + "\r\n");
    writeFile(*m_folder, u"b.iis"_s, nativeRecord("15:30:02") + nativeRecord("15:30:04"));
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_driver = std::make_unique<WindowDriver>(*m_window);
}

void TestZonesInWindow::cleanup()
{
    m_driver.reset();
    m_window.reset();
}

void TestZonesInWindow::openAll()
{
    m_window->open({m_folder->path()});
    QTRY_COMPARE(m_driver->countText(), u"4 of 4 records"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:03 15:30:02 15:30:04"_s);
}

/// Chooses the first zone that is found with @p words.
void TestZonesInWindow::choose(const QString& words)
{
    m_driver->trigger(u"serverZone");
    auto* dialog = m_driver->part<QDialog>(u"serverZoneDialog");
    QVERIFY(dialog);
    auto* search = dialog->findChild<QLineEdit*>(u"zoneSearch"_s);
    search->clear();
    QTest::keyClicks(search, words);
    if (words.isEmpty())
        QTest::keyClick(search, Qt::Key_PageUp);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_VERIFY(!m_driver->part<QDialog>(u"serverZoneDialog"));
}

int TestZonesInWindow::timeColumn() const
{
    const auto* model = m_driver->table()->model();
    for (int column = 0; column < model->columnCount(); ++column)
        if (model->headerData(column, Qt::Horizontal, FieldIdRole).toInt() == int(FieldId::Time))
            return column;
    return -1;
}

/// The times of the visible records, in their order.
QString TestZonesInWindow::times() const
{
    const auto* model = m_driver->table()->model();
    QStringList list;
    for (int row = 0; row < model->rowCount(); ++row)
        list += model->index(row, timeColumn()).data().toString();
    return list.join(u' ');
}

void TestZonesInWindow::showsOneClock()
{
    openAll();
    QCOMPARE(clockText(), u"Times in UTC, server time taken as UTC (this computer's zone) ▾"_s);
    const auto tip = [this] {
        return m_driver->table()->model()->headerData(timeColumn(), Qt::Horizontal, Qt::ToolTipRole).toString();
    };
    QCOMPARE(tip(), u"By this clock: UTC"_s);
    m_driver->trigger(u"timesServer");
    QCOMPARE(clockText(), u"Times in server time, taken as UTC (this computer's zone) ▾"_s);
    QCOMPARE(tip(), u"By this clock: server time, taken as UTC (this computer's zone)"_s);
    m_window->open({m_folder->filePath(u"b.iis"_s)});
    m_driver->trigger(u"timesAsLogged");
    QTRY_COMPARE(times(), u"15:30:02 15:30:04"_s);
    QCOMPARE(clockText(), u"Times as logged: server time, taken as UTC (this computer's zone) ▾"_s);
}

void TestZonesInWindow::ordersByChosenZone()
{
    openAll();
    choose(u"asia/kolk"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:02 10:00:03 10:00:04"_s);
    m_driver->trigger(u"timesServer");
    QTRY_COMPARE(times(), u"15:30:01 15:30:02 15:30:03 15:30:04"_s);
    QCOMPARE(clockText(), u"Times in server time, Asia/Kolkata (chosen) ▾"_s);
    const auto* members = m_driver->part<QTreeView>(u"fileList")->model();
    QCOMPARE(members->index(0, 2).data().toString(), u"2010-05-12 15:30:01"_s);
    QCOMPARE(members->index(1, 2).data().toString(), u"2010-05-12 15:30:02"_s);
    choose(u"+05:00"_s);
    QTRY_COMPARE(times(), u"15:00:01 15:00:03 15:30:02 15:30:04"_s);
}

void TestZonesInWindow::takesZoneBack()
{
    openAll();
    choose(u"Asia/Kolkata"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:02 10:00:03 10:00:04"_s);
    choose(u"This computer's"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:03 15:30:02 15:30:04"_s);
}

/// What was drawn in the time strip stays the same stretch.
void TestZonesInWindow::keepsStretchUnderOtherClock()
{
    openAll();
    choose(u"Asia/Kolkata"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:02 10:00:03 10:00:04"_s);
    const auto noon = std::chrono::sys_days(std::chrono::year(2010) / 5 / 12) + std::chrono::hours(10);
    Q_EMIT m_driver->part<TimeStrip>(u"timeStrip")
        ->rangeSelected(TimeRange{noon + std::chrono::seconds(2), noon + std::chrono::seconds(4)});
    QTRY_COMPARE(times(), u"10:00:02 10:00:03"_s);
    m_driver->trigger(u"timesServer");
    QTRY_COMPARE(times(), u"15:30:02 15:30:03"_s);
    QCOMPARE(m_window->findChild<FilterBar*>()->expression().toString(),
             u"time:2010-05-12T15:30:02..2010-05-12T15:30:03"_s);
}

void TestZonesInWindow::readsTypedTimesByShownClock()
{
    openAll();
    choose(u"Asia/Kolkata"_s);
    m_driver->trigger(u"timesServer");
    m_driver->type(u"filterLine", u"time:15:30:02..15:30:03"_s);
    QTRY_COMPARE(times(), u"15:30:02 15:30:03"_s);
    m_driver->type(u"filterLine", u"time>=2010-05-12T10:00:03Z"_s);
    QTRY_COMPARE(times(), u"15:30:03 15:30:04"_s);
}

void TestZonesInWindow::goesToTimeByShownClock()
{
    openAll();
    choose(u"Asia/Kolkata"_s);
    m_driver->trigger(u"timesServer");
    QTRY_COMPARE(times(), u"15:30:01 15:30:02 15:30:03 15:30:04"_s);
    const auto goTo = [this](const QString& text) {
        m_driver->trigger(u"goToTime");
        auto* dialog = m_driver->part<QInputDialog>(u"timeDialog");
        QVERIFY(dialog->labelText().contains(u"Asia/Kolkata"_s));
        dialog->setTextValue(text);
        dialog->accept();
        QTRY_VERIFY(!m_driver->part<QInputDialog>(u"timeDialog"));
    };
    goTo(u"2010-05-12 15:30:03"_s);
    QCOMPARE(m_driver->table()->currentIndex().row(), 2);
    goTo(u"15:30:02"_s);
    QCOMPARE(m_driver->table()->currentIndex().row(), 1);
    goTo(u"2010-05-12 10:00:04Z"_s);
    QCOMPARE(m_driver->table()->currentIndex().row(), 3);
}

void TestZonesInWindow::comesBackWithZone()
{
    openAll();
    choose(u"Asia/Kolkata"_s);
    QTRY_COMPARE(times(), u"10:00:01 10:00:02 10:00:03 10:00:04"_s);
    m_driver->trigger(u"reload");
    QTRY_COMPARE(times(), u"10:00:01 10:00:02 10:00:03 10:00:04"_s);
    const auto view = m_window->view();
    QVERIFY(view && view->serverZone);
    QCOMPARE(sessionFromJson(sessionToJson({*view}), {})->constFirst(), *view);
    MainWindow next;
    next.restore(*view);
    QTRY_COMPARE(WindowDriver(next).countText(), u"4 of 4 records"_s);
    QTRY_COMPARE(WindowDriver(next).table()->model()->index(1, timeColumn()).data().toString(), u"10:00:02"_s);
}

QTEST_MAIN(TestZonesInWindow)
#include "tst_zonesinwindow.moc"
