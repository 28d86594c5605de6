// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtermatcher.h"
#include "model/format/ipaddress.h"
#include "model/output/csvwriter.h"
#include "model/table/logtablemodel.h"
#include "tests/support/testlog.h"

#include <QBuffer>
#include <QProcess>
#include <QTest>

#include <numeric>

using namespace TmgLens;
using namespace Qt::StringLiterals;

/// One logical log, written in each format by the generator, is the same log.
class TestManyShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void hasTheSameTable_data() { shapes(); }
    void hasTheSameTable();
    void hasTheSameMatches_data() { shapes(); }
    void hasTheSameMatches();
    void hasTheSameCsv_data();
    void hasTheSameCsv();
    void readsMixedRows();
    void readsTitlesInMidFile();

private:
    static void shapes();
    [[nodiscard]] const RecordIndex& indexOf(const QString& kind, const QString& format);

    QHash<QString, QByteArray> m_logs; // by kind and format
    QHash<QString, std::shared_ptr<RecordIndex>> m_indexes;
};

static constexpr int recordCount = 2000;
static const QStringList kinds = {u"web"_s, u"firewall"_s};
static const QStringList formats = {u"w3c"_s, u"native"_s, u"console"_s, u"csv"_s, u"bcp"_s};

static QByteArray generated(const QString& kind, const QString& format)
{
    QProcess process;
    process.start(
        QStringLiteral(TMGLENS_GENERATOR),
        {u"--kind"_s, kind, u"--format"_s, format, u"--seed"_s, u"7"_s, u"--rows"_s, QString::number(recordCount)});
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("The generator failed.");
    return process.readAllStandardOutput();
}

void TestManyShapes::initTestCase()
{
    for (const QString& kind : kinds) {
        for (const QString& format : formats) {
            const QByteArray log = generated(kind, format);
            m_logs.insert(kind + format, log);
            m_indexes.insert(kind + format, std::make_shared<RecordIndex>(Test::indexOf(log)));
        }
    }
}

void TestManyShapes::shapes()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("format");
    for (const QString& kind : kinds) {
        for (const QString& format : formats)
            QTest::addRow("%s, %s", qPrintable(kind), qPrintable(format)) << kind << format;
    }
}

const RecordIndex& TestManyShapes::indexOf(const QString& kind, const QString& format)
{
    return *m_indexes.value(kind + format);
}

/// What the table shows of field @p id, as W3C logs write it.
static QString shown(const LogTableModel& table, int row, FieldId id)
{
    const auto column = table.records().columns().find(id);
    if (!column)
        return u"no such column"_s;
    const QString text = table.index(row, *column).data().toString();
    if (id == FieldId::Client || id == FieldId::Destination) {
        const std::string cell = text.toStdString();
        const auto endpoint = parseEndpoint(cell);
        return endpoint ? QString::fromStdString(addressText(endpoint->address)) : QString();
    }
    const bool isEmpty = text == "-"_L1 || (id == FieldId::ObjectSource && text == u'0'); // a database holds a number
    return isEmpty ? QString() : QString(text).replace(u'`', u',');
}

void TestManyShapes::hasTheSameTable()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    const RecordIndex& index = indexOf(kind, format);
    const RecordIndex& expected = indexOf(kind, u"w3c"_s);
    QCOMPARE(index.recordCount(), quint32(recordCount));
    QCOMPARE(index.malformedCount(), quint64(0));
    LogTableModel table;
    LogTableModel w3c;
    for (auto [model, from] : {std::pair(&table, &index), std::pair(&w3c, &expected)}) {
        QList<BlockPointer> blocks;
        for (const auto& part : from->parts())
            blocks.append(part.block);
        model->append(blocks);
    }
    QList<FieldId> ids = {FieldId::Client,
                          FieldId::User,
                          FieldId::Host,
                          FieldId::Rule,
                          FieldId::Destination,
                          FieldId::Protocol,
                          FieldId::BytesIn,
                          FieldId::BytesOut,
                          FieldId::Server,
                          FieldId::SourceNetwork,
                          FieldId::DestinationNetwork};
    if (kind == "web"_L1)
        ids += {FieldId::Url,      FieldId::Agent,        FieldId::Method,     FieldId::Port,
                FieldId::MimeType, FieldId::ObjectSource, FieldId::FilterInfo, FieldId::Duration};
    else
        ids += {FieldId::Transport};
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto record = RecordNumber(i);
        QCOMPARE(index.time(record), expected.time(record));
        QCOMPARE(index.codes().at(index.code(record)).result.value,
                 expected.codes().at(expected.code(record)).result.value);
        for (const FieldId id : ids) {
            const QString text = shown(table, int(i), id);
            const QString wanted = shown(w3c, int(i), id);
            QVERIFY2(text == wanted,
                     qPrintable(u"record %1, field %2: %3, not %4"_s.arg(i).arg(int(id)).arg(text, wanted)));
        }
    }
}

void TestManyShapes::hasTheSameMatches()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    const QStringList filters = {u"class:denied"_s,
                                 u"client:10.20.0.0/16"_s,
                                 u"client:10.20.32.42"_s,
                                 u"-dest:203.0.113.0/24"_s,
                                 u"code:12202..12239"_s,
                                 u"code:0xC004000D"_s,
                                 u"code:FWX_E_POLICY_RULES_DENIED"_s,
                                 u"action:denied"_s,
                                 u"action!=Allowed"_s,
                                 u"action:establish,terminate"_s,
                                 u"bytes-in>10k"_s,
                                 u"bytes-out<1k"_s,
                                 u"port:443"_s,
                                 u"user:HALDEN*"_s,
                                 u"host:*.example"_s,
                                 u"time:2010-05-12T10:00..2010-05-12T11:00"_s,
                                 u"family:http severity:error.."_s};
    for (const QString& text : filters) {
        const auto expression = FilterExpression::parse(text);
        QVERIFY(expression);
        const auto matches = [&](const RecordIndex& index) {
            return matchRecords(index, {.selection = {}, .expression = *expression}, 0, {}).value();
        };
        QVERIFY2(matches(indexOf(kind, format)) == matches(indexOf(kind, u"w3c"_s)), qPrintable(text));
    }
}

void TestManyShapes::hasTheSameCsv_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("format");
    for (const QString& kind : kinds) {
        for (const char* format : {"console", "csv", "bcp"})
            QTest::addRow("%s, %s", qPrintable(kind), format) << kind << QString::fromLatin1(format);
    }
}

static QByteArray csvOf(const RecordIndex& index, const QList<FieldId>& ids)
{
    CsvOptions options;
    options.addDecoded = true;
    for (const FieldId id : ids)
        options.columns.push_back(*index.columns().find(id));
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!writeCsv(buffer, index, records, options, {}))
        qFatal("The CSV was not written.");
    QByteArray csv = buffer.data();
    csv.remove(0, csv.indexOf('\n') + 1); // the names differ
    return csv.replace(",-,", ",,").replace(",-,", ",,");
}

void TestManyShapes::hasTheSameCsv()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, format);
    QList<FieldId> ids = {FieldId::Server, FieldId::User, FieldId::Rule, FieldId::Protocol, FieldId::BytesOut};
    if (kind == "web"_L1)
        ids += {FieldId::Client, FieldId::Url, FieldId::FilterInfo, FieldId::Agent, FieldId::Destination};
    QCOMPARE(csvOf(indexOf(kind, format), ids), csvOf(indexOf(kind, u"w3c"_s), ids));
}

/// The rows of two logs of the console, one of each in turn, under one line of titles.
void TestManyShapes::readsMixedRows()
{
    QByteArrayList web = m_logs.value(u"webconsole"_s).split('\n');
    QByteArrayList firewall = m_logs.value(u"firewallconsole"_s).split('\n');
    QByteArray mixed = web.takeFirst() + '\n';
    firewall.removeFirst();
    for (qsizetype i = 0; i < recordCount; ++i)
        mixed += web[i] + '\n' + firewall[i] + '\n';
    const RecordIndex index = Test::indexOf(mixed);
    QCOMPARE(index.recordCount(), quint32(2 * recordCount));
    QCOMPARE(index.malformedCount(), quint64(0));
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const RecordIndex& expected = indexOf(kinds[i % 2], u"w3c"_s);
        const CodeEntry& code = index.codes().at(index.code(RecordNumber(i)));
        const CodeEntry& wanted = expected.codes().at(expected.code(RecordNumber(i / 2)));
        QCOMPARE(code.log, wanted.log);
        QCOMPARE(code.text, wanted.text);
    }
}

/// Somebody copied several times and pasted all into one file.
void TestManyShapes::readsTitlesInMidFile()
{
    const QByteArray first = m_logs.value(u"webconsole"_s);
    const QByteArray second = "Log Time\tClient IP\tHTTP Status Code\tURL\n"
                              "5/12/2010 9:00:00\t10.0.0.1\t12202 Denied\thttp://a.example/\n";
    const RecordIndex index = Test::indexOf(first + first + second);
    QCOMPARE(index.recordCount(), quint32(2 * recordCount + 1));
    QCOMPARE(index.malformedCount(), quint64(0));
    const auto last = RecordNumber(index.recordCount() - 1);
    QCOMPARE(index.codes().at(index.code(last)).text, "12202"_ba);
    QCOMPARE(index.lineNumber(last), quint64(2 * recordCount + 4));
    QCOMPARE(index.fieldOfColumn(last, *index.columns().find(FieldId::Client)), 1);
}

QTEST_GUILESS_MAIN(TestManyShapes)
#include "tst_manyshapes.moc"
