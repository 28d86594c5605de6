// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testarchive.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/archive/memberdialog.h"
#include "ui/recentlist.h"

#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Archives in the window, by hand.
class TestArchiveWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { OwnSettings::forget(); }

    void opensAnArchiveOfOneLikeALog();
    void asksWhichOfSeveral();
    void goesBackWhereNothingIsChosen();
    void showsHostileNamesHarmlessly();
    void tellsThatALogIsCutShort();
    void unpacksBeyondTheLimitWhenTold();
    void stopsUnpacking();
    void canBeClosedWhileUnpacking();

private:
    QString writeLarge();

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QByteArray m_large;
};

/// Takes some seconds to unpack, and more to pack.
QString TestArchiveWindow::writeLarge()
{
    if (m_large.isEmpty()) {
        QByteArray rows;
        for (int i = 0; i < 1000; ++i)
            rows += webRecord(i, "200") + "\r\n";
        const Packing slow = {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_BZIP2};
        m_large = packed(slow, {{"log", webHeader + rows.repeated(400)}});
    }
    return writeFile(m_folder, u"large.w3c.bz2"_s, m_large);
}

void TestArchiveWindow::opensAnArchiveOfOneLikeALog()
{
    const QString path = writeFile(m_folder, u"forty.w3c.gz"_s, packed(gzip, {{"log", fortyRecords()}}));
    MainWindow window;
    window.show();
    window.openFile(path);
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(window.windowTitle(), u"forty.w3c — forty.w3c.gz — TMGLens"_s);
    QCOMPARE(window.filePath(), path);
    QTRY_COMPARE(recentFiles.entries(), QStringList{path});
    driver.trigger(u"reload");
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
}

void TestArchiveWindow::asksWhichOfSeveral()
{
    const QString path =
        writeFile(m_folder, u"logs.zip"_s, packed(zip, {{"one.w3c", webLog({"200"})}, {"forty.w3c", fortyRecords()}}));
    MainWindow window;
    window.show();
    window.openFile(path);
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"memberDialog"));
    auto* list = driver.part<QTreeWidget>(u"memberList");
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), u"one.w3c"_s);
    QCOMPARE(list->topLevelItem(0)->text(2), u"2010-05-12 10:00"_s);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(window.windowTitle(), u"forty.w3c — logs.zip — TMGLens"_s);
    QCOMPARE(window.filePath(), path + u"/forty.w3c"_s);
    QTRY_COMPARE(recentFiles.entries(), QStringList{path + u"/forty.w3c"_s});
    QVERIFY(window.view());

    MainWindow next; // the session knows the member, and does not ask again
    next.show();
    next.restore(*window.view());
    QTRY_COMPARE(WindowDriver(next).countText(), u"40 of 40 records"_s);
}

void TestArchiveWindow::goesBackWhereNothingIsChosen()
{
    MainWindow window;
    window.show();
    window.openFile(writeFile(m_folder, u"logs.zip"_s, packed(zip, {{"a", webLog({"200"})}, {"b", fortyRecords()}})));
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"memberDialog"));
    QTest::keyClick(driver.part<QTreeWidget>(u"memberList"), Qt::Key_Escape);
    QTRY_VERIFY(driver.shows(u"startPage"));
    QCOMPARE(window.windowTitle(), u"TMGLens"_s);
    QVERIFY(window.filePath().isEmpty());
}

void TestArchiveWindow::showsHostileNamesHarmlessly()
{
    const QString path = writeFile(m_folder, u"hostile.tar"_s,
                                   packed(tar, {{"../a\n<b>.w3c", fortyRecords()}, {"/etc/passwd", webLog({"200"})}}));
    MainWindow window;
    window.show();
    window.openFile(path);
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"memberDialog"));
    auto* list = driver.part<QTreeWidget>(u"memberList");
    QCOMPARE(list->topLevelItem(0)->text(0), u"(..)/a\\x0A<b>.w3c"_s);
    QCOMPARE(list->topLevelItem(1)->text(0), u"etc/passwd"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(window.windowTitle(), u"a\\x0A<b>.w3c — hostile.tar — TMGLens"_s);
}

void TestArchiveWindow::tellsThatALogIsCutShort()
{
    QByteArrayList many;
    for (int i = 0; i < 20'000; ++i)
        many += QByteArray::number(i % 7 * 100);
    QByteArray bytes = packed(gzip, {{"log", webLog(many)}});
    bytes.chop(bytes.size() / 3);
    MainWindow window;
    window.show();
    window.openFile(writeFile(m_folder, u"cut.w3c.gz"_s, bytes));
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.part<QLabel>(u"messageText")->text().contains(u"is damaged"_s));
    QVERIFY(driver.table()->model()->rowCount() > 1000);
}

void TestArchiveWindow::unpacksBeyondTheLimitWhenTold()
{
    const Packing zstd = {.format = ARCHIVE_FORMAT_RAW, .filter = ARCHIVE_FILTER_ZSTD};
    const QByteArray log = fortyRecords() + QByteArray(70 * 1024 * 1024, '\0');
    MainWindow window;
    window.show();
    window.openFile(writeFile(m_folder, u"bomb.zst"_s, packed(zstd, {{"log", log}})));
    const WindowDriver driver(window);
    QTRY_VERIFY_WITH_TIMEOUT(driver.shows(u"errorPage"), 20'000);
    QVERIFY(driver.part<QLabel>(u"errorText")->text().contains(u"limit"_s));
    QVERIFY(driver.shows(u"unpackButton"));
    QTest::mouseClick(driver.part<QWidget>(u"unpackButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.countText(), u"40 of 40 records"_s, 20'000);

    MainWindow other;
    other.show();
    other.openFile(m_folder.filePath(u"absent.w3c"_s));
    QTRY_VERIFY(WindowDriver(other).shows(u"errorPage"));
    QVERIFY(!WindowDriver(other).shows(u"unpackButton"));
}

void TestArchiveWindow::stopsUnpacking()
{
    const QString path = writeLarge();
    MainWindow window;
    window.show();
    window.openFile(path);
    const WindowDriver driver(window);
    auto* loading = driver.part<QWidget>(u"loading");
    QTRY_VERIFY(loading->findChild<QLabel*>()->text().startsWith(u"Unpacking"_s));
    QTest::mouseClick(loading->findChild<QWidget*>(u"stopButton"), Qt::LeftButton);
    QTRY_VERIFY(!loading->isVisible());
    QCOMPARE(driver.table()->model()->rowCount(), 0);
}

void TestArchiveWindow::canBeClosedWhileUnpacking()
{
    const QString path = writeLarge();
    auto window = std::make_unique<MainWindow>();
    window->show();
    window->openFile(path);
    const WindowDriver driver(*window);
    QTRY_VERIFY(driver.part<QWidget>(u"loading")->findChild<QLabel*>()->text().startsWith(u"Unpacking"_s));
    window->close();
    window.reset(); // must neither crash nor hang
    QVERIFY(QFile::remove(path));
}

QTEST_MAIN(TestArchiveWindow)

#include "tst_archivewindow.moc"
