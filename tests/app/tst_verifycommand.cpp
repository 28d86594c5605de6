// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testarchive.h"
#include "tests/support/testlog.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// `tmglens export --provenance` and `tmglens verify`.
class TestVerifyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesAnExport_data();
    void verifiesAnExport();
    void writesTheSameRows();
    void provesStandardInput();
    void tellsWhatHasChanged();
    void refuses_data();
    void refuses();

private:
    static void writeLogs(const QTemporaryDir& folder);
};

void TestVerifyCommand::writeLogs(const QTemporaryDir& folder)
{
    writeFile(folder.filePath(u"a.w3c"_s), webLog({"200", "12209", "200"}));
    writeFile(folder.filePath(u"b.zip"_s), packed(zip, {{"c.w3c", webLog({"404"})}, {"d.w3c", webLog({"500"})}}));
}

void TestVerifyCommand::verifiesAnExport_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("written");
    QTest::addColumn<int>("sources");
    QTest::newRow("a log") << QStringList{u"a.w3c"_s} << 3 << 3 << 1;
    QTest::newRow("filtered") << QStringList{u"a.w3c"_s, u"--filter"_s, u"code:200"_s} << 3 << 2 << 1;
    QTest::newRow("by findings") << QStringList{u"a.w3c"_s, u"--filter"_s, u"-finding:alarm"_s} << 3 << 3 << 1;
    QTest::newRow("a set") << QStringList{u"a.w3c"_s, u"b.zip"_s} << 5 << 5 << 2;
}

void TestVerifyCommand::verifiesAnExport()
{
    QFETCH(const QStringList, arguments);
    const QTemporaryDir folder;
    writeLogs(folder);
    const CommandRun written =
        runTmglens(QStringList{u"export"_s, u"-o"_s, u"out.csv"_s, u"--provenance"_s, u"out.json"_s} + arguments, {},
                   folder.path());
    QCOMPARE(written.errors, QByteArray());
    QCOMPARE(written.status, 0);
    const QJsonObject object = QJsonDocument::fromJson(fileContent(folder.filePath(u"out.json"_s))).object();
    QTEST(object["records"_L1]["read"_L1].toInt(), "read");
    QTEST(object["records"_L1]["written"_L1].toInt(), "written");
    QTEST(int(object["sources"_L1].toArray().size()), "sources");
    const CommandRun run = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.status, 0);
    QCOMPARE(run.output.count(": unchanged, "), object["sources"_L1].toArray().size() + 1);
}

void TestVerifyCommand::writesTheSameRows()
{
    const QTemporaryDir folder;
    writeLogs(folder);
    const CommandRun plain = runTmglens({u"export"_s, u"a.w3c"_s, u"b.zip"_s}, {}, folder.path());
    const CommandRun proven =
        runTmglens({u"export"_s, u"a.w3c"_s, u"b.zip"_s, u"--provenance"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(proven.status, 0);
    QCOMPARE(proven.output, plain.output);
    const CommandRun run = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(run.status, 1); // nobody knows where standard output has gone
    QVERIFY(run.output.contains("not verified"));
}

/// What came from there can be told, and compared by hand; nobody can look at it again.
void TestVerifyCommand::provesStandardInput()
{
    const QTemporaryDir folder;
    const CommandRun written = runTmglens(
        {u"export"_s, u"-"_s, u"-o"_s, u"out.csv"_s, u"--provenance"_s, u"out.json"_s}, webLog({"200"}), folder.path());
    QCOMPARE(written.errors, QByteArray());
    QCOMPARE(written.status, 0);
    const CommandRun run = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(run.status, 1);
    QVERIFY2(run.output.contains("out.csv: unchanged"), run.output);
    QVERIFY2(run.output.contains("standard input: not verified"), run.output);
}

void TestVerifyCommand::tellsWhatHasChanged()
{
    const QTemporaryDir folder;
    writeLogs(folder);
    QCOMPARE(runTmglens({u"export"_s, u"a.w3c"_s, u"-o"_s, u"out.csv"_s, u"--provenance"_s, u"out.json"_s}, {},
                        folder.path())
                 .status,
             0);
    const QString log = folder.filePath(u"a.w3c"_s);
    QFile file(log);
    QVERIFY(file.open(QIODevice::Append));
    file.write(webRecord(9, "200") + "\r\n");
    file.close();
    const CommandRun grown = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(grown.status, 0);
    QVERIFY2(grown.output.contains("bytes were added since"), grown.output);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write("!");
    file.close();
    const CommandRun changed = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(changed.status, 1);
    QVERIFY2(changed.output.contains("a.w3c: CHANGED"), changed.output);
    QVERIFY2(changed.output.contains("out.csv: unchanged"), changed.output);
    QFile output(folder.filePath(u"out.csv"_s));
    QVERIFY(output.open(QIODevice::Append));
    output.write("10.0.0.9,forged\r\n");
    output.close();
    const CommandRun forged = runTmglens({u"verify"_s, u"out.json"_s}, {}, folder.path());
    QCOMPARE(forged.status, 1);
    QVERIFY2(forged.output.contains("out.csv: CHANGED"), forged.output);
}

void TestVerifyCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QStringList{u"verify"_s} << 2;
    QTest::newRow("two files") << QStringList{u"verify"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("no such file") << QStringList{u"verify"_s, u"nowhere.json"_s} << 3;
    QTest::newRow("a log") << QStringList{u"verify"_s, u"a.w3c"_s} << 3;
    QTest::newRow("no name") << QStringList{u"export"_s, u"a.w3c"_s, u"--provenance"_s, QString()} << 2;
    QTest::newRow("the log itself") << QStringList{u"export"_s, u"a.w3c"_s, u"--provenance"_s, u"a.w3c"_s} << 2;
    QTest::newRow("the export itself") << QStringList{u"export"_s,  u"a.w3c"_s,        u"-o"_s,
                                                      u"new.csv"_s, u"--provenance"_s, u"./new.csv"_s}
                                       << 2;
    QTest::newRow("standard output") << QStringList{u"export"_s, u"a.w3c"_s, u"--provenance"_s, u"-"_s} << 2;
    QTest::newRow("no such folder") << QStringList{u"export"_s,  u"a.w3c"_s,        u"-o"_s,
                                                   u"out.csv"_s, u"--provenance"_s, u"nowhere/out.json"_s}
                                    << 3;
}

void TestVerifyCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    const QTemporaryDir folder;
    writeLogs(folder);
    const CommandRun run = runTmglens(arguments, {}, folder.path());
    QTEST(run.status, "status");
    QVERIFY(run.errors.startsWith("tmglens: "));
    QCOMPARE(fileContent(folder.filePath(u"a.w3c"_s)), webLog({"200", "12209", "200"}));
}

QTEST_GUILESS_MAIN(TestVerifyCommand)
#include "tst_verifycommand.moc"
