// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/faults/faultyfiles.h"
#include "tests/ui/window/windowdriver.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

constexpr int recordCount = 100'000; // more than what is read at once

/// Where the trouble is: behind the first pieces that are read, and before the last.
quint64 middle(const QByteArray& log)
{
    return quint64(log.size()) * 3 / 4;
}

QByteArray largeLog()
{
    QByteArray log = webHeader;
    for (int i = 0; i < recordCount; ++i)
        log += webRecord(i, i % 2 ? "200" : "12209") + "\r\n";
    return log;
}

/// What happens to a log while it is being read.
enum class Mishap { ShortReads, ReadError, Truncated, Replaced, Deleted };

/// What the window does meanwhile.
enum class Work { Load, Filter, Scroll, Export, Reload };

} // namespace

Q_DECLARE_METATYPE(Mishap)
Q_DECLARE_METATYPE(Work)

/// The disk fails, or somebody has the log away, while the window reads it: nothing that was shown is lost.
class TestReadFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { mendFiles(); }

    void losesNothing_data();
    void losesNothing();
    void showsASmallLogUpToTheBadPlace();
    void showsWhatWasThereIfNothingCanBeReadAgain_data();
    void showsWhatWasThereIfNothingCanBeReadAgain();

private:
    [[nodiscard]] QString writeOld(const QString& name, const QByteArray& bytes) const;
    void begin(Work work, MainWindow& window) const;
    void befall(Mishap mishap) const;
    [[nodiscard]] QByteArray exported() const;
    /// A row whose record is where the trouble is.
    [[nodiscard]] int badRow() const { return int(m_bytes.first(qsizetype(middle(m_bytes))).count('\n')) + 10; }

    OwnSettings m_settings;
    QByteArray m_bytes = largeLog();
    QByteArray m_rightExport;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_log;
};

namespace {

QString counts(int shown)
{
    const QLocale locale;
    return u"%1 of %2 records"_s.arg(locale.toString(shown), locale.toString(recordCount));
}

void load(MainWindow& window, const QString& log)
{
    window.show();
    window.open({log});
    QTRY_COMPARE_WITH_TIMEOUT(WindowDriver(window).countText(), counts(recordCount), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!WindowDriver(window).shows(u"loading"), 30'000);
}

} // namespace

void TestReadFaults::initTestCase()
{
    if (!canMakeFaults())
        QSKIP("Nobody has tried how to make faults on this system.");
    init();
    MainWindow window;
    load(window, m_log);
    begin(Work::Export, window);
    QTRY_VERIFY(WindowDriver(window).shows(u"messageBar"));
    m_rightExport = exported();
    QCOMPARE(m_rightExport.count('\n'), recordCount + 1);
}

/// Writes a log of yesterday, which nobody follows.
QString TestReadFaults::writeOld(const QString& name, const QByteArray& bytes) const
{
    const QString path = writeFile(*m_folder, name, bytes);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite)
        || !file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime))
        qFatal("The test folder cannot be written.");
    return path;
}

void TestReadFaults::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
    m_log = writeOld(u"large.w3c"_s, m_bytes);
}

void TestReadFaults::begin(Work work, MainWindow& window) const
{
    const WindowDriver driver(window);
    switch (work) {
    case Work::Load:
        window.show();
        window.open({m_log});
        break;
    case Work::Filter:
        driver.type(u"filterLine", u"host%1.example"_s.arg(recordCount - 1));
        break;
    case Work::Scroll:
        driver.table()->scrollTo(driver.table()->model()->index(badRow(), 0));
        break;
    case Work::Export:
        driver.trigger(u"exportCsv");
        driver.part<QLineEdit>(u"exportPath")->setText(m_folder->filePath(u"out.csv"_s));
        QTest::mouseClick(driver.part<QPushButton>(u"exportButton"), Qt::LeftButton);
        break;
    case Work::Reload:
        driver.trigger(u"reload");
        break;
    }
}

void TestReadFaults::befall(Mishap mishap) const
{
    switch (mishap) {
    case Mishap::ShortReads:
        makeFault(Fault::ShortReads, m_log);
        break;
    case Mishap::ReadError:
        makeFault(Fault::ReadError, m_log, middle(m_bytes));
        break;
    case Mishap::Truncated:
        QVERIFY(QFile::resize(m_log, qint64(middle(m_bytes))));
        break;
    case Mishap::Replaced: {
        const QString other = writeOld(u"other.w3c"_s, webLog({"200"}));
        QCOMPARE(std::rename(QFile::encodeName(other).constData(), QFile::encodeName(m_log).constData()), 0);
        break;
    }
    case Mishap::Deleted:
        QVERIFY(QFile::remove(m_log));
        break;
    }
}

QByteArray TestReadFaults::exported() const
{
    QFile file(m_folder->filePath(u"out.csv"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestReadFaults::losesNothing_data()
{
    QTest::addColumn<Work>("work");
    QTest::addColumn<Mishap>("mishap");
    QTest::addColumn<QString>("sentence"); // part of what is told; empty if there is nothing to tell

    const QList<std::pair<const char*, Work>> works{{"load", Work::Load},
                                                    {"filter", Work::Filter},
                                                    {"scroll", Work::Scroll},
                                                    {"export", Work::Export},
                                                    {"reload", Work::Reload}};
    const QList<std::tuple<const char*, Mishap, QString>> mishaps{
        {"short reads", Mishap::ShortReads, {}},
        {"read error", Mishap::ReadError, u"“%1” could not be read at byte %2"_s},
        {"truncated", Mishap::Truncated, u"“%1” became shorter while it was being read: at byte %2"_s},
        {"replaced", Mishap::Replaced, {}}, // the file that was there stays open
        {"deleted", Mishap::Deleted, {}}};
    for (const auto& [workName, work] : works)
        for (const auto& [mishapName, mishap, sentence] : mishaps)
            QTest::addRow("%s, %s", workName, mishapName) << work << mishap << sentence;
}

void TestReadFaults::losesNothing()
{
    QFETCH(const Work, work);
    QFETCH(const Mishap, mishap);
    QFETCH(QString, sentence);
    if (!sentence.isEmpty() && (work == Work::Scroll || work == Work::Filter || work == Work::Export))
        sentence = sentence.first(sentence.indexOf(u" at byte")); // of the first piece that it reaches into
    if (sentence.contains(u"%2"))
        sentence = sentence.arg(m_log, QString::number(middle(m_bytes)));
    else if (!sentence.isEmpty())
        sentence = sentence.arg(m_log);
    writeFile(*m_folder, u"out.csv"_s, "as before");
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);

    MainWindow window;
    const WindowDriver driver(window);
    if (work != Work::Load)
        load(window, m_log);
    makeFault(Fault::HangingReads, m_log, middle(m_bytes));
    begin(work, window);
    QTRY_VERIFY(hangingReads() > 0);
    if (work == Work::Scroll)
        QCOMPARE(driver.table()->model()->index(badRow(), 0).data().toString(), u"…"_s);
    if (work == Work::Filter || work == Work::Export)
        QCOMPARE(driver.countText(), counts(recordCount)); // meanwhile
    befall(mishap);
    goOn();

    if (sentence.isEmpty()) {
        const int shown = work == Work::Filter ? 1 : recordCount;
        QTRY_COMPARE(driver.countText(), counts(shown));
        QTRY_VERIFY(!driver.shows(u"loading"));
        QTRY_COMPARE(driver.cell(shown - 1, 1), u"user%1"_s.arg(recordCount - 1));
        if (work == Work::Export)
            QTRY_VERIFY(driver.shows(u"messageBar"));
        QCOMPARE(driver.shows(u"messageBar"), work == Work::Export);
        QCOMPARE(exported(), work == Work::Export ? m_rightExport : "as before");
        return;
    }
    QTRY_VERIFY(driver.shows(u"messageBar"));
    const QString told = driver.part<QLabel>(u"messageText")->text();
    QVERIFY2(told.contains(sentence), qPrintable(told));
    if (work == Work::Load) {
        QVERIFY2(told.endsWith(u"The records before that are shown."_s), qPrintable(told));
        QCOMPARE_GT(driver.table()->model()->rowCount(), 0);
    } else {
        QTRY_COMPARE(driver.countText(), counts(recordCount));
    }
    QCOMPARE(driver.cell(0, 1), u"user0"_s);
    QCOMPARE(exported(), "as before");
    if (mishap != Mishap::Deleted)
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), files); // nothing is left lying about
}

void TestReadFaults::showsASmallLogUpToTheBadPlace()
{
    const QByteArray bytes = m_bytes.first(20'000);
    const QString log = writeOld(u"small.w3c"_s, bytes);
    makeFault(Fault::ReadError, log, 15'000);
    MainWindow window;
    window.show();
    window.open({log});
    const WindowDriver driver(window);
    QTRY_VERIFY(driver.shows(u"messageBar"));
    const QString told = driver.part<QLabel>(u"messageText")->text();
    QVERIFY2(told.contains(u"“%1” could not be read at byte 15000"_s.arg(log)), qPrintable(told));
    QVERIFY2(told.endsWith(u"The records before that are shown."_s), qPrintable(told));
    const auto headerLines = webHeader.count('\n');
    QCOMPARE(driver.table()->model()->rowCount(), int(bytes.first(15'000).count('\n') - headerLines));
    QCOMPARE(driver.cell(0, 1), u"user0"_s);
}

void TestReadFaults::showsWhatWasThereIfNothingCanBeReadAgain_data()
{
    QTest::addColumn<std::function<void(const QString&)>>("befall");
    QTest::addColumn<QString>("sentence");
    using Befall = std::function<void(const QString&)>;
    QTest::newRow("deleted") << Befall([](const QString& log) { QVERIFY(QFile::remove(log)); })
                             << u"There is no file “%1”."_s;
    QTest::newRow("not a log any more") << Befall([](const QString& log) {
        QVERIFY(QFile::remove(log));
        QFile file(log);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear diary\n");
    }) << u"“%1” is not a log"_s;
    QTest::newRow("unreadable from the start") << Befall([](const QString& log) { makeFault(Fault::ReadError, log); })
                                               << u"“%1” could not be read at byte 0"_s;
}

void TestReadFaults::showsWhatWasThereIfNothingCanBeReadAgain()
{
    QFETCH(const std::function<void(const QString&)>, befall);
    QFETCH(const QString, sentence);
    MainWindow window;
    load(window, m_log);
    const WindowDriver driver(window);
    driver.table()->setCurrentIndex(driver.table()->model()->index(20'000, 1));
    befall(m_log);
    driver.trigger(u"reload");
    QTRY_VERIFY(driver.shows(u"messageBar"));
    // Rows that are painted meanwhile may tell of the same mishap first.
    const auto told = [&driver] { return driver.part<QLabel>(u"messageText")->text(); };
    QTRY_VERIFY2(told().startsWith(sentence.arg(m_log)) && told().endsWith(u"What is shown is from before."_s),
                 qPrintable(told()));
    QCOMPARE(driver.countText(), counts(recordCount));
    QCOMPARE(driver.table()->currentIndex().row(), 20'000);
    QVERIFY(driver.part<QAction>(u"reload")->isEnabled());
    mendFiles();
    QTRY_COMPARE(driver.cell(30'000, 1), u"user30000"_s); // of the file that is still open

    writeFile(*m_folder, u"large.w3c"_s, webLog({"200", "200"})); // somebody has put another one there
    driver.trigger(u"reload");
    QTRY_COMPARE(driver.countText(), u"2 of 2 records"_s);
    QVERIFY(!driver.shows(u"messageBar"));
}

QTEST_MAIN(TestReadFaults)

#include "tst_readfaults.moc"
