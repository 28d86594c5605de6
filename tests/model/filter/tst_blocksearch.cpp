// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"
#include "model/filter/patternsyntax.h"
#include "model/filter/wordsearcher.h"
#include "model/index/recordreader.h"
#include "tests/support/testlog.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

/// A filter of one node, which need not be written as a person would have to.
RecordFilter filterOf(auto content)
{
    RecordFilter filter;
    filter.expression = FilterExpression(std::make_shared<const Filter::Node>(std::move(content)));
    return filter;
}

/// What @p filter lets through when it is given the bytes of each block, and, in passing, when it reads them itself.
/// Nothing if it gives up.
std::optional<std::vector<quint32>> matches(const RecordIndex& index, const QByteArray& log, const RecordFilter& filter)
{
    const Filter::CompiledFilter compiled(filter);
    const RecordChooser chooser = recordChooser(filter);
    std::vector<quint32> records;
    for (const auto& part : index.parts()) {
        const std::string_view bytes(log.constData() + part.block->begin, part.block->end - part.block->begin);
        const auto found = chooser(*part.block, bytes);
        const auto foundByReading = compiled.match(part, Filter::blockCodes(part, index.codes()), 0, {});
        if (found.has_value() != foundByReading.has_value() || (found && *found != *foundByReading))
            qFatal("It makes a difference who reads the bytes.");
        if (!found)
            return std::nullopt;
        std::ranges::transform(*found, std::back_inserter(records), [&](quint32 i) { return part.firstRecord + i; });
    }
    return records;
}

/// The records of which @p accepts takes the text: one after the other, by Qt's own means.
std::vector<quint32> slowly(const RecordIndex& index, const std::function<bool(const QString&)>& accepts)
{
    std::vector<quint32> records;
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto place = index.place(RecordNumber(i));
        const QByteArray bytes = *readRecord(place);
        if (accepts(Filter::recordText({bytes.constData(), std::size_t(bytes.size())}, *place.part->block->layout)))
            records.push_back(i);
    }
    return records;
}

std::vector<quint32> slowly(const RecordIndex& index, const QString& pattern)
{
    const QRegularExpression expression(pattern, QRegularExpression::CaseInsensitiveOption);
    return slowly(index, [&](const QString& text) { return expression.match(text).hasMatch(); });
}

QByteArray pick(QRandomGenerator& random, const QByteArrayList& list)
{
    return list[random.bounded(list.size())];
}

/// Pieces of lines that make trouble, mostly two letters so that patterns match by chance.
const QByteArrayList asciiPieces{"a", "a", "b",  "B", "ab", "ba", "A", " ", "\t",
                                 "-", "1", "12", ".", "_",  "\r", "k", "s"};
const QByteArrayList utf8Pieces{
    "\xc3\xa4", "\xc3\x84", "\xe2\x84\xaa" /* Kelvin */, "\xc5\xbf" /* long s */, "\xf0\x9f\x98\x80", "\xc2\xa0",
    "\xc2\x85", "\x0b"};
const QByteArrayList brokenPieces{"\xe4", "\xff", "\xc3", QByteArray(1, '\0')};

/// Records without meaning, with directives and blank lines between them.
QByteArray hostileLog(QRandomGenerator& random, const QByteArrayList& pieces, const QByteArray& lineEnd)
{
    QByteArray log = Test::webHeader;
    log.replace("\r\n", lineEnd);
    for (int i = 0; i < 60; ++i) {
        if (random.bounded(12) == 0)
            log += pick(random, {"#Date: ab", "#Remark: 12 abab", ""}) + lineEnd;
        for (int length = 1 + random.bounded(8); length > 0; --length)
            log += pick(random, pieces);
        log += lineEnd;
    }
    if (random.bounded(2) == 0)
        log.chop(lineEnd.size());
    return log;
}

QString patternByChance(QRandomGenerator& random, int depth)
{
    static const QByteArrayList atoms{"a",     "b",   "ab",       ".",   "^",   "$",      "\\b",  "\\B",  "\\s", "\\S",
                                      "\\d",   "\\w", "\\W",      "\\t", "\\n", "\\r",    "[^a]", "[ab]", "-",   "\\.",
                                      "[a-z]", "12",  "\xc3\xa4", "k",   "s",   "[^\\s]", "\\D",  "abb",  "ba1", "sab"};
    static const QByteArrayList quantifiers{"*", "+", "?", "{2}", "{1,3}", "{2,}", "*?", "+?"};
    if (depth == 0)
        return QString::fromUtf8(pick(random, atoms));
    const QString one = patternByChance(random, depth - 1);
    const QString other = patternByChance(random, depth - 1);
    switch (random.bounded(4)) {
    case 0:
        return QString(u"(?:" + one + u')' + QString::fromUtf8(pick(random, quantifiers)));
    case 1:
        return QString(u'(' + one + u'|' + other + u')');
    default:
        return QString(one + other);
    }
}

} // namespace

/// The search in whole blocks against one that takes record after record.
class BlockSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatRecordsHold_data();
    void findsWhatRecordsHold();
    void findsPatternsByChance_data();
    void findsPatternsByChance();
    void findsWordsByChance();
    void searchesTheStartOfALongRecord();
    void makesPatternsForLines_data();
    void makesPatternsForLines();
};

void BlockSearchTest::findsWhatRecordsHold_data()
{
    QTest::addColumn<QString>("pattern");
    for (const auto& pattern :
         {u"a"_s,           u"^a"_s,         u"b$"_s,      u"^ab$"_s,     u"a*"_s,       u"^"_s,      u"$"_s,
          u"^$"_s,          u"a\\s+b"_s,     u"[^x]+12"_s, u"a\\nb"_s,    u"b\\r"_s,     u"\\r\\n"_s, u"(a+)+$"_s,
          u".*a.*b"_s,      u"\\bab\\b"_s,   u"b\\b$"_s,   u"b$\\b"_s,    u"(b|$)\\B"_s, u"x|$"_s,    u"(?i)AB"_s,
          u"(?-i)AB"_s,     u"\\Aa"_s,       u"b\\z"_s,    u"b\\Z"_s,     u"(a)\\1"_s,   u"a(?!b)"_s, u"a{,2}b{2}"_s,
          u"[[:alpha:]]"_s, u"\\Qa.\\E"_s,   u"a.b"_s,     u"[^a-z]ab"_s, u"\\x{e4}"_s,  u"ä"_s,      u"[$]|[\\]b]$"_s,
          u"\\$|\\^"_s,     u"K"_s,          u"ſ"_s,       u"Date"_s,     u"\\x00"_s,    u"a++b"_s,   u"\\h"_s,
          u"\\Wb$"_s,       u"(?:^|\\t)a"_s, u"\\p{L}$"_s, u"(?m)^b"_s,   u"(?s)a.b"_s})
        QTest::newRow(qPrintable(pattern)) << pattern;
}

void BlockSearchTest::findsWhatRecordsHold()
{
    QFETCH(QString, pattern);
    QRandomGenerator random(7);
    for (const auto& pieces : {asciiPieces, asciiPieces + utf8Pieces, asciiPieces + utf8Pieces + brokenPieces}) {
        for (const auto& lineEnd : {"\r\n"_ba, "\n"_ba}) {
            const QByteArray log = hostileLog(random, pieces, lineEnd);
            const RecordIndex index = Test::indexInBlocks(log, 20);
            QVERIFY(index.recordCount() > 30);
            QCOMPARE(matches(index, log, filterOf(Filter::RecordPattern{pattern})), slowly(index, pattern));
        }
    }
}

void BlockSearchTest::findsPatternsByChance_data()
{
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::addColumn<QByteArray>("lineEnd");
    QTest::newRow("ASCII") << asciiPieces << "\r\n"_ba;
    QTest::newRow("ASCII, line feeds") << asciiPieces << "\n"_ba;
    QTest::newRow("UTF-8") << asciiPieces + utf8Pieces << "\r\n"_ba;
    QTest::newRow("not UTF-8") << asciiPieces + utf8Pieces + brokenPieces << "\r\n"_ba;
}

void BlockSearchTest::findsPatternsByChance()
{
    QFETCH(QByteArrayList, pieces);
    QFETCH(QByteArray, lineEnd);
    QRandomGenerator random(11);
    for (int i = 0; i < 500; ++i) {
        const QString pattern = patternByChance(random, 1 + random.bounded(4));
        if (!QRegularExpression(pattern).isValid())
            continue;
        const QByteArray log = hostileLog(random, pieces, lineEnd);
        const RecordIndex index = Test::indexInBlocks(log, 25);
        if (const auto found = matches(index, log, filterOf(Filter::RecordPattern{pattern})))
            QVERIFY2(*found == slowly(index, pattern), qPrintable(pattern));
    }
}

void BlockSearchTest::findsWordsByChance()
{
    QRandomGenerator random(13);
    for (int i = 0; i < 300; ++i) {
        const QByteArray log = hostileLog(random, asciiPieces + brokenPieces, "\r\n");
        const RecordIndex index = Test::indexInBlocks(log, 25);
        const QString words =
            QString::fromLatin1(pick(random, {"a", "AB", "ba ", "12", "\r\n", "b\r", "\ta", "date", "-a.b"}));
        const auto holdsThem = [&](const QString& text) { return text.contains(words, Qt::CaseInsensitive); };
        QCOMPARE(matches(index, log, filterOf(Filter::Words{words})), slowly(index, holdsThem));
    }
}

void BlockSearchTest::searchesTheStartOfALongRecord()
{
    const QByteArray log = Test::webLog({"200"}) + QByteArray(qsizetype(maximumRecordLength), 'x') + "yz\r\n"
        + Test::webRecord(2, "200") + "\r\n";
    const RecordIndex index = Test::indexOf(log);
    QCOMPARE(index.recordCount(), 3U);
    QCOMPARE(matches(index, log, filterOf(Filter::RecordPattern{u"x$"_s})), std::vector<quint32>{1});
    QCOMPARE(matches(index, log, filterOf(Filter::RecordPattern{u"yz$"_s})), std::vector<quint32>{});
    QCOMPARE(matches(index, log, filterOf(Filter::Words{u"xyz"_s})), std::vector<quint32>{});
}

void BlockSearchTest::makesPatternsForLines_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("forLines"); // nothing: each record for itself
    QTest::addColumn<QStringList>("words");
    QTest::newRow("text") << u"a-b \\. c{2}"_s << QStringList{u"a-b \\. c{2}"_s} << QStringList{u"a-b . "_s};
    QTest::newRow("beyond ASCII") << u"ü"_s << QStringList() << QStringList();
    QTest::newRow("end") << u"exe(\\?|$)"_s << QStringList{u"exe(?:\\?|(?=\\r?$))"_s} << QStringList{u"exe"_s};
    QTest::newRow("no end") << u"\\$[$]{2,3}"_s << QStringList{u"\\$[$]{2,3}"_s} << QStringList{u"$"_s};
    QTest::newRow("line feeds left out") << u"\\s\\D[^\\]a]\\W"_s
                                         << QStringList{u"[^\\S\\n][^\\d\\n][^\\]a\\n][^\\w\\n]"_s}
                                         << QStringList{QString()};
    QTest::newRow("line feed") << u"a\\n"_s << QStringList() << QStringList();
    QTest::newRow("line feed itself") << u"a\n"_s << QStringList() << QStringList();
    QTest::newRow("class with line feed") << u"[\\sa]"_s << QStringList() << QStringList();
    QTest::newRow("range with line feed") << u"[\\t-a]"_s << QStringList() << QStringList();
    QTest::newRow("range with line feed itself") << u"[\t-a]"_s << QStringList() << QStringList();
    QTest::newRow("bracket first") << u"[]a]"_s << QStringList() << QStringList();
    QTest::newRow("bracket first, negated") << u"[^]a]"_s << QStringList() << QStringList();
    QTest::newRow("named class") << u"[[:space:]]"_s << QStringList() << QStringList();
    QTest::newRow("alternatives") << u"(a|b)|c\\|[|]|"_s << QStringList{u"a"_s, u"b"_s, u"c\\|[|]"_s, QString()}
                                  << QStringList{u"a"_s, u"b"_s, u"c|"_s, QString()};
    QTest::newRow("many alternatives") << u"a|b|c|d|e|f|g|h|i"_s << QStringList{u"(?:a|b|c|d|e|f|g|h|i)"_s}
                                       << QStringList{QString()};
    QTest::newRow("group") << u"(?:a|b)"_s << QStringList{u"a"_s, u"b"_s} << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("group near the front")
        << u"\\.(gif|exe)\\b"_s << QStringList{u"\\.gif\\b"_s, u"\\.exe\\b"_s} << QStringList{u".gif"_s, u".exe"_s};
    QTest::newRow("groups within") << u"x(a(b|c)|d)e"_s << QStringList{u"xabe"_s, u"xace"_s, u"xde"_s}
                                   << QStringList{u"xabe"_s, u"xace"_s, u"xde"_s};
    QTest::newRow("repeated group") << u"(a|b)+c"_s << QStringList{u"(?:a|b)+c"_s} << QStringList{u"c"_s};
    QTest::newRow("many in a group") << u"(a|b|c)(d|e|f)"_s
                                     << QStringList{u"a(?:d|e|f)"_s, u"b(?:d|e|f)"_s, u"c(?:d|e|f)"_s}
                                     << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("longest text") << u"a.bc\\d+def[g]hi"_s << QStringList{u"a.bc\\d+def[g]hi"_s}
                                  << QStringList{u"def"_s};
    QTest::newRow("text that may lack") << u"ab?c*de{2}fgh+?i"_s << QStringList{u"ab?c*de{2}fgh+?i"_s}
                                        << QStringList{u"fg"_s};
    QTest::newRow("braces") << u"a{x}b{,2}c{ 1 }"_s << QStringList{u"a{x}b{,2}c{ 1 }"_s} << QStringList{u"x}"_s};
    QTest::newRow("word borders") << u"\\bin\\Bet\\b"_s << QStringList{u"\\bin\\Bet\\b"_s} << QStringList{u"inet"_s};
    QTest::newRow("options") << u"(?s)a"_s << QStringList() << QStringList();
    QTest::newRow("verb") << u"(*UCP)a"_s << QStringList() << QStringList();
    QTest::newRow("look-ahead") << u"a(?=b)"_s << QStringList() << QStringList();
    QTest::newRow("back reference") << u"(a)\\1"_s << QStringList() << QStringList();
    QTest::newRow("whole text") << u"\\Aa"_s << QStringList() << QStringList();
    QTest::newRow("quotation") << u"\\Qa$\\E"_s << QStringList() << QStringList();
}

void BlockSearchTest::makesPatternsForLines()
{
    QFETCH(QString, pattern);
    QStringList forLines;
    QStringList words;
    for (const auto& line : Filter::patternsForLines(pattern)) {
        forLines += line.pattern;
        words += line.word;
    }
    QTEST(forLines, "forLines");
    QTEST(words, "words");
}

QTEST_GUILESS_MAIN(BlockSearchTest)
#include "tst_blocksearch.moc"
