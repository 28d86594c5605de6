// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/lentplace.h"
#include "tests/faults/faultyfiles.h"
#include "tests/ui/window/windowdriver.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// A share that hangs holds up what is read from it, and nothing else.
class TestHangingReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheOtherRowsAndDetails();
    void readsTheOtherLogsOfASet();
    void closesAndLoadsElsewhere_data();
    void closesAndLoadsElsewhere();
    void opensAnotherLogInItsPlace();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
    QString m_other;
};

void TestHangingReads::initTestCase()
{
    if (!canMakeFaults())
        QSKIP("Nobody has tried how to make faults on this system.");
    m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords());
    m_other = writeFile(m_folder, u"other.w3c"_s, webLog({"200", "200"}));
}

void TestHangingReads::init()
{
    OwnSettings::forget();
}

void TestHangingReads::cleanup()
{
    mendFiles();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
}

void TestHangingReads::showsTheOtherRowsAndDetails()
{
    const QByteArray log = fortyRecords();
    MainWindow window;
    window.resize(1200, 800);
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTRY_COMPARE(driver.cell(0, 1), u"user0"_s);
    const auto* details = driver.part<QWidget>(u"detailPane")->findChild<QTextBrowser*>();
    driver.trigger(u"reload");
    QTRY_VERIFY(!driver.shows(u"loading"));
    makeFault(Fault::HangingReads, m_log, quint64(log.indexOf("user20\t")));
    driver.table()->model()->index(0, 0).data(); // is in memory
    driver.table()->setCurrentIndex(driver.table()->model()->index(30, 0));
    QTRY_VERIFY(hangingReads() > 0);
    QTRY_VERIFY2(details->toPlainText().contains(u"does not answer yet"_s), qPrintable(details->toPlainText()));
    QCOMPARE(driver.table()->model()->index(30, 0).data().toString(), u"…"_s);
    QCOMPARE(driver.cell(3, 1), u"user3"_s);
    goOn();
    QTRY_COMPARE(driver.table()->model()->index(30, 0).data().toString(), u"10.0.0.30"_s);
    QTRY_VERIFY2(details->toPlainText().contains(u"user30"_s), qPrintable(details->toPlainText()));
}

void TestHangingReads::readsTheOtherLogsOfASet()
{
    const QString next = writeFile(m_folder, u"next.w3c"_s, fortyRecords().replace("2010-05-12", "2010-05-13"));
    const auto isRemoved = qScopeGuard([&next] { QFile::remove(next); });
    MainWindow window;
    window.resize(1200, 400);
    window.show();
    window.open({m_log, next});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"80 of 80 records"_s);
    const QAbstractItemModel* model = driver.table()->model();
    const QModelIndex hanging = model->index(38, 0);
    const QModelIndex other = model->index(78, 0);
    makeFault(Fault::HangingReads, m_log);
    makeFault(Fault::ReadError, next); // which only a reader meets: it is not in memory either
    QCOMPARE(hanging.data().toString(), u"…"_s);
    QTRY_VERIFY(hangingReads() > 0);
    QTRY_VERIFY2(other.data().toString() != u"…", qPrintable(other.data().toString()));
    QCOMPARE(hanging.data().toString(), u"…"_s);
    goOn();
    QTRY_COMPARE(hanging.data().toString(), u"10.0.0.38"_s);
}

void TestHangingReads::closesAndLoadsElsewhere_data()
{
    using Work = std::function<void(const WindowDriver&)>;
    QTest::addColumn<bool>("isLoaded");
    QTest::addColumn<Work>("work");
    QTest::newRow("load") << false << Work([](const WindowDriver&) {});
    QTest::newRow("reload") << true << Work([](const WindowDriver& driver) { driver.trigger(u"reload"); });
    QTest::newRow("filter") << true << Work([](const WindowDriver& driver) { driver.type(u"filterLine", u"user7"_s); });
    QTest::newRow("rows and details") << true << Work([](const WindowDriver& driver) {
        driver.table()->setCurrentIndex(driver.table()->model()->index(39, 0));
    });
    QTest::newRow("export") << true << Work([this](const WindowDriver& driver) {
        driver.trigger(u"exportCsv");
        driver.part<QLineEdit>(u"exportPath")->setText(m_folder.filePath(u"out.csv"_s));
        QTest::mouseClick(driver.part<QPushButton>(u"exportButton"), Qt::LeftButton);
    });
    QTest::newRow("find") << true << Work([](const WindowDriver& driver) {
        driver.trigger(u"find");
        QTest::keyClicks(driver.part<QLineEdit>(u"findLine"), u"user39"_s);
    });
    QTest::newRow("summary") << true << Work([](const WindowDriver& driver) { driver.trigger(u"summary"); });
    QTest::newRow("copy") << true << Work([](const WindowDriver& driver) {
        driver.table()->selectAll();
        driver.trigger(u"copyText");
    });
}

void TestHangingReads::closesAndLoadsElsewhere()
{
    QFETCH(const bool, isLoaded);
    QFETCH(const std::function<void(const WindowDriver&)>, work);
    const QString target = writeFile(m_folder, u"out.csv"_s, "as before");
    auto window = std::make_unique<MainWindow>();
    window->show();
    if (!isLoaded)
        makeFault(Fault::HangingReads, m_log);
    window->open({m_log});
    if (isLoaded) {
        QTRY_COMPARE(WindowDriver(*window).countText(), u"40 of 40 records"_s);
        makeFault(Fault::HangingReads, m_log);
        work(WindowDriver(*window));
    }
    QTRY_VERIFY(hangingReads() > 0);

    MainWindow other;
    other.show();
    other.open({m_other});
    QTRY_COMPARE(WindowDriver(other).countText(), u"2 of 2 records"_s);
    window->close();
    window.reset(); // does not wait for the share
    QVERIFY(hangingReads() > 0);
    WindowDriver(other).type(u"filterLine", u"user1"_s);
    QTRY_COMPARE(WindowDriver(other).countText(), u"1 of 2 records"_s);

    mendFiles();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
    QFile file(target);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "as before");
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 3); // two logs and this file
}

void TestHangingReads::opensAnotherLogInItsPlace()
{
    makeFault(Fault::HangingReads, m_log);
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_VERIFY(hangingReads() > 0);
    window.open({m_other});
    QTRY_COMPARE(driver.countText(), u"2 of 2 records"_s);
    QTRY_COMPARE(driver.cell(1, 1), u"user1"_s);
    goOn();
    QVERIFY(LentPlace::waitForAll(std::chrono::minutes(1)));
    QCOMPARE(driver.countText(), u"2 of 2 records"_s); // what comes of the other now is nobody's
}

QTEST_MAIN(TestHangingReads)

#include "tst_hangingreads.moc"
