// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/panes/palettes.h"
#include "ui/rawhighlighter.h"
#include "ui/resultcolors.h"

#include <QFile>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using Format = LogLayout::Format;

class TestRawHighlighter : public QObject
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
std::optional<QTextCharFormat> formatOf(const QString& line, const QString& cell, Format format,
                                        const QPalette& palette = lightPalette())
{
    const qsizetype start = line.indexOf(cell);
    for (const QTextLayout::FormatRange& range : RawHighlighter::highlight(line, format, palette)) {
        if (range.start <= start && range.start + range.length >= start + cell.size()) {
            return range.format;
        }
    }
    return {};
}

const auto webLine = u"10.1.2.3\tDOM\\ann\tMozilla/4.0 (like, Gecko)\t2010-04-22\t06:34:55\tTMG1\t-\t443\t"
                     "http://example.org/a,b?c=d\tGET\tInet\t404\tWeb access\tReq ID: 1\t0x480\tDenied"_s;
const auto nativeLine = u"10.1.2.3, anonymous, 11/8/2006, 0:00:05, fwsrv, -, 25, TCP, Connect, 20000, Out"_s;

} // namespace

void TestRawHighlighter::definitionsLoadWithoutErrors_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("W3C") << Format::W3c;
    QTest::newRow("native") << Format::Native;
}

void TestRawHighlighter::definitionsLoadWithoutErrors()
{
    QFETCH(const Format, format);
    // The library tells of a bad rule, context or style in warnings only.
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QVERIFY(RawHighlighter::hasDefinition(format));
    QVERIFY(!RawHighlighter::highlight(format == Format::W3c ? webLine : nativeLine, format, lightPalette()).isEmpty());
}

void TestRawHighlighter::definitionsAreValidXml_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("W3C") << u"tmg-w3c-log.xml"_s;
    QTest::newRow("native") << u"tmg-native-log.xml"_s;
}

void TestRawHighlighter::definitionsAreValidXml()
{
    QFETCH(const QString, name);
    QFile file(u":/org.kde.syntax-highlighting/syntax-addons/"_s + name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QVERIFY(xml.readNextStartElement());
    for (const auto attribute : {"name"_L1, "section"_L1, "version"_L1, "extensions"_L1, "mimetype"_L1, "license"_L1}) {
        QVERIFY2(!xml.attributes().value(attribute).isEmpty(), attribute.data());
    }
    while (!xml.atEnd()) {
        xml.readNext();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestRawHighlighter::tellsCellsApart_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Format>("format");
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("isColoured");

    QTest::newRow("directive") << u"#Software: Microsoft"_s << Format::W3c << u"#Software:"_s << true;
    QTest::newRow("field name") << u"#Fields: c-ip\tbytes sent"_s << Format::W3c << u"bytes sent"_s << true;
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
        QTest::addRow("W3C %s", qPrintable(cell)) << webLine << Format::W3c << cell << true;
    }
    for (const QString& cell : {u"Mozilla/4.0"_s, u"like, Gecko"_s, u"TMG1"_s, u"Web access"_s, u"Req ID: 1"_s}) {
        QTest::addRow("W3C %s", qPrintable(cell)) << webLine << Format::W3c << cell << false;
    }
    for (const QString& cell : {u"10.1.2.3"_s, u"anonymous"_s, u"11/8/2006"_s, u"0:00:05"_s, u"fwsrv"_s, u"TCP"_s,
                                u"Connect"_s, u"20000"_s}) {
        QTest::addRow("native %s", qPrintable(cell)) << nativeLine << Format::Native << cell << true;
    }
    QTest::newRow("native rule") << nativeLine << Format::Native << u"Out"_s << false;
    QTest::newRow("IPv6") << u"fe80::1\tx"_s << Format::W3c << u"fe80::1"_s << true;
    QTest::newRow("relayed") << u"<13>Mar  6 20:56:03 ISA ISAFWSLog\t0\tISA"_s << Format::W3c << u"ISAFWSLog"_s << true;
    QTest::newRow("empty") << u"-\tx"_s << Format::W3c << u"-"_s << true;
}

void TestRawHighlighter::tellsCellsApart()
{
    QFETCH(const QString, line);
    QFETCH(const Format, format);
    QFETCH(const QString, cell);
    QFETCH(const bool, isColoured);
    QVERIFY(line.contains(cell));
    QCOMPARE(formatOf(line, cell, format).has_value(), isColoured);
}

void TestRawHighlighter::codesOfDifferentClassesDiffer()
{
    const auto status = [](const QString& code) { return formatOf(u"x\tInet\t%1\ty"_s.arg(code), code, Format::W3c); };
    QCOMPARE(status(u"200"_s), status(u"0"_s));
    QVERIFY(status(u"200"_s) != status(u"302"_s));
    QVERIFY(status(u"302"_s) != status(u"502"_s));
    QVERIFY(status(u"502"_s) != status(u"12202"_s));
    QCOMPARE(status(u"502"_s), status(u"10060"_s));

    const auto firewall = [](const QString& code) { return formatOf(u"Denied\t%1\ty"_s.arg(code), code, Format::W3c); };
    QVERIFY(firewall(u"0xc004000d"_s) != firewall(u"0x80074e20"_s));
    QVERIFY(firewall(u"0x80074e20"_s) != firewall(u"0x8007274c"_s));
    QVERIFY(firewall(u"0x8007274c"_s) != firewall(u"0x480"_s));
}

void TestRawHighlighter::numbersAreNotCodes()
{
    // A port or a byte count of 404 is no failure; the object source tells where the status stands.
    QVERIFY(formatOf(u"a\t404\tb"_s, u"404"_s, Format::W3c) != formatOf(u"a\tInet\t404\tb"_s, u"404"_s, Format::W3c));
}

void TestRawHighlighter::rangesCoverWholeCells()
{
    qsizetype end = 0;
    for (const QTextLayout::FormatRange& range : RawHighlighter::highlight(webLine, Format::W3c, lightPalette())) {
        QVERIFY(range.start >= end);
        QVERIFY(range.length > 0);
        end = range.start + range.length;
    }
    QCOMPARE_LE(end, webLine.size());
}

void TestRawHighlighter::coloursCanBeRead()
{
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        for (const QString& line : {webLine, nativeLine}) {
            const Format format = line == webLine ? Format::W3c : Format::Native;
            for (const QTextLayout::FormatRange& range : RawHighlighter::highlight(line, format, palette)) {
                const QColor color = range.format.foreground().color();
                const double contrast = contrastRatio(color, palette.color(QPalette::AlternateBase));
                QVERIFY2(contrast >= 4.5, qPrintable(line.mid(range.start, range.length) + QString::number(contrast)));
            }
        }
    }
}

void TestRawHighlighter::longLinesTakeNoTime()
{
    QString line;
    for (int i = 0; i < 500; ++i) {
        line += u"http://x/\\\\,,,,\t12:,,,,\t"_s;
    }
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!RawHighlighter::highlight(line, Format::W3c, lightPalette()).isEmpty());
    QVERIFY(!RawHighlighter::highlight(line, Format::Native, lightPalette()).isEmpty());
    QCOMPARE_LT(timer.elapsed(), 2000); // some 20 ms; far from a hang even on a busy machine with sanitizers
}

QTEST_MAIN(TestRawHighlighter)
#include "tst_rawhighlighter.moc"
