// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList shippedFiles()
{
    const QDir folder(u":/tmglens/catalogue"_s);
    QStringList paths;
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
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

QString goldenLine(const ResultEntry& entry)
{
    const QString code =
        entry.value > 0xFFFF ? u"0x"_s + QString::number(entry.value, 16).toUpper() : QString::number(entry.value);
    return QStringList{code,
                       logWord(entry.log),
                       keyword(entry.family).toString(),
                       keyword(entry.resultClass).toString(),
                       keyword(entry.severity).toString(),
                       entry.area,
                       entry.symbols.join(u", "_s),
                       entry.title}
        .join(u'\t');
}

QStringList goldenLines()
{
    std::vector<const ResultEntry*> entries;
    for (const ResultEntry& entry : ResultCatalogue::builtIn().entries())
        entries.push_back(&entry);
    std::ranges::stable_sort(entries, {}, [](const ResultEntry* entry) { return entry->value; });
    QStringList lines;
    for (const ResultEntry* entry : entries)
        lines.append(goldenLine(*entry));
    return lines;
}

// A catalogue of one sound entry, of which a test spoils or adds something.
QJsonObject soundGroup()
{
    return {{u"family"_s, u"http"_s},    {u"area"_s, u"success"_s},        {u"class"_s, u"allowed"_s},
            {u"severity"_s, u"ok"_s},    {u"causes"_s, u"Causes."_s},      {u"confirm"_s, u"Confirm."_s},
            {u"advice"_s, u"Advice."_s}, {u"confidence"_s, u"practice"_s}, {u"source"_s, u"Source"_s}};
}

QByteArray catalogueOf(QJsonObject group, const QList<QJsonObject>& entries)
{
    QJsonArray array;
    for (const QJsonObject& entry : entries)
        array.append(entry);
    group.insert(u"entries"_s, array);
    return QJsonDocument(QJsonObject{{u"groups"_s, QJsonArray{group}}}).toJson();
}

QJsonObject soundEntry()
{
    return {{u"code"_s, u"200"_s}, {u"title"_s, u"OK"_s}};
}

QJsonObject with(QJsonObject object, const QString& key, const QJsonValue& value)
{
    object.insert(key, value);
    return object;
}

QJsonObject without(QJsonObject object, const QString& key)
{
    object.remove(key);
    return object;
}

} // namespace

class TestResultCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsSoundFiles();
    void shipsEveryCode();
    void agreesWithGoldenList();
    void repeatsNoText();
    void keepsPairsOfLogsApart();
    void prefersTheLog();
    void findsSymbols();
    void findsNarrowestRange();
    void coversEveryNumber();
    void takesTextsFromGroupAndModel();
    void refusesFaults_data();
    void refusesFaults();
};

void TestResultCatalogue::shipsSoundFiles()
{
    const QStringList paths = shippedFiles();
    QVERIFY(!paths.isEmpty());
    QList<QByteArray> contents;
    for (const QString& path : paths) {
        contents.append(contentOf(path));
        QVERIFY2(!contents.back().contains('\r') && !contents.back().contains('\t'), qPrintable(path));
        QVERIFY2(contents.back().endsWith("\n") && !contents.back().contains(" \n"), qPrintable(path));
        QVERIFY2(QString::fromUtf8(contents.back()).toUtf8() == contents.back(), qPrintable(path));
    }
    const auto read = ResultCatalogue::fromJson(contents);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QCOMPARE(read->entries().size(), ResultCatalogue::builtIn().entries().size()); // every file is in the built-in list
    QCOMPARE(read->ranges().size(), ResultCatalogue::builtIn().ranges().size());
    QCOMPARE(read->dispositions().size(), ResultCatalogue::builtIn().dispositions().size());
}

void TestResultCatalogue::shipsEveryCode()
{
    QHash<QString, qsizetype> counts;
    for (const QString& path : shippedFiles()) {
        const QJsonArray groups = QJsonDocument::fromJson(contentOf(path)).object().value(u"groups"_s).toArray();
        for (const QJsonValue& group : groups)
            counts[QFileInfo(path).fileName()] += group.toObject().value(u"entries"_s).toArray().size();
    }
    QCOMPARE(counts.value(u"web-proxy.json"_s), 76);
    QCOMPARE(counts.value(u"firewall.json"_s), 76);
    QCOMPARE(counts.value(u"further-codes.json"_s), 93); // 92 collected, one from a real log
    QVERIFY(counts.value(u"generic-codes.json"_s)
            >= 358); // 446 collected numbers, of which 88 stand in the files above
    QCOMPARE(ResultCatalogue::builtIn().dispositions().size(), 3U);
}

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

// Advice is written for a code or, once, for a group. What two codes share is said by "like" or by their group.
void TestResultCatalogue::repeatsNoText()
{
    QHash<QString, QString> seen;
    const auto check = [&seen](const QJsonObject& object, const QString& place) {
        for (const QString& key : {u"causes"_s, u"confirm"_s, u"advice"_s}) {
            const QString text = object.value(key).toString();
            if (text.isEmpty())
                continue;
            QVERIFY2(!seen.contains(text), qPrintable(place + u" repeats "_s + seen.value(text) + u": "_s + text));
            QVERIFY2(text.compare(object.value(u"message"_s).toString(), Qt::CaseInsensitive) != 0, qPrintable(place));
            QVERIFY2(text.endsWith(u'.') || text.endsWith(u'?'), qPrintable(place + u' ' + text));
            seen.insert(text, place);
        }
    };
    for (const QString& path : shippedFiles()) {
        const QJsonArray groups = QJsonDocument::fromJson(contentOf(path)).object().value(u"groups"_s).toArray();
        for (const QJsonValue& group : groups) {
            check(group.toObject(), path + u", a group"_s);
            for (const QString& list : {u"entries"_s, u"ranges"_s, u"dispositions"_s}) {
                const QJsonArray items = group.toObject().value(list).toArray();
                for (const QJsonValue& item : items)
                    check(item.toObject(), item.toObject().value(u"code"_s).toString(path));
            }
        }
    }
    QVERIFY(seen.size() > 152 * 3);
}

void TestResultCatalogue::keepsPairsOfLogsApart()
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    const ResultEntry* web = catalogue.find(0, LogKind::Web);
    const ResultEntry* firewall = catalogue.find(0, LogKind::Firewall);
    QVERIFY(web && firewall && web != firewall);
    QVERIFY(web->causes != firewall->causes);
    QCOMPARE(web->family, ResultFamily::Win32);
    QCOMPARE(firewall->family, ResultFamily::Win32);
    QCOMPARE(catalogue.find(0, LogKind::Unknown), web);
}

void TestResultCatalogue::prefersTheLog()
{
    QJsonObject web = with(soundEntry(), u"log"_s, u"web"_s);
    QJsonObject firewall = with(soundEntry(), u"log"_s, u"firewall"_s);
    const auto both = ResultCatalogue::fromJson({catalogueOf(soundGroup(), {firewall, web})});
    QVERIFY(both.has_value());
    QCOMPARE(both->find(200, LogKind::Web)->log, LogKind::Web);
    QCOMPARE(both->find(200, LogKind::Firewall)->log, LogKind::Firewall);
    QCOMPARE(both->find(200, LogKind::PacketFilter)->log, LogKind::Firewall);
    QCOMPARE(both->find(200, LogKind::Unknown)->log, LogKind::Web);
    const auto one = ResultCatalogue::fromJson({catalogueOf(soundGroup(), {firewall})});
    QVERIFY(one.has_value());
    QCOMPARE(one->find(200, LogKind::Web)->log, LogKind::Firewall);
    QCOMPARE(one->find(201, LogKind::Web), nullptr);
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

void TestResultCatalogue::takesTextsFromGroupAndModel()
{
    const QJsonObject model = with(soundEntry(), u"advice"_s, u"Own advice."_s);
    const QJsonObject like{{u"code"_s, u"0x800700C8"_s}, {u"like"_s, u"200"_s}, {u"family"_s, u"hresult"_s}};
    const QJsonObject plain{{u"code"_s, u"201"_s}, {u"title"_s, u"Created"_s}};
    const auto read = ResultCatalogue::fromJson(
        {catalogueOf(soundGroup(), {model, plain}), catalogueOf({{u"log"_s, u"firewall"_s}}, {like})});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QCOMPARE(read->find(201, LogKind::Web)->advice, u"Advice."_s);
    const ResultEntry* entry = read->find(0x800700C8, LogKind::Web);
    QCOMPARE(entry->title, u"OK"_s);
    QCOMPARE(entry->advice, u"Own advice."_s);
    QCOMPARE(entry->causes, u"Causes."_s);
    QCOMPARE(entry->family, ResultFamily::Hresult);
    QCOMPARE(entry->log, LogKind::Firewall);
    QVERIFY(entry->message.isEmpty());
}

void TestResultCatalogue::refusesFaults_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("part");

    const auto row = [](const char* name, const QByteArray& file, const QString& part) {
        QTest::newRow(name) << file << part;
    };
    const auto entryRow = [&row](const char* name, const QJsonObject& entry, const QString& part) {
        row(name, catalogueOf(soundGroup(), {entry}), part);
    };
    row("no JSON", "no", u"byte"_s);
    row("other root", "{}", u"groups"_s);
    row("second root key", R"({"groups": [], "more": 1})", u"groups"_s);
    row("empty list", catalogueOf(soundGroup(), {}), u"entries"_s);
    row("group without a list", R"({"groups": [{"area": "vpn"}]})", u"one list"_s);
    row("unknown group key", catalogueOf(with(soundGroup(), u"note"_s, u"x"_s), {soundEntry()}), u"note"_s);
    row("duplicate", catalogueOf(soundGroup(), {soundEntry(), soundEntry()}), u"two entries"_s);
    row("duplicate in another spelling",
        catalogueOf(soundGroup(), {soundEntry(), with(soundEntry(), u"code"_s, u"0xC8"_s)}), u"two entries"_s);
    row("one log and any log", catalogueOf(soundGroup(), {soundEntry(), with(soundEntry(), u"log"_s, u"web"_s)}),
        u"two entries"_s);
    entryRow("unknown key", with(soundEntry(), u"note"_s, u"x"_s), u"unknown key note"_s);
    entryRow("no code", without(soundEntry(), u"code"_s), u"code is missing"_s);
    entryRow("code is no number", with(soundEntry(), u"code"_s, u"abc"_s), u"no number"_s);
    entryRow("code is a JSON number", with(soundEntry(), u"code"_s, 200), u"code"_s);
    entryRow("no title", without(soundEntry(), u"title"_s), u"title is missing"_s);
    entryRow("title of 41", with(soundEntry(), u"title"_s, QString(41, u'x')), u"longer than 40"_s);
    entryRow("blank behind", with(soundEntry(), u"advice"_s, u"Do it. "_s), u"blanks"_s);
    entryRow("two blanks", with(soundEntry(), u"advice"_s, u"Do  it."_s), u"blanks"_s);
    entryRow("empty text", with(soundEntry(), u"advice"_s, u""_s), u"advice"_s);
    entryRow("unknown class", with(soundEntry(), u"class"_s, u"blocked"_s), u"\"blocked\""_s);
    entryRow("class in capitals", with(soundEntry(), u"class"_s, u"Denied"_s), u"\"Denied\""_s);
    entryRow("unknown family", with(soundEntry(), u"family"_s, u"tmg"_s), u"\"tmg\""_s);
    entryRow("unknown severity", with(soundEntry(), u"severity"_s, u"bad"_s), u"\"bad\""_s);
    entryRow("unknown area", with(soundEntry(), u"area"_s, u"weather"_s), u"\"weather\""_s);
    entryRow("unknown confidence", with(soundEntry(), u"confidence"_s, u"sure"_s), u"\"sure\""_s);
    entryRow("unknown log", with(soundEntry(), u"log"_s, u"mail"_s), u"\"mail\""_s);
    entryRow("symbol twice", with(soundEntry(), u"symbols"_s, QJsonArray{u"A"_s, u"a"_s}), u"symbols"_s);
    entryRow("symbols as text", with(soundEntry(), u"symbols"_s, u"A"_s), u"symbols"_s);
    entryRow("like nothing", with(soundEntry(), u"like"_s, u"5"_s), u"does not exist"_s);
    row("no advice", catalogueOf(without(soundGroup(), u"advice"_s), {soundEntry()}), u"advice is missing"_s);
}

void TestResultCatalogue::refusesFaults()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const auto read = ResultCatalogue::fromJson({file});
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(part), qPrintable(read.error()));
    const auto sound = ResultCatalogue::fromJson({catalogueOf(soundGroup(), {soundEntry()})});
    QVERIFY2(sound.has_value(), sound ? "" : qPrintable(sound.error())); // so it was the fault that was refused
}

QTEST_GUILESS_MAIN(TestResultCatalogue)
#include "tst_resultcatalogue.moc"
