// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDateTime>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

/// What the generator writes for @p arguments.
QByteArray generated(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(TMGLENS_GENERATOR), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        qWarning() << arguments << process.errorString() << process.readAllStandardError();
    return process.readAllStandardOutput();
}

/// The records without header lines and column titles.
QList<QByteArray> records(const QByteArray& log)
{
    QList<QByteArray> lines = log.split('\n');
    lines.removeIf([](const QByteArray& line) {
        return line.isEmpty() || line.startsWith('#') || line.contains("GMT Log Time") || line.contains("GmtLogTime");
    });
    return lines;
}

QList<QByteArrayView> cells(QByteArrayView record, QByteArrayView separator)
{
    QList<QByteArrayView> result;
    record.chop(1); // the CR
    qsizetype start = 0;
    for (qsizetype end = record.indexOf(separator); end >= 0; end = record.indexOf(separator, start)) {
        result << record.sliced(start, end - start);
        start = end + separator.size();
    }
    result << record.sliced(start);
    return result;
}

/// Numbers of all result codes that the project's catalogue describes.
QSet<uint> catalogueCodes()
{
    QSet<uint> codes;
    const QDir folder(QStringLiteral(TMGLENS_CATALOGUE));
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonArray groups = QJsonDocument::fromJson(file.readAll()).object().value("groups"_L1).toArray();
        for (const QJsonValue& group : groups) {
            for (const QJsonValue& entry : group["entries"_L1].toArray())
                codes.insert(entry["code"_L1].toString().toUInt(nullptr, 0));
        }
    }
    return codes;
}

} // namespace

class TestGenerator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheAskedRecords_data() { layouts(); }
    void writesTheAskedRecords();
    void repeatsItself_data() { layouts(); }
    void repeatsItself();
    void writesOnlyKnownCodes_data();
    void writesOnlyKnownCodes();
    void tellsTheStory_data();
    void tellsTheStory();
    void neverStepsBackInTime_data();
    void neverStepsBackInTime();
    void tiesConnectionsTogether();
    void refusesWrongArguments_data();
    void refusesWrongArguments();

private:
    static void layouts();
};

void TestGenerator::layouts()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("separator");
    QTest::addColumn<int>("fields");
    QTest::newRow("web, W3C") << u"web"_s << u"w3c"_s << "\t"_ba << 33;
    QTest::newRow("web, native") << u"web"_s << u"native"_s << ", "_ba << 59;
    QTest::newRow("firewall, W3C") << u"firewall"_s << u"w3c"_s << "\t"_ba << 44;
    QTest::newRow("firewall, native") << u"firewall"_s << u"native"_s << ", "_ba << 44;
    QTest::newRow("web, console") << u"web"_s << u"console"_s << "\t"_ba << 41;
    QTest::newRow("firewall, console") << u"firewall"_s << u"console"_s << "\t"_ba << 41;
    QTest::newRow("web, bcp") << u"web"_s << u"bcp"_s << "\t"_ba << 57;
    QTest::newRow("firewall, CSV") << u"firewall"_s << u"csv"_s << ","_ba << 45;
    QTest::newRow("firewall, bcp") << u"firewall"_s << u"bcp"_s << "\t"_ba << 45;
}

void TestGenerator::writesTheAskedRecords()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    QFETCH(const QByteArray, separator);
    QFETCH(const int, fields);
    for (const int count : {0, 1, 7, 2000}) {
        const QByteArray log =
            generated({u"--kind"_s, kind, u"--format"_s, format, u"--rows"_s, QString::number(count)});
        QCOMPARE(log.count("\r\n"), log.count('\n'));
        QCOMPARE(log.startsWith("#Software: Microsoft Forefront"), format == "w3c"_L1);
        const QList<QByteArray> lines = records(log);
        QCOMPARE(lines.size(), count);
        for (const QByteArray& line : lines) {
            const QList<QByteArrayView> row = cells(line, separator);
            QVERIFY2(row.size() == fields, line);
            QCOMPARE(row.contains(QByteArrayView("")), format == "bcp"_L1);
        }
    }
}

void TestGenerator::repeatsItself()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    const QStringList arguments{u"--kind"_s, kind, u"--format"_s, format, u"--rows"_s, u"1500"_s, u"--seed"_s};
    const QByteArray first = generated(arguments + QStringList{u"1"_s});
    QVERIFY(generated(arguments + QStringList{u"1"_s}) == first);
    QVERIFY(generated(arguments + QStringList{u"2"_s}) != first);
}

void TestGenerator::writesOnlyKnownCodes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("column");
    QTest::newRow("web") << u"web"_s << 19;
    QTest::newRow("firewall") << u"firewall"_s << 10;
}

void TestGenerator::writesOnlyKnownCodes()
{
    QFETCH(const QString, kind);
    QFETCH(const int, column);
    const QSet<uint> known = catalogueCodes();
    QVERIFY(!known.isEmpty());
    for (const QByteArray& line : records(generated({u"--kind"_s, kind, u"--rows"_s, u"20000"_s}))) {
        const QByteArray code = cells(line, "\t").at(column).toByteArray();
        bool isNumber = false;
        const uint value = code.toUInt(&isNumber, 0);
        QVERIFY2(isNumber && known.contains(value), line);
    }
}

void TestGenerator::tellsTheStory_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArrayList>("codes");
    QTest::newRow("web") << u"web"_s << 19
                         << QByteArrayList{"11001", "11002", "11004", "12219", "12225", "12226", "12227"};
    QTest::newRow("firewall") << u"firewall"_s << 10
                              << QByteArrayList{"0xc0040016", "0xc004001b", "0xc004002a", "0xc004002b",
                                                "0xc0040033", "0xc0040036", "0xc0040037"};
}

void TestGenerator::tellsTheStory()
{
    QFETCH(const QString, kind);
    QFETCH(const int, column);
    QFETCH(const QByteArrayList, codes);
    const auto seen = [&](const QString& story) {
        QSet<QByteArray> found;
        for (const QByteArray& line :
             records(generated({u"--kind"_s, kind, u"--rows"_s, u"10000"_s, u"--story"_s, story})))
            found.insert(cells(line, "\t").at(column).toByteArray());
        return found;
    };
    const QSet<QByteArray> eventful = seen(u"day"_s);
    const QSet<QByteArray> quiet = seen(u"quiet"_s);
    for (const QByteArray& code : codes) {
        QVERIFY2(eventful.contains(code), code);
        QVERIFY2(!quiet.contains(code), code);
    }
}

void TestGenerator::neverStepsBackInTime_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("dateColumn");
    QTest::newRow("web") << u"web"_s << 4;
    QTest::newRow("firewall") << u"firewall"_s << 1;
}

void TestGenerator::neverStepsBackInTime()
{
    QFETCH(const QString, kind);
    QFETCH(const int, dateColumn);
    const QString start = u"2008-02-28T22:30:00"_s; // before a leap day
    QDateTime before = QDateTime::fromString(start, Qt::ISODate);
    const QDateTime end = before.addDays(1);
    for (const QByteArray& line :
         records(generated({u"--kind"_s, kind, u"--rows"_s, u"10000"_s, u"--start"_s, start}))) {
        const QList<QByteArrayView> row = cells(line, "\t");
        const QDateTime time(QDate::fromString(QString::fromLatin1(row.at(dateColumn)), Qt::ISODate),
                             QTime::fromString(QString::fromLatin1(row.at(dateColumn + 1)), Qt::ISODate));
        QVERIFY2(time.isValid() && before.secsTo(time) >= -1 && time < end, line);
        before = time;
    }
}

void TestGenerator::tiesConnectionsTogether()
{
    constexpr int action = 9;
    constexpr int sent = 14;
    constexpr int connection = 24;
    QHash<QByteArray, qint64> open; // connection -> bytes sent so far
    int closed = 0;
    for (const QByteArray& line :
         records(generated({u"--kind"_s, u"firewall"_s, u"--rows"_s, u"10000"_s, u"--story"_s, u"quiet"_s}))) {
        const QList<QByteArrayView> row = cells(line, "\t");
        const QByteArray number = row.at(connection).toByteArray();
        if (row.at(action) == "Establish") {
            QVERIFY2(!open.contains(number), line);
            open.insert(number, 0);
        } else if (row.at(action) == "Intermediate" || row.at(action) == "Terminate") {
            QVERIFY2(open.contains(number), line);
            open[number] += row.at(sent + 1).toLongLong();
            QVERIFY2(open.value(number) == row.at(sent).toLongLong(), line);
            if (row.at(action) == "Terminate") {
                open.remove(number);
                ++closed;
            }
        }
    }
    QVERIFY(closed > 2500);
}

void TestGenerator::refusesWrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no rows") << QStringList{u"--kind"_s, u"web"_s};
    QTest::newRow("no value") << QStringList{u"--kind"_s, u"web"_s, u"--rows"_s};
    QTest::newRow("unknown kind") << QStringList{u"--kind"_s, u"mail"_s, u"--rows"_s, u"1"_s};
    QTest::newRow("negative rows") << QStringList{u"--kind"_s, u"web"_s, u"--rows"_s, u"-1"_s};
    QTest::newRow("no such day") << QStringList{u"--kind"_s, u"web"_s,     u"--rows"_s,
                                                u"1"_s,      u"--start"_s, u"2010-02-30T00:00:00"_s};
}

void TestGenerator::refusesWrongArguments()
{
    QFETCH(const QStringList, arguments);
    QProcess process;
    process.start(QStringLiteral(TMGLENS_GENERATOR), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().startsWith("generate-log: "));
}

QTEST_GUILESS_MAIN(TestGenerator)
#include "tst_generator.moc"
