// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testarchive.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/recentlist.h"

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
    void opensAllMembersAsOne();
    void opensOneMemberByItsAddress();
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
    window.open({path});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QCOMPARE(window.windowTitle(), u"forty.w3c — forty.w3c.gz — TMGLens"_s);
    QCOMPARE(window.paths(), QStringList{path});
    QTRY_COMPARE(recentFiles.entries(), QStringList{path});
    driver.trigger(u"reload");
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
}

void TestArchiveWindow::opensAllMembersAsOne()
{
    const QString path =
        writeFile(m_folder, u"logs.zip"_s, packed(zip, {{"one.w3c", webLog({"200"})}, {"forty.w3c", fortyRecords()}}));
    MainWindow window;
    window.show();
    window.open({path});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"41 of 41 records"_s);
    QCOMPARE(window.windowTitle(), u"logs.zip — TMGLens"_s);
    QCOMPARE(window.paths(), QStringList{path});
    QTRY_COMPARE(recentFiles.entries(), QStringList{path});
    driver.type(u"filterLine", u"file:forty.w3c"_s);
    QTRY_COMPARE(driver.countText(), u"40 of 41 records"_s);
}

void TestArchiveWindow::opensOneMemberByItsAddress()
{
    const QString path =
        writeFile(m_folder, u"logs.zip"_s, packed(zip, {{"one.w3c", webLog({"200"})}, {"forty.w3c", fortyRecords()}}));
    MainWindow window;
    window.show();
    window.open({path + u"/forty.w3c"_s});
    QTRY_COMPARE(WindowDriver(window).countText(), u"40 of 40 records"_s);
    QCOMPARE(window.windowTitle(), u"forty.w3c — logs.zip — TMGLens"_s);
    QVERIFY(window.view());

    MainWindow next; // the session knows the member
    next.show();
    next.restore(*window.view());
    QTRY_COMPARE(WindowDriver(next).countText(), u"40 of 40 records"_s);
}

void TestArchiveWindow::showsHostileNamesHarmlessly()
{
    const QString path = writeFile(m_folder, u"hostile.tar"_s, packed(tar, {{"../a\n<b>.w3c", fortyRecords()}}));
    MainWindow window;
    window.show();
    window.open({path});
    QTRY_COMPARE(WindowDriver(window).countText(), u"40 of 40 records"_s);
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
    window.open({writeFile(m_folder, u"cut.w3c.gz"_s, bytes)});
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
    window.open({writeFile(m_folder, u"bomb.zst"_s, packed(zstd, {{"log", log}}))});
    const WindowDriver driver(window);
    QTRY_VERIFY_WITH_TIMEOUT(driver.shows(u"errorPage"), 20'000);
    QVERIFY(driver.part<QLabel>(u"errorText")->text().contains(u"limit"_s));
    QVERIFY(driver.shows(u"unpackButton"));
    QTest::mouseClick(driver.part<QWidget>(u"unpackButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver.countText(), u"40 of 40 records"_s, 20'000);

    MainWindow other;
    other.show();
    other.open({m_folder.filePath(u"absent.w3c"_s)});
    QTRY_VERIFY(WindowDriver(other).shows(u"errorPage"));
    QVERIFY(!WindowDriver(other).shows(u"unpackButton"));
}

void TestArchiveWindow::stopsUnpacking()
{
    const QString path = writeLarge();
    MainWindow window;
    window.show();
    window.open({path});
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
    window->open({path});
    const WindowDriver driver(*window);
    QTRY_VERIFY(driver.part<QWidget>(u"loading")->findChild<QLabel*>()->text().startsWith(u"Unpacking"_s));
    window->close();
    window.reset(); // must neither crash nor hang
    QVERIFY(QFile::remove(path));
}

QTEST_MAIN(TestArchiveWindow)

#include "tst_archivewindow.moc"
