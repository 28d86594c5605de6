// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csvlogs.h"
#include "model/filter/filtermatcher.h"
#include "model/output/csvstream.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// A log that is written while it is read comes out as it does from its index.
class TestCsvStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesWhatTheIndexHolds_data();
    void writesWhatTheIndexHolds();
    void writesNothingWhereTheLayoutChanges_data();
    void writesNothingWhereTheLayoutChanges();
    void tellsThatTheDeviceIsFull();
};

/// What is left of a device and a stream once all blocks of a log have come.
struct StreamedLog
{
    QByteArray bytes;
    bool isImpossible = false;
};

static StreamedLog streamed(const QByteArray& log, CsvStream::Target target, const RecordFilter& filter,
                            const CsvStream::OptionsMaker& optionsOf)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvStream stream(buffer, target, optionsOf, {});
    bool isTaking = true;
    const auto sink = [&](const ScannedBlock& scanned, const ScanProgress&) {
        isTaking = isTaking && stream.take(scanned);
    };
    const RecordChooser chooser = filter.isEmpty() ? RecordChooser() : recordChooser(filter);
    if (!scanLog(std::make_shared<const MemorySource>(log), sink, {}, chooser, {}, stream.rowMaker()))
        qFatal("The log could not be read.");
    if (!stream.isImpossible() && !stream.finish())
        qFatal("The CSV could not be written.");
    return {.bytes = buffer.data(), .isImpossible = stream.isImpossible()};
}

static CsvOptions everything(const ColumnSet& columns)
{
    CsvOptions options{.columns = {}, .addDecoded = true, .guardFormulas = true, .addByteOrderMark = true};
    for (int column = 0; column < columns.size(); ++column)
        options.columns.push_back(column);
    return options;
}

static CsvOptions someColumns(const ColumnSet& columns)
{
    return {.columns = {*columns.find("sc-status"), *columns.find("c-ip")}, .addFile = true};
}

/// More rows than may wait, under one header that comes again.
static QByteArray longLog()
{
    const QByteArray log = largeLog();
    const QByteArray half = log.first(log.indexOf("#Fields", log.indexOf("#Fields") + 1));
    return half.repeated(5);
}

/// The first of the three parts of wildLog(), which have a header each.
static QByteArray raggedLog()
{
    const QByteArray log = wildLog();
    return log.first(log.indexOf("#Fields", 1));
}

void TestCsvStream::writesWhatTheIndexHolds_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("filter");
    const QByteArray bom = "\xEF\xBB\xBF";
    QTest::addRow("small") << webLog({"200", "12209", "0x5"}) << QString();
    QTest::addRow("small, filtered") << webLog({"200", "12209", "304"}) << u"class:denied"_s;
    QTest::addRow("nothing passes") << webLog({"200", "12209", "304"}) << u"class:attack"_s;
    QTest::addRow("only a header") << webLog({}) + "\r\n" << QString();
    QTest::addRow("the same header again") << webLog({"200"}) + bom + webLog({"12209"}) << QString();
    QTest::addRow("malformed records") << raggedLog() << QString();
    QTest::addRow("malformed records, filtered") << raggedLog() << u"host"_s;
    QTest::addRow("more than waits") << longLog() << QString();
    QTest::addRow("more than waits, filtered") << longLog() << u"user1"_s;
}

void TestCsvStream::writesWhatTheIndexHolds()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QString, filter);
    const RecordFilter recordFilter{.selection = {}, .expression = FilterExpression::parse(filter).value()};
    const RecordIndex index = Test::indexOf(log);
    const auto records = matchRecords(index, recordFilter, 0, {});
    for (const auto& optionsOf : {everything, someColumns}) {
        const QByteArray expected = csv(index, optionsOf(index.columns()), records.value());
        for (const auto target : {CsvStream::Target::IsFinal, CsvStream::Target::CanBeBegunAgain}) {
            const StreamedLog written = streamed(log, target, recordFilter, optionsOf);
            QVERIFY(!written.isImpossible);
            QVERIFY(written.bytes == expected);
        }
    }
}

void TestCsvStream::writesNothingWhereTheLayoutChanges_data()
{
    QTest::addColumn<QByteArray>("log");
    QByteArray other = webLog({"200"});
    other.replace("sc-status", "sc-status\tmore");
    QTest::addRow("soon") << webLog({"200"}) + other;
    QTest::addRow("behind what waits") << longLog() + other;
    QTest::addRow("in the order of fields")
        << webLog({"200"}) + webLog({"304"}).replace("c-ip\tcs-username", "cs-username\tc-ip");
    QTest::addRow("wild") << wildLog();
}

void TestCsvStream::writesNothingWhereTheLayoutChanges()
{
    QFETCH(const QByteArray, log);
    const StreamedLog written = streamed(log, CsvStream::Target::IsFinal, {}, everything);
    QVERIFY(written.isImpossible);
    QVERIFY(written.bytes.isEmpty());
    QVERIFY(streamed(log, CsvStream::Target::CanBeBegunAgain, {}, everything).isImpossible);
}

void TestCsvStream::tellsThatTheDeviceIsFull()
{
    QFile device(u"/dev/full"_s);
    if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("There is no /dev/full.");
    CsvStream stream(device, CsvStream::Target::IsFinal, everything, {});
    const auto blocks = blocksOf(webLog({"200"}));
    QVERIFY(stream.take({.block = blocks->first()}));
    const Written written = stream.finish();
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ExportError::Kind::CannotWrite);
}

QTEST_GUILESS_MAIN(TestCsvStream)
#include "tst_csvstream.moc"
