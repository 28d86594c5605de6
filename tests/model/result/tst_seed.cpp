// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"
#include "model/result/resultdecoder.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

/// One code of the seed, read with nothing but the text of the seed and without the code under test.
struct SeedCode
{
    QString code;
    LogKind log = LogKind::Unknown;
    QStringList symbols;
    QString message;
};

QStringList seedLines()
{
    QFile file(QStringLiteral(TMGLENS_TEST_DATA) + u"/seed/result-code-log-values.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n');
}

// The cells below a table head; each ends in " |" and stands on a line of its own.
QStringList cellsBelow(const QStringList& lines, const QString& head)
{
    constexpr qsizetype headLines = 2;
    QStringList cells;
    for (qsizetype i = lines.indexOf(head) + headLines; i < lines.size() && lines.at(i).endsWith(u" |"_s); ++i)
        cells.append(lines.at(i).chopped(2));
    return cells;
}

QList<SeedCode> webCodes(const QStringList& lines)
{
    QList<SeedCode> codes;
    const QStringList cells = cellsBelow(lines, u"Source values | Description |"_s);
    for (qsizetype i = 0; i + 1 < cells.size(); i += 2) {
        const QStringList numbers = cells.at(i).split(u'/');
        for (const QString& number : numbers)
            codes.append({.code = number.trimmed(), .log = LogKind::Web, .symbols = {}, .message = cells.at(i + 1)});
    }
    return codes;
}

QList<SeedCode> firewallCodes(const QStringList& lines)
{
    QList<SeedCode> codes;
    const QStringList cells = cellsBelow(lines, u"Symbolic name | Code | Message text |"_s);
    for (qsizetype i = 0; i + 2 < cells.size(); i += 3) {
        const QString message = cells.at(i + 2) == u"-"_s ? QString() : cells.at(i + 2);
        codes.append({.code = cells.at(i + 1),
                      .log = LogKind::Firewall,
                      .symbols = cells.at(i).split(u" or "_s),
                      .message = message});
    }
    return codes;
}

QList<SeedCode> seedCodes()
{
    const QStringList lines = seedLines();
    return webCodes(lines) + firewallCodes(lines);
}

// What the seed says about families in its sentences and by the table that a code stands in.
ResultFamily seedFamily(const SeedCode& code)
{
    if (code.log == LogKind::Firewall)
        return ResultFamily::TmgFirewall;
    const int number = code.code.toInt();
    if (number < 100 || number == 995)
        return ResultFamily::Win32;
    if (number < 1000)
        return ResultFamily::Http;
    if (number <= 11031)
        return ResultFamily::Winsock;
    return number < 12300 ? ResultFamily::TmgForward : ResultFamily::TmgReverse;
}

} // namespace

class TestSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seedIsWhole();
    void keepsEveryCode_data();
    void keepsEveryCode();
    void findsEverySymbol();
    void writesAdviceForEachCode();
    void saysWhenNoMessageIsDocumented();
};

void TestSeed::seedIsWhole()
{
    const QStringList lines = seedLines();
    QCOMPARE(webCodes(lines).size(), 76);
    QCOMPARE(firewallCodes(lines).size(), 76);
    QSet<QString> different;
    for (const SeedCode& code : seedCodes())
        different.insert(code.code);
    QCOMPARE(different.size(), 152);
}

void TestSeed::keepsEveryCode_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<LogKind>("log");
    QTest::addColumn<QStringList>("symbols");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ResultFamily>("family");
    for (const SeedCode& code : seedCodes())
        QTest::newRow(qPrintable(code.code))
            << code.code << code.log << code.symbols << code.message << seedFamily(code);
}

void TestSeed::keepsEveryCode()
{
    QFETCH(QString, code);
    QFETCH(LogKind, log);
    QFETCH(QStringList, symbols);
    const DecodedResult result = decodeResult(ResultCatalogue::builtIn(), code, log);
    QVERIFY(result.isKnown);
    QCOMPARE(result.given, code);
    QCOMPARE(result.value, std::optional(code.toUInt(nullptr, 0)));
    QTEST(result.entry.message, "message");
    QTEST(result.entry.family, "family");
    QCOMPARE(result.entry.log, log);
    if (log == LogKind::Firewall)
        QCOMPARE(result.entry.symbols, symbols);
    QVERIFY(result.entry.resultClass != ResultClass::Unknown);
}

void TestSeed::findsEverySymbol()
{
    QHash<QString, QSet<quint32>> expected;
    for (const SeedCode& code : seedCodes()) {
        for (const QString& symbol : code.symbols)
            expected[symbol].insert(code.code.toUInt(nullptr, 0));
    }
    QCOMPARE(expected.size(), 81); // 76 rows, six of them with two symbols, one symbol in two rows
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const QList<quint32> values = resultValues(ResultCatalogue::builtIn(), it.key());
        QVERIFY2(QSet<quint32>(values.begin(), values.end()).contains(it.value()), qPrintable(it.key()));
        QCOMPARE(resultValues(ResultCatalogue::builtIn(), it.key().toLower()), values);
    }
    QCOMPARE(expected.value(u"FWX_E_RULE_QUOTA_EXCEEDED_DROPPED"_s), (QSet<quint32>{0xC0040033, 0x80074E23}));
    QCOMPARE(resultValues(ResultCatalogue::builtIn(), u"FWX_E_RULE_QUOTA_EXCEEDED_DROPPED"),
             (QList<quint32>{0xC0040033, 0x80074E23}));
}

void TestSeed::writesAdviceForEachCode()
{
    QHash<QString, QString> seen;
    for (const SeedCode& code : seedCodes()) {
        const CatalogueEntry* entry = ResultCatalogue::builtIn().find(code.code.toUInt(nullptr, 0), code.log);
        QVERIFY2(entry, qPrintable(code.code));
        for (const QStringView view : {entry->causes, entry->confirm, entry->advice}) {
            const QString text = view.toString();
            QVERIFY2(!text.isEmpty(), qPrintable(code.code));
            QVERIFY2(text.compare(entry->message, Qt::CaseInsensitive) != 0, qPrintable(code.code));
            QVERIFY2(!seen.contains(text), qPrintable(code.code + u" repeats "_s + seen.value(text)));
            seen.insert(text, code.code);
        }
    }
}

void TestSeed::saysWhenNoMessageIsDocumented()
{
    const DecodedResult result = decodeResult(ResultCatalogue::builtIn(), u"FWX_E_MUST_USE_DS", LogKind::Firewall);
    QCOMPARE(result.value, std::optional<quint32>(0xC004000F));
    QVERIFY(result.entry.message.isEmpty());
    QCOMPARE(messageOrNone(result.entry), u"No message text is documented for this code."_s);
}

QTEST_GUILESS_MAIN(TestSeed)
#include "tst_seed.moc"
