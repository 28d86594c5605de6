// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/datasources.h"
#include "model/database/tablereader.h"
#include "model/filter/filtermatcher.h"
#include "model/format/recordtime.h"
#include "model/output/csvwriter.h"
#include "model/output/errortext.h"
#include "tests/support/databaseserver.h"
#include "tests/support/testlog.h"

#include <QBuffer>

#include <numeric>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Logs in a real database.
class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.kill(); }

    void knowsTheDataSources();
    void findsTheTables();
    void looksAtColumnsAndNotAtNames();
    void tellsWhatIsWrong_data();
    void tellsWhatIsWrong();
    void givesWhatTheSavedTableGives_data();
    void givesWhatTheSavedTableGives();
    void readsByTime();
    void readsAStretchOfTime();
    void leavesRowsOutForAFilter_data();
    void leavesRowsOutForAFilter();
    void leavesNoRowOutThatAFilterMayWant_data();
    void leavesNoRowOutThatAFilterMayWant();
    void keepsWhateverIsInCells();
    void readsRowsWithoutATime();
    void reachesOverEmptyYears();
    void keepsTheHourThatThisComputerLacks();
    void stopsInMidRead();
    void showsWhatCameBeforeTheServerDied();

private:
    [[nodiscard]] static LogTable table(const QString& name);
    [[nodiscard]] static QByteArray rowsOf(const TableRequest& request);
    static void makeTable(const QString& name, const QStringList& rows);

    DatabaseServer m_server;
    QHash<QString, QByteArray> m_csv; // by table
};

static constexpr int recordCount = 12'000; // of several stretches

static QByteArray generated(const QString& kind)
{
    QProcess process;
    process.start(
        QStringLiteral(TMGLENS_GENERATOR),
        {u"--kind"_s, kind, u"--format"_s, u"csv"_s, u"--seed"_s, u"7"_s, u"--rows"_s, QString::number(recordCount)});
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("The generator failed.");
    return process.readAllStandardOutput();
}

void TestDatabase::initTestCase()
{
    if (const auto reason = m_server.start())
        QSKIP(qPrintable(*reason));
    m_csv = {{u"WebProxyLog"_s, generated(u"web"_s)}, {u"FirewallLog"_s, generated(u"firewall"_s)}};
    m_server.import(u"WebProxyLog"_s, m_csv[u"WebProxyLog"_s], LogKind::Web);
    m_server.import(u"FirewallLog"_s, m_csv[u"FirewallLog"_s], LogKind::Firewall);
    DatabaseServer::run(u"CREATE TABLE people (name varchar(20), \"logTime\" timestamp)"_s);
}

LogTable TestDatabase::table(const QString& name)
{
    const auto tables = findLogTables(DatabaseServer::login(), {});
    if (tables) {
        for (const LogTable& found : *tables) {
            if (found.name == name)
                return found;
        }
    }
    qFatal("There is no table %s.", qPrintable(name));
}

static QByteArray bytesOf(const ByteSource& source)
{
    QByteArray bytes(qsizetype(source.size()), '\0');
    if (!source.read(0, {bytes.data(), std::size_t(bytes.size())}))
        qFatal("The rows cannot be read back.");
    return bytes;
}

QByteArray TestDatabase::rowsOf(const TableRequest& request)
{
    const auto source = readTable(request, {});
    if (!source || (*source)->damage())
        qFatal("%s", qPrintable(describeLoadError(source ? *(*source)->damage() : source.error())));
    return bytesOf(**source);
}

/// A small web log: each of @p rows is the values of logTime, GmtLogTime, ClientIP, ClientUserName, uri, resultcode,
/// ClientAuthenticate in SQL.
void TestDatabase::makeTable(const QString& name, const QStringList& rows)
{
    DatabaseServer::run(
        u"CREATE TABLE %1 (\"logTime\" timestamp, \"GmtLogTime\" timestamp, \"ClientIP\" uuid, \"ClientUserName\" "
        "varchar(514), uri text, resultcode int, \"ClientAuthenticate\" boolean)"_s.arg(name));
    for (const QString& row : rows)
        DatabaseServer::run(u"INSERT INTO %1 VALUES (%2)"_s.arg(name, row));
}

/// All that can be exported of a log, by record.
static QByteArrayList exported(const QByteArray& log)
{
    const RecordIndex index = indexOf(log);
    CsvOptions options;
    options.addDecoded = true;
    for (std::size_t i = 0; i < index.columns().fields().size(); ++i)
        options.columns.push_back(i);
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writeCsv(buffer, index, records, options, {}))
        qFatal("The CSV was not written.");
    return buffer.data().split('\n');
}

static quint64 countOf(const QByteArray& log)
{
    return indexOf(log).recordCount();
}

static std::size_t matchesOf(const QByteArray& log, const QString& filter)
{
    return matchRecords(indexOf(log), {.selection = {}, .expression = *FilterExpression::parse(filter)}, 0, {})
        .value()
        .size();
}

static std::chrono::sys_seconds at(const char* text)
{
    return *parseDateTime(text, LogLayout::DateOrder::YearMonthDay);
}

void TestDatabase::knowsTheDataSources()
{
    QCOMPARE(dataSourceNames(), QStringList({u"empty"_s, u"logs"_s, u"postgres"_s}));
}

void TestDatabase::findsTheTables()
{
    const auto tables = findLogTables(DatabaseServer::login(), {});
    QVERIFY2(tables, tables ? "" : qPrintable(describeLoadError(tables.error())));
    QCOMPARE(tables->size(), 2);
    const LogTable web = table(u"WebProxyLog"_s);
    QCOMPARE(web.kind, LogKind::Web);
    QCOMPARE(web.rows, quint64(recordCount));
    QCOMPARE(web.rowsWithoutTime, 0ULL);
    QCOMPARE(web.columns.size(), 57);
    QCOMPARE(web.key().name, u"logTime"_s);
    QVERIFY(web.span);
    QVERIFY(web.span->begin >= at("2010-05-11 23:59:00"));
    QVERIFY(web.span->end <= at("2010-05-13 00:00:00"));
    QCOMPARE(table(u"FirewallLog"_s).kind, LogKind::Firewall);
}

void TestDatabase::looksAtColumnsAndNotAtNames()
{
    makeTable(u"old_copy"_s, {u"NULL, '2010-05-12 10:00:00', NULL, 'a', 'b', 200, true"_s});
    DatabaseServer::run(
        u"ALTER TABLE old_copy ADD \"x\"\"; DROP TABLE people; --\" int, ADD \"a.b\" int, ADD more int"_s);
    DatabaseServer::run(u"CREATE TABLE \"Web\"\"ProxyLog\" AS SELECT * FROM old_copy"_s);
    const LogTable copy = table(u"old_copy"_s);
    QCOMPARE(copy.columns.size(), 8);
    QCOMPARE(copy.rowsWithoutTime, 1ULL);
    QVERIFY(rowsOf({.login = DatabaseServer::login(), .table = copy}).startsWith("logTime,GmtLogTime,ClientIP,"));
    const auto tables = findLogTables(DatabaseServer::login(), {});
    QVERIFY(std::ranges::none_of(*tables, [](const LogTable& found) { return found.name.contains(u'"'); }));
    DatabaseServer::run(u"DROP TABLE old_copy"_s);
}

void TestDatabase::tellsWhatIsWrong_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such source") << u"nowhere"_s << u"tester"_s << u"no connection with “nowhere”"_s;
    QTest::newRow("no such user") << u"logs"_s << u"nobody else"_s << u"Check the data source, the user"_s;
    QTest::newRow("hides connection strings")
        << u"Driver=None;PWD=secret"_s << u""_s << u"no connection with “database”"_s;
    QTest::newRow("no table") << u"empty"_s << u"tester"_s << u"“empty” has no table of ISA Server"_s;
    QTest::newRow("other columns") << u"DSN=postgres"_s << u"tester"_s
                                   << u"“FirewallLog” is not one of ISA Server or Forefront TMG: it lacks the columns "
                                      "servername, logTime, SourceIP"_s;
}

void TestDatabase::tellsWhatIsWrong()
{
    QFETCH(const QString, source);
    QFETCH(const QString, user);
    QFETCH(const QString, words);
    DatabaseServer::run(u"CREATE TABLE IF NOT EXISTS \"FirewallLog\" (protocol varchar(8), \"logTime\" varchar(20))"_s,
                        u"postgres"_s);
    const auto tables = findLogTables({.source = source, .user = user}, {});
    QVERIFY(!tables);
    const QString sentence = describeLoadError(tables.error());
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    QVERIFY(!sentence.contains(u"secret"_s));
}

void TestDatabase::givesWhatTheSavedTableGives_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("web") << u"WebProxyLog"_s;
    QTest::newRow("firewall") << u"FirewallLog"_s;
}

void TestDatabase::givesWhatTheSavedTableGives()
{
    QFETCH(const QString, name);
    const QByteArray rows = rowsOf({.login = DatabaseServer::login(), .table = table(name)});
    QCOMPARE(indexOf(rows).malformedCount(), 0ULL);
    QByteArrayList read = exported(rows);
    QByteArrayList expected = exported(m_csv[name]);
    QCOMPARE(read.first(), expected.first());
    std::ranges::sort(read); // a saved table is in the order in which the rows were written
    std::ranges::sort(expected);
    QCOMPARE(read.size(), expected.size());
    for (qsizetype i = 0; i < read.size(); ++i)
        QCOMPARE(read[i], expected[i]);
}

void TestDatabase::readsByTime()
{
    const RecordIndex index = indexOf(rowsOf({.login = DatabaseServer::login(), .table = table(u"WebProxyLog"_s)}));
    for (quint32 i = 1; i < index.recordCount(); ++i)
        QVERIFY(index.time(RecordNumber(i - 1)) <= index.time(RecordNumber(i)));
}

void TestDatabase::readsAStretchOfTime()
{
    const LogTable web = table(u"WebProxyLog"_s);
    const TimeSpan hour{at("2010-05-12 10:00:00"), at("2010-05-12 11:00:00")};
    const QByteArray rows = rowsOf({.login = DatabaseServer::login(), .table = web, .span = hour});
    // The server is two hours east.
    const auto expected = matchesOf(m_csv[u"WebProxyLog"_s], u"time:2010-05-12T08:00..2010-05-12T08:59"_s);
    QVERIFY(expected > 0);
    QCOMPARE(countOf(rows), quint64(expected));
    const TimeSpan none{at("2011-01-01 00:00:00"), at("2011-01-02 00:00:00")};
    QCOMPARE(rowsOf({.login = DatabaseServer::login(), .table = web, .span = none}).count('\n'), 1);
}

void TestDatabase::leavesRowsOutForAFilter_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("filter");
    QTest::newRow("time") << u"WebProxyLog"_s << u"time>=2010-05-12T10:00Z time<2010-05-12T11:00Z"_s;
    QTest::newRow("code") << u"WebProxyLog"_s << u"code:12209"_s;
    QTest::newRow("codes") << u"WebProxyLog"_s << u"code:12202..12239,407"_s;
    QTest::newRow("signed code") << u"FirewallLog"_s << u"code:0xC004000D"_s;
    QTest::newRow("symbol") << u"FirewallLog"_s << u"code:FWX_E_POLICY_RULES_DENIED"_s;
    QTest::newRow("range over the sign") << u"FirewallLog"_s << u"code:20000..0xC004000D"_s;
    QTest::newRow("client") << u"WebProxyLog"_s << u"client:10.20.32.42"_s;
    QTest::newRow("client of two") << u"FirewallLog"_s << u"client:10.20.32.42,10.20.32.43"_s;
}

/// What SQL leaves out is exactly what the filter would.
void TestDatabase::leavesRowsOutForAFilter()
{
    QFETCH(const QString, name);
    QFETCH(const QString, filter);
    const auto rows =
        rowsOf({.login = DatabaseServer::login(), .table = table(name), .filter = *FilterExpression::parse(filter)});
    const auto expected = matchesOf(m_csv[name], filter);
    QVERIFY(expected > 0);
    QCOMPARE(countOf(rows), quint64(expected));
}

void TestDatabase::leavesNoRowOutThatAFilterMayWant_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"client:10.20.0.0/16", "-code:12209", "code!=200", "code>12000", "code:200 OR code:407",
                               "client!=10.20.32.42", "time:10:00..11:00", "time:2010-05-12T10",
                               "(time>2010-05-12T10:00 OR code:200) action:allowed", "code:12209 -client:10.20.32.42",
                               "user:HALDEN* code~/12.../", "code:12209 OR host:*.example",
                               "client:10.20.32.42,10.20.32.0/24", "client:2001:db8::1,10.20.32.42"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestDatabase::leavesNoRowOutThatAFilterMayWant()
{
    QFETCH(const QString, filter);
    const auto rows = rowsOf({.login = DatabaseServer::login(),
                              .table = table(u"WebProxyLog"_s),
                              .filter = *FilterExpression::parse(filter)});
    QCOMPARE(matchesOf(rows, filter), matchesOf(m_csv[u"WebProxyLog"_s], filter));
}

void TestDatabase::keepsWhateverIsInCells()
{
    const QString many = u"x\n"_s.repeated(100);
    makeTable(
        u"hostile"_s,
        {u"'2010-05-12 12:00:00.1', '2010-05-12 10:00:00.123456', 'C0A8B12C-FFFF-0000-0000-000000000000', "
         "'a\"b, c;d', '=cmd|'' /C calc''!A0', -1073479667, true"_s,
         u"'2010-05-12 12:00:01', '2010-05-12 10:00:01.5', '20010db8-0001-0002-0003-000400050006', 'NULL', "
         "E'two\\nlines\\ttab\\r', -1, false"_s,
         u"'2010-05-12 12:00:02', '2010-05-12 10:00:02', NULL, '', '%1', 200, NULL"_s.arg(many),
         u"'2010-05-12 12:00:03', '2010-05-12 10:00:03', NULL, '\"', E'\\u202Etxt.exe \\U0001F600', 200, NULL"_s,
         u"'2010-05-12 12:00:04', '2010-05-12 10:00:04', NULL, E'#Fields: c-ip\\tdate', E'x\\x01y', 200, NULL"_s});
    const QByteArray rows = rowsOf({.login = DatabaseServer::login(), .table = table(u"hostile"_s)});
    DatabaseServer::run(u"DROP TABLE hostile"_s);
    const QByteArray wide = QString(u"\u202Etxt.exe \U0001F600"_s).toUtf8();
    const QByteArrayList expected = {
        "logTime,GmtLogTime,ClientIP,ClientUserName,uri,resultcode,ClientAuthenticate",
        "2010-05-12 12:00:00.100,2010-05-12 10:00:00.123,\"C0A8B12C-FFFF-0000-0000-000000000000\",\"a\"\"b, c;d\","
        "\"=cmd|' /C calc'!A0\",-1073479667,\"1\"",
        "2010-05-12 12:00:01.000,2010-05-12 10:00:01.500,\"20010DB8-0001-0002-0003-000400050006\",\"NULL\","
        "\"two\nlines\ttab\r\",-1,\"0\"",
        "2010-05-12 12:00:02.000,2010-05-12 10:00:02.000,,\"\",\"" + QByteArray("x\\x0A").repeated(100) + "\",200,",
        "2010-05-12 12:00:03.000,2010-05-12 10:00:03.000,,\"\"\"\",\"" + wide + "\",200,",
        "2010-05-12 12:00:04.000,2010-05-12 10:00:04.000,,\"#Fields: c-ip\tdate\",\"x\x01y\",200,",
    };
    for (qsizetype i = 0, begin = 0; i < expected.size(); begin += expected[i].size() + 2, ++i)
        QCOMPARE(rows.sliced(begin, std::min(expected[i].size(), rows.size() - begin)), expected[i]);
    const RecordIndex index = indexOf(rows);
    QCOMPARE(index.recordCount(), 5U);
    QCOMPARE(index.malformedCount(), 0ULL);
    QCOMPARE(index.codes().at(index.code(RecordNumber(0))).result.value, 0xC004000DU);
    QCOMPARE(index.codes().at(index.code(RecordNumber(1))).result.value, 0xFFFFFFFFU);
}

void TestDatabase::readsRowsWithoutATime()
{
    makeTable(u"timeless"_s,
              {u"NULL, '2010-05-12 10:00:00', NULL, 'first', 'b', 200, NULL"_s,
               u"'2010-05-12 12:00:00', '2010-05-12 10:00:00', NULL, 'second', 'b', 200, NULL"_s});
    const LogTable found = table(u"timeless"_s);
    DatabaseServer::run(u"ALTER TABLE timeless ADD hint int"_s); // nobody minds
    QCOMPARE(found.rowsWithoutTime, 1ULL);
    const QByteArray all = rowsOf({.login = DatabaseServer::login(), .table = found});
    QCOMPARE(all.count('\n'), 3);
    QVERIFY(all.indexOf("second") < all.indexOf("first"));
    const QByteArray timed = rowsOf({.login = DatabaseServer::login(), .table = found, .span = found.span});
    QCOMPARE(timed.count('\n'), 2);
    DatabaseServer::run(u"DROP TABLE timeless"_s);
}

void TestDatabase::reachesOverEmptyYears()
{
    QStringList rows;
    for (const char* time :
         {"1990-01-01 00:00:00", "2010-05-12 10:00:00", "2010-05-12 10:00:01", "2079-06-06 23:59:00"})
        rows += u"'%1', '%1', NULL, 'a', 'b', 200, NULL"_s.arg(QLatin1StringView(time));
    makeTable(u"spread"_s, rows);
    QCOMPARE(rowsOf({.login = DatabaseServer::login(), .table = table(u"spread"_s)}).count('\n'), 5);
    DatabaseServer::run(u"DROP TABLE spread"_s);
}

void TestDatabase::keepsTheHourThatThisComputerLacks()
{
    qputenv("TZ", "Europe/Berlin");
    const auto back = qScopeGuard([] { qputenv("TZ", "UTC"); });
    makeTable(u"spring"_s, {u"'2010-03-28 02:30:00', '2010-03-28 02:30:00', NULL, 'a', 'b', 200, NULL"_s});
    const LogTable found = table(u"spring"_s);
    QCOMPARE(found.span->begin, at("2010-03-28 02:30:00"));
    const QByteArray rows = rowsOf({.login = DatabaseServer::login(), .table = found, .span = found.span});
    QVERIFY2(rows.contains("2010-03-28 02:30:00.000,2010-03-28 02:30:00.000"), rows.constData());
    DatabaseServer::run(u"DROP TABLE spring"_s);
}

void TestDatabase::stopsInMidRead()
{
    std::stop_source stop;
    const auto source = readTable({.login = DatabaseServer::login(), .table = table(u"WebProxyLog"_s)},
                                  stop.get_token(), [&stop](quint64 rows, quint64 totalRows) {
                                      if (rows > 0 && totalRows == recordCount)
                                          stop.request_stop();
                                  });
    QVERIFY(source);
    QVERIFY((*source)->damage());
    QCOMPARE((*source)->damage()->kind, LoadError::Kind::Stopped);
    const quint64 rows = countOf(bytesOf(**source));
    QVERIFY(rows > 0);
    QVERIFY(rows < recordCount);
}

/// The last of the tests: it takes the server away.
void TestDatabase::showsWhatCameBeforeTheServerDied()
{
    const auto source = readTable({.login = DatabaseServer::login(), .table = table(u"WebProxyLog"_s)}, {},
                                  [this](quint64 rows, quint64) {
                                      if (rows > 0)
                                          m_server.kill();
                                  });
    QVERIFY(source);
    QVERIFY((*source)->damage());
    QCOMPARE((*source)->damage()->kind, LoadError::Kind::QueryFailed);
    const QString sentence = describeLoadError(*(*source)->damage());
    QVERIFY2(sentence.startsWith(u"“WebProxyLog — logs” could not be read to the end"_s), qPrintable(sentence));
    const RecordIndex index = indexOf(bytesOf(**source));
    QVERIFY(index.recordCount() > 0);
    QVERIFY(index.recordCount() < recordCount);
    QCOMPARE(index.malformedCount(), 0ULL);
    const auto gone = findLogTables(DatabaseServer::login(), {});
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, LoadError::Kind::NoConnection);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
