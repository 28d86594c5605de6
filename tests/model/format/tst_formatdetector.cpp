// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/formatdetector.h"

#include "model/format/fieldcutter.h"

#include <QDir>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestFormatDetector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheSamples_data();
    void tellsTheSamples();
    void findsTheFieldsOfRowsWithoutHeader();
    void findsTheFieldsOfSamplesWithoutTheirHeader_data();
    void findsTheFieldsOfSamplesWithoutTheirHeader();
    void tellsTheDirectionOfBytes_data();
    void tellsTheDirectionOfBytes();
    void isNotMisledByUserAgents();
    void looksAtTheEndForTheOrderOfDates();
    void readsHeaders_data();
    void readsHeaders();
    void refusesWhatIsNoLog_data();
    void refusesWhatIsNoLog();
};

void TestFormatDetector::tellsTheSamples_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<LogKind>("kind");
    QTest::addColumn<QString>("product");
    QTest::addColumn<int>("fields");
    QTest::addColumn<bool>("isNative");
    if (!QDir(QStringLiteral(TMGLENS_SAMPLES)).exists())
        QSKIP("The folder of real logs is not there.");

    const auto row = [](const QString& file, LogKind kind, const QString& product, int fields, bool isNative = false) {
        QTest::newRow(qPrintable(file)) << file << kind << product << fields << isNative;
    };
    row(u"isa2000-packetfilter-w3c-ossec.log"_s, LogKind::PacketFilter, u"ISA Server 2000"_s, 12);
    row(u"isa2000-firewall-native-ossec-a.log"_s, LogKind::Firewall, u"ISA Server 2000"_s, 27, true);
    row(u"isa2000-webproxy-w3c-fwa.log"_s, LogKind::Web, u"ISA Server 2000"_s, 18);
    row(u"isa2004-firewall-w3c-ossec.w3c"_s, LogKind::Firewall, u"ISA Server 2004"_s, 28);
    row(u"isa2004-webproxy-w3c-noheader-gmisa02.w3c"_s, LogKind::Web, u"ISA Server 2004/2006"_s, 24);
    row(u"isa2006-firewall-snare-syslog-accelops.log"_s, LogKind::Firewall, u"ISA Server 2004/2006"_s, 23);
    row(u"tmg2010-firewall-w3c-noheader-thkus05.w3c"_s, LogKind::Firewall, u"Forefront TMG 2010"_s, 29);
    row(u"tmg2010-webproxy-w3c-intratmg.w3c"_s, LogKind::Web, u"Forefront TMG 2010"_s, 33);
}

static QByteArray sample(const QString& name)
{
    QFile file(QStringLiteral(TMGLENS_SAMPLES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.read(detectionLength) : QByteArray();
}

void TestFormatDetector::tellsTheSamples()
{
    QFETCH(const QString, file);
    QFETCH(const LogKind, kind);
    QFETCH(const QString, product);
    QFETCH(const int, fields);
    QFETCH(const bool, isNative);
    const auto format = detectFormat(toStringView(sample(file)), file);
    QVERIFY(format);
    QCOMPARE(format->layout->kind, kind);
    QCOMPARE(format->layout->product, product);
    QCOMPARE(int(format->layout->fields.size()), fields);
    QCOMPARE(format->layout->format == LogLayout::Format::Native, isNative);
    QVERIFY(format->layout->codeField);
    QVERIFY(format->layout->dateField);
    QVERIFY(format->layout->timeField);
}

static QByteArray namesOf(const LogLayout& layout)
{
    QByteArrayList names;
    for (const Field& field : layout.fields)
        names.append(field.name);
    return names.join(' ');
}

void TestFormatDetector::findsTheFieldsOfRowsWithoutHeader()
{
    // The row of gmisa02, an ISA Server 2004, and the fields that its administrator had ticked.
    const QByteArray row =
        "10.1.13.9\tanonymous\tMozilla/4.0 (compatible; MSIE 6.0)\t2010-04-22\t06:34:55\tGMISA02\t-\t"
        "ads.example\t10.1.1.15\t80\t1\t374\t170\thttp\tGET\thttp://ads.example/a.asp?t=1\t-\t12202\t"
        "Blocked sites\tReq ID: 2bd3d572 \tInternal\tExternal\t0x0\tDenied\r\n";
    const auto format = detectFormat(toStringView(row), u"x.w3c"_s);
    QVERIFY(format);
    QCOMPARE(namesOf(*format->layout),
             "c-ip cs-username c-agent date time s-computername cs-referred r-host r-ip r-port time-taken cs-bytes "
             "sc-bytes cs-protocol s-operation cs-uri s-object-source sc-status rule FilterInfo cs-Network sc-Network "
             "error-info action");
    QVERIFY(!format->layout->hasHeader);
}

void TestFormatDetector::findsTheFieldsOfSamplesWithoutTheirHeader_data()
{
    QTest::addColumn<QString>("file");
    if (!QDir(QStringLiteral(TMGLENS_SAMPLES)).exists())
        QSKIP("The folder of real logs is not there.");
    QTest::newRow("packet filter") << u"isa2000-packetfilter-w3c-ossec.log"_s;
    QTest::newRow("ISA 2000 web") << u"isa2000-webproxy-w3c-fwa.log"_s;
    QTest::newRow("ISA 2004 firewall") << u"isa2004-firewall-w3c-ossec.w3c"_s;
    QTest::newRow("TMG web") << u"tmg2010-webproxy-w3c-intratmg.w3c"_s;
}

void TestFormatDetector::findsTheFieldsOfSamplesWithoutTheirHeader()
{
    QFETCH(const QString, file);
    const QByteArray whole = sample(file);
    QByteArrayList lines = whole.split('\n');
    lines.removeIf([](const QByteArray& line) { return line.startsWith('#'); });
    const auto withHeader = detectFormat(toStringView(whole), file);
    const QByteArray rows = lines.join('\n');
    const auto without = detectFormat(toStringView(rows), file);
    QVERIFY(without);
    QCOMPARE(namesOf(*without->layout).toLower(), namesOf(*withHeader->layout).toLower());
}

void TestFormatDetector::tellsTheDirectionOfBytes_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("bytesIn");
    const QByteArray tmg = "#Software: Microsoft Forefront Threat Management Gateway\n";
    QTest::newRow("ISA") << QByteArray("#Fields: c-ip\tdate\ttime\tcs-bytes\tsc-bytes\tcs-uri\tsc-status\n")
                         << QByteArray("sc-bytes");
    QTest::newRow("TMG") << QByteArray("#Fields: c-ip\tdate\ttime\tsc-bytes\tcs-bytes\tcs-uri\tsc-status\n")
                         << QByteArray("cs-bytes");
    QTest::newRow("TMG, one of the two") << QByteArray(tmg + "#Fields: c-ip\tdate\ttime\tcs-bytes\tcs-uri\tsc-status\n")
                                         << QByteArray("cs-bytes");
    QTest::newRow("firewall") << QByteArray(
        tmg + "#Fields: computer\tdate\ttime\tsource\tdestination\tbytes sent\tbytes received\tstatus\n")
                              << QByteArray("bytes received");
}

void TestFormatDetector::tellsTheDirectionOfBytes()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, bytesIn);
    const auto format = detectFormat(toStringView(start), u"log.w3c"_s);
    QVERIFY(format);
    const auto position = fieldPosition(*format->layout, FieldId::BytesIn);
    QVERIFY(position);
    QCOMPARE(format->layout->fields[*position].name, bytesIn);
}

void TestFormatDetector::isNotMisledByUserAgents()
{
    // Somebody outside chose this agent; it must not turn the log into a relayed one.
    const QByteArray row = "10.1.13.9\tanonymous\tISAWebLog 0 x\t2010-04-22\t06:34:55\thttp://ads.example/\t12202\r\n";
    const QByteArray log = "#Fields: c-ip\tcs-username\tc-agent\tdate\ttime\tcs-uri\tsc-status\r\n" + row;
    const auto format = detectFormat(toStringView(log), u"x.w3c"_s);
    QVERIFY(format);
    QVERIFY(!format->layout->isRelayed);
}

void TestFormatDetector::looksAtTheEndForTheOrderOfDates()
{
    const auto row = [](const QByteArray& date) -> QByteArray {
        return "10.45.100.201, -, -, N, " + date
            + ", 0:00:05, fwsrv, ACME-PROXY, -, -, 172.16.2.2, 1169, 12515, 814, 22813, 25, "
              "TCP, Accept, -, -, -, 20000, 0, Publish SMTP, -, -, -\r\n";
    };
    const QByteArray start = row("5/6/2010").repeated(3);
    const QByteArray end = row("13/6/2010").repeated(3);
    const auto blind = detectFormat(toStringView(start), u"x.iis"_s);
    QVERIFY(blind);
    QVERIFY(blind->layout->isDateOrderGuessed);
    const auto format = detectFormat(toStringView(start), u"x.iis"_s, toStringView(end));
    QVERIFY(format);
    QCOMPARE(format->layout->dateOrder, LogLayout::DateOrder::DayMonthYear);
    QVERIFY(!format->layout->isDateOrderGuessed);
    QCOMPARE(format->layout->cellClock, LogLayout::Clock::ServerLocal);
}

void TestFormatDetector::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("names");
    QTest::addColumn<quint64>("dataStart");
    QTest::newRow("blanks in firewall names")
        << QByteArray("#Fields: computer\tdate\ttime\tIP protocol\tsource\tdestination\tstatus\r\n")
        << QByteArray("computer date time IP protocol source destination status") << quint64(0);
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF#Fields: c-ip\tdate\ttime\tsc-status\tcs-uri\n")
                                     << QByteArray("c-ip date time sc-status cs-uri") << quint64(3);
    QTest::newRow("carriage returns only")
        << QByteArray("#Version: 2.0\r#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\r")
        << QByteArray("c-ip date time cs-uri sc-status") << quint64(0);
    QTest::newRow("tabs turned into blanks in the header")
        << QByteArray("#Fields: c-ip date time cs-uri sc-status\n") << QByteArray("c-ip date time cs-uri sc-status")
        << quint64(0);
    QTest::newRow("unknown fields among known ones")
        << QByteArray("#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\tx-new-field\n")
        << QByteArray("c-ip date time cs-uri sc-status x-new-field") << quint64(0);
}

void TestFormatDetector::readsHeaders()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QByteArray, names);
    QFETCH(const quint64, dataStart);
    const auto format = detectFormat(toStringView(start), u"log.txt"_s);
    QVERIFY(format);
    QCOMPARE(namesOf(*format->layout), names);
    QCOMPARE(format->dataStart, dataStart);
    QVERIFY(format->layout->hasHeader);
}

void TestFormatDetector::refusesWhatIsNoLog_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QString>("path");
    QTest::addColumn<LoadError::Kind>("kind");
    using Kind = LoadError::Kind;
    QTest::newRow("nothing") << QByteArray() << u"a.w3c"_s << Kind::Empty;
    QTest::newRow("NULs") << QByteArray(1000, '\0') << u"a.w3c"_s << Kind::OnlyNulBytes;
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << u"a.w3c"_s << Kind::NotALog;
    QTest::newRow("text") << QByteArray("Dear diary,\ntoday nothing was denied.\n") << u"a.log"_s << Kind::NotALog;
    QTest::newRow("IIS log") << QByteArray(
        "#Software: Microsoft Internet Information Services 7.5\n#Fields: date time s-ip cs-method cs-uri-stem "
        "s-port cs-username c-ip sc-status\n2010-05-12 00:00:01 10.0.0.1 GET / 80 - 10.0.0.2 200\n")
                             << u"u_ex100512.log"_s << Kind::ForeignLog;
    QTest::newRow("header without fields") << QByteArray("#Fields:\nabc\n") << u"a.w3c"_s << Kind::NotALog;
    QTest::newRow("SQL Server data") << QByteArray("\x01\x0F\0\0\x08\x01\0\0", 8) << u"ISALOG_20100512_WEB_000.mdf"_s
                                     << Kind::Database;
    QTest::newRow("SQL Server backup") << QByteArray("TAPE\0\0\x03\0", 8) << u"logs.bak"_s << Kind::Database;
    QTest::newRow("queue of the service") << QByteArray("LLQ\x01\0\0", 6) << u"ISALOG.llq"_s << Kind::Database;
    QTest::newRow("tabs turned into blanks") << QByteArray(
        "DSITMGVPN 2013-01-14 12:27:40 TCP 172.16.27.162:3654 190.37.245.17:16079 172.16.27.162 VPN Clients "
        "External Establish 0x0 free Unidentified IP Traffic 0 0 0 0 - -\n")
                                             << u"a.txt"_s << Kind::TabsLost;
    QTest::newRow("CSV of something else")
        << QByteArray("a, b, c, d, e, f, g, h, i, j\n1, 2, 3, 4, 5, 6, 7, 8, 9, 10\n") << u"a.csv"_s << Kind::NotALog;
}

void TestFormatDetector::refusesWhatIsNoLog()
{
    QFETCH(const QByteArray, start);
    QFETCH(const QString, path);
    QFETCH(const LoadError::Kind, kind);
    const auto format = detectFormat(toStringView(start), path);
    QVERIFY(!format);
    QCOMPARE(format.error().kind, kind);
    QCOMPARE(format.error().path, path);
    QVERIFY(start.contains(format.error().seen));
}

QTEST_GUILESS_MAIN(TestFormatDetector)
#include "tst_formatdetector.moc"
