// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/eventloopprobe.h"
#include "tests/ui/window/windowdriver.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

constexpr int recordCount = 300'000;

QByteArray largeLog()
{
    QByteArray rows;
    for (int i = 0; i < 1000; ++i)
        rows += webRecord(i, i % 2 ? "200" : "12209") + "\r\n";
    return webHeader + rows.repeated(recordCount / 1000);
}

} // namespace

/**
 * The window answers while it works. A busy machine makes a stall longer, so the limit is far above what is wanted
 * (50 ms, see bench_window): it finds work that goes through all records on the GUI thread.
 */
class TestStalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersWhileItWorks_data();
    void answersWhileItWorks();

private:
    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestStalls::initTestCase()
{
    m_log = writeFile(m_folder, u"large.w3c"_s, largeLog());
    QVERIFY(!m_log.isEmpty());
}

void TestStalls::answersWhileItWorks_data()
{
    using Work = std::function<void(const WindowDriver&)>;
    QTest::addColumn<Work>("work");
    QTest::addColumn<int>("rows"); // after it

    QTest::newRow("loading") << Work([](const WindowDriver&) {}) << recordCount;
    QTest::newRow("category") << Work([](const WindowDriver& driver) {
        auto* tree = driver.part<QTreeView>(u"categoryTree");
        QTRY_COMPARE(tree->model()->rowCount(), 2);
        tree->setCurrentIndex(tree->model()->index(0, 0));
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Return);
    }) << recordCount / 2;
    QTest::newRow("text") << Work([](const WindowDriver& driver) { driver.type(u"filterLine", u"user42"_s); })
                          << recordCount / 1000 * 11; // user42 and user420 to user429
    QTest::newRow("sorting") << Work([](const WindowDriver& driver) {
        driver.table()->horizontalHeader()->setSortIndicator(4, Qt::DescendingOrder);
        QTRY_COMPARE_WITH_TIMEOUT(driver.cell(0, 1), u"user999"_s, 60'000);
    }) << recordCount;
    QTest::newRow("scrolling") << Work([](const WindowDriver& driver) {
        QScrollBar* bar = driver.table()->verticalScrollBar();
        for (int step = 1; step <= 20; ++step) {
            bar->setValue(bar->maximum() / 20 * step);
            QTest::qWait(1);
        }
    }) << recordCount;
    QTest::newRow("exporting") << Work([this](const WindowDriver& driver) {
        driver.trigger(u"exportCsv");
        driver.part<QLineEdit>(u"exportPath")->setText(m_folder.filePath(u"all.csv"_s));
        driver.part<QPushButton>(u"exportButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(driver.shows(u"messageBar"), 60'000);
    }) << recordCount;
}

void TestStalls::answersWhileItWorks()
{
    QFETCH(const std::function<void(const WindowDriver&)>, work);
    QFETCH(const int, rows);
    OwnSettings::forget();
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const WindowDriver driver(window);
    EventLoopProbe probe;
    window.open({m_log});
    QTRY_COMPARE_WITH_TIMEOUT(driver.table()->model()->rowCount(), recordCount, 60'000);
    work(driver);
    QTRY_COMPARE_WITH_TIMEOUT(driver.table()->model()->rowCount(), rows, 60'000);
    QTest::qWait(50); // what follows at once is part of it
    QCOMPARE_LT(probe.take().longest(), EventLoopProbe::Milliseconds(500));
}

QTEST_MAIN(TestStalls)
#include "tst_stalls.moc"
