// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/linemarks.h"

#include "tests/support/randombytes.h"

#include <QTest>

#include <algorithm>

using namespace TmgLens;
using namespace TmgLens::Test;

/// Holds LineMarks against a plain loop, with each set of vector instructions that this processor has.
class TestLineMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLinesAndSeparators_data();
    void findsLinesAndSeparators();
    void agreesWithAPlainLoop_data();
    void agreesWithAPlainLoop();
    void tellsNulBytes();
};

namespace {

/// What the class promises, in the plainest way: the field ends of each line.
std::vector<std::vector<quint32>> plainLines(std::string_view piece, char lineEnd, std::string_view separator)
{
    std::vector<std::vector<quint32>> lines;
    std::vector<quint32> fieldEnds;
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if (piece[i] != lineEnd && piece.substr(i, separator.size()) != separator)
            continue;
        fieldEnds.push_back(quint32(i));
        if (piece[i] == lineEnd)
            lines.push_back(std::exchange(fieldEnds, {}));
    }
    return lines;
}

/// True if @p marks found in @p piece what the plain loop finds.
bool isRight(LineMarks& marks, std::string_view piece, char lineEnd, std::string_view separator)
{
    marks.mark(piece);
    const auto expected = plainLines(piece, lineEnd, separator);
    if (marks.lineCount() != expected.size() || marks.holdsNul() != piece.contains('\0'))
        return false;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (!std::ranges::equal(marks.fieldEnds(i), expected[i]))
            return false;
    }
    return true;
}

void addInstructions(const char* name, const std::function<void(QTestData&)>& fill)
{
    for (const LineMarks::Instructions* instructions : LineMarks::supportedInstructions())
        fill(QTest::addRow("%s, %s", name, instructions->name) << instructions);
}

/// What is rare in a log, and what matters, often.
constexpr std::string_view characters = "\t\t\t, , \n\r\xFF\x0B\x08 abcdefghijkl";

} // namespace

void TestLineMarks::findsLinesAndSeparators_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QByteArray>("separator");
    const QByteArray filler(62, 'x');
    QTest::newRow("nothing") << QByteArray() << QByteArray("\t");
    QTest::newRow("no line end") << QByteArray("a\tb") << QByteArray("\t");
    QTest::newRow("two lines") << QByteArray("a\tb\tc\nd\te\n") << QByteArray("\t");
    QTest::newRow("rest after the last line") << QByteArray("a\tb\nc\td") << QByteArray("\t");
    QTest::newRow("pairs") << QByteArray("a, b,c ,d, , e\n") << QByteArray(", ");
    QTest::newRow("pair on the border of chunks") << filler + "x, y\n" << QByteArray(", ");
    QTest::newRow("half a pair at the end") << filler + "x\n," << QByteArray(", ");
    QTest::newRow("line end in the last byte of a chunk") << filler + "\t\nb\tc\n" << QByteArray("\t");
    QTest::newRow("one chunk exactly") << filler + "\t\n" << QByteArray("\t");
    QTest::newRow("only separators") << QByteArray(200, '\t') + '\n' << QByteArray("\t");
}

void TestLineMarks::findsLinesAndSeparators()
{
    QFETCH(const QByteArray, piece);
    QFETCH(const QByteArray, separator);
    for (const LineMarks::Instructions* instructions : LineMarks::supportedInstructions()) {
        LineMarks marks('\n', separator.toStdString(), *instructions);
        QVERIFY2(isRight(marks, piece.toStdString(), '\n', separator.toStdString()), instructions->name);
    }
}

void TestLineMarks::agreesWithAPlainLoop_data()
{
    QTest::addColumn<const LineMarks::Instructions*>("instructions");
    QTest::addColumn<char>("lineEnd");
    QTest::addColumn<QByteArray>("separator");
    addInstructions("tabs", [](QTestData& row) { row << '\n' << QByteArray("\t"); });
    addInstructions("pairs", [](QTestData& row) { row << '\n' << QByteArray(", "); });
    addInstructions("carriage returns", [](QTestData& row) { row << '\r' << QByteArray("\t"); });
}

void TestLineMarks::agreesWithAPlainLoop()
{
    QFETCH(const LineMarks::Instructions*, instructions);
    QFETCH(const char, lineEnd);
    QFETCH(const QByteArray, separator);
    std::mt19937 random(1);
    LineMarks marks(lineEnd, separator.toStdString(),
                    *instructions); // one for all: nothing may be left of the piece before
    for (std::size_t length = 0; length < 400; ++length) {
        const std::string piece = randomBytes(random, characters, length);
        QVERIFY2(isRight(marks, piece, lineEnd, separator.toStdString()), piece.c_str());
    }
    QVERIFY(isRight(marks, randomBytes(random, characters, 100'000), lineEnd, separator.toStdString()));
}

void TestLineMarks::tellsNulBytes()
{
    LineMarks marks('\n', "\t");
    for (std::size_t at = 0; at < 200; ++at) {
        std::string piece(200, '\1');
        marks.mark(piece);
        QVERIFY(!marks.holdsNul());
        piece[at] = '\0';
        marks.mark(piece);
        QVERIFY(marks.holdsNul());
    }
}

QTEST_GUILESS_MAIN(TestLineMarks)
#include "tst_linemarks.moc"
