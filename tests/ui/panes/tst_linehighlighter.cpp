// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/panes/palettes.h"
#include "ui/look/linehighlighter.h"
#include "ui/look/resultcolors.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using Language = LineHighlighter::Language;

class TestLineHighlighter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void definitionsLoadWithoutErrors_data();
    void definitionsLoadWithoutErrors();
    void definitionsAreValidXml_data();
    void definitionsAreValidXml();
    void tellsCellsApart_data();
    void tellsCellsApart();
    void codesOfDifferentClassesDiffer();
    void numbersAreNotCodes();
    void rangesCoverWholeCells();
    void coloursCanBeRead();
    void longLinesTakeNoTime();
};

namespace {

/// The looks of @p cell in @p line; nothing if it is plain text. The cell must be coloured as a whole.
std::optional<QTextCharFormat> formatOf(const QString& line, const QString& cell, Language language,
                                        const QPalette& palette = lightPalette())
{
    const qsizetype start = line.indexOf(cell);
    for (const QTextLayout::FormatRange& range :
         LineHighlighter::highlight(line, language, palette, QPalette::AlternateBase)) {
        if (range.start <= start && range.start + range.length >= start + cell.size()) {
            return range.format;
        }
    }
    return {};
}

const auto webLine = u"10.1.2.3\tDOM\\ann\tMozilla/4.0 (like, Gecko)\t2010-04-22\t06:34:55\tTMG1\t-\t443\t"
                     "http://example.org/a,b?c=d\tGET\tInet\t404\tWeb access\tReq ID: 1\t0x480\tDenied"_s;
const auto nativeLine = u"10.1.2.3, anonymous, 11/8/2006, 0:00:05, fwsrv, -, 25, TCP, Connect, 20000, Out"_s;
const auto filterLine = u"class:denied -user=\"a b\" (url~/a\\/b/ OR bytes-in>=10k) /x/ words http://a"_s;

} // namespace

void TestLineHighlighter::definitionsLoadWithoutErrors_data()
{
    QTest::addColumn<Language>("language");
    QTest::newRow("W3C") << Language::W3cLog;
    QTest::newRow("native") << Language::NativeLog;
    QTest::newRow("filter") << Language::Filter;
}

void TestLineHighlighter::definitionsLoadWithoutErrors()
{
    QFETCH(const Language, language);
    // The library tells of a bad rule, context or style in warnings only.
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(LineHighlighter::hasDefinition(language));
    for (const QString& line : {webLine, nativeLine, filterLine})
        (void)LineHighlighter::highlight(line, language, lightPalette(), QPalette::AlternateBase);
}

void TestLineHighlighter::definitionsAreValidXml_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("W3C") << u"tmg-w3c-log.xml"_s;
    QTest::newRow("native") << u"tmg-native-log.xml"_s;
    QTest::newRow("filter") << u"tmglens-filter.xml"_s;
}

void TestLineHighlighter::definitionsAreValidXml()
{
    QFETCH(const QString, name);
    QFile file(u":/org.kde.syntax-highlighting/syntax-addons/"_s + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QVERIFY(xml.readNextStartElement());
    for (const auto attribute : {"name"_L1, "section"_L1, "version"_L1, "license"_L1}) {
        QVERIFY2(!xml.attributes().value(attribute).isEmpty(), attribute.data());
    }
    while (!xml.atEnd()) {
        xml.readNext();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestLineHighlighter::tellsCellsApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isColoured");

    QTest::newRow("directive") << u"#Software: Microsoft"_s << Language::W3cLog << u"#Software:"_s << true;
    QTest::newRow("field name") << u"#Fields: c-ip\tbytes sent"_s << Language::W3cLog << u"bytes sent"_s << true;
    const QStringList coloured{u"10.1.2.3"_s,
                               u"DOM\\ann"_s,
                               u"2010-04-22"_s,
                               u"06:34:55"_s,
                               u"443"_s,
                               u"GET"_s,
                               u"http://example.org/a,b?c=d"_s,
                               u"Inet"_s,
                               u"404"_s,
                               u"0x480"_s,
                               u"Denied"_s};
    for (const QString& cell : coloured) {
        QTest::addRow("W3C %s", qPrintable(cell)) << webLine << Language::W3cLog << cell << true;
    }
    for (const QString& cell : {u"Mozilla/4.0"_s, u"like, Gecko"_s, u"TMG1"_s, u"Web access"_s, u"Req ID: 1"_s}) {
        QTest::addRow("W3C %s", qPrintable(cell)) << webLine << Language::W3cLog << cell << false;
    }
    for (const QString& cell : {u"10.1.2.3"_s, u"anonymous"_s, u"11/8/2006"_s, u"0:00:05"_s, u"fwsrv"_s, u"TCP"_s,
                                u"Connect"_s, u"20000"_s}) {
        QTest::addRow("native %s", qPrintable(cell)) << nativeLine << Language::NativeLog << cell << true;
    }
    QTest::newRow("native rule") << nativeLine << Language::NativeLog << u"Out"_s << false;
    QTest::newRow("IPv6") << u"fe80::1\tx"_s << Language::W3cLog << u"fe80::1"_s << true;
    QTest::newRow("relayed") << u"<13>Mar  6 20:56:03 ISA ISAFWSLog\t0\tISA"_s << Language::W3cLog << u"ISAFWSLog"_s
                             << true;
    for (const QString& part : {u"class"_s, u":"_s, u"denied"_s, u"-"_s, u"user"_s, u"="_s, u"\"a b\""_s, u"("_s,
                                u"~"_s, u"/a\\/b/"_s, u"OR"_s, u"bytes-in"_s, u">="_s, u"10k"_s, u"/x/"_s}) {
        QTest::addRow("filter %s", qPrintable(part)) << filterLine << Language::Filter << part << true;
    }
    QTest::newRow("filter words") << filterLine << Language::Filter << u"words"_s << false;
    QTest::newRow("filter web address") << filterLine << Language::Filter << u"http://a"_s << false;
    QTest::newRow("empty") << u"-\tx"_s << Language::W3cLog << u"-"_s << true;
}

void TestLineHighlighter::tellsCellsApart()
{
    QFETCH(const QString, line);
    QFETCH(const Language, language);
    QFETCH(const QString, cell);
    QFETCH(const bool, isColoured);
    QVERIFY(line.contains(cell));
    QCOMPARE(formatOf(line, cell, language).has_value(), isColoured);
}

void TestLineHighlighter::codesOfDifferentClassesDiffer()
{
    const auto status = [](const QString& code) {
        return formatOf(u"x\tInet\t%1\ty"_s.arg(code), code, Language::W3cLog);
    };
    QCOMPARE(status(u"200"_s), status(u"0"_s));
    QVERIFY(status(u"200"_s) != status(u"302"_s));
    QVERIFY(status(u"302"_s) != status(u"502"_s));
    QVERIFY(status(u"502"_s) != status(u"12202"_s));
    QCOMPARE(status(u"502"_s), status(u"10060"_s));

    const auto firewall = [](const QString& code) {
        return formatOf(u"Denied\t%1\ty"_s.arg(code), code, Language::W3cLog);
    };
    QVERIFY(firewall(u"0xc004000d"_s) != firewall(u"0x80074e20"_s));
    QVERIFY(firewall(u"0x80074e20"_s) != firewall(u"0x8007274c"_s));
    QVERIFY(firewall(u"0x8007274c"_s) != firewall(u"0x480"_s));
}

void TestLineHighlighter::numbersAreNotCodes()
{
    // A port or a byte count of 404 is no failure; the object source tells where the status stands.
    QVERIFY(formatOf(u"a\t404\tb"_s, u"404"_s, Language::W3cLog)
            != formatOf(u"a\tInet\t404\tb"_s, u"404"_s, Language::W3cLog));
}

void TestLineHighlighter::rangesCoverWholeCells()
{
    qsizetype end = 0;
    for (const QTextLayout::FormatRange& range :
         LineHighlighter::highlight(webLine, Language::W3cLog, lightPalette(), QPalette::AlternateBase)) {
        QVERIFY(range.start >= end);
        QVERIFY(range.length > 0);
        end = range.start + range.length;
    }
    QCOMPARE_LE(end, webLine.size());
}

void TestLineHighlighter::coloursCanBeRead()
{
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        for (const QString& line : {webLine, nativeLine}) {
            const Language language = line == webLine ? Language::W3cLog : Language::NativeLog;
            for (const QTextLayout::FormatRange& range :
                 LineHighlighter::highlight(line, language, palette, QPalette::AlternateBase)) {
                const QColor color = range.format.foreground().color();
                const double contrast = contrastRatio(color, palette.color(QPalette::AlternateBase));
                QVERIFY2(contrast >= 4.5, qPrintable(line.mid(range.start, range.length) + QString::number(contrast)));
            }
        }
    }
}

void TestLineHighlighter::longLinesTakeNoTime()
{
    QString line;
    for (int i = 0; i < 500; ++i) {
        line += u"http://x/\\\\,,,,\t12:,,,,\t"_s;
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!LineHighlighter::highlight(line, Language::W3cLog, lightPalette(), QPalette::AlternateBase).isEmpty());
    QVERIFY(!LineHighlighter::highlight(line, Language::NativeLog, lightPalette(), QPalette::AlternateBase).isEmpty());
    QCOMPARE_LT(timer.elapsed(), 2000); // some 20 ms; far from a hang even on a busy machine with sanitizers
}

QTEST_MAIN(TestLineHighlighter)
#include "tst_linehighlighter.moc"
