// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testarchive.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// The verbs with archives in the place of logs.
class TestArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void givesTheSameAsThePlainLog_data();
    void givesTheSameAsThePlainLog();
    void readsAllMembersOneAfterTheOther();
    void readsOneMemberByItsAddress();
    void readsArchivesFromStandardInput();
    void filtersByTheMember();
    void saysWhatIsSkipped();
    void readsTheBeginningOfACutLog();
    void keepsToTheLimit();
    void showsHostileNamesHarmlessly();

private:
    [[nodiscard]] CommandRun run(const QStringList& arguments, const QByteArray& input = {}) const
    {
        return runTmglens(arguments, input, m_folder.path());
    }
    void write(const QString& name, const QByteArray& bytes) const { writeFile(m_folder.filePath(name), bytes); }

    QTemporaryDir m_folder;
    QByteArray m_web;
    QByteArray m_firewall;
};

namespace {

QJsonObject object(const CommandRun& run)
{
    return QJsonDocument::fromJson(run.output).object();
}

QStringList paths(const CommandRun& run)
{
    QStringList paths;
    const QJsonArray files = object(run).value("files"_L1).toArray();
    for (const QJsonValue& file : files)
        paths += file["path"_L1].toString();
    return paths;
}

} // namespace

void TestArchives::initTestCase()
{
    m_web = fileContent(QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100512_WEB_000.w3c"));
    m_firewall = fileContent(QStringLiteral(TMGLENS_TEST_DATA "/samples/ISALOG_20100512_FWS_000.w3c"));
    write(u"web.w3c"_s, m_web);
    write(u"both.zip"_s, packed(zip, {{"a/web.w3c", m_web}, {"fws.w3c", m_firewall}}));
}

void TestArchives::givesTheSameAsThePlainLog_data()
{
    QTest::addColumn<QByteArray>("archive");
    const auto row = [this](const char* name, int format, int filter) {
        QTest::newRow(name) << packed({.format = format, .filter = filter}, {{"web.w3c", m_web}});
    };
    row("gzip", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP);
    row("bzip2", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_BZIP2);
    row("xz", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_XZ);
    row("zstd", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD);
    row("zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE);
    row("7z", ARCHIVE_FORMAT_7ZIP, ARCHIVE_FILTER_NONE);
    row("tar.zst", ARCHIVE_FORMAT_TAR, ARCHIVE_FILTER_ZSTD);
}

void TestArchives::givesTheSameAsThePlainLog()
{
    QFETCH(const QByteArray, archive);
    write(u"web.w3c.gz"_s, archive);
    for (const QStringList& verb :
         {QStringList{u"export"_s, u"--decoded"_s}, QStringList{u"export"_s, u"--filter"_s, u"class:denied"_s}}) {
        const CommandRun plain = run(verb + QStringList{u"web.w3c"_s});
        const CommandRun unpacked = run(verb + QStringList{u"web.w3c.gz"_s});
        QCOMPARE(unpacked.status, plain.status);
        QVERIFY(unpacked.output == plain.output);
        QVERIFY(unpacked.output.size() > 1000);
    }
    QByteArray json = run({u"summary"_s, u"--json"_s, u"web.w3c.gz"_s}).output;
    QCOMPARE(json.replace("web.w3c.gz/web.w3c", "web.w3c"), run({u"summary"_s, u"--json"_s, u"web.w3c"_s}).output);
}

void TestArchives::readsAllMembersOneAfterTheOther()
{
    const CommandRun summary = run({u"summary"_s, u"--json"_s, u"both.zip"_s, u"web.w3c"_s});
    QCOMPARE(paths(summary), (QStringList{u"both.zip/a/web.w3c"_s, u"both.zip/fws.w3c"_s, u"web.w3c"_s}));
    QVERIFY(QDir(m_folder.path()).mkdir(u"a"_s));
    write(u"a/web.w3c"_s, m_web);
    write(u"fws.w3c"_s, m_firewall);
    const CommandRun plain = run({u"export"_s, u"a/web.w3c"_s, u"fws.w3c"_s});
    QVERIFY(run({u"export"_s, u"both.zip"_s}).output == plain.output);
    const CommandRun html = run({u"summary"_s, u"--html"_s, u"both.zip"_s});
    QVERIFY(html.output.contains("both.zip/fws.w3c"));
}

void TestArchives::readsOneMemberByItsAddress()
{
    const CommandRun summary = run({u"summary"_s, u"--json"_s, u"both.zip/fws.w3c"_s});
    QCOMPARE(paths(summary), QStringList{u"both.zip/fws.w3c"_s});
    const CommandRun absent = run({u"summary"_s, u"both.zip/absent.w3c"_s});
    QCOMPARE(absent.status, 3);
    QVERIFY(absent.errors.startsWith("tmglens: There is no file “both.zip/absent.w3c”."));
}

void TestArchives::readsArchivesFromStandardInput()
{
    const CommandRun summary = run({u"summary"_s, u"--json"_s, u"-"_s}, fileContent(m_folder.filePath(u"both.zip"_s)));
    QCOMPARE(summary.status, 0);
    QCOMPARE(paths(summary), (QStringList{u"standard input/a/web.w3c"_s, u"standard input/fws.w3c"_s}));
}

void TestArchives::filtersByTheMember()
{
    const CommandRun all = run({u"summary"_s, u"--json"_s, u"both.zip/fws.w3c"_s});
    const CommandRun some = run({u"summary"_s, u"--json"_s, u"--filter"_s, u"file:fws.w3c"_s, u"both.zip"_s});
    QCOMPARE(object(some).value("records"_L1), object(all).value("records"_L1));
}

void TestArchives::saysWhatIsSkipped()
{
    write(u"mixed.zip"_s, packed(zip, {{"readme.txt", "Not a log.\n"}, {"web.w3c", m_web}, {"none.w3c", ""}}));
    const CommandRun summary = run({u"summary"_s, u"--json"_s, u"mixed.zip"_s});
    QCOMPARE(summary.status, 1);
    QCOMPARE(paths(summary), QStringList{u"mixed.zip/web.w3c"_s});
    QVERIFY(summary.errors.contains("“mixed.zip/readme.txt” is not a log"));
    QVERIFY(summary.errors.contains("“mixed.zip/none.w3c” is empty"));

    write(u"locked.zip"_s, packed({.options = "zip:encryption=aes256", .password = "secret"}, {{"web.w3c", m_web}}));
    const CommandRun locked = run({u"summary"_s, u"locked.zip"_s});
    QCOMPARE(locked.status, 3);
    QVERIFY(locked.errors.startsWith("tmglens: “locked.zip/web.w3c” is encrypted."));
    QCOMPARE(locked.errors.count('\n'), 1);

    write(u"empty.zip"_s, packed(zip, {}));
    const CommandRun empty = run({u"export"_s, u"empty.zip"_s});
    QCOMPARE(empty.status, 3);
    QVERIFY(empty.errors.startsWith("tmglens: “empty.zip” is an archive, but there is no file in it."));
}

void TestArchives::readsTheBeginningOfACutLog()
{
    QByteArray bytes = packed(gzip, {{"web.w3c", m_web}});
    bytes.chop(bytes.size() / 5);
    write(u"cut.w3c.gz"_s, bytes);
    const CommandRun cut = run({u"export"_s, u"cut.w3c.gz"_s});
    QCOMPARE(cut.status, 1);
    QVERIFY(cut.errors.contains("“cut.w3c.gz/cut.w3c” is damaged"));
    const QByteArray whole = run({u"export"_s, u"web.w3c"_s}).output;
    QVERIFY(cut.output.size() > whole.size() / 3);
    QVERIFY(whole.startsWith(cut.output.first(cut.output.lastIndexOf('\n', -3))));
}

void TestArchives::keepsToTheLimit()
{
    const CommandRun refused = run({u"export"_s, u"--max-unpacked"_s, u"10k"_s, u"both.zip"_s});
    QCOMPARE(refused.status, 3);
    QVERIFY(refused.output.isEmpty());
    QVERIFY2(refused.errors.startsWith("tmglens: “both.zip” unpacks to more than the limit of 9.77 KiB"),
             refused.errors.constData());
    QVERIFY(refused.errors.contains("--max-unpacked"));
    QCOMPARE(run({u"export"_s, u"--max-unpacked"_s, u"1GB"_s, u"both.zip"_s}).status, 0);
    for (const QString& size : {u"much"_s, u"0"_s, u"-1"_s, QString()})
        QCOMPARE(run({u"summary"_s, u"--max-unpacked="_s + size, u"both.zip"_s}).status, 2);
}

void TestArchives::showsHostileNamesHarmlessly()
{
    const QByteArray name = "../\x1B[2J\nweb.w3c";
    write(u"hostile.tar"_s, packed(tar, {{name, m_web}, {"../../\x1B[2Jreadme", "no log\n"}}));
    const CommandRun summary = run({u"summary"_s, u"hostile.tar"_s});
    QCOMPARE(summary.status, 1);
    QVERIFY(!summary.output.contains('\x1B') && !summary.errors.contains('\x1B'));
    QVERIFY(summary.output.contains("hostile.tar/(..)/\\x1B[2J\\x0Aweb.w3c"));
    QVERIFY(summary.errors.contains("“hostile.tar/(..)/(..)/\\x1B[2Jreadme” is not a log"));
}

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
