// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandrun.h"
#include "tests/support/testlog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// The program from outside: arguments in; standard output, standard error and exit status out.
class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answers_data();
    void answers();
    void namesEachVerb_data();
    void namesEachVerb();
    void decodesToOneObjectALine();
    void decodesByTheLogGiven();
    void summarizesByTheContract();
    void readsStandardInputLikeAFile();
    void readsTheOrderOfDatesThatIsSaid_data();
    void readsTheOrderOfDatesThatIsSaid();
    void readsTablesFromStandardInput();
    void filtersSummaries();
    void writesSummariesToFiles();
    void addsUpFiles();
    void goesOnAfterAFileThatCannotBeRead();
    void marksMistakesInFilters();
    void neverColoursPipes();
    void saysNothingOfTheLocale_data();
    void saysNothingOfTheLocale();

private:
    QTemporaryDir m_folder;
};

namespace {

const QByteArrayList codes = {"200", "12209", "12202", "200", "0"};

QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestCommandLine::initTestCase()
{
    writeFile(m_folder.filePath(u"web.w3c"_s), webLog(codes));
    writeFile(m_folder.filePath(u"none.txt"_s), "This is no log.\n");
}

void TestCommandLine::answers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("output"); // begins so
    QTest::addColumn<QByteArray>("errors"); // begins so; nothing if empty

    const auto row = [](const char* name, const QStringList& arguments, int status, const QByteArray& output,
                        const QByteArray& errors) { QTest::newRow(name) << arguments << status << output << errors; };
    row("help", {u"--help"_s}, 0, "Usage: tmglens [options] [FILE...]\n", "");
    row("help of decode", {u"decode"_s, u"--help"_s}, 0, "Usage: tmglens decode [options] CODE...\n", "");
    row("help of summary", {u"summary"_s, u"-h"_s}, 0, "Usage: tmglens summary [options] FILE...\n", "");
    row("help of export", {u"export"_s, u"--help"_s}, 0, "Usage: tmglens export [options] FILE...\n", "");
    row("help of explain", {u"explain"_s, u"--help"_s}, 0, "Usage: tmglens explain [options] FILE...\n", "");
    row("help of verify", {u"verify"_s, u"--help"_s}, 0, "Usage: tmglens verify [options] FILE.json\n", "");
    row("version", {u"--version"_s}, 0, "tmglens " TMGLENS_VERSION "\n", "");
    row("version of a verb", {u"summary"_s, u"--version"_s}, 0, "tmglens " TMGLENS_VERSION "\n", "");
    row("no display", {}, 3, "", "tmglens: There is no display");
    row("no display for a file", {u"web.w3c"_s}, 3, "", "tmglens: There is no display");
    row("neither file nor verb", {u"frobnicate"_s}, 2, "", "tmglens: There is no file and no verb “frobnicate”.");
    row("unknown option", {u"--frobnicate"_s}, 2, "",
        "tmglens: Unknown option 'frobnicate'.\ntmglens: tmglens --help tells how to call it.\n");
    row("unknown option of a verb", {u"summary"_s, u"--frobnicate"_s, u"web.w3c"_s}, 2, "",
        "tmglens: Unknown option 'frobnicate'.\ntmglens: tmglens summary --help tells how to call it.\n");

    row("decode nothing", {u"decode"_s}, 2, "", "tmglens: decode needs a result code.");
    row("decode too large a number", {u"decode"_s, u"4294967296"_s}, 1, "4294967296  Not a result code\n",
        "tmglens: “4294967296” is neither a number of 32 bits nor the name of a result code.\n");
    row("decode a wrong log", {u"decode"_s, u"5"_s, u"--log"_s, u"mail"_s}, 2, "", "tmglens: --log takes");
    row("decode an empty log", {u"decode"_s, u"5"_s, u"--log"_s, QString()}, 2, "", "tmglens: --log takes");
    row("decode", {u"decode"_s, u"12209"_s}, 0, "12209 = 0x2FB1  ", "");
    row("decode a signed number", {u"decode"_s, u"-1073479667"_s}, 0, "-1073479667 = 3221487629 = 0xC004000D  ", "");
    row("decode a number with its name", {u"decode"_s, u"12209 Authorization required"_s}, 0, "12209 ", "");
    row("decode a number with another name", {u"decode"_s, u"12209 FOO"_s}, 1, "12209 FOO  Not a result code\n",
        "tmglens: “12209 FOO” is neither");
    row("decode what is no code", {u"decode"_s, u"nonsense"_s}, 1, "nonsense  ", "tmglens: “nonsense” is neither");

    row("summary of nothing", {u"summary"_s}, 2, "", "tmglens: summary needs a log file.");
    row("summary", {u"summary"_s, u"web.w3c"_s}, 0, "Log      Kind       Format  ", "");
    row("summary of standard input twice", {u"summary"_s, u"-"_s, u"-"_s}, 2, "",
        "tmglens: Standard input can be read only once.");
    row("summary of a missing file", {u"summary"_s, u"gone.w3c"_s}, 3, "", "tmglens: There is no file “gone.w3c”.");
    row("summary as HTML", {u"summary"_s, u"--html"_s, u"web.w3c"_s}, 0, "<!DOCTYPE html>\n<html lang=\"en\">\n", "");
    row("summary of standard input as HTML", {u"summary"_s, u"--html"_s, u"-"_s}, 3, "", "tmglens: ");
    row("summary in two forms", {u"summary"_s, u"--html"_s, u"--json"_s, u"web.w3c"_s}, 2, "",
        "tmglens: A summary is either JSON or HTML.");
    row("summary to no file", {u"summary"_s, u"-o"_s, QString(), u"web.w3c"_s}, 2, "",
        "tmglens: -o needs the name of a file.");
    row("summary over the log", {u"summary"_s, u"-o"_s, u"web.w3c"_s, u"web.w3c"_s}, 2, "",
        "tmglens: “web.w3c” is one of the logs; choose another file.");
    row("summary to a folder that is missing", {u"summary"_s, u"-o"_s, u"gone/a.html"_s, u"web.w3c"_s}, 3, "",
        "tmglens: “gone/a.html” could not be written (");
    row("summary of no log", {u"summary"_s, u"none.txt"_s}, 3, "", "tmglens: “none.txt” is not a log");

    row("export nothing", {u"export"_s}, 2, "", "tmglens: export needs a log file.");
    row("export", {u"export"_s, u"web.w3c"_s}, 0, "c-ip,cs-username,date,time,cs-uri,sc-status\r\n10.0.0.0,user0,", "");
    row("export a missing field", {u"export"_s, u"web.w3c"_s, u"--columns"_s, u"c-ip,color"_s}, 2, "",
        "tmglens: No log given here has a field “color”. There are: c-ip, cs-username, date, time, cs-uri, sc-status.");
    row("export standard input twice", {u"export"_s, u"-"_s, u"-"_s}, 2, "",
        "tmglens: Standard input can be read only once.");
    row("export no columns", {u"export"_s, u"web.w3c"_s, u"--columns"_s, QString()}, 2, "",
        "tmglens: --columns needs the names of fields.");
    row("export columns without names", {u"export"_s, u"web.w3c"_s, u"--columns"_s, u","_s}, 2, "",
        "tmglens: --columns needs the names of fields.");
    row("filter without its expression", {u"export"_s, u"web.w3c"_s, u"--filter"_s}, 2, "", "tmglens: Missing value");
    row("filter for a missing field", {u"export"_s, u"web.w3c"_s, u"--filter"_s, u"rule:x"_s}, 2, "",
        "tmglens: The filter asks for fields that no log given here has: rule.");
    row("filter for a missing field with an order", {u"export"_s, u"web.w3c"_s, u"--filter"_s, u"nosuch>5"_s}, 2, "",
        "tmglens: The filter asks for fields that no log given here has: nosuch.");
    row("summary filter for a missing field", {u"summary"_s, u"web.w3c"_s, u"--filter"_s, u"rule:x"_s}, 2, "",
        "tmglens: The filter asks for fields that no log given here has: rule.");
}

void TestCommandLine::answers()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, errors);
    const CommandRun run = runTmglens(arguments, {}, m_folder.path());
    QCOMPARE(run.output.first(qMin(output.size(), run.output.size())), output);
    QCOMPARE(run.errors.first(qMin(errors.size(), run.errors.size())), errors);
    QCOMPARE(run.output.isEmpty(), output.isEmpty());
    QCOMPARE(run.errors.isEmpty(), errors.isEmpty());
    QCOMPARE(run.status, status);
}

void TestCommandLine::namesEachVerb_data()
{
    QTest::addColumn<QString>("verb");
    for (const char* verb : {"decode", "summary", "explain", "export", "verify"})
        QTest::newRow(verb) << QString::fromLatin1(verb);
}

void TestCommandLine::namesEachVerb()
{
    QFETCH(const QString, verb);
    QVERIFY(runTmglens({u"--help"_s}).output.contains(QByteArray("\n  " + verb.toUtf8() + ' ')));
    QCOMPARE(runTmglens({verb, u"--help"_s}).status, 0);
    const CommandRun wrong = runTmglens({verb, u"--wrong"_s});
    QCOMPARE(wrong.status, 2);
    QVERIFY(wrong.errors.contains(QByteArray("tmglens " + verb.toUtf8() + " --help")));
}

void TestCommandLine::decodesToOneObjectALine()
{
    const CommandRun run = runTmglens({u"decode"_s, u"--json"_s, u"12209"_s, u"-1073479667"_s, u"0xc004000d"_s});
    QCOMPARE(run.status, 0);
    const QByteArrayList lines = run.output.split('\n');
    QCOMPARE(lines.size(), 4); // the last one is empty
    QCOMPARE(object(lines[0])[u"class"_s].toString(), u"denied"_s);
    QCOMPARE(object(lines[1])[u"code"_s].toString(), u"-1073479667"_s);
    QCOMPARE(object(lines[1])[u"hex"_s].toString(), u"0xC004000D"_s);
    QJsonObject hexadecimal = object(lines[2]);
    hexadecimal[u"code"_s] = u"-1073479667"_s;
    QCOMPARE(hexadecimal, object(lines[1]));
    QCOMPARE(hexadecimal.size(), 14);
}

void TestCommandLine::decodesByTheLogGiven()
{
    // 0 ends well in both, but tells of other things.
    const auto causes = [](const QString& log) {
        return object(runTmglens({u"decode"_s, u"--json"_s, u"0"_s, u"--log"_s, log}).output)[u"causes"_s].toString();
    };
    QVERIFY(!causes(u"web"_s).isEmpty());
    QVERIFY(!causes(u"firewall"_s).isEmpty());
    QVERIFY(causes(u"web"_s) != causes(u"firewall"_s));
}

void TestCommandLine::summarizesByTheContract()
{
    const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"web.w3c"_s}, {}, m_folder.path());
    QCOMPARE(run.status, 0);
    QCOMPARE(run.errors, QByteArray());
    const QJsonObject summary = object(run.output);
    QCOMPARE(summary[u"records"_s].toInt(), 5);
    QCOMPARE(summary[u"malformed"_s].toInt(-1), 0);
    QCOMPARE(summary[u"first"_s].toString(), u"2010-05-12T00:00:00Z"_s);
    QCOMPARE(summary[u"last"_s].toString(), u"2010-05-12T00:00:04Z"_s);
    QCOMPARE(summary[u"classes"_s][u"denied"_s].toInt(), 2);
    QCOMPARE(summary[u"classes"_s][u"allowed"_s].toInt(), 3);
    QCOMPARE(summary[u"files"_s][0][u"path"_s].toString(), u"web.w3c"_s);
    QCOMPARE(summary[u"codes"_s][0][u"code"_s].toString(), u"200"_s);
    QCOMPARE(summary[u"codes"_s][0][u"count"_s].toInt(), 2);
}

void TestCommandLine::readsStandardInputLikeAFile()
{
    const CommandRun file = runTmglens({u"export"_s, u"web.w3c"_s, u"--decoded"_s}, {}, m_folder.path());
    const CommandRun input = runTmglens({u"export"_s, u"-"_s, u"--decoded"_s}, webLog(codes));
    QCOMPARE(input.status, 0);
    QVERIFY(!input.output.isEmpty());
    QCOMPARE(input.output, file.output);
    QCOMPARE(object(runTmglens({u"summary"_s, u"-"_s, u"--json"_s}, webLog(codes)).output)[u"records"_s].toInt(), 5);
    QCOMPARE(runTmglens({u"summary"_s, u"-"_s}, {}).status, 3);
}

void TestCommandLine::readsTheOrderOfDatesThatIsSaid_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("isGuessed");
    QTest::newRow("nothing said") << QString() << 0 << u"2010-05-06T10:00:00Z"_s << u"mdy"_s << true;
    QTest::newRow("day first") << u"dmy"_s << 0 << u"2010-06-05T10:00:00Z"_s << u"dmy"_s << false;
    QTest::newRow("month first") << u"mdy"_s << 0 << u"2010-05-06T10:00:00Z"_s << u"mdy"_s << false;
    QTest::newRow("wrong") << u"dym"_s << 2 << QString() << QString() << false;
}

void TestCommandLine::readsTheOrderOfDatesThatIsSaid()
{
    QFETCH(const QString, option);
    QStringList arguments = {u"summary"_s, u"--json"_s, u"-"_s};
    if (!option.isEmpty())
        arguments += {u"--date-order"_s, option};
    const CommandRun run = runTmglens(arguments,
                                      "GMT Log Time\tClient IP\tHTTP Status Code\tURL\r\n"
                                      "5/6/2010 10:00:00\t10.0.0.1\t200\thttp://a.example/\r\n");
    QTEST(run.status, "status");
    const QJsonObject summary = object(run.output);
    QTEST(summary[u"first"_s].toString(), "first");
    QTEST(summary[u"files"_s][0][u"date-order"_s].toString(), "order");
    QTEST(summary[u"files"_s][0][u"date-order-guessed"_s].toBool(), "isGuessed");
    QCOMPARE(run.errors.contains("--date-order"), run.status == 2 || option.isEmpty());
}

void TestCommandLine::readsTablesFromStandardInput()
{
    const QByteArray table = "ClientIP,ClientUserName,logTime,uri,resultcode,Action\r\n"
                             "0A000001-FFFF-0000-0000-000000000000,\"a \"\"b\"\"\",2010-05-12 10:00:00.000,"
                             "\"http://a.example/?x=1,2\",-2147024891,8\r\n";
    const QStringList arguments = {u"export"_s, u"-"_s, u"--filter"_s, u"client:10.0.0.0/8 action:denied"_s};
    QCOMPARE(runTmglens(arguments, table).output, table);
    const QByteArray decoded = runTmglens(arguments + QStringList{u"--decoded"_s}, table).output;
    QVERIFY2(decoded.contains("\r\n10.0.0.1,\"a \"\"b\"\"\","), decoded);
    QVERIFY2(decoded.contains(",-2147024891,Denied,"), decoded);
}

void TestCommandLine::filtersSummaries()
{
    const auto count = [this](const QString& filter) {
        const CommandRun run =
            runTmglens({u"summary"_s, u"--json"_s, u"web.w3c"_s, u"--filter"_s, filter}, {}, m_folder.path());
        return run.status == 0 ? object(run.output)[u"records"_s].toInt(-1) : -1;
    };
    QCOMPARE(count(u"class:denied"_s), 2);
    QCOMPARE(count(u"-class:denied"_s), 3);
    QCOMPARE(count(u"code:12202..12209"_s), 2);
    QCOMPARE(count(u"user3"_s), 1);
    QCOMPARE(count(u"class:attack"_s), 0);
    QCOMPARE(count(QString()), 5);
}

void TestCommandLine::writesSummariesToFiles()
{
    for (const QStringList& form : {QStringList{}, QStringList{u"--json"_s}, QStringList{u"--html"_s}}) {
        const QStringList arguments = QStringList{u"summary"_s, u"web.w3c"_s} + form;
        const CommandRun printed = runTmglens(arguments, {}, m_folder.path());
        const CommandRun written = runTmglens(arguments + QStringList{u"-o"_s, u"summary.out"_s}, {}, m_folder.path());
        QCOMPARE(written.status, 0);
        QVERIFY(written.output.isEmpty());
        QCOMPARE(fileContent(m_folder.filePath(u"summary.out"_s)), printed.output);
    }
    // Only what the filter lets through is counted, in the values too.
    const CommandRun filtered =
        runTmglens({u"summary"_s, u"--html"_s, u"--filter"_s, u"code:12209"_s, u"-"_s}, webLog(codes), {});
    QCOMPARE(filtered.status, 0);
    QVERIFY(filtered.output.contains("Records: 1 of 5"));
    QVERIFY(filtered.output.contains(">user1<"));
    QVERIFY(!filtered.output.contains(">user0<"));
}

void TestCommandLine::addsUpFiles()
{
    writeFile(m_folder.filePath(u"same.w3c"_s), fileContent(m_folder.filePath(u"web.w3c"_s)));
    const CommandRun run = runTmglens({u"summary"_s, u"--json"_s, u"web.w3c"_s, u"same.w3c"_s}, {}, m_folder.path());
    QCOMPARE(object(run.output)[u"files"_s].toArray().size(), 2);
    QCOMPARE(object(run.output)[u"records"_s].toInt(), 10);
    const CommandRun exported = runTmglens({u"export"_s, u"web.w3c"_s, u"same.w3c"_s}, {}, m_folder.path());
    QCOMPARE(exported.output.count('\n'), 11);
}

void TestCommandLine::goesOnAfterAFileThatCannotBeRead()
{
    for (const QString& verb : {u"summary"_s, u"export"_s}) {
        const CommandRun run = runTmglens({verb, u"gone.w3c"_s, u"web.w3c"_s}, {}, m_folder.path());
        QCOMPARE(run.status, 1);
        QVERIFY(!run.output.isEmpty());
        QVERIFY(run.errors.startsWith("tmglens: There is no file “gone.w3c”."));
    }
}

void TestCommandLine::marksMistakesInFilters()
{
    const CommandRun run = runTmglens({u"summary"_s, u"gone.w3c"_s, u"--filter"_s, u"a class:denid b"_s});
    QCOMPARE(run.status, 2);
    const QByteArrayList lines = run.errors.split('\n');
    QVERIFY2(lines[0].startsWith("tmglens: The filter is wrong at character 9. "), run.errors);
    QCOMPARE(lines[1], QByteArray("  a class:denid b"));
    QCOMPARE(lines[2], QByteArray("          ^^^^^"));
}

void TestCommandLine::neverColoursPipes()
{
    QVERIFY(!runTmglens({u"decode"_s, u"12209"_s}).output.contains('\x1B'));
    QVERIFY(!runTmglens({u"summary"_s, u"web.w3c"_s}, {}, m_folder.path()).output.contains('\x1B'));
}

void TestCommandLine::saysNothingOfTheLocale_data()
{
    QTest::addColumn<QString>("environment");

    QTest::newRow("none") << u"env -u LC_ALL -u LC_CTYPE -u LANG"_s;
    QTest::newRow("LANG") << u"env -u LC_ALL -u LC_CTYPE LANG=C"_s;
    QTest::newRow("LC_ALL") << u"env LC_ALL=C"_s;
    QTest::newRow("POSIX") << u"env LC_ALL=POSIX"_s;
}

void TestCommandLine::saysNothingOfTheLocale()
{
    QFETCH(QString, environment);
    const CommandRun run = runShell(environment + u" \"$TMGLENS\" summary 'no “such” log'"_s, m_folder.path());
    QCOMPARE(run.errors, QByteArray("tmglens: There is no file “no “such” log”. Check the name and the folder.\n"));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
