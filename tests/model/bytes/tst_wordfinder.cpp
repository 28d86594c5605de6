// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/wordfinder.h"

#include "tests/support/randombytes.h"

#include <QTest>

#include <algorithm>

using namespace TmgLens;
using namespace TmgLens::Test;

/// Holds WordFinder against a plain loop, with each set of vector instructions that this processor has.
class TestWordFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheFirst_data();
    void findsTheFirst();
    void findsAtEachDistanceFromTheEnd_data() { addInstructions(); }
    void findsAtEachDistanceFromTheEnd();
    void agreesWithAPlainLoop_data() { addInstructions(); }
    void agreesWithAPlainLoop();

private:
    static void addInstructions();
};

namespace {

using Words = std::vector<std::string>;
using Position = std::optional<std::size_t>;

char folded(char c, Qt::CaseSensitivity caseSensitivity)
{
    return caseSensitivity == Qt::CaseInsensitive && c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

/// What the class promises, in the plainest way.
Position plainlyFound(std::string_view bytes, std::size_t from, const Words& words, Qt::CaseSensitivity caseSensitivity)
{
    const auto isSame = [=](char a, char b) { return folded(a, caseSensitivity) == folded(b, caseSensitivity); };
    for (std::size_t i = from; i < bytes.size(); ++i)
        for (const std::string& word : words)
            if (word.size() <= bytes.size() - i && std::ranges::equal(word, bytes.substr(i, word.size()), isSame))
                return i;
    return std::nullopt;
}

/// Few that differ, so that words occur.
constexpr std::string_view characters = "aaabbBA\t\n@`[{kK\xEB\xCB.1";

} // namespace

void TestWordFinder::addInstructions()
{
    QTest::addColumn<const WordFinder::Instructions*>("instructions");
    for (const WordFinder::Instructions* instructions : WordFinder::supportedInstructions())
        QTest::addRow("%s", instructions->name) << instructions;
}

void TestWordFinder::findsTheFirst_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<Words>("words");
    QTest::addColumn<Qt::CaseSensitivity>("caseSensitivity");
    QTest::addColumn<Position>("position");
    const std::string filler(100, '.');
    QTest::newRow("nothing to look at") << std::string() << Words{"a"} << Qt::CaseSensitive << Position();
    QTest::newRow("shorter than the word") << std::string("ab") << Words{"abc"} << Qt::CaseSensitive << Position();
    QTest::newRow("one character") << filler + "a" << Words{"a"} << Qt::CaseSensitive << Position(100);
    QTest::newRow("one repeated") << filler + "aaa" << Words{"aaa"} << Qt::CaseSensitive << Position(100);
    QTest::newRow("other case") << filler + "GeT" << Words{"gEt"} << Qt::CaseInsensitive << Position(100);
    QTest::newRow("case matters") << "gEt" + filler + "GeT" << Words{"GeT"} << Qt::CaseSensitive << Position(103);
    QTest::newRow("only letters have case")
        << std::string("\x1B{[") << Words{"["} << Qt::CaseInsensitive << Position(2);
    QTest::newRow("beyond ASCII") << std::string("\xCB\xEB") << Words{"\xEB"} << Qt::CaseInsensitive << Position(1);
    QTest::newRow("nearest of two") << filler + "b" + filler + "a" << Words{"a", "b"} << Qt::CaseSensitive
                                    << Position(100);
    QTest::newRow("longer than a chunk") << filler + "x" + filler + filler << Words{"x" + filler + "."}
                                         << Qt::CaseSensitive << Position(100);
    QTest::newRow("rare part far behind") << filler + "x" << Words{filler + "x"} << Qt::CaseSensitive << Position(0);
    QTest::newRow("NUL") << filler + std::string(1, '\0') << Words{std::string(1, '\0')} << Qt::CaseSensitive
                         << Position(100);
}

void TestWordFinder::findsTheFirst()
{
    QFETCH(const std::string, bytes);
    QFETCH(const Words, words);
    QFETCH(const Qt::CaseSensitivity, caseSensitivity);
    for (const WordFinder::Instructions* instructions : WordFinder::supportedInstructions())
        QTEST(WordFinder(words, caseSensitivity, *instructions).find(bytes), "position");
}

void TestWordFinder::findsAtEachDistanceFromTheEnd()
{
    QFETCH(const WordFinder::Instructions*, instructions);
    const Words words{"needle", "nib"};
    const WordFinder finder(words, Qt::CaseInsensitive, *instructions);
    for (std::size_t before = 0; before < 300; ++before) {
        for (std::size_t behind = 0; behind < 300; ++behind) {
            const std::string bytes = std::string(before, 'n') + "NeedLe" + std::string(behind, 'e');
            QCOMPARE(finder.find(bytes), Position(before));
            QCOMPARE(finder.find(bytes, before), Position(before));
            QCOMPARE(finder.find(bytes, before + 1), Position());
        }
    }
}

void TestWordFinder::agreesWithAPlainLoop()
{
    QFETCH(const WordFinder::Instructions*, instructions);
    std::mt19937 random(17); // NOLINT(bugprone-random-generator-seed,cert-msc32-c,cert-msc51-cpp): repeatable
    for (int round = 0; round < 3000; ++round) {
        const auto caseSensitivity = round % 2 == 0 ? Qt::CaseSensitive : Qt::CaseInsensitive;
        Words words(1 + random() % 4);
        for (std::string& word : words)
            word = randomBytes(random, characters, 1 + random() % 7);
        const WordFinder finder(words, caseSensitivity, *instructions);
        const std::string bytes = randomBytes(random, characters, random() % 700);
        const std::size_t from = random() % (bytes.size() + 1);
        QCOMPARE(finder.find(bytes, from), plainlyFound(bytes, from, words, caseSensitivity));
    }
}

QTEST_GUILESS_MAIN(TestWordFinder)
#include "tst_wordfinder.moc"
