// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/patternreader.h"

#include "model/finding/findingsentence.h"

#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <set>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(Patterns)
};

template <typename Enum> struct Word
{
    QLatin1StringView word;
    Enum value;
};

constexpr std::array traitWords = {
    Word{"success"_L1, Trait::Success},
    Word{"named-user"_L1, Trait::NamedUser},
    Word{"address-as-host"_L1, Trait::AddressAsHost},
    Word{"plain-host"_L1, Trait::PlainHost},
    Word{"connect"_L1, Trait::Connect},
    Word{"same-ends"_L1, Trait::SameEnds},
    Word{"no-bytes"_L1, Trait::NoBytes},
    Word{"opens"_L1, Trait::Opens},
    Word{"unspecified-client"_L1, Trait::UnspecifiedClient},
    Word{"logon-failed"_L1, Trait::LogonFailed},
};
constexpr std::array sideWords = {
    Word{"outside"_L1, Side::Outside},
    Word{"inside"_L1, Side::Inside},
    Word{"firewall"_L1, Side::Firewall},
};
constexpr std::array logWords = {
    Word{"web"_L1, LogKind::Web},
    Word{"firewall"_L1, LogKind::Firewall},
};
constexpr std::array kindWords = {
    Word{"window"_L1, Pattern::Kind::Window},
    Word{"logon"_L1, Pattern::Kind::Logon},
    Word{"span"_L1, Pattern::Kind::Span},
};

template <typename Enum, std::size_t size>
std::optional<Enum> valueOf(const QString& word, const std::array<Word<Enum>, size>& words)
{
    const auto found = std::ranges::find(words, word, &Word<Enum>::word);
    return found == words.end() ? std::nullopt : std::optional(found->value);
}

/// Reads the members of one JSON object, and remembers the first thing that is wrong with them.
class Members
{
public:
    Members(const QJsonObject& object, QString place, QString& mistake)
        : m_object(object)
        , m_place(std::move(place))
        , m_mistake(mistake)
    {
    }

    void refuse(const QString& reason) const
    {
        if (m_mistake.isEmpty())
            m_mistake = Messages::tr("%1: %2").arg(m_place, reason);
    }
    [[nodiscard]] QJsonValue take(QLatin1StringView name)
    {
        m_known.insert(name);
        return m_object.value(name);
    }
    [[nodiscard]] QString text(QLatin1StringView name)
    {
        const QString value = take(name).toString();
        if (value.isEmpty())
            refuse(Messages::tr("“%1” is missing.").arg(name));
        return value;
    }
    [[nodiscard]] int number(QLatin1StringView name, int otherwise, int least, int most)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined())
            return otherwise;
        const int number = value.toInt(least - 1);
        if (number < least || number > most)
            refuse(Messages::tr("“%1” must be a whole number from %2 to %3.").arg(name).arg(least).arg(most));
        return number;
    }
    [[nodiscard]] double share(QLatin1StringView name, double otherwise)
    {
        const QJsonValue value = take(name);
        const double share = value.toDouble(value.isUndefined() ? otherwise : -1);
        if (share < 0 || share > 1)
            refuse(Messages::tr("“%1” must be a number from 0 to 1.").arg(name));
        return share;
    }
    [[nodiscard]] QJsonArray list(QLatin1StringView name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isArray())
            refuse(Messages::tr("“%1” must be a list.").arg(name));
        return value.toArray();
    }
    template <typename Enum, std::size_t size>
    [[nodiscard]] std::optional<Enum> word(const QJsonValue& value, QLatin1StringView name,
                                           const std::array<Word<Enum>, size>& words) const
    {
        const auto found = valueOf(value.toString(), words);
        if (!found)
            refuse(Messages::tr("“%1” does not know “%2”.").arg(name, value.toVariant().toString()));
        return found;
    }
    /// Refuses what nobody has asked for.
    void finish() const
    {
        const QStringList names = m_object.keys();
        for (const QString& name : names)
            if (!m_known.contains(name))
                refuse(Messages::tr("nobody knows “%1”.").arg(name));
    }

private:
    QJsonObject m_object;
    QString m_place;
    QString& m_mistake;
    std::set<QString> m_known;
};

Traits readTraits(Members& members, QLatin1StringView name)
{
    Traits traits;
    const QJsonArray values = members.list(name);
    for (const QJsonValueConstRef value : values)
        if (const auto trait = members.word(value, name, traitWords))
            traits |= *trait;
    return traits;
}

std::optional<Side> readSide(Members& members, QLatin1StringView name)
{
    const QJsonValue value = members.take(name);
    return value.isUndefined() ? std::nullopt : members.word(value, name, sideWords);
}

std::vector<quint32> readCodes(Members& members, QLatin1StringView name)
{
    std::vector<quint32> codes;
    const QJsonArray values = members.list(name);
    for (const QJsonValueConstRef value : values) {
        bool isNumber = false;
        codes.push_back(comparableCode(value.toString().toUInt(&isNumber, 0)));
        if (!isNumber)
            members.refuse(Messages::tr("“%1” holds something that is no code.").arg(name));
    }
    return codes;
}

std::vector<quint16> readPorts(Members& members)
{
    std::vector<quint16> ports;
    const QJsonArray values = members.list("ports"_L1);
    for (const QJsonValueConstRef value : values) {
        const int port = value.toInt();
        if (port < 1 || port > 0xFFFF)
            members.refuse(Messages::tr("“ports” holds something that is no port."));
        ports.push_back(quint16(port));
    }
    return ports;
}

EventTest readTest(const QJsonValue& value, const QString& place, QString& mistake)
{
    constexpr int longest = 24 * 60 * 60;
    Members members(value.toObject(), place, mistake);
    EventTest test;
    if (const QJsonValue log = members.take("log"_L1); !log.isUndefined())
        test.log = members.word(log, "log"_L1, logWords);
    test.codes = readCodes(members, "codes"_L1);
    test.with = readTraits(members, "with"_L1);
    test.without = readTraits(members, "without"_L1);
    test.from = readSide(members, "from"_L1);
    test.to = readSide(members, "to"_L1);
    test.ports = readPorts(members);
    test.closingCodes = readCodes(members, "closed-with"_L1);
    test.wasOpenForRoundTime = members.take("open-for-round-time"_L1).toBool();
    test.closedAtLeast = std::chrono::seconds(members.number("closed-at-least"_L1, 0, 0, longest));
    if (const int most = members.number("closed-at-most"_L1, -1, 0, longest); most >= 0)
        test.closedAtMost = std::chrono::seconds(most);
    test.notClosedFor = std::chrono::seconds(members.number("not-closed-for"_L1, -1, 0, longest));
    test.notOpenedFor = std::chrono::seconds(members.number("not-opened-for"_L1, -1, 0, longest));
    if (const QString text = members.take("not-before"_L1).toString(); !text.isEmpty()) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        if (!date.isValid())
            members.refuse(Messages::tr("“not-before” must be a date such as 2016-01-01."));
        test.notBefore = LogTime(std::chrono::seconds(date.startOfDay(QTimeZone::UTC).toSecsSinceEpoch()));
    }
    test.count = members.number("count"_L1, 1, 1, maximumAskedFor);
    members.finish();
    return test;
}

std::vector<EventTest> readTests(Members& members, QLatin1StringView name, const QString& place, QString& mistake)
{
    std::vector<EventTest> tests;
    const QJsonArray values = members.list(name);
    for (const QJsonValueConstRef value : values)
        tests.push_back(readTest(value, u"%1, %2"_s.arg(place, name), mistake));
    return tests;
}

std::optional<Attribute> readAttribute(Members& members, const QString& word)
{
    const auto known = attribute(word);
    if (!known)
        members.refuse(Messages::tr("there is no attribute “%1”.").arg(word));
    return known;
}

std::vector<AttributeLimit> readLimits(Members& members, QLatin1StringView name)
{
    std::vector<AttributeLimit> limits;
    const QJsonObject object = members.take(name).toObject();
    for (auto limit = object.begin(); limit != object.end(); ++limit) {
        const int count = limit->toInt();
        if (count < 1 || count > maximumAskedFor)
            members.refuse(Messages::tr("“%1” must hold whole numbers from 1 to %2.").arg(name).arg(maximumAskedFor));
        if (const auto attribute = readAttribute(members, limit.key()))
            limits.push_back({.attribute = *attribute, .count = count});
    }
    return limits;
}

QStringList readIds(Members& members, QLatin1StringView name)
{
    QStringList ids;
    const QJsonArray values = members.list(name);
    for (const QJsonValueConstRef value : values)
        ids += value.toString();
    return ids;
}

std::vector<Attribute> readKey(Members& members)
{
    std::vector<Attribute> key;
    const QJsonArray values = members.list("key"_L1);
    for (const QJsonValueConstRef value : values)
        if (const auto attribute = readAttribute(members, value.toString()))
            key.push_back(*attribute);
    return key;
}

std::optional<FindingSeverity> readSeverity(Members& members, QLatin1StringView name)
{
    const QString word = members.take(name).toString();
    const auto severity = findingSeverity(word);
    if (!severity && !word.isEmpty())
        members.refuse(Messages::tr("there is no severity “%1”.").arg(word));
    return severity;
}

std::optional<FoldedMeaning> readFolded(Members& pattern, const QString& id, QString& mistake)
{
    const QJsonValue value = pattern.take("folded"_L1);
    if (value.isUndefined())
        return {};
    Members members(value.toObject(), id + ", folded"_L1, mistake);
    FoldedMeaning meaning;
    const QString word = members.text("class"_L1);
    if (const auto known = resultClass(word))
        meaning.resultClass = *known;
    else
        members.refuse(Messages::tr("there is no class “%1”.").arg(word));
    meaning.title = members.text("title"_L1);
    meaning.reason = members.text("reason"_L1);
    meaning.count = members.text("count"_L1);
    if (!isRecordCount(meaning.count))
        members.refuse(Messages::tr("“count” must have a place for the number of records."));
    members.finish();
    return meaning;
}

/// Refuses a pattern that more attributes are limited or counted of than a recognizer keeps.
void checkKept(const Pattern& pattern, const Members& members)
{
    std::set<Attribute> kept(pattern.counted.begin(), pattern.counted.end());
    for (const auto& limits : {pattern.atLeast, pattern.atMost})
        for (const AttributeLimit& limit : limits)
            kept.insert(limit.attribute);
    if (pattern.clientShare > 0)
        kept.insert(Attribute::Client);
    if (kept.size() > maximumKept)
        members.refuse(Messages::tr("more than %1 attributes are limited or counted.").arg(maximumKept));
}

Pattern readPattern(const QJsonObject& object, QString& mistake)
{
    const QString id = object.value("id"_L1).toString();
    Members members(object, id.isEmpty() ? Messages::tr("A pattern without “id”") : Messages::tr("Pattern %1").arg(id),
                    mistake);
    Pattern pattern;
    pattern.id = members.text("id"_L1);
    pattern.name = members.text("name"_L1);
    pattern.kind = members.word(members.take("kind"_L1), "kind"_L1, kindWords).value_or(Pattern::Kind::Window);
    pattern.severity = readSeverity(members, "severity"_L1).value_or(FindingSeverity::Notice);
    pattern.severityWhenOver = readSeverity(members, "severity-when-over"_L1);
    pattern.severityWithoutFollowers = readSeverity(members, "severity-without-followers"_L1);
    pattern.sentence = members.text("sentence"_L1);
    pattern.advice = members.text("advice"_L1);
    pattern.source = members.text("source"_L1);
    pattern.events = readTests(members, "events"_L1, id, mistake);
    pattern.isOrdered = members.take("ordered"_L1).toBool();
    pattern.unless = readTests(members, "unless"_L1, id, mistake);
    pattern.besides = readTests(members, "besides"_L1, id, mistake);
    pattern.followers = readTests(members, "followers"_L1, id, mistake);
    pattern.key = readKey(members);
    pattern.window = std::chrono::seconds(members.number("window"_L1, 60, 0, 24 * 60 * 60));
    pattern.atLeast = readLimits(members, "at-least"_L1);
    pattern.atMost = readLimits(members, "at-most"_L1);
    pattern.clientShare = members.share("client-share"_L1, 0);
    pattern.successShare = members.share("success-share"_L1, 1);
    pattern.notDuring = readIds(members, "not-during"_L1);
    pattern.during = readIds(members, "during"_L1);
    pattern.isTogether = members.take("together"_L1).toBool();
    pattern.toldBy = readIds(members, "told-by"_L1);
    pattern.folded = readFolded(members, id, mistake);
    members.finish();
    if (pattern.events.empty())
        members.refuse(Messages::tr("“events” is missing."));
    if (const auto counted = countedAttributes(pattern.sentence))
        pattern.counted = *counted;
    else
        members.refuse(counted.error());
    checkKept(pattern, members);
    return pattern;
}

/// @p pattern with what @p adjustment sets anew; `count` is that of its first event.
QJsonObject adjusted(QJsonObject pattern, const QJsonObject& adjustment, QString& mistake)
{
    static const QStringList adjustable = {u"window"_s,       u"severity"_s,      u"at-least"_s, u"at-most"_s,
                                           u"client-share"_s, u"success-share"_s, u"count"_s};
    for (auto member = adjustment.begin(); member != adjustment.end(); ++member) {
        if (!adjustable.contains(member.key()) && mistake.isEmpty())
            mistake = Messages::tr("Pattern %1: “%2” cannot be adjusted. What can is %3.")
                          .arg(pattern.value("id"_L1).toString(), member.key(), adjustable.join(", "_L1));
        if (member.key() == "count"_L1) {
            QJsonArray events = pattern.value("events"_L1).toArray();
            QJsonObject first = events.first().toObject();
            first.insert("count"_L1, *member);
            events.replace(0, first);
            pattern.insert("events"_L1, events);
        } else {
            pattern.insert(member.key(), *member);
        }
    }
    return pattern;
}

std::expected<QJsonObject, QString> parseObject(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            Messages::tr("This is no JSON: %1 (byte %2).").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return std::unexpected(Messages::tr("This is no JSON object."));
    return document.object();
}

} // namespace

std::expected<std::vector<Pattern>, QString> readPatterns(const QByteArray& json, const QByteArray& adjustments)
{
    const auto document = parseObject(json);
    const auto changes = adjustments.isEmpty() ? std::expected<QJsonObject, QString>() : parseObject(adjustments);
    if (!document || !changes)
        return std::unexpected(!document ? document.error() : changes.error());
    std::vector<Pattern> patterns;
    QString mistake;
    const QJsonArray values = document->value("patterns"_L1).toArray();
    for (const QJsonValueConstRef value : values) {
        const QJsonObject object = value.toObject();
        const QJsonObject change = changes->value(object.value("id"_L1).toString()).toObject();
        patterns.push_back(readPattern(adjusted(object, change, mistake), mistake));
    }
    for (const Pattern& pattern : patterns) {
        const QStringList others = pattern.notDuring + pattern.during + pattern.toldBy;
        for (const QString& id : others)
            if (!std::ranges::contains(patterns, id, &Pattern::id) && mistake.isEmpty())
                mistake = Messages::tr("Pattern %1: there is no pattern “%2”.").arg(pattern.id, id);
    }
    const QStringList ids = changes->keys();
    for (const QString& id : ids)
        if (!std::ranges::contains(patterns, id, &Pattern::id) && mistake.isEmpty())
            mistake = Messages::tr("There is no pattern “%1”.").arg(id);
    if (!mistake.isEmpty())
        return std::unexpected(mistake);
    return patterns;
}

namespace {

std::expected<PatternsPointer, QString> readBuiltIn(const QByteArray& adjustments)
{
    QFile file(u":/tmglens/findings/patterns.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString());
    auto patterns = readPatterns(file.readAll(), adjustments);
    if (!patterns)
        return std::unexpected(patterns.error());
    return std::make_shared<const std::vector<Pattern>>(*std::move(patterns));
}

} // namespace

std::expected<PatternsPointer, QString> builtInPatterns(const QByteArray& adjustments)
{
    if (!adjustments.isEmpty())
        return readBuiltIn(adjustments);
    static const auto patterns = readBuiltIn({});
    return patterns;
}

} // namespace TmgLens
