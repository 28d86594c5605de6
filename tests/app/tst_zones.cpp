// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// The verbs with logs that go by different clocks.
class TestZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsSameMoments_data();
    void readsSameMoments();
    void joinsClocks_data();
    void joinsClocks();
    void filtersByMoments_data();
    void filtersByMoments();
    void tellsZone_data();
    void tellsZone();
    void addsUtcInFront();
    void refusesWhatIsNoZone();

private:
    QTemporaryDir m_folder;
    QByteArray m_expected; // what exporting the log as W3C gives
};

namespace {

constexpr qsizetype gmtCell = 29;

/// The records of the native sample, by their cells.
QList<QByteArrayList> nativeRecords()
{
    QList<QByteArrayList> records;
    const QByteArrayList lines =
        fileContent(QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100513_WEB_000.iis")).split('\n');
    for (const QByteArray& line : lines) {
        const QByteArrayList cells = QByteArray(line).replace("\r", "").replace(", ", "\x1f").split('\x1f');
        if (cells.size() > gmtCell && cells[gmtCell].size() == 19)
            records += cells;
    }
    return records;
}

QDateTime momentOf(const QByteArrayList& cells)
{
    return QDateTime::fromString(QString::fromLatin1(cells[gmtCell]) + u'Z', u"yyyy-MM-dd HH:mm:sst"_s);
}

QByteArray w3c(const QList<QByteArrayList>& records)
{
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                     "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n";
    for (const QByteArrayList& cells : records) {
        const QString time = momentOf(cells).toString(u"yyyy-MM-dd\tHH:mm:ss"_s);
        log += QByteArrayList{cells[0], cells[1], time.toLatin1(), cells[18], cells[21]}.join('\t') + "\r\n";
    }
    return log;
}

/// What a server in @p zone would have written.
QByteArray native(const QList<QByteArrayList>& records, const QByteArray& zone, bool hasGmt)
{
    QByteArray log;
    for (QByteArrayList cells : records) {
        const QDateTime local = momentOf(cells).toTimeZone(QTimeZone(zone));
        cells[4] = local.toString(u"M/d/yyyy"_s).toLatin1();
        cells[5] = local.toString(u"H:mm:ss"_s).toLatin1();
        if (!hasGmt)
            cells[gmtCell] = "-";
        log += cells.join(", ") + "\r\n";
    }
    return log;
}

const QStringList exportUtc = {u"export"_s, u"--utc"_s, u"--columns"_s, u"c-ip,cs-username,cs-uri,sc-status"_s};

QByteArrayList sortedLines(const QByteArray& text)
{
    QByteArrayList lines = text.split('\n');
    std::ranges::sort(lines);
    return lines;
}

} // namespace

void TestZones::initTestCase()
{
    qputenv("TZ", "Europe/Berlin"); // of this computer
    const QList<QByteArrayList> records = nativeRecords();
    QVERIFY(records.size() > 100);
    QList<QByteArrayList> some;
    QList<QByteArrayList> others;
    for (qsizetype i = 0; i < records.size(); ++i)
        (i % 2 == 0 ? some : others) += records[i];
    writeFile(m_folder.filePath(u"all.w3c"_s), w3c(records));
    writeFile(m_folder.filePath(u"some.w3c"_s), w3c(some));
    for (const QByteArray zone : {"Europe/Berlin", "Asia/Kolkata", "America/New_York"}) {
        const QString name = QString::fromLatin1(zone.mid(zone.indexOf('/') + 1));
        writeFile(m_folder.filePath(name + u".gmt.iis"_s), native(records, zone, true));
        writeFile(m_folder.filePath(name + u".iis"_s), native(records, zone, false));
        writeFile(m_folder.filePath(name + u".others.iis"_s), native(others, zone, false));
    }
    const CommandRun run = runTmglens(exportUtc + QStringList{u"all.w3c"_s}, {}, m_folder.path());
    QCOMPARE(run.status, 0);
    QVERIFY(run.output.startsWith("utc-time,c-ip,cs-username,cs-uri,sc-status\r\n"));
    QCOMPARE(run.output.split('\n')[1].left(21), "2010-05-13T00:16:00Z,");
    m_expected = run.output;
}

void TestZones::readsSameMoments_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("GMT, here") << u"Berlin.gmt.iis"_s << QStringList();
    QTest::newRow("GMT, half an hour off") << u"Kolkata.gmt.iis"_s << QStringList();
    QTest::newRow("GMT, west") << u"New_York.gmt.iis"_s << QStringList();
    QTest::newRow("GMT goes before what is said") << u"Kolkata.gmt.iis"_s << QStringList{u"--server-zone=Asia/Tokyo"_s};
    QTest::newRow("this computer's") << u"Berlin.iis"_s << QStringList();
    QTest::newRow("name") << u"Kolkata.iis"_s << QStringList{u"--server-zone"_s, u"Asia/Kolkata"_s};
    QTest::newRow("offset") << u"New_York.iis"_s << QStringList{u"--server-zone=-04:00"_s};
}

/// One log, as servers in several zones would have written it.
void TestZones::readsSameMoments()
{
    QFETCH(const QString, log);
    QFETCH(const QStringList, options);
    const CommandRun run = runTmglens(exportUtc + options + QStringList{log}, {}, m_folder.path());
    QCOMPARE(run.status, 0);
    QCOMPARE(run.output, m_expected);
    QCOMPARE(run.errors.contains("--server-zone"), log == u"Berlin.iis"_s);
}

void TestZones::joinsClocks_data()
{
    QTest::addColumn<QString>("log");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("this computer's") << u"Berlin.others.iis"_s << QStringList();
    QTest::newRow("name") << u"Kolkata.others.iis"_s << QStringList{u"--server-zone=Asia/Kolkata"_s};
    QTest::newRow("offset") << u"New_York.others.iis"_s << QStringList{u"--server-zone=-04:00"_s};
    QTest::newRow("as another log shows") << u"Kolkata.others.iis"_s << QStringList{u"found"_s};
}

/// Half of the records in UTC, half in local time: together they are all, in their order.
void TestZones::joinsClocks()
{
    QFETCH(const QString, log);
    QFETCH(QStringList, options);
    QByteArray expected = m_expected;
    QStringList logs{u"some.w3c"_s, log};
    if (options.removeAll(u"found"_s) > 0) { // in a second log of the same server
        QByteArrayList cells = nativeRecords().constFirst();
        writeFile(m_folder.filePath(u"found.iis"_s), native({cells, cells}, "Asia/Kolkata", true));
        logs += u"found.iis"_s;
        const QByteArray row = expected.split('\n')[1] + '\n';
        expected += row + row;
    }
    const CommandRun run = runTmglens(exportUtc + options + logs, {}, m_folder.path());
    QCOMPARE(run.status, 0);
    QCOMPARE(sortedLines(run.output), sortedLines(expected));
    QByteArrayList times;
    const QByteArrayList lines = run.output.split('\n');
    for (const QByteArray& line : lines.sliced(1))
        times += line.left(20);
    times.removeAll({});
    QVERIFY(std::ranges::is_sorted(times));
}

void TestZones::filtersByMoments_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QStringList>("logs");
    const QStringList utc{u"all.w3c"_s};
    const QStringList server{u"--server-zone=Asia/Kolkata"_s, u"Kolkata.iis"_s};
    QTest::newRow("UTC, as logged") << u"time:2010-05-13T08..2010-05-13T09"_s << utc;
    QTest::newRow("UTC, with a zone") << u"time:2010-05-13T08Z..2010-05-13T09Z"_s << utc;
    QTest::newRow("UTC, with another zone") << u"time:2010-05-13T10+02:00..2010-05-13T11+02:00"_s << utc;
    QTest::newRow("local, as logged") << u"time:2010-05-13T13:30..2010-05-13T15:29"_s << server;
    QTest::newRow("local, with a zone") << u"time:2010-05-13T08Z..2010-05-13T09Z"_s << server;
    QTest::newRow("local, of a day") << u"time:13:30..15:29"_s << server;
}

/// From eight to ten o'clock in UTC.
void TestZones::filtersByMoments()
{
    QFETCH(const QString, filter);
    QFETCH(const QStringList, logs);
    const CommandRun run = runTmglens(exportUtc + QStringList{u"--filter"_s, filter} + logs, {}, m_folder.path());
    QCOMPARE(run.status, 0);
    QByteArrayList expected = m_expected.split('\n');
    expected.removeIf([](const QByteArray& line) {
        return line.startsWith("2010-") && !line.startsWith("2010-05-13T08") && !line.startsWith("2010-05-13T09");
    });
    QVERIFY(expected.size() > 10);
    QCOMPARE(run.output, expected.join('\n'));
}

void TestZones::tellsZone_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("from");
    QTest::newRow("UTC") << QStringList{u"all.w3c"_s} << u"2010-05-13T00:16:00Z"_s << QString() << QString();
    QTest::newRow("GMT") << QStringList{u"Kolkata.gmt.iis"_s} << u"2010-05-13T00:16:00Z"_s << QString() << QString();
    QTest::newRow("this computer's") << QStringList{u"Berlin.iis"_s} << u"2010-05-13T02:16:00+02:00"_s
                                     << u"Europe/Berlin"_s << u"computer"_s;
    QTest::newRow("chosen") << QStringList{u"--server-zone=Asia/Kolkata"_s, u"Kolkata.iis"_s}
                            << u"2010-05-13T05:46:00+05:30"_s << u"Asia/Kolkata"_s << u"option"_s;
    QTest::newRow("found") << QStringList{u"Kolkata.iis"_s, u"Kolkata.gmt.iis"_s} << u"2010-05-13T00:16:00Z"_s
                           << u"UTC+05:30"_s << u"log"_s;
    QTest::newRow("filtered") << QStringList{u"--filter=code:200"_s, u"--server-zone=-04:00"_s, u"New_York.iis"_s}
                              << QString() << u"UTC-04:00"_s << u"option"_s;
}

void TestZones::tellsZone()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, first);
    QFETCH(const QString, zone);
    const CommandRun run = runTmglens(QStringList{u"summary"_s, u"--json"_s} + arguments, {}, m_folder.path());
    const QJsonObject summary = QJsonDocument::fromJson(run.output).object();
    if (!first.isEmpty())
        QCOMPARE(summary[u"first"_s].toString(), first);
    QCOMPARE(summary[u"server-zone"_s].toString(), zone);
    QTEST(summary[u"server-zone-from"_s].toString(), "from");
    for (const QString& form : {QString(), u"--html"_s}) {
        QStringList words{u"summary"_s};
        if (!form.isEmpty())
            words += form;
        QCOMPARE(runTmglens(words + arguments, {}, m_folder.path()).output.contains("Server time: "), !zone.isEmpty());
    }
}

void TestZones::addsUtcInFront()
{
    const CommandRun run = runTmglens({u"export"_s, u"--utc"_s, u"--decoded"_s, u"some.w3c"_s, u"Berlin.others.iis"_s},
                                      {}, m_folder.path());
    QVERIFY(run.output.startsWith("file,utc-time,c-ip,"));
    const QByteArrayList first = run.output.split('\n')[1].split(',');
    QCOMPARE(first[0], "some.w3c");
    QCOMPARE(first[1], "2010-05-13T00:16:00Z");
}

void TestZones::refusesWhatIsNoZone()
{
    for (const QString& verb : {u"summary"_s, u"export"_s}) {
        const CommandRun run =
            runTmglens({verb, u"--server-zone"_s, u"Europe/Nowhere"_s, u"all.w3c"_s}, {}, m_folder.path());
        QCOMPARE(run.status, 2);
        QVERIFY(run.errors.contains("Europe/Nowhere"));
        QVERIFY(runTmglens({verb, u"--help"_s}).output.contains("--server-zone"));
    }
    QVERIFY(runTmglens({u"--help"_s}).output.contains("--server-zone"));
}

QTEST_GUILESS_MAIN(TestZones)
#include "tst_zones.moc"
