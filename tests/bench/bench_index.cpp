// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/linemarks.h"
#include "model/index/blockparser.h"
#include "tests/bench/samplelog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Bench;

/// The loops that see each byte of a log while it is read, and each record that is looked at.
class BenchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksLines_data() { addSamples(); }
    void marksLines();
    void parsesStretch_data() { addSamples(); }
    void parsesStretch();
    void cutsFields_data() { addSamples(); }
    void cutsFields();

private:
    static void addSamples();
};

void BenchIndex::addSamples()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("web") << webSample;
    QTest::newRow("firewall") << firewallSample;
    QTest::newRow("native") << nativeSample;
}

void BenchIndex::marksLines()
{
    QFETCH(const QString, name);
    const SampleLog log = sampleLog(name);
    QVERIFY(log.layout);
    LineMarks marks(log.layout->lineEnd, toStringView(log.layout->separator));
    QBENCHMARK
    {
        marks.mark(log.view());
    }
    QVERIFY(marks.lineCount() > 0);
}

void BenchIndex::parsesStretch()
{
    QFETCH(const QString, name);
    const SampleLog log = sampleLog(name);
    QVERIFY(log.layout);
    ParsedStretch parsed;
    QBENCHMARK
    {
        parsed = parseStretch(log.view(), nullptr, log.layout, 0, true);
    }
    QVERIFY(!parsed.blocks.empty());
}

void BenchIndex::cutsFields()
{
    QFETCH(const QString, name);
    const SampleLog log = sampleLog(name);
    QVERIFY(log.layout);
    const QByteArrayList records = log.bytes.split('\n');
    std::vector<std::string_view> cells;
    std::string unescaped;
    std::size_t count = 0;
    QBENCHMARK
    {
        for (const QByteArray& record : records) {
            cutFields(toStringView(record), *log.layout, cells, unescaped);
            count += cells.size();
        }
    }
    QVERIFY(count > 0);
}

QTEST_GUILESS_MAIN(BenchIndex)
#include "bench_index.moc"
