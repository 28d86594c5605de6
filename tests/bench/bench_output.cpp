// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvwriter.h"
#include "model/result/resultcatalogue.h"
#include "model/result/resultdecoder.h"
#include "tests/bench/samplelog.h"

#include <QIODevice>
#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Bench;
using namespace Qt::StringLiterals;

namespace {

/// Takes everything and keeps nothing.
class Nowhere final : public QIODevice
{
public:
    Nowhere() { open(WriteOnly | Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 length) override { return length; }
};

} // namespace

/// Rows of CSV, and what a code means.
class BenchOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesCsv_data();
    void writesCsv();
    void decodesResult_data();
    void decodesResult();
};

void BenchOutput::writesCsv_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isForSpreadsheets");
    QTest::newRow("web") << webSample << false;
    QTest::newRow("web, decoded and guarded") << webSample << true;
    QTest::newRow("firewall") << firewallSample << false;
    QTest::newRow("native") << nativeSample << false;
}

void BenchOutput::writesCsv()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isForSpreadsheets);
    const RecordIndex index = sampleIndex(name);
    const std::vector<quint32> records = allRecords(index);
    CsvOptions options{.columns = std::vector<int>(std::size_t(index.columns().size())),
                       .addDecoded = isForSpreadsheets,
                       .guardFormulas = isForSpreadsheets};
    std::iota(options.columns.begin(), options.columns.end(), 0);
    Nowhere device;
    bool isWritten = true;
    QBENCHMARK
    {
        isWritten = writeCsv(device, index, records, options, {}).has_value() && isWritten;
    }
    QVERIFY(isWritten);
}

void BenchOutput::decodesResult_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("decimal") << u"12209"_s;
    QTest::newRow("signed") << u"-1073479667"_s;
    QTest::newRow("hexadecimal") << u"0xC004000D"_s;
    QTest::newRow("symbol") << u"FWX_E_POLICY_RULES_DENIED"_s;
    QTest::newRow("wrapped Windows number") << u"0x80072AF9"_s;
    QTest::newRow("only its range is known") << u"0xC0049999"_s;
    QTest::newRow("no code") << u"what?"_s;
}

void BenchOutput::decodesResult()
{
    QFETCH(const QString, text);
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    DecodedResult result;
    QBENCHMARK
    {
        result = decodeResult(catalogue, text, LogKind::Web);
    }
    QCOMPARE(result.given, text);
}

QTEST_GUILESS_MAIN(BenchOutput)
#include "bench_output.moc"
