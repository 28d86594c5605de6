// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtermatcher.h"
#include "model/filter/missingfields.h"
#include "model/result/resultcatalogue.h"
#include "tests/support/testlog.h"

#include <QMutex>
#include <QRandomGenerator>
#include <QTest>
#include <QTime>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

/// A source that can no longer be read.
class BrokenSource final : public ByteSource
{
public:
    [[nodiscard]] QString path() const override { return u"broken.w3c"_s; }
    [[nodiscard]] quint64 size() const override { return 1'000'000; }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64, std::span<char>) const override
    {
        return std::unexpected(LoadError{.kind = LoadError::Kind::Shrunk});
    }
};

const QByteArray header =
    "#Software: Microsoft Internet Security and Acceleration Server 2006\r\n"
    "#Fields: c-ip\tcs-username\tdate\ttime\tr-host\tr-port\ttime-taken\tsc-bytes\tcs-uri\tsc-status\trule\r\n";

const QByteArray firewallHeader =
    "#Software: Microsoft Internet Security and Acceleration Server 2004\r\n"
    "#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\taction\tstatus\trule\tusername\r\n";

/// One record of `header`, as the slow evaluator sees it.
struct Row
{
    QString client;
    QString user;
    int second = 0; // of 2010-05-12
    QString host;
    int port = 0;
    int duration = -1; // -1: none
    int bytes = 0;
    QString url;
    int code = 0;
    QString rule;

    [[nodiscard]] QByteArray line() const
    {
        const QByteArrayList cells{client.toUtf8(),
                                   user.toUtf8(),
                                   "2010-05-12",
                                   QTime(0, 0).addSecs(second).toString(u"HH:mm:ss").toLatin1(),
                                   host.toUtf8(),
                                   QByteArray::number(port),
                                   duration < 0 ? "-"_ba : QByteArray::number(duration),
                                   QByteArray::number(bytes),
                                   url.toUtf8(),
                                   QByteArray::number(code),
                                   rule.toUtf8()};
        return cells.join('\t');
    }
};

std::vector<Row> rowsByChance(int count)
{
    QRandomGenerator random(42);
    const auto pick = [&](const QStringList& list) { return list[random.bounded(int(list.size()))]; };
    const QList<int> codes{200, 304, 404, 407, 12202, 12209, 12239, 10060, 11001, 64};
    std::vector<Row> rows;
    for (int i = 0; i < count; ++i) {
        rows.push_back(
            {.client = pick({u"10.0.0.1"_s, u"10.0.0.77"_s, u"10.1.2.3"_s, u"192.168.9.1"_s, u"fe80::5"_s}),
             .user = pick({u"anonymous"_s, u"INTRA\\Anna"_s, u"INTRA\\müller"_s, u"-"_s}),
             .second = int(random.bounded(86400)),
             .host = pick({u"www.example.com"_s, u"mail.example.org"_s, u"-"_s}),
             .port = random.bounded(2) ? 80 : 443,
             .duration = random.bounded(4) ? int(random.bounded(5000)) : -1,
             .bytes = int(random.bounded(20000)),
             .url = pick({u"http://www.example.com/Setup.EXE"_s, u"http://mail.example.org/a?b=1"_s, u"-"_s}),
             .code = codes[random.bounded(int(codes.size()))],
             .rule = pick({u"Internet Access"_s, u"Größe"_s, u"Default rule"_s})});
    }
    return rows;
}

/// The smallest conditions, each in the filter language and as plain code.
struct Atom
{
    QString text;
    std::function<bool(const Row&)> accepts;
};

ResultClass classOf(const Row& row)
{
    return decodeResult(ResultCatalogue::builtIn(), QString::number(row.code), LogKind::Web).entry.resultClass;
}

const std::vector<Atom>& atoms()
{
    static const std::vector<Atom> list{
        {u"class:denied"_s, [](const Row& r) { return classOf(r) == ResultClass::Denied; }},
        {u"class:denied,failed"_s,
         [](const Row& r) { return classOf(r) == ResultClass::Denied || classOf(r) == ResultClass::Failed; }},
        {u"code:12202..12239"_s, [](const Row& r) { return r.code >= 12202 && r.code <= 12239; }},
        {u"code:404,0x2F9A,WSAETIMEDOUT"_s,
         [](const Row& r) { return r.code == 404 || r.code == 12186 || r.code == 10060; }},
        {u"code>=10000"_s, [](const Row& r) { return r.code >= 10000; }},
        {u"code:12*"_s, [](const Row& r) { return QString::number(r.code).startsWith("12"_L1); }},
        {u"code!=200"_s, [](const Row& r) { return r.code != 200; }},
        {u"client:10.0.0.0/24"_s, [](const Row& r) { return r.client.startsWith("10.0.0."_L1); }},
        {u"client:10.0.0.2..10.2.0.0"_s,
         [](const Row& r) { return r.client == "10.0.0.77"_L1 || r.client == "10.1.2.3"_L1; }},
        {u"client:fe80::/16,192.168.*"_s,
         [](const Row& r) { return r.client == "fe80::5"_L1 || r.client == "192.168.9.1"_L1; }},
        {u"user:ANONYMOUS"_s, [](const Row& r) { return r.user == "anonymous"_L1; }},
        {u"user=ANONYMOUS"_s, [](const Row&) { return false; }},
        {u"user!=anonymous"_s, [](const Row& r) { return r.user != "anonymous"_L1; }},
        {u"user:intra\\*"_s, [](const Row& r) { return r.user.startsWith("INTRA"_L1); }},
        {u"user:*"_s, [](const Row& r) { return r.user != "-"_L1; }},
        {u"user:-"_s, [](const Row& r) { return r.user == "-"_L1; }},
        {u"user:*\\M?LLER"_s, [](const Row& r) { return r.user.endsWith("ller"_L1); }},
        {u"rule:GRÖßE"_s, [](const Row& r) { return r.rule.startsWith("Gr"_L1); }},
        {u"\"größe\""_s, [](const Row& r) { return r.rule.startsWith("Gr"_L1); }},
        {u"setup.exe"_s, [](const Row& r) { return r.url.endsWith("EXE"_L1); }},
        {u"/EXAMPLE\\.(com|net)/"_s,
         [](const Row& r) { return r.host.endsWith("com"_L1) || r.url.contains("com"_L1); }},
        {u"url~/\\.exe(\\?|$)/"_s, [](const Row& r) { return r.url.endsWith("EXE"_L1); }},
        {u"host:*.org"_s, [](const Row& r) { return r.host.endsWith("org"_L1); }},
        {u"port:443"_s, [](const Row& r) { return r.port == 443; }},
        {u"duration>2s"_s, [](const Row& r) { return r.duration > 2000; }},
        {u"duration<=100"_s, [](const Row& r) { return r.duration >= 0 && r.duration <= 100; }},
        {u"bytes-in:5k..10kB"_s, [](const Row& r) { return r.bytes >= 5000 && r.bytes <= 10000; }},
        {u"bytes-in<1KiB"_s, [](const Row& r) { return r.bytes < 1024; }},
        {u"time:10:00..10:30"_s, [](const Row& r) { return r.second >= 36000 && r.second < 37860; }},
        {u"time:22:00..03:00"_s, [](const Row& r) { return r.second >= 79200 || r.second < 10860; }},
        {u"time>=2010-05-12T12"_s, [](const Row& r) { return r.second >= 43200; }},
        {u"time<2010-05-12"_s, [](const Row&) { return false; }},
        {u"time>2010-05-12T12:00"_s, [](const Row& r) { return r.second >= 43260; }},
        {u"date:2010-05"_s, [](const Row&) { return true; }},
        {u"file:MEM*.w3c"_s, [](const Row&) { return true; }},
        {u"action:Denied"_s, [](const Row&) { return false; }},
        {u"action!=Denied"_s, [](const Row&) { return true; }},
    };
    return list;
}

/// A condition made of atoms by chance.
Atom composed(QRandomGenerator& random, int depth)
{
    if (depth == 0 || random.bounded(4) == 0) {
        return atoms()[random.bounded(quint32(atoms().size()))];
    }
    const Atom a = composed(random, depth - 1);
    const Atom b = composed(random, depth - 1);
    switch (random.bounded(3)) {
    case 0:
        return {QString(u'(' + a.text + u' ' + b.text + u')'),
                [a, b](const Row& row) { return a.accepts(row) && b.accepts(row); }};
    case 1:
        return {QString(u'(' + a.text + u" OR " + b.text + u')'),
                [a, b](const Row& row) { return a.accepts(row) || b.accepts(row); }};
    default:
        return {QString(u"NOT " + a.text), [a](const Row& row) { return !a.accepts(row); }};
    }
}

QByteArray logOf(const std::vector<Row>& rows)
{
    QByteArray log = header;
    for (const auto& row : rows)
        log += row.line() + "\r\n";
    return log;
}

std::vector<quint32> slowly(const std::vector<Row>& rows, const Atom& atom)
{
    std::vector<quint32> matches;
    for (quint32 i = 0; i < rows.size(); ++i) {
        if (atom.accepts(rows[i]))
            matches.push_back(i);
    }
    return matches;
}

RecordFilter filterOf(const QString& text)
{
    RecordFilter filter;
    if (const auto expression = FilterExpression::parse(text))
        filter.expression = *expression;
    else
        qFatal("%s: %s", qPrintable(text), qPrintable(expression.error().message));
    return filter;
}

std::vector<quint32> matches(const RecordIndex& index, const QString& text)
{
    return matchRecords(index, filterOf(text), 0, {}).value();
}

QByteArray firewallLog()
{
    QByteArray log = firewallHeader;
    const QByteArrayList sources{"10.0.0.1:1024", "[fe80::7]:1025", "10.0.0.2", "192.168.0.9:53"};
    const QByteArrayList destinations{"8.8.8.8:53", "[2001:db8::1]:443", "224.0.0.1", "8.8.4.4:80"};
    for (int i = 0; i < 4; ++i)
        log += "PROXY\t2006-10-27\t00:00:0" + QByteArray::number(i) + "\tUDP\t" + sources[i] + "\t" + destinations[i]
            + "\tDenied\t0xc004000d\t-\tG\xfcnter\r\n";
    return log;
}

} // namespace

class FilterMatcherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesLikeASlowEvaluator_data();
    void matchesLikeASlowEvaluator();
    void composedFiltersMatchLikeASlowEvaluator();
    void blocksMakeNoDifference_data();
    void blocksMakeNoDifference();
    void readsAddressesWithPorts_data();
    void readsAddressesWithPorts();
    void comparesExactNumbers_data();
    void comparesExactNumbers();
    void comparesExactTimes_data();
    void comparesExactTimes();
    void ordersFieldsOfNobodyByNumber();
    void tellsWordsOfPacketFiltersFromTheirNumbers_data();
    void tellsWordsOfPacketFiltersFromTheirNumbers();
    void startsAtTheFirstRecordAskedFor();
    void keepsToSelectionAndMalformed();
    void keepsToPickedRecords();
    void tellsMissingFields();
    void recordsWithoutATimeMatchNoTime();
    void stopsWhenAsked();
    void tellsProgress();
    void readsNoBytesForCodesAndTimes();
    void passesReadErrorsOn();
    void tellsPatternsThatGiveUp();
    void worksInsideAPoolThread();
};

void FilterMatcherTest::matchesLikeASlowEvaluator_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < int(atoms().size()); ++i)
        QTest::newRow(qPrintable(atoms()[std::size_t(i)].text)) << i;
}

void FilterMatcherTest::matchesLikeASlowEvaluator()
{
    QFETCH(int, number);
    const Atom& atom = atoms()[std::size_t(number)];
    const auto rows = rowsByChance(400);
    QCOMPARE(matches(Test::indexInBlocks(logOf(rows), 90), atom.text), slowly(rows, atom));
}

void FilterMatcherTest::composedFiltersMatchLikeASlowEvaluator()
{
    const auto rows = rowsByChance(300);
    const auto index = Test::indexInBlocks(logOf(rows), 50);
    QRandomGenerator random(3);
    for (int i = 0; i < 300; ++i) {
        const Atom atom = composed(random, 4);
        QVERIFY2(matches(index, atom.text) == slowly(rows, atom), qPrintable(atom.text));
    }
}

void FilterMatcherTest::blocksMakeNoDifference_data()
{
    QTest::addColumn<int>("lines");
    for (const int lines : {1, 2, 3, 7, 64, 1000})
        QTest::addRow("%d lines", lines) << lines;
}

void FilterMatcherTest::blocksMakeNoDifference()
{
    QFETCH(int, lines);
    const auto rows = rowsByChance(200);
    const Atom atom{u"(setup.exe OR class:denied) -user:anonymous"_s, [](const Row& row) {
                        return (row.url.endsWith("EXE"_L1) || classOf(row) == ResultClass::Denied)
                            && row.user != "anonymous"_L1;
                    }};
    QCOMPARE(matches(Test::indexInBlocks(logOf(rows), lines), atom.text), slowly(rows, atom));
}

void FilterMatcherTest::readsAddressesWithPorts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<quint32>>("expected");
    QTest::newRow("network") << u"client:10.0.0.0/8"_s << QList<quint32>{0, 2};
    QTest::newRow("IPv6 in brackets") << u"client:fe80::/10"_s << QList<quint32>{1};
    QTest::newRow("all of IPv6 is not IPv4") << u"client:::/0"_s << QList<quint32>{1};
    QTest::newRow("with port") << u"dest:8.8.8.8:53,8.8.4.4:81"_s << QList<quint32>{0};
    QTest::newRow("port behind the address") << u"port:53,443"_s << QList<quint32>{0, 1};
    QTest::newRow("port range") << u"port>79"_s << QList<quint32>{1, 3};
    QTest::newRow("no port") << u"-port>0"_s << QList<quint32>{2};
    QTest::newRow("wildcard without port") << u"client:*.1"_s << QList<quint32>{0};
    QTest::newRow("name of the log") << u"source:192.168.0.9"_s << QList<quint32>{3};
    QTest::newRow("Windows Latin") << u"user:GÜNTER"_s << QList<quint32>{0, 1, 2, 3};
    QTest::newRow("Windows Latin anywhere") << u"gÜnt"_s << QList<quint32>{0, 1, 2, 3};
    QTest::newRow("blanks in the name") << u"\"IP Protocol\":udp ip-protocol:udp ipprotocol:udp"_s
                                        << QList<quint32>{0, 1, 2, 3};
}

void FilterMatcherTest::readsAddressesWithPorts()
{
    QFETCH(QString, text);
    QFETCH(QList<quint32>, expected);
    const auto found = matches(Test::indexOf(firewallLog()), text);
    QCOMPARE(QList<quint32>(found.begin(), found.end()), expected);
}

void FilterMatcherTest::comparesExactNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<quint32>>("expected");
    const auto row = [](const char* text, const std::vector<quint32>& expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << expected;
    };
    row("bytes-in>2147483647", {1, 2, 3, 4, 5});
    row("bytes-in=4294967296", {3});
    row("bytes-in:4294967295..4294967296", {2, 3});
    row("bytes-in>=9007199254740993", {4, 5}); // the first that is no double
    row("bytes-in<=9007199254740992", {0, 1, 2, 3, 7, 8, 9});
    row("bytes-in=9007199254740993b", {4});
    row("bytes-in=9223372036854775807", {5});
    row("bytes-in>9223372036854775807", {});
    row("bytes-in>4TB", {4, 5});
    row("bytes-in<0", {7, 8});
    row("bytes-in=-1", {7});
    row("bytes-in:-2147483649..-1", {7, 8});
    row("bytes-in:..0", {7, 8, 9});
    row("-bytes-in:0..", {6, 7, 8, 10});
    row("bytes-in!=0", {0, 1, 2, 3, 4, 5, 6, 7, 8, 10});
    row("bytes-in:-", {10});
}

/// Up to 64 bits, below zero, and one beyond, which is no number.
void FilterMatcherTest::comparesExactNumbers()
{
    QFETCH(const QString, text);
    QByteArray log = "#Software: x\r\n#Fields: date\ttime\tsc-bytes\tsc-status\r\n";
    for (const char* bytes : {"2147483647", "2147483648", "4294967295", "4294967296", "9007199254740993",
                              "9223372036854775807", "9223372036854775808", "-1", "-2147483649", "0", "-"})
        log += QByteArray("2010-05-12\t00:00:00\t") + bytes + "\t200\r\n";
    QTEST(matches(Test::indexInBlocks(log, 4), text), "expected");
}

void FilterMatcherTest::comparesExactTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<quint32>>("expected");
    const auto row = [](const char* text, const std::vector<quint32>& expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << expected;
    };
    row("time:1999", {0});
    row("time>=2000", {1, 2, 3, 4, 5, 6, 7, 8});
    row("time:2008-02", {2, 3});
    row("time:2008-02-29", {3});
    row("time:2008-02-28..2008-03-01", {2, 3, 4});
    row("time<2008-03-01", {0, 1, 2, 3});
    row("time>2038-01-19T03:14:07", {6, 7, 8});
    row("time<=2038-01-19T03:14:07Z", {0, 1, 2, 3, 4, 5});
    row("time:2038-01-19T03:14:08..2106", {6, 7});
    row("time:23:59..00:00", {0, 1, 2, 4, 8}); // past midnight
}

/// Leap days, midnight, the turn of the millennium, and beyond 32 bits of seconds.
void FilterMatcherTest::comparesExactTimes()
{
    QFETCH(const QString, text);
    QByteArray log = "#Software: x\r\n#Fields: date\ttime\tsc-status\r\n";
    for (const char* time : {"1999-12-31\t23:59:59", "2000-01-01\t00:00:00", "2008-02-28\t23:59:59",
                             "2008-02-29\t12:00:00", "2008-03-01\t00:00:00", "2038-01-19\t03:14:07",
                             "2038-01-19\t03:14:08", "2106-02-07\t06:28:16", "2115-12-31\t23:59:59"})
        log += QByteArray(time) + "\t200\r\n";
    QTEST(matches(Test::indexInBlocks(log, 4), text), "expected");
}

void FilterMatcherTest::ordersFieldsOfNobodyByNumber()
{
    const RecordIndex index = Test::indexOf("#Software: x\r\n#Fields: date\ttime\tof-nobody\tsc-status\r\n"
                                            "2010-05-12\t00:00:00\t9\t200\r\n"
                                            "2010-05-12\t00:00:01\t10\t200\r\n"
                                            "2010-05-12\t00:00:02\tten\t200\r\n");
    QCOMPARE(matches(index, u"of-nobody>9"_s), std::vector<quint32>{1});
    QCOMPARE(matches(index, u"of-nobody<=10"_s), (std::vector<quint32>{0, 1}));
}

void FilterMatcherTest::tellsWordsOfPacketFiltersFromTheirNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::vector<quint32>>("expected");
    const auto row = [](const char* text, const std::vector<quint32>& expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << expected;
    };
    row("code:BLOCKED", {0, 1});
    row("code=BLOCKED", {0});
    row("code!=BLOCKED", {1, 2});
    row("code=0", {1});
    row("code:BLOCK*", {0, 1});
}

void FilterMatcherTest::tellsWordsOfPacketFiltersFromTheirNumbers()
{
    QFETCH(const QString, text);
    const QByteArray log = "#Software: Microsoft(R) Internet Security and Acceleration Server 2000\r\n"
                           "#Fields: date\ttime\tprotocol\tfilter-rule\tip-header\r\n"
                           "2006-11-16\t00:04:45\tUdp\tBLOCKED\t-\r\n"
                           "2006-11-16\t00:04:46\tUdp\t0\t-\r\n"
                           "2006-11-16\t00:04:47\tUdp\tALLOWED\t-\r\n";
    QTEST(matches(Test::indexOf(log), text), "expected");
}

void FilterMatcherTest::startsAtTheFirstRecordAskedFor()
{
    const auto rows = rowsByChance(100);
    const auto index = Test::indexInBlocks(logOf(rows), 30);
    for (const auto& text : {u""_s, u"class:denied"_s, u"setup.exe"_s}) {
        auto expected = matches(index, text);
        std::erase_if(expected, [](quint32 record) { return record < 45; });
        QCOMPARE(matchRecords(index, filterOf(text), 45, {}).value(), expected);
        QVERIFY(matchRecords(index, filterOf(text), 100, {}).value().empty());
    }
}

void FilterMatcherTest::keepsToSelectionAndMalformed()
{
    auto rows = rowsByChance(50);
    QByteArray log = logOf(rows) + "10.0.0.1\tcut short\t2010-05-12\r\n";
    const auto index = Test::indexInBlocks(log, 20);

    RecordFilter filter;
    filter.onlyMalformed = true;
    QCOMPARE(matchRecords(index, filter, 0, {}).value(), std::vector<quint32>{50});

    filter = filterOf(u"user:anonymous"_s);
    filter.selection.showOnlyClass(ResultClass::Denied);
    const Atom atom{{},
                    [](const Row& row) { return classOf(row) == ResultClass::Denied && row.user == "anonymous"_L1; }};
    QCOMPARE(matchRecords(index, filter, 0, {}).value(), slowly(rows, atom));
}

void FilterMatcherTest::keepsToPickedRecords()
{
    const auto rows = rowsByChance(100);
    const auto index = Test::indexInBlocks(logOf(rows), 20); // some blocks hold none, the last ends behind the last
    const std::vector<quint32> numbers{0, 3, 19, 20, 41, 42, 43, 99};
    RecordFilter filter;
    filter.picked = std::make_shared<const PickedRecords>(PickedRecords{.title = {}, .numbers = numbers});
    QVERIFY(!filter.isEmpty());
    QCOMPARE(matchRecords(index, filter, 0, {}).value(), numbers);
    QCOMPARE(matchRecords(index, filter, 42, {}).value(), (std::vector<quint32>{42, 43, 99}));

    const std::vector<quint32> matching = matches(index, u"user:anonymous"_s);
    filter.expression = filterOf(u"user:anonymous"_s).expression;
    std::vector<quint32> expected;
    std::ranges::set_intersection(matching, numbers, std::back_inserter(expected));
    QVERIFY(!expected.empty());
    QCOMPARE(matchRecords(index, filter, 0, {}).value(), expected);
}

void FilterMatcherTest::tellsMissingFields()
{
    const auto missing = [](const QByteArray& log, const QString& text) {
        return missingFields(filterOf(text).expression, Test::indexOf(log).columns());
    };
    const auto web = logOf(rowsByChance(3));
    QCOMPARE(missing(web, u"word class:denied time>2010 file:x client:::1 -(port:80 OR c-ip:10.*) rule:x"_s),
             QStringList());
    QCOMPARE(missing(web, u"action:x OR -service:x action:y \"no such\"~/x/"_s),
             (QStringList{u"action"_s, u"service"_s, u"no such"_s}));
    QCOMPARE(missing(firewallLog(), u"port:80 url:x"_s), QStringList{u"url"_s});
}

void FilterMatcherTest::recordsWithoutATimeMatchNoTime()
{
    auto rows = rowsByChance(2);
    QByteArray log = logOf(rows);
    log.replace("2010-05-12", "2010-02-30");
    const auto index = Test::indexOf(log);
    QCOMPARE(index.recordCount(), 2U);
    QVERIFY(matches(index, u"time<2030 OR time>1980 OR time:00:00..23:59"_s).empty());
    QCOMPARE(matches(index, u"time!=2010"_s).size(), 2U);
}

void FilterMatcherTest::stopsWhenAsked()
{
    const auto index = Test::indexInBlocks(logOf(rowsByChance(500)), 1);
    std::stop_source stop;
    std::atomic_int finished = 0;
    const auto found = matchRecords(index, filterOf(u"e"_s), 0, stop.get_token(), [&](int) {
        ++finished;
        stop.request_stop();
    });
    QVERIFY(found);
    QVERIFY(finished < int(index.parts().size()));
}

void FilterMatcherTest::tellsProgress()
{
    const auto index = Test::indexInBlocks(logOf(rowsByChance(100)), 5);
    QMutex mutex;
    QList<int> told; // guarded by mutex
    QVERIFY(matchRecords(index, filterOf(u"e"_s), 0, {}, [&](int percent) {
        const QMutexLocker lock(&mutex);
        told += percent;
    }));
    QCOMPARE(std::ranges::max(told), 100);
    QVERIFY(std::ranges::min(told) >= 0);
    QVERIFY(told.size() > 2);
}

void FilterMatcherTest::readsNoBytesForCodesAndTimes()
{
    RecordIndex index;
    const auto blocks = *Test::blocksOf(logOf(rowsByChance(100)));
    for (const auto& block : blocks) {
        auto broken = std::make_shared<IndexBlock>(*block);
        broken->source = std::make_shared<const BrokenSource>();
        index.append(broken);
    }
    for (const auto& text : {u"class:denied code>300 -family:http"_s, u"time:10:00..20:00"_s, u"file:x setup.exe"_s,
                             u"action:Denied url:x"_s, u"code:1 /x/"_s})
        QVERIFY2(matchRecords(index, filterOf(text), 0, {}), qPrintable(text));
}

void FilterMatcherTest::passesReadErrorsOn()
{
    RecordIndex index;
    const auto blocks = *Test::blocksOf(logOf(rowsByChance(100)));
    auto broken = std::make_shared<IndexBlock>(*blocks.first());
    broken->source = std::make_shared<const BrokenSource>();
    index.append(blocks.first());
    index.append(broken);
    const auto found = matchRecords(index, filterOf(u"setup.exe"_s), 0, {});
    QVERIFY(!found);
    QCOMPARE(found.error().kind, LoadError::Kind::Shrunk);
}

void FilterMatcherTest::tellsPatternsThatGiveUp()
{
    auto rows = rowsByChance(3);
    rows[1].url = QString(u"a"_s.repeated(60) + u'!');
    rows[1].code = 404;
    rows[0].code = rows[2].code = 200;
    const auto index = Test::indexOf(logOf(rows));
    for (const auto& text : {u"url~/^(a+)+$/"_s, u"/\\t(a+)+\\t/"_s, u"NOT url~/^(a+)+$/"_s}) {
        const auto found = matchRecords(index, filterOf(text), 0, {});
        QVERIFY2(!found, qPrintable(text));
        QCOMPARE(found.error().kind, LoadError::Kind::PatternGaveUp);
    }
    // What cheaper terms leave out is never tried.
    QVERIFY(matchRecords(index, filterOf(u"/\\t(a+)+\\t/ -code:404"_s), 0, {}));
}

void FilterMatcherTest::worksInsideAPoolThread()
{
    const auto rows = rowsByChance(200);
    const auto index = Test::indexInBlocks(logOf(rows), 10);
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    const auto found = QtConcurrent::run(&pool, [&] { return matches(index, u"setup.exe"_s); }).result();
    QCOMPARE(found, matches(index, u"setup.exe"_s));
}

QTEST_GUILESS_MAIN(FilterMatcherTest)
#include "tst_filtermatcher.moc"
