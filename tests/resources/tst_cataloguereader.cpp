// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"
#include "resources/catalogue/cataloguesource.h"

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
    const QDir folder(QStringLiteral(TMGLENS_CATALOGUE));
    QStringList paths;
    for (const QString& name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        paths.append(folder.filePath(name));
    return paths;
}

std::expected<CatalogueContent, QString> shippedContent()
{
    QList<CatalogueFile> files;
    for (const QString& path : shippedFiles())
        files.append({.name = path, .json = contentOf(path)});
    return readCatalogue(files);
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

class TestCatalogueReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shipsSoundFiles();
    void shipsEveryCode();
    void repeatsNoText();
    void takesTextsFromGroupAndModel();
    void refusesFaults_data();
    void refusesFaults();
    void namesFileAndEntry();
    void compilesEveryText();
    void writesAnyCharacter();
};

void TestCatalogueReader::shipsSoundFiles()
{
    const QStringList paths = shippedFiles();
    QVERIFY(!paths.isEmpty());
    for (const QString& path : paths) {
        const QByteArray json = contentOf(path);
        QVERIFY2(!json.contains('\r') && !json.contains('\t'), qPrintable(path));
        QVERIFY2(json.endsWith("\n") && !json.contains(" \n"), qPrintable(path));
        QVERIFY2(QString::fromUtf8(json).toUtf8() == json, qPrintable(path));
    }
    const auto read = shippedContent();
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    const ResultCatalogue& shipped = ResultCatalogue::builtIn();
    QCOMPARE(read->codes.size(), shipped.entries().size()); // so every file is compiled in
    QCOMPARE(read->ranges.size(), shipped.ranges().size());
    QCOMPARE(read->dispositions.size(), shipped.dispositions().size());
}

void TestCatalogueReader::shipsEveryCode()
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

// Advice is written for a code or, once, for a group. What two codes share is said by "like" or by their group.
void TestCatalogueReader::repeatsNoText()
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

void TestCatalogueReader::takesTextsFromGroupAndModel()
{
    const QJsonObject model = with(soundEntry(), u"advice"_s, u"Own advice."_s);
    const QJsonObject like{{u"code"_s, u"0x800700C8"_s}, {u"like"_s, u"200"_s}, {u"family"_s, u"hresult"_s}};
    const QJsonObject plain{{u"code"_s, u"201"_s}, {u"title"_s, u"Created"_s}};
    const auto read = readCatalogue({{.name = u"models"_s, .json = catalogueOf(soundGroup(), {model, plain})},
                                     {.name = u"others"_s, .json = catalogueOf({{u"log"_s, u"firewall"_s}}, {like})}});
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QCOMPARE(read->codes.size(), 3U);
    QCOMPARE(read->codes[1].entry.advice, u"Advice."_s);
    const ResultEntry& entry = read->codes[2].entry;
    QCOMPARE(entry.value, 0x800700C8U);
    QCOMPARE(entry.title, u"OK"_s);
    QCOMPARE(entry.advice, u"Own advice."_s);
    QCOMPARE(entry.causes, u"Causes."_s);
    QCOMPARE(entry.family, ResultFamily::Hresult);
    QCOMPARE(entry.log, LogKind::Firewall);
    QVERIFY(entry.message.isEmpty());
}

void TestCatalogueReader::refusesFaults_data()
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

void TestCatalogueReader::refusesFaults()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, part);
    const auto read = readCatalogue({{.name = u"some.json"_s, .json = file}});
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().contains(part), qPrintable(read.error()));
    const auto sound = readCatalogue({{.name = u"some.json"_s, .json = catalogueOf(soundGroup(), {soundEntry()})}});
    QVERIFY2(sound.has_value(), sound ? "" : qPrintable(sound.error())); // so it was the fault that was refused
}

void TestCatalogueReader::namesFileAndEntry()
{
    const CatalogueFile sound{.name = u"sound.json"_s, .json = catalogueOf(soundGroup(), {soundEntry()})};
    const QJsonObject entry = with(with(soundEntry(), u"code"_s, u"0x1F"_s), u"note"_s, u"x"_s);
    const CatalogueFile faulty{.name = u"faulty.json"_s, .json = catalogueOf(soundGroup(), {entry})};
    const auto read = readCatalogue({sound, faulty});
    QVERIFY(!read.has_value());
    QCOMPARE(read.error(), u"faulty.json, 0x1F: unknown key note"_s);
}

void TestCatalogueReader::compilesEveryText()
{
    const auto read = shippedContent();
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    const ResultCatalogue& shipped = ResultCatalogue::builtIn();
    for (const auto& [entry, aliases] : read->codes) {
        const CatalogueEntry* row = shipped.find(entry.value, entry.log);
        QVERIFY2(row && row->log == entry.log, qPrintable(QString::number(entry.value)));
        QCOMPARE(row->title, QStringView(entry.title));
        QCOMPARE(row->message, QStringView(entry.message));
        QCOMPARE(row->causes, QStringView(entry.causes));
        QCOMPARE(row->confirm, QStringView(entry.confirm));
        QCOMPARE(row->advice, QStringView(entry.advice));
        QCOMPARE(row->source, QStringView(entry.source));
        QVERIFY(std::ranges::equal(row->symbols, entry.symbols));
        for (const QString& name : entry.symbols + aliases)
            QVERIFY2(std::ranges::contains(shipped.findSymbol(name), row), qPrintable(name));
    }
}

void TestCatalogueReader::writesAnyCharacter()
{
    CatalogueContent content;
    content.codes.emplace_back().entry.title = u"\"a\\b\" é1"_s;
    const QByteArray expected = "u\"\\\"a\\\\b\\\" \\xe9\" u\"1\"";
    QVERIFY2(catalogueSource(content).contains(expected), expected.constData());
}

QTEST_GUILESS_MAIN(TestCatalogueReader)
#include "tst_cataloguereader.moc"
