// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/keptfile.h"
#include "tests/faults/faultyfiles.h"
#include "tests/ui/window/windowdriver.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

QByteArray content(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The disk is full, fails or belongs to somebody else when something is to be written: what was there before stays.
class TestWriteFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { mendFiles(); }

    void keepsTheOldExport_data();
    void keepsTheOldExport();
    void keepsWhatIsKeptForAPerson_data();
    void keepsWhatIsKeptForAPerson();
    void tellsThatWhatIsKeptCannotBeRead();
    void keepsTheOldSettings_data();
    void keepsTheOldSettings();
    void beginsAnewWithDamagedSettings_data();
    void beginsAnewWithDamagedSettings();

private:
    static void addFaults(const QString& target);
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_log;
};

void TestWriteFaults::initTestCase()
{
    if (!canMakeFaults())
        QSKIP("Nobody has tried how to make faults on this system.");
}

void TestWriteFaults::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = writeFile(*m_folder, u"forty.w3c"_s, fortyRecords());
}

/// What can go wrong, where, and the system's words for it.
void TestWriteFaults::addFaults(const QString& target)
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<QString>("place");
    QTest::addColumn<quint64>("from");
    QTest::addColumn<QString>("words");
    const QString anywhere; // a file that is to take the place of another has no name before
    QTest::newRow("full disk") << Fault::FullDisk << anywhere << quint64(0) << u"No space left on device"_s;
    QTest::newRow("disk that fills up") << Fault::FullDisk << anywhere << quint64(50) << u"No space left on device"_s;
    QTest::newRow("no permission") << Fault::RenameError << target << quint64(0) << u"Permission denied"_s;
}

void TestWriteFaults::keepsTheOldExport_data()
{
    addFaults(u"/out.csv"_s);
    QTest::newRow("disk that fails") << Fault::SyncError << QString() << quint64(0) << u"Input/output error"_s;
}

void TestWriteFaults::keepsTheOldExport()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, place);
    QFETCH(const quint64, from);
    QFETCH(const QString, words);
    const QString target = writeFile(*m_folder, u"out.csv"_s, "as before");
    const QStringList before = files();
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    driver.trigger(u"exportCsv");
    driver.part<QLineEdit>(u"exportPath")->setText(target);
    makeFault(fault, m_folder->path() + place, from);
    QTest::mouseClick(driver.part<QPushButton>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    const QString told = driver.part<QLabel>(u"messageText")->text();
    QVERIFY2(told.contains(u"could not be written: "_s + words), qPrintable(told));
    QCOMPARE(content(target), "as before");
    QCOMPARE(files(), before);
    QCOMPARE(driver.countText(), u"40 of 40 records"_s);
}

void TestWriteFaults::keepsWhatIsKeptForAPerson_data()
{
    addFaults(u"/kept.json"_s);
}

void TestWriteFaults::keepsWhatIsKeptForAPerson()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, place);
    QFETCH(const quint64, from);
    QFETCH(const QString, words);
    const KeptKind kind{.key = "test"_L1, .version = 1};
    const QString path = m_folder->filePath(u"kept.json"_s);
    const auto note = [&](const QString& text) {
        return changeKept(path, kind, [&text](QJsonObject& object) -> std::expected<void, KeepingError> {
            object.insert(u"note"_s, text);
            return {};
        });
    };
    QVERIFY(note(u"first"_s));
    const QByteArray before = content(path);
    const QStringList filesBefore = files();
    makeFault(fault, m_folder->path() + place, from);
    const auto written = note(u"second"_s);
    QVERIFY(!written);
    QCOMPARE(written.error().kind, KeepingError::Kind::Unwritable);
    QCOMPARE(written.error().systemText, words);
    QCOMPARE(content(path), before);
    QCOMPARE(files(), filesBefore);
    mendFiles();
    QVERIFY(note(u"third"_s));
    QVERIFY(content(path).contains("third"));
}

void TestWriteFaults::tellsThatWhatIsKeptCannotBeRead()
{
    const KeptKind kind{.key = "test"_L1, .version = 1};
    const QString path = writeFile(*m_folder, u"kept.json"_s, R"({"test": 1, "note": "first"})");
    const QByteArray before = content(path);
    makeFault(Fault::ReadError, path, 10);
    const auto read = readKept(path, kind);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, KeepingError::Kind::Unreadable);
    QCOMPARE(read.error().systemText, u"Input/output error"_s);
    const auto written = changeKept(path, kind, [](QJsonObject&) { return std::expected<void, KeepingError>(); });
    QVERIFY(!written); // else what could not be read would be lost
    mendFiles();
    QCOMPARE(content(path), before);
}

void TestWriteFaults::keepsTheOldSettings_data()
{
    addFaults(u"/tmglens-test/tmglens-test.ini"_s);
}

void TestWriteFaults::keepsTheOldSettings()
{
    QFETCH(const Fault, fault);
    QFETCH(const QString, place);
    QFETCH(const quint64, from);
    QSettings().setValue(u"window/rawValues"_s, true);
    const QString path = QSettings().fileName();
    const QByteArray before = content(path);
    QVERIFY(before.contains("rawValues=true"));
    makeFault(fault, QDir::cleanPath(QFileInfo(path).path() + u"/.."_s) + place, from);
    {
        MainWindow window;
        window.show();
        window.open({m_log});
        const WindowDriver driver(window);
        QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
        QVERIFY(driver.part<QAction>(u"rawValues")->isChecked());
        driver.trigger(u"rawValues");
        window.close();
        QVERIFY(!driver.shows(u"messageBar"));
    }
    QCOMPARE(content(path), before);
}

void TestWriteFaults::beginsAnewWithDamagedSettings_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::newRow("no settings at all") << QByteArray("\x7F"
                                                      "ELF\0\0\0\xFF\xFE garbage \0 ] [ = \n\r\n=;",
                                                      31);
    QTest::newRow("NULs, as after a crash") << QByteArray(4096, '\0');
    QTest::newRow("other types") << QByteArray(
        "[window]\ngeometry=7\nstate=@ByteArray(\\xff)\ntimes=often\n"
        "rawValues=@Invalid()\nfold=@Variant(\\0\\0)\n[export]\nfolder=@Size(1)\n"
        "[files]\nrecent=@Rect(1 2 3 4)\n");
    QTest::newRow("cut short") << QByteArray("[window]\ngeometry=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0");
}

void TestWriteFaults::beginsAnewWithDamagedSettings()
{
    QFETCH(const QByteArray, settings);
    const QString path = QSettings().fileName();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(settings), settings.size());
    file.close();
    QSettings().sync();
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTRY_COMPARE(driver.cell(3, 1), u"user3"_s);
    QVERIFY(!driver.part<QAction>(u"rawValues")->isChecked());
    QVERIFY(!driver.shows(u"messageBar"));
    QVERIFY(window.width() > 100 && window.height() > 100);
    window.close();
}

QTEST_MAIN(TestWriteFaults)

#include "tst_writefaults.moc"
