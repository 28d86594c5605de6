// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/databaseserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// The verbs with logs in a real database.
class TestDatabaseCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesAllTables();
    void takesOneTable();
    void writesWhatASavedTableGives_data();
    void writesWhatASavedTableGives();
    void refuses_data();
    void refuses();

private:
    static QByteArray generated(const QString& kind);

    DatabaseServer m_server;
    QTemporaryDir m_folder;
};

/// A table has no order but that of time, which several rows can share.
static QByteArrayList sortedRows(const QByteArray& csv)
{
    QByteArrayList rows = csv.split('\n');
    std::ranges::sort(rows);
    return rows;
}

QByteArray TestDatabaseCommand::generated(const QString& kind)
{
    QProcess generator;
    generator.start(QStringLiteral(TMGLENS_GENERATOR),
                    {u"--kind"_s, kind, u"--format"_s, u"csv"_s, u"--rows"_s, u"500"_s});
    generator.waitForFinished();
    return generator.readAllStandardOutput();
}

void TestDatabaseCommand::initTestCase()
{
    if (const auto reason = m_server.start())
        QSKIP(qPrintable(*reason));
    qputenv("TMGLENS_DATABASE_USER", "tester");
    const QByteArray web = generated(u"web"_s);
    writeFile(m_folder.filePath(u"WebProxyLog.csv"_s), web);
    m_server.import(u"WebProxyLog"_s, web, LogKind::Web);
    m_server.import(u"FirewallLog"_s, generated(u"firewall"_s), LogKind::Firewall);
}

void TestDatabaseCommand::takesAllTables()
{
    const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"odbc:logs"_s});
    QCOMPARE(run.errors, QByteArray());
    QCOMPARE(run.status, 0);
    const QJsonObject summary = QJsonDocument::fromJson(run.output).object();
    QCOMPARE(summary["records"_L1].toInt(), 1000);
    QStringList kinds;
    const QJsonArray files = summary["files"_L1].toArray();
    for (const QJsonValueConstRef file : files)
        kinds += file.toObject()["log"_L1].toString();
    kinds.sort();
    QCOMPARE(kinds, (QStringList{u"firewall"_s, u"web"_s}));
}

void TestDatabaseCommand::takesOneTable()
{
    const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"odbc:logs/FirewallLog"_s});
    QCOMPARE(run.status, 0);
    QCOMPARE(QJsonDocument::fromJson(run.output).object()["records"_L1].toInt(), 500);
}

void TestDatabaseCommand::writesWhatASavedTableGives_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("all") << QString();
    QTest::newRow("by code") << u"code:12209"_s;
    QTest::newRow("by time") << u"time:2010-05-12T08:00..2010-05-12T16:00 class:denied"_s;
}

void TestDatabaseCommand::writesWhatASavedTableGives()
{
    QFETCH(const QString, filter);
    const QStringList verb = {u"export"_s, u"--filter"_s, filter, u"--columns"_s,
                              u"ClientUserName,uri,resultcode,rule"_s};
    const CommandRun table = runTmglens(verb + QStringList{u"odbc:logs/WebProxyLog"_s});
    const CommandRun saved = runTmglens(verb + QStringList{m_folder.filePath(u"WebProxyLog.csv"_s)});
    QCOMPARE(saved.status, 0);
    QVERIFY(saved.output.count('\n') > 10);
    QCOMPARE(sortedRows(table.output), sortedRows(saved.output));
    QCOMPARE(table.status, 0);
}

void TestDatabaseCommand::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("no such source") << u"odbc:nowhere"_s << "tmglens: There is no connection with “nowhere”"_ba;
    QTest::newRow("no such table") << u"odbc:logs/Other"_s << "tmglens: “logs/Other” has no table of"_ba;
    QTest::newRow("no table at all") << u"odbc:empty"_s << "tmglens: “empty” has no table of"_ba;
}

void TestDatabaseCommand::refuses()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, sentence);
    const CommandRun run = runTmglens({u"export"_s, path});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.errors.startsWith(sentence), run.errors);
    QCOMPARE(run.output, QByteArray());
}

QTEST_GUILESS_MAIN(TestDatabaseCommand)
#include "tst_databasecommand.moc"
