// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordrows.h"
#include "tests/support/testlog.h"

#include <QTest>

#include <algorithm>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

namespace {

/// Blocks with all, some and none of a class, and codes that only some of them know.
RecordIndex severalBlocks()
{
    const QList<QByteArrayList> logs = {
        {"200", "12209", "304", "12202", "12209"}, {"12209", "12209"}, {"200"}, {"404", "200", "12239"}};
    RecordIndex index;
    for (const QByteArrayList& codes : logs) {
        const auto blocks = blocksOf(webLog(codes));
        for (const BlockPointer& block : blocks.value())
            index.append(block);
    }
    return index;
}

/// What CategoryRows are to hold, one record after the other.
std::vector<quint32> shownRecords(const RecordIndex& index, const ResultSelection& selection)
{
    std::vector<quint32> shown;
    for (quint32 record = 0; record < index.recordCount(); ++record)
        if (selection.shows(index.codes().at(index.code(RecordNumber(record)))))
            shown.push_back(record);
    return shown;
}

/// That rows and records lead to each other, and nothing else to a row.
void compareRows(const RecordRows& rows, const std::vector<quint32>& expected, quint32 end)
{
    QCOMPARE(rows.numbers(), expected);
    QCOMPARE(rows.size(), quint32(expected.size()));
    for (std::size_t row = 0; row < expected.size(); ++row) {
        QCOMPARE(qToUnderlying(rows.recordAt(int(row))), expected[row]);
        QCOMPARE(rows.rowOf(RecordNumber(expected[row])), int(row));
    }
    for (quint32 record = 0; record < end + 2; ++record)
        QCOMPARE(rows.rowOf(RecordNumber(record)) >= 0, std::ranges::contains(expected, record));
}

} // namespace

class TestRecordRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCategories_data();
    void showsCategories();
    void hasNoRowsWithoutRecords();
    void forgetsBlocksThatAreOffScreen();
    void listsRecordsInAnyOrder();
    void tellsRowsWithinBlock();
};

static SharedNumbers shared(std::vector<quint32> numbers)
{
    return std::make_shared<const std::vector<quint32>>(std::move(numbers));
}

void TestRecordRows::showsCategories_data()
{
    QTest::addColumn<ResultSelection>("selection");
    const CodeTable codes = severalBlocks().codes();
    QTest::newRow("all") << ResultSelection();
    ResultSelection denied;
    denied.showOnlyClass(ResultClass::Denied);
    QTest::newRow("one class") << denied;
    ResultSelection other;
    other.setClassShown(ResultClass::Denied, false, codes);
    QTest::newRow("all but a class") << other;
    ResultSelection single;
    single.showOnlyCode(codes.entries().back());
    QTest::newRow("one code") << single;
    ResultSelection none = denied;
    none.setClassShown(ResultClass::Denied, false, codes);
    QTest::newRow("none") << none;
}

void TestRecordRows::showsCategories()
{
    QFETCH(const ResultSelection, selection);
    const RecordIndex index = severalBlocks();
    compareRows(CategoryRows(index, selection), shownRecords(index, selection), index.recordCount());
}

void TestRecordRows::hasNoRowsWithoutRecords()
{
    compareRows(CategoryRows({}, {}), {}, 0);
    compareRows(ListedRows(shared({})), {}, 0);
    compareRows(ListedRows(shared({}), 0), {}, 0);
}

void TestRecordRows::forgetsBlocksThatAreOffScreen()
{
    RecordIndex index;
    QByteArrayList codes(20'000, "200");
    codes[7] = "404";
    const auto blocks = blocksOf(webLog(codes));
    for (int i = 0; i < 20; ++i) // more than are kept
        for (const BlockPointer& block : blocks.value())
            index.append(block);
    ResultSelection selection;
    selection.setCodeShown(*std::ranges::find(index.codes().entries(), "404", &CodeEntry::text), false);
    const CategoryRows rows(index, selection);
    QCOMPARE(rows.size(), quint32(20 * 19'999));
    for (const int row : {0, 7, 200'000, 399'979, 8, 6})
        QCOMPARE(rows.rowOf(rows.recordAt(row)), row);
    QCOMPARE(qToUnderlying(rows.recordAt(7)), 8U);
}

void TestRecordRows::listsRecordsInAnyOrder()
{
    compareRows(ListedRows(shared({1, 4, 7})), {1, 4, 7}, 9);
    compareRows(ListedRows(shared({7, 1, 4}), 9), {7, 1, 4}, 9);
}

void TestRecordRows::tellsRowsWithinBlock()
{
    const RecordIndex index = severalBlocks();
    ResultSelection denied;
    denied.showOnlyClass(ResultClass::Denied);
    const std::vector<quint32> shown = shownRecords(index, denied);
    std::vector<quint32> backwards = shown;
    std::ranges::reverse(backwards);
    const CategoryRows byCategory(index, denied);
    const ListedRows listed(shared(shown));
    const ListedRows sorted(shared(backwards), index.recordCount());
    for (const RecordRows* rows : std::initializer_list<const RecordRows*>{&byCategory, &listed, &sorted}) {
        std::vector<quint32> numbers;
        for (const auto& part : index.parts()) {
            const auto within = rows->numbersWithin(RecordNumber(part.firstRecord), quint32(part.block->size()));
            numbers.insert(numbers.end(), within.begin(), within.end());
        }
        QCOMPARE(numbers, shown);
        QVERIFY(rows->numbersWithin(RecordNumber(index.recordCount()), 5).empty()); // a block that came later
    }
}

QTEST_GUILESS_MAIN(TestRecordRows)
#include "tst_recordrows.moc"
