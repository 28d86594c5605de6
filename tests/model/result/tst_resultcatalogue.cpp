// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString logWord(LogKind log)
{
    switch (log) {
    case LogKind::Web:
        return u"web"_s;
    case LogKind::Firewall:
        return u"firewall"_s;
    case LogKind::PacketFilter:
        return u"packet-filter"_s;
    case LogKind::Unknown:
        break;
    }
    return u"any"_s;
}

QString goldenLine(const CatalogueEntry& entry)
{
    const QString code =
        entry.value > 0xFFFF ? u"0x"_s + QString::number(entry.value, 16).toUpper() : QString::number(entry.value);
    QStringList symbols;
    for (const QStringView symbol : entry.symbols)
        symbols.append(symbol.toString());
    return QStringList{code,
                       logWord(entry.log),
                       keyword(entry.family).toString(),
                       keyword(entry.resultClass).toString(),
                       keyword(entry.severity).toString(),
                       entry.area.toString(),
                       symbols.join(u", "_s),
                       entry.title.toString()}
        .join(u'\t');
}

QStringList goldenLines()
{
    QStringList lines;
    for (const CatalogueEntry& entry : ResultCatalogue::builtIn().entries())
        lines.append(goldenLine(entry));
    return lines;
}

} // namespace

class TestResultCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithGoldenList();
    void keepsPairsOfLogsApart();
    void prefersTheLog();
    void findsSymbols();
    void findsNarrowestRange();
    void coversEveryNumber();
};

void TestResultCatalogue::agreesWithGoldenList()
{
    const QString path = QStringLiteral(TMGLENS_TEST_DATA) + u"/result/golden.tsv"_s;
    const QStringList lines = goldenLines();
    if (qEnvironmentVariableIsSet("TMGLENS_RENEW_GOLDEN")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((lines.join(u'\n') + u'\n').toUtf8());
    }
    const QStringList golden = QString::fromUtf8(contentOf(path)).split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < std::min(lines.size(), golden.size()); ++i)
        QCOMPARE(lines.at(i), golden.at(i));
    QCOMPARE(lines.size(), golden.size());
}

void TestResultCatalogue::keepsPairsOfLogsApart()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    const CatalogueEntry* web = catalogue.find(0, LogKind::Web);
    const CatalogueEntry* firewall = catalogue.find(0, LogKind::Firewall);
    QVERIFY(web && firewall && web != firewall);
    QVERIFY(web->causes != firewall->causes);
    QCOMPARE(web->family, ResultFamily::Win32);
    QCOMPARE(firewall->family, ResultFamily::Win32);
    QCOMPARE(catalogue.find(0, LogKind::Unknown), web);
}

void TestResultCatalogue::prefersTheLog()
{
    constexpr std::array rows{CatalogueEntry{.value = 200, .log = LogKind::Firewall},
                              CatalogueEntry{.value = 200, .log = LogKind::Web}};
    const ResultCatalogue both({.entries = rows});
    QCOMPARE(both.find(200, LogKind::Web)->log, LogKind::Web);
    QCOMPARE(both.find(200, LogKind::Firewall)->log, LogKind::Firewall);
    QCOMPARE(both.find(200, LogKind::PacketFilter)->log, LogKind::Firewall);
    QCOMPARE(both.find(200, LogKind::Unknown)->log, LogKind::Web);
    const ResultCatalogue one({.entries = std::span(rows).first<1>()});
    QCOMPARE(one.find(200, LogKind::Web)->log, LogKind::Firewall);
    QCOMPARE(one.find(201, LogKind::Web), nullptr);
}

void TestResultCatalogue::findsSymbols()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    QCOMPARE(catalogue.findSymbol(u"no_such_symbol").size(), 0U);
    QCOMPARE(catalogue.findSymbol(u"").size(), 0U);
    QCOMPARE(catalogue.findSymbol(u"wsaetimedout").front()->value, 10060U);
    // The name that TMG's own log viewer shows, and the misspelled one of the SDK header.
    QCOMPARE(catalogue.findSymbol(u"FWX_E_CONCURRENT_CONNECTIONS_QUOTA_EXCEEDED_DROPPED").front()->value, 0x80074E23U);
    QCOMPARE(catalogue.findSymbol(u"FWX_E_INVALID_PROTCOL_PACKET_DROPPED").front()->value, 0xC0040028U);
    // Published as a name for 183 alone; the seed calls the HRESULT FWX_E_ALREADY_EXISTS.
    QCOMPARE(catalogue.findSymbol(u"ERROR_ALREADY_EXISTS").front()->value, 183U);
}

void TestResultCatalogue::findsNarrowestRange()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    QCOMPARE(catalogue.findRange(0xC0040446)->first, 0xC0040400U);
    QCOMPARE(catalogue.findRange(0xC0040006)->first, 0xC0040000U);
    QCOMPARE(catalogue.findRange(0xC0050006)->first, 0xC0000000U);
}

void TestResultCatalogue::coversEveryNumber()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    for (quint32 value = 0; value < 70000; ++value)
        QVERIFY(catalogue.findRange(value));
    for (quint32 high = 0; high <= 0xFFFF; ++high)
        QVERIFY(catalogue.findRange((high << 16) | 0xFFFF));
}

QTEST_GUILESS_MAIN(TestResultCatalogue)
#include "tst_resultcatalogue.moc"
