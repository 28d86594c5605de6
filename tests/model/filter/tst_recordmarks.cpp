// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/recordmarks.h"

#include "model/filter/filtermatcher.h"
#include "model/format/fieldcutter.h"
#include "model/index/blockparser.h"
#include "model/index/recordreader.h"
#include "tests/support/memorysource.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// Cells that are taken from the marks of many records against those that are cut from one record after the other.
class RecordMarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheCellsOfHostileLogs_data();
    void findsTheCellsOfHostileLogs();
    void filtersHostileLogs_data() { findsTheCellsOfHostileLogs_data(); }
    void filtersHostileLogs();
    void leavesALongRecordAlone();
};

namespace {

LayoutPointer layoutOf(const QByteArray& separator, char lineEnd)
{
    auto layout = std::make_shared<LogLayout>(LogLayout{.separator = separator, .lineEnd = lineEnd});
    for (const char* name : {"c-ip", "time-taken", "cs-uri", "cs-username", "GMT Time", "action", "rule"})
        layout->fields.push_back(fieldByName(name, LogKind::Web));
    completeLayout(*layout);
    return layout;
}

const QByteArray& pick(QRandomGenerator& random, const QByteArrayList& list)
{
    return list[random.bounded(list.size())];
}

/// Mostly what looks like a record of @p layout, with too few and too many fields, and other lines between.
QByteArray hostileLine(QRandomGenerator& random, const LogLayout& layout)
{
    const QByteArrayList cells{"a", "a12", "aa", " ", ",", "\r", "\xff", "10.0.0.1:80", "2011-05-30", "09:46:29", ""};
    switch (random.bounded(30)) {
    case 0:
        return {};
    case 1:
        return "#Date: a" + layout.separator + "b";
    case 2:
        return "\r";
    default:
        break;
    }
    QByteArray line = random.bounded(20) == 0 ? "\xEF\xBB\xBF"_ba : QByteArray();
    const int fieldCount = int(layout.fields.size()) + random.bounded(-1, 3) - (random.bounded(9) == 0 ? 4 : 0);
    for (int i = 0; i < fieldCount; ++i)
        line += (i > 0 ? layout.separator : QByteArray()) + pick(random, cells);
    return line;
}

QByteArray hostileLog(QRandomGenerator& random, const LogLayout& layout)
{
    QByteArray log;
    for (int i = 0; i < 1500; ++i) {
        log += hostileLine(random, layout);
        log += random.bounded(3) == 0 || layout.lineEnd == '\r' ? QByteArray() : "\r"_ba;
        log += layout.lineEnd;
    }
    return log + "a" + layout.separator + "without line end";
}

/// The blocks of @p log, which part at ends of lines by chance.
std::vector<BlockPointer> blocksOf(const QByteArray& log, const LayoutPointer& layout, QRandomGenerator& random)
{
    const auto source = std::make_shared<const Test::MemorySource>(log);
    std::vector<BlockPointer> blocks;
    for (qsizetype begin = 0; begin < log.size();) {
        const qsizetype lineEnd = log.indexOf(layout->lineEnd, begin + random.bounded(30'000));
        const qsizetype end = lineEnd < 0 ? log.size() : lineEnd + 1;
        const std::string_view bytes(log.constData() + begin, std::size_t(end - begin));
        for (const auto& block : parseStretch(bytes, source, layout, quint64(begin), end == log.size()).blocks)
            blocks.push_back(block);
        begin = end;
    }
    return blocks;
}

std::string_view bytesOf(const IndexBlock& block, const QByteArray& log)
{
    return {log.constData() + block.begin, std::size_t(block.end - block.begin)};
}

/// The cells of @p record, cut in the plain way.
std::vector<std::string_view> cellsOf(std::string_view record, const LogLayout& layout)
{
    std::vector<std::string_view> cells;
    std::string unescaped; // nothing is quoted
    cutFields(record, layout, cells, unescaped);
    return cells;
}

std::string_view at(const std::vector<std::string_view>& cells, std::size_t field)
{
    return field < cells.size() ? cells[field] : std::string_view();
}

} // namespace

void RecordMarksTest::findsTheCellsOfHostileLogs_data()
{
    QTest::addColumn<QByteArray>("separator");
    QTest::addColumn<char>("lineEnd");
    QTest::newRow("tabs") << "\t"_ba << '\n';
    QTest::newRow("pairs") << ", "_ba << '\n';
    QTest::newRow("carriage returns") << "\t"_ba << '\r';
}

void RecordMarksTest::findsTheCellsOfHostileLogs()
{
    QFETCH(const QByteArray, separator);
    QFETCH(const char, lineEnd);
    const LayoutPointer layout = layoutOf(separator, lineEnd);
    QVERIFY(layout->gmtTimeField);
    QVERIFY(FieldMarks::suit(*layout));
    QRandomGenerator random(17);
    for (int round = 0; round < 20; ++round) {
        const QByteArray log = hostileLog(random, *layout);
        std::size_t recordCount = 0;
        std::size_t markedCount = 0;
        for (const BlockPointer& block : blocksOf(log, layout, random)) {
            Filter::RecordMarks marks(*block, bytesOf(*block, log));
            FieldCutter cutter(*layout);
            for (std::size_t i = 0; i < block->size(); i += 1 + random.bounded(2) * random.bounded(50)) {
                const std::string_view record = recordIn(bytesOf(*block, log), *block, i);
                const FieldMarks found = marks.find(i, record);
                cutter.setRecord(record, found);
                const auto cells = cellsOf(record, *layout);
                for (std::size_t field = cells.size() + 2; field-- > 0;)
                    QCOMPARE(cutter.cell(field), at(cells, field));
                ++recordCount;
                markedCount += found.ends.empty() ? 0 : 1;
            }
        }
        QCOMPARE_GT(markedCount, recordCount * 9 / 10);
    }
}

void RecordMarksTest::filtersHostileLogs()
{
    QFETCH(const QByteArray, separator);
    QFETCH(const char, lineEnd);
    const LayoutPointer layout = layoutOf(separator, lineEnd);
    const std::size_t lastField = layout->fields.size() - 1;
    const RecordFilter filter{.expression = *FilterExpression::parse(u"rule=a OR action=a12 OR cs-uri=aa"_s)};
    const RecordChooser chooser = recordChooser(filter);
    QRandomGenerator random(19);
    for (int round = 0; round < 20; ++round) {
        const QByteArray log = hostileLog(random, *layout);
        for (const BlockPointer& block : blocksOf(log, layout, random)) {
            std::vector<quint32> expected;
            for (std::size_t i = 0; i < block->size(); ++i) {
                const auto cells = cellsOf(recordIn(bytesOf(*block, log), *block, i), *layout);
                if (at(cells, lastField) == "a" || at(cells, lastField - 1) == "a12" || at(cells, 2) == "aa")
                    expected.push_back(quint32(i));
            }
            QCOMPARE(chooser(*block, bytesOf(*block, log)), expected);
        }
    }
}

void RecordMarksTest::leavesALongRecordAlone()
{
    const LayoutPointer layout = layoutOf(", ", '\n');
    // What is left of the record ends between the two characters of a separator.
    QByteArray line = "a, b, " + QByteArray(qsizetype(maximumRecordLength) - 7, 'x');
    line += ", c, d\r\n";
    const QByteArray log = "1, 2, 3\n" + line + "4, 5, 6";
    const auto block = parseStretch(toStringView(log), nullptr, layout, 0, true).blocks.front();
    QCOMPARE(block->size(), std::size_t(3));
    Filter::RecordMarks marks(*block, toStringView(log));
    FieldCutter cutter(*layout);
    for (std::size_t i = 0; i < block->size(); ++i) {
        const std::string_view record = recordIn(toStringView(log), *block, i);
        const FieldMarks found = marks.find(i, record);
        QCOMPARE(found.ends.empty(), i > 0); // too long, and without line end
        cutter.setRecord(record, found);
        QCOMPARE(cutter.cell(2), cellsOf(record, *layout)[2]);
    }
}

QTEST_GUILESS_MAIN(RecordMarksTest)
#include "tst_recordmarks.moc"
