// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/provenance/provenance.h"
#include "model/provenance/verification.h"
#include "tests/ui/window/windowdriver.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestExporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void writesRowsAndColumnsOnScreen();
    void addsMeaningAndMark();
    void writesWhereItComesFrom();
    void keepsWhatIsWrittenWithoutItsOrigin();
    void warnsBeforeReplacing();
    void asksOnceForOneExport();
    void saysWhatCannotBeWritten();

private:
    /// Opens the log and the dialog, and fills in @p path.
    static void openDialog(MainWindow& window, const QString& log, const QString& path);
    static QByteArrayList linesOf(const QString& path);

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestExporting::openDialog(MainWindow& window, const QString& log, const QString& path)
{
    window.show();
    window.open({log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.type(u"filterLine", u"code:11001"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    driver.trigger(u"exportCsv");
    QVERIFY(driver.shows(u"exportDialog"));
    driver.part<QLineEdit>(u"exportPath")->setText(path);
}

QByteArrayList TestExporting::linesOf(const QString& path)
{
    QFile file(path);
    QByteArrayList lines = file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QByteArrayList();
    for (QByteArray& line : lines)
        line = line.trimmed();
    lines.removeAll({});
    return lines;
}

void TestExporting::writesRowsAndColumnsOnScreen()
{
    const QString path = m_folder.filePath(u"out.csv"_s);
    MainWindow window;
    openDialog(window, m_log, path);
    const WindowDriver driver(window);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.part<QLabel>(u"messageText")->text().endsWith(u": 10."_s));
    const QByteArrayList lines = linesOf(path);
    QCOMPARE(lines.size(), 11);
    QCOMPARE(lines[0], "date,time,c-ip,cs-username,sc-status,cs-uri");
    QCOMPARE(lines[1], "2010-05-12,00:00:02,10.0.0.2,user2,11001,http://host2.example/");
    QCOMPARE(lines[10], "2010-05-12,00:00:38,10.0.0.38,user38,11001,http://host38.example/");
}

void TestExporting::addsMeaningAndMark()
{
    const QString path = m_folder.filePath(u"decoded.csv"_s);
    MainWindow window;
    openDialog(window, m_log, path);
    const WindowDriver driver(window);
    driver.part<QCheckBox>(u"exportDecoded")->setChecked(true);
    driver.part<QCheckBox>(u"exportByteOrderMark")->setChecked(true);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_COMPARE(linesOf(path).size(), 11);
    const QByteArray header = linesOf(path).first();
    QVERIFY(header.startsWith("\xEF\xBB\xBF"));
    QVERIFY(header.endsWith("result-class,result-symbol,result-message"));
    QVERIFY(linesOf(path)[1].contains(",failed,WSAHOST_NOT_FOUND,"));
}

void TestExporting::writesWhereItComesFrom()
{
    const QString path = m_folder.filePath(u"proven.csv"_s);
    MainWindow window;
    openDialog(window, m_log, path);
    const WindowDriver driver(window);
    QVERIFY(!driver.part<QCheckBox>(u"exportProvenance")->isChecked());
    QTest::keyClick(driver.part<QWidget>(u"exportProvenance"), Qt::Key_Space);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.part<QLabel>(u"messageText")->text().endsWith(u": 10."_s));
    const auto files = readProvenance(path + u".json"_s);
    QVERIFY(files);
    QCOMPARE(verify(files->output, false, {}).kind, Verdict::Kind::Same);
    QCOMPARE(files->output.path, path);
    QCOMPARE(files->sources.size(), 1U);
    QCOMPARE(files->sources.front().path, m_log);
    QCOMPARE(verify(files->sources.front(), true, {}).kind, Verdict::Kind::Same);
    const QByteArray json = linesOf(path + u".json"_s).join('\n');
    for (const char* fact : {"\"read\": 40", "\"written\": 10", "code:11001", "\"order\": \"log\"", "\"cs-username\""})
        QVERIFY2(json.contains(fact), json.constData());
}

void TestExporting::keepsWhatIsWrittenWithoutItsOrigin()
{
    const QString path = m_folder.filePath(u"unproven.csv"_s);
    QVERIFY(QDir().mkpath(path + u".json/in the way"_s));
    MainWindow window;
    openDialog(window, m_log, path);
    const WindowDriver driver(window);
    QTest::keyClick(driver.part<QWidget>(u"exportProvenance"), Qt::Key_Space);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    const QString text = driver.part<QLabel>(u"messageText")->text();
    QVERIFY2(text.contains(path) && text.contains(u"could not be written"_s), qPrintable(text));
    QCOMPARE(linesOf(path).size(), 11);
    QVERIFY(QFileInfo(path + u".json"_s).isDir());
}

void TestExporting::warnsBeforeReplacing()
{
    const QString path = writeFile(m_folder, u"old.csv"_s, "old");
    MainWindow window;
    openDialog(window, m_log, path);
    const WindowDriver driver(window);
    QVERIFY(driver.part<QLabel>(u"exportReplaceHint")->text().contains(u"replaced"_s));
    QVERIFY(driver.part<QPushButton>(u"exportButton")->text().contains(u"Replace"_s));
    driver.part<QLineEdit>(u"exportPath")->setText(m_folder.filePath(u"no/such/folder.csv"_s));
    QVERIFY(!driver.part<QPushButton>(u"exportButton")->isEnabled());
    driver.part<QLineEdit>(u"exportPath")->setText(m_folder.path());
    QVERIFY(!driver.part<QPushButton>(u"exportButton")->isEnabled());
}

/// Whoever triggers the action without the mouse is not kept from it by the dialog.
void TestExporting::asksOnceForOneExport()
{
    MainWindow window;
    openDialog(window, m_log, m_folder.filePath(u"once.csv"_s));
    const WindowDriver driver(window);
    driver.trigger(u"exportCsv");
    QCOMPARE(window.findChildren<QLineEdit*>(u"exportPath"_s).size(), 1);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    driver.trigger(u"exportCsv");
    QTRY_VERIFY(driver.shows(u"exportDialog")); // the other one has been closed
}

void TestExporting::saysWhatCannotBeWritten()
{
    MainWindow window;
    openDialog(window, m_log, u"/proc/tmglens.csv"_s); // a folder in which nobody can make a file
    const WindowDriver driver(window);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    QVERIFY(driver.part<QLabel>(u"messageText")->text().contains(u"could not be written"_s));
}

QTEST_MAIN(TestExporting)

#include "tst_exporting.moc"
