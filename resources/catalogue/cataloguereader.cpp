// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resources/catalogue/cataloguereader.h"

#include "model/result/codetext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 40;

// What an entry takes from its group, and from the entry that it is like, when it does not say it itself.
constexpr std::array sharedKeys{
    "area"_L1, "class"_L1, "severity"_L1, "causes"_L1, "confirm"_L1, "advice"_L1, "confidence"_L1, "source"_L1,
};
constexpr std::array groupKeys{"log"_L1, "family"_L1};
constexpr std::array listKeys{"entries"_L1, "ranges"_L1, "dispositions"_L1};

constexpr std::array areas{
    "api"_L1,
    "authentication"_L1,
    "certificate"_L1,
    "chaining"_L1,
    "client-abort"_L1,
    "client-request"_L1,
    "configuration"_L1,
    "connectivity"_L1,
    "content"_L1,
    "dial-up"_L1,
    "flood-mitigation"_L1,
    "http-filter"_L1,
    "intrusion-detection"_L1,
    "ipsec"_L1,
    "ipv6"_L1,
    "limits"_L1,
    "name-resolution"_L1,
    "nis"_L1,
    "packet-validation"_L1,
    "policy"_L1,
    "redirect"_L1,
    "resources"_L1,
    "routing"_L1,
    "server-error"_L1,
    "service-state"_L1,
    "session-close"_L1,
    "spoofing"_L1,
    "success"_L1,
    "system"_L1,
    "unknown"_L1,
    "url-filtering"_L1,
    "vpn"_L1,
    "web-filter"_L1,
};

/// One object of a list, with the group around it.
struct Item
{
    QJsonObject own;
    QJsonObject group;
    QLatin1StringView list; ///< Which of listKeys it stands in.
    QString place; ///< For messages.
    const Item* like = nullptr;

    /// The text under @p key, taken from the group or the other entry where that is allowed; null if there is none.
    [[nodiscard]] QJsonValue value(QLatin1StringView key) const
    {
        if (const QJsonValue mine = own.value(key); !mine.isUndefined())
            return mine;
        if (const QJsonValue shared = group.value(key); !shared.isUndefined())
            return shared;
        const bool isInherited = key == "title"_L1 || std::ranges::contains(sharedKeys, key);
        return like && isInherited ? like->value(key) : QJsonValue(QJsonValue::Undefined);
    }
};

bool isAllowedKey(const Item& item, const QString& key)
{
    const auto isOneOf = [&key](std::initializer_list<QLatin1StringView> keys) {
        return std::ranges::contains(keys, key);
    };
    if (std::ranges::contains(sharedKeys, key) || std::ranges::contains(groupKeys, key) || key == "title"_L1)
        return true;
    if (item.list == "entries"_L1)
        return isOneOf({"code"_L1, "symbols"_L1, "aliases"_L1, "like"_L1, "message"_L1});
    if (item.list == "ranges"_L1)
        return isOneOf({"from"_L1, "to"_L1, "facility"_L1});
    return isOneOf({"word"_L1, "number"_L1, "message"_L1});
}

// No blank at either end, none of two in a row, and none but the plain one.
bool isTidy(QStringView text)
{
    bool afterBlank = true;
    for (const QChar c : text) {
        if (c.isSpace() && (afterBlank || c != u' '))
            return false;
        afterBlank = c.isSpace();
    }
    return !afterBlank;
}

/// An entry without a word stands for all logs.
std::optional<LogKind> logKind(QStringView word)
{
    return word.isEmpty() ? LogKind::Unknown : logKindOfKeyword(word);
}

std::optional<Confidence> confidence(QStringView word)
{
    for (const Confidence value : {Confidence::Documented, Confidence::Practice, Confidence::Inferred}) {
        if (word == keyword(value))
            return value;
    }
    return std::nullopt;
}

/// Reads the files in two steps: first all objects, so that one can refer to another, then what they say.
class Reader
{
public:
    std::expected<CatalogueContent, QString> read(const QList<CatalogueFile>& files);

private:
    void fail(const QString& place, const QString& what);
    void collectFile(const CatalogueFile& file);
    void collectGroup(const QJsonObject& group, const QString& place);
    void checkGroup(const QJsonObject& group, const QString& place);
    void checkKeys(const Item& item);
    void connectLikes();

    QString text(const Item& item, QLatin1StringView key);
    QString neededText(const Item& item, QLatin1StringView key);
    QStringList texts(const Item& item, QLatin1StringView key);
    quint32 number(const Item& item, QLatin1StringView key);
    template <typename Value>
    Value word(const Item& item, QLatin1StringView key, std::optional<Value> (*valueOf)(QStringView));

    void addItem(const Item& item);
    ResultEntry entry(const Item& item);
    void refuseDuplicates();

    std::vector<Item> m_items;
    CatalogueContent m_content;
    QString m_error; ///< The first one; empty as long as all is well.
};

void Reader::fail(const QString& place, const QString& what)
{
    if (m_error.isEmpty())
        m_error = place + u": "_s + what;
}

std::expected<CatalogueContent, QString> Reader::read(const QList<CatalogueFile>& files)
{
    for (const CatalogueFile& file : files)
        collectFile(file);
    connectLikes();
    for (const Item& item : m_items)
        addItem(item);
    refuseDuplicates();
    if (!m_error.isEmpty())
        return std::unexpected(m_error);
    return std::move(m_content);
}

void Reader::collectFile(const CatalogueFile& file)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(file.json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(file.name, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (root.keys() != QStringList{u"groups"_s} || !root.value("groups"_L1).isArray())
        return fail(file.name, u"a list of groups was expected, and nothing else"_s);
    const QJsonArray groups = root.value("groups"_L1).toArray();
    for (const auto& group : groups)
        collectGroup(group.toObject(), file.name);
}

void Reader::collectGroup(const QJsonObject& group, const QString& place)
{
    checkGroup(group, place);
    QJsonObject shared = group;
    for (const QLatin1StringView list : listKeys)
        shared.remove(list);
    for (const QLatin1StringView list : listKeys) {
        const QJsonArray objects = group.value(list).toArray();
        for (const auto& object : objects) {
            Item item{.own = object.toObject(), .group = shared, .list = list, .place = {}};
            const QString name = item.own.value("code"_L1).toString(
                item.own.value("from"_L1).toString(item.own.value("word"_L1).toString()));
            item.place = place + u", "_s + (name.isEmpty() ? u"nameless object"_s : name);
            checkKeys(item);
            m_items.push_back(std::move(item));
        }
    }
}

void Reader::checkGroup(const QJsonObject& group, const QString& place)
{
    int lists = 0;
    for (auto it = group.begin(); it != group.end(); ++it) {
        const QString key = it.key();
        if (std::ranges::contains(listKeys, key) && it.value().isArray() && !it.value().toArray().isEmpty())
            ++lists;
        else if (!std::ranges::contains(sharedKeys, key) && !std::ranges::contains(groupKeys, key))
            fail(place, u"a group has the unknown key or empty list %1"_s.arg(key));
    }
    if (lists != 1)
        fail(place, u"a group needs one list of entries, ranges or dispositions"_s);
}

void Reader::checkKeys(const Item& item)
{
    for (auto it = item.own.begin(); it != item.own.end(); ++it) {
        if (!isAllowedKey(item, it.key()))
            fail(item.place, u"unknown key %1"_s.arg(it.key()));
    }
}

void Reader::connectLikes()
{
    QHash<quint32, const Item*> models;
    for (const Item& item : m_items) {
        const std::optional<quint32> code = codeNumber(item.own.value("code"_L1).toString());
        if (code && !item.own.contains("like"_L1) && !models.contains(*code))
            models.insert(*code, &item);
    }
    for (Item& item : m_items) {
        if (!item.own.contains("like"_L1))
            continue;
        item.like = models.value(number(item, "like"_L1));
        if (!item.like)
            fail(item.place, u"is like an entry that does not exist or is itself like another"_s);
    }
}

QString Reader::text(const Item& item, QLatin1StringView key)
{
    const QJsonValue value = item.value(key);
    const QString text = value.toString();
    if (!value.isUndefined() && !isTidy(text))
        fail(item.place, u"%1 is no text, empty, or has blanks that do not belong there"_s.arg(key));
    return text;
}

QString Reader::neededText(const Item& item, QLatin1StringView key)
{
    const QString found = text(item, key);
    if (found.isEmpty())
        fail(item.place, u"%1 is missing"_s.arg(key));
    return found;
}

QStringList Reader::texts(const Item& item, QLatin1StringView key)
{
    QStringList list;
    const QJsonArray array = item.own.value(key).toArray();
    for (const auto& value : array) {
        const QString text = value.toString();
        if (!isTidy(text) || list.contains(text, Qt::CaseInsensitive))
            fail(item.place, u"%1 holds an empty, untidy or repeated name"_s.arg(key));
        list.append(text);
    }
    if (item.own.contains(key) && list.isEmpty())
        fail(item.place, u"%1 is no list of names"_s.arg(key));
    return list;
}

quint32 Reader::number(const Item& item, QLatin1StringView key)
{
    const std::optional<quint32> number = codeNumber(neededText(item, key));
    if (!number)
        fail(item.place, u"%1 is no number"_s.arg(key));
    return number.value_or(0);
}

template <typename Value>
Value Reader::word(const Item& item, QLatin1StringView key, std::optional<Value> (*valueOf)(QStringView))
{
    const QString found = text(item, key);
    const std::optional<Value> value = valueOf(found);
    if (!value || found != found.toLower())
        fail(item.place, u"%1 has the unknown word \"%2\""_s.arg(key, found));
    return value.value_or(Value{});
}

void Reader::addItem(const Item& item)
{
    ResultEntry read = entry(item);
    if (item.list == "entries"_L1) {
        read.value = number(item, "code"_L1);
        read.symbols = texts(item, "symbols"_L1);
        m_content.codes.push_back({.entry = std::move(read), .aliases = texts(item, "aliases"_L1)});
    } else if (item.list == "ranges"_L1) {
        const quint32 first = number(item, "from"_L1);
        const quint32 last = number(item, "to"_L1);
        if (first > last)
            fail(item.place, u"the range ends before it begins"_s);
        m_content.ranges.push_back(
            {.first = first, .last = last, .facility = text(item, "facility"_L1), .entry = std::move(read)});
    } else {
        ReadDisposition disposition;
        if (item.own.contains("number"_L1))
            disposition.number = number(item, "number"_L1);
        read.value = disposition.number.value_or(0);
        read.symbols = {neededText(item, "word"_L1)};
        disposition.entry = std::move(read);
        m_content.dispositions.push_back(std::move(disposition));
    }
}

ResultEntry Reader::entry(const Item& item)
{
    ResultEntry entry;
    entry.log = word(item, "log"_L1, logKind);
    entry.family = word(item, "family"_L1, resultFamily);
    entry.resultClass = word(item, "class"_L1, resultClass);
    entry.severity = word(item, "severity"_L1, severity);
    entry.confidence = word(item, "confidence"_L1, confidence);
    entry.area = neededText(item, "area"_L1);
    if (!std::ranges::contains(areas, entry.area))
        fail(item.place, u"unknown area \"%1\""_s.arg(entry.area));
    entry.title = neededText(item, "title"_L1);
    if (entry.title.size() > longestTitle)
        fail(item.place, u"the title is longer than %1 characters"_s.arg(longestTitle));
    entry.message = text(item, "message"_L1);
    entry.causes = neededText(item, "causes"_L1);
    entry.confirm = neededText(item, "confirm"_L1);
    entry.advice = neededText(item, "advice"_L1);
    entry.source = neededText(item, "source"_L1);
    return entry;
}

void Reader::refuseDuplicates()
{
    QMultiHash<quint32, LogKind> seen;
    for (const auto& [entry, aliases] : m_content.codes) {
        const auto [begin, end] = std::as_const(seen).equal_range(entry.value);
        const bool isDuplicate = std::any_of(begin, end, [asked = entry.log](LogKind log) {
            return log == asked || log == LogKind::Unknown || asked == LogKind::Unknown;
        });
        if (isDuplicate)
            fail(u"code %1"_s.arg(entry.value), u"has two entries for the same log"_s);
        seen.insert(entry.value, entry.log);
    }
    QSet<quint64> ranges;
    for (const ReadRange& range : m_content.ranges) {
        const quint64 key = (quint64{range.first} << 32) | range.last;
        if (ranges.contains(key))
            fail(u"range from %1"_s.arg(range.first), u"stands there twice"_s);
        ranges.insert(key);
    }
}

} // namespace

std::expected<CatalogueContent, QString> readCatalogue(const QList<CatalogueFile>& files)
{
    return Reader().read(files);
}

} // namespace TmgLens
