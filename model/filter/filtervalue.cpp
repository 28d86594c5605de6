// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filtervalue.h"

#include "model/filter/celltest.h"
#include "model/filter/quantity.h"
#include "model/filter/timevalue.h"
#include "model/filter/wildcard.h"
#include "model/result/resultcatalogue.h"
#include "model/result/resultdecoder.h"

#include <QCoreApplication>

#include <bit>
#include <charconv>
#include <limits>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

using Parsed = std::expected<Value, QString>;

QString say(const char* sentence)
{
    return QCoreApplication::translate("TmgLens::Filter", sentence);
}

QString endsBeforeStart()
{
    return say("This range ends before it starts.");
}

bool isNothing(QStringView text)
{
    return text.isEmpty() || text == "-"_L1;
}

bool isRange(QStringView text)
{
    return text.contains(".."_L1) && text != ".."_L1;
}

struct RangeText
{
    QString first;
    QString last;
};

/// Both ends of a range; a single value is both. An end may be empty: the range is open there.
RangeText splitRange(const QString& text)
{
    if (!isRange(text))
        return {.first = text, .last = text};
    const auto dots = text.indexOf(".."_L1);
    return {.first = text.first(dots), .last = text.sliced(dots + 2)};
}

// -- Categories ------------------------------------------------------------------------------------------------------

struct CategoryWords
{
    std::vector<QString> words; // in the order of the enumerators
    const char* missing; // sentence with %1 for what was written and %2 for all words
};

template <typename Category> std::vector<QString> keywords(std::size_t count)
{
    std::vector<QString> words;
    words.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        words.emplace_back(keyword(Category(i)));
    return words;
}

CategoryWords categoryWords(Subject subject)
{
    if (subject == Subject::Class) {
        return {.words = keywords<ResultClass>(resultClassCount),
                .missing = QT_TRANSLATE_NOOP("TmgLens::Filter", "There is no class “%1”. The classes are: %2.")};
    }
    if (subject == Subject::Family) {
        return {.words = keywords<ResultFamily>(resultFamilyCount),
                .missing = QT_TRANSLATE_NOOP("TmgLens::Filter", "There is no family “%1”. The families are: %2.")};
    }
    return {.words = keywords<Severity>(severityCount),
            .missing = QT_TRANSLATE_NOOP("TmgLens::Filter", "There is no severity “%1”. The severities are: %2.")};
}

quint32 matchingWords(const CategoryWords& categories, const QString& text)
{
    const QString pattern = text.toCaseFolded();
    quint32 mask = 0;
    for (std::size_t i = 0; i < categories.words.size(); ++i)
        if (matchesWildcard(QStringView(pattern), QStringView(categories.words[i])))
            mask |= 1U << i;
    return mask;
}

/// All from the first to the last category of @p range, in the order of the enumerators; 0 if an end is none.
quint32 categoryRange(const CategoryWords& categories, const RangeText& range)
{
    const quint32 all = (1U << categories.words.size()) - 1;
    const quint32 first = range.first.isEmpty() ? 1 : matchingWords(categories, range.first);
    const quint32 last = range.last.isEmpty() ? all : matchingWords(categories, range.last);
    const quint32 fromFirst = ~(std::bit_floor(first) - 1);
    const quint32 upToLast = (std::bit_floor(last) << 1) - 1;
    return first != 0 && last != 0 ? fromFirst & upToLast & all : 0;
}

Parsed parseCategories(const FieldName& field, const QString& text)
{
    const CategoryWords categories = categoryWords(field.subject);
    const bool isSpan = field.subject == Subject::Severity && isRange(text);
    const quint32 mask = isSpan ? categoryRange(categories, splitRange(text)) : matchingWords(categories, text);
    if (mask == 0) {
        const QStringList words(categories.words.begin(), categories.words.end());
        return std::unexpected(say(categories.missing).arg(text, words.join(", "_L1)));
    }
    return Value{.text = text, .meaning = Categories{mask}};
}

Parsed parseArea(Operator op, const QString& text)
{
    const QStringList areas = ResultCatalogue::builtIn().areas();
    const TextTest test(text, op);
    const auto isMeant = [&test](const QString& area) { return test.accepts(area); };
    if (!isNothing(text) && std::ranges::none_of(areas, isMeant))
        return std::unexpected(say("There is no area “%1”. The areas are: %2.").arg(text, areas.join(", "_L1)));
    return Value{.text = text, .meaning = Text{}};
}

// -- Codes -----------------------------------------------------------------------------------------------------------

/// A word that stands where other logs have a number: the dispositions of the packet filter log.
bool isDisposition(const QString& text)
{
    return decodeResult(ResultCatalogue::builtIn(), text, LogKind::PacketFilter).isKnown;
}

Parsed parseCodeRange(const QString& text)
{
    const RangeText range = splitRange(text);
    const auto& catalogue = ResultCatalogue::builtIn();
    Codes::Range codes{.first = 0, .last = std::numeric_limits<quint32>::max()};
    for (auto [end, number] : {std::pair(&range.first, &codes.first), std::pair(&range.last, &codes.last)}) {
        if (end->isEmpty())
            continue;
        const auto values = resultValues(catalogue, *end);
        if (values.size() != 1) {
            return std::unexpected(
                say("Each end of a range of codes is one number, for example 12202..12239; “%1” is not.").arg(*end));
        }
        *number = values.first();
    }
    if (codes.last < codes.first)
        return std::unexpected(endsBeforeStart());
    return Value{.text = text, .meaning = Codes{{codes}}};
}

Parsed parseCode(Operator op, const QString& text)
{
    if (op == Operator::Matches && isRange(text))
        return parseCodeRange(text);
    const auto values = resultValues(ResultCatalogue::builtIn(), text);
    const bool isCompared = op != Operator::Matches && op != Operator::Equal && op != Operator::NotEqual;
    if (isCompared && values.size() != 1)
        return std::unexpected(say("Expected one number, for example 12202 or 0xC004000D."));
    if (!values.isEmpty()) {
        Codes codes;
        for (const quint32 value : values)
            codes.ranges.push_back({.first = value, .last = value});
        return Value{.text = text, .meaning = codes};
    }
    if (isDisposition(text))
        return Value{.text = text, .meaning = Text{}};
    return std::unexpected(
        say("“%1” is no result code. Expected a number, a symbol, or a range such as 12202..12239.").arg(text));
}

// -- Numbers ---------------------------------------------------------------------------------------------------------

QString expectedNumber(FieldType type)
{
    switch (type) {
    case FieldType::Bytes:
        return say("Expected a size in bytes, for example 500, 10k or 5MB.");
    case FieldType::Milliseconds:
        return say("Expected a duration, for example 250 (milliseconds), 2s or 5min.");
    default:
        return say("Expected a number.");
    }
}

Parsed parseNumbers(const FieldName& field, Operator op, const QString& text)
{
    const RangeText range = op == Operator::Matches ? splitRange(text) : RangeText{.first = text, .last = text};
    const auto end = [&](const QString& number, qint64 open) {
        return number.isEmpty() ? open : parseQuantity(number, field.type);
    };
    const auto first = end(range.first, std::numeric_limits<qint64>::min());
    const auto last = end(range.last, std::numeric_limits<qint64>::max());
    if (!first || !last)
        return std::unexpected(expectedNumber(field.type));
    if (*last < *first)
        return std::unexpected(endsBeforeStart());
    return Value{.text = text, .meaning = Numbers{.first = *first, .last = *last}};
}

// -- Addresses -------------------------------------------------------------------------------------------------------

std::optional<Addresses> parseNetwork(const std::string& text, std::size_t slash)
{
    const auto address = parseAddress(std::string_view(text).substr(0, slash));
    const char* const end = text.data() + text.size();
    int prefixLength = 0;
    const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, prefixLength);
    if (!address || error != std::errc() || stop != end)
        return std::nullopt;
    const auto ends = network(*address, prefixLength);
    return ends ? std::optional(Addresses{.first = ends->first, .last = ends->second, .port = {}}) : std::nullopt;
}

std::optional<Addresses> parseAddressRange(const std::string& text, std::size_t dots)
{
    const auto first = parseAddress(std::string_view(text).substr(0, dots));
    const auto last = parseAddress(std::string_view(text).substr(dots + 2));
    if (!first || !last || first->isV4() != last->isV4())
        return std::nullopt;
    return Addresses{.first = *first, .last = *last, .port = {}};
}

std::optional<Addresses> parseAnyAddresses(const std::string& text)
{
    if (const auto slash = text.find('/'); slash != std::string::npos)
        return parseNetwork(text, slash);
    if (const auto dots = text.find(".."); dots != std::string::npos)
        return parseAddressRange(text, dots);
    const auto endpoint = parseEndpoint(text);
    return endpoint ? std::optional(Addresses{endpoint->address, endpoint->address, endpoint->port}) : std::nullopt;
}

Parsed parseAddresses(const QString& text)
{
    const auto addresses = parseAnyAddresses(text.toStdString());
    if (!addresses) {
        return std::unexpected(
            say("Expected an address, a network such as 10.0.0.0/8, or a range such as 10.0.0.1..10.0.0.9."));
    }
    if (addresses->last < addresses->first)
        return std::unexpected(endsBeforeStart());
    return Value{.text = text, .meaning = *addresses};
}

// -- Times -----------------------------------------------------------------------------------------------------------

QString expectedTime()
{
    return say(
        "Expected a time, for example 2010-05-12, 2010-05-12T10:30 or 10:30. A zone may stand behind a date with a "
        "time: 2010-05-12T10:30Z.");
}

Parsed parseDayTimeRange(const QString& text, const RangeText& range)
{
    const auto first = range.first.isEmpty() ? DayTimes{} : parseDayTimes(range.first);
    const auto last =
        range.last.isEmpty() ? DayTimes{.begin = {}, .end = std::chrono::days(1)} : parseDayTimes(range.last);
    if (!first || !last)
        return std::unexpected(expectedTime());
    return Value{.text = text, .meaning = DayTimes{.begin = first->begin, .end = last->end}};
}

Parsed parseTimeValue(Operator op, const QString& text)
{
    const RangeText range = op == Operator::Matches ? splitRange(text) : RangeText{.first = text, .last = text};
    const auto isDayTime = [](const QString& end) { return end.size() > 2 && end[2] == u':'; };
    if (isDayTime(range.first) || isDayTime(range.last))
        return parseDayTimeRange(text, range);
    using std::chrono::sys_seconds;
    const auto first = range.first.isEmpty() ? Times{sys_seconds::min(), sys_seconds::min()} : parseTimes(range.first);
    const auto last = range.last.isEmpty() ? Times{sys_seconds::max(), sys_seconds::max()} : parseTimes(range.last);
    if (!first || !last)
        return std::unexpected(expectedTime());
    const bool areAlike = first->isBeginMoment == last->isEndMoment; // else it depends on a zone that nobody knows here
    if (areAlike && last->end <= first->begin)
        return std::unexpected(endsBeforeStart());
    return Value{.text = text, .meaning = Times{first->begin, last->end, first->isBeginMoment, last->isEndMoment}};
}

bool isOrdered(const FieldName& field)
{
    switch (field.subject) {
    case Subject::Severity:
    case Subject::Code:
    case Subject::Time:
        return true;
    case Subject::Cell:
        return field.type == FieldType::Number || field.type == FieldType::Bytes
            || field.type == FieldType::Milliseconds || field.type == FieldType::Flags;
    default:
        return false;
    }
}

Parsed parseCell(const FieldName& field, Operator op, const QString& text)
{
    if (isOrdered(field))
        return parseNumbers(field, op, text);
    if (field.type == FieldType::Address)
        return parseAddresses(text);
    return Value{.text = text, .meaning = Text{}};
}

bool isCategory(Subject subject)
{
    return subject == Subject::Class || subject == Subject::Family || subject == Subject::Severity;
}

/// Wildcards, and no value at all, work on codes and cells of every type.
bool isPlainText(const FieldName& field, Operator op, const QString& text)
{
    if (isCategory(field.subject) || field.subject == Subject::Area || field.subject == Subject::Time)
        return false;
    return (op == Operator::Matches && (isNothing(text) || hasWildcards(text)))
        || ((op == Operator::Equal || op == Operator::NotEqual) && isNothing(text));
}

} // namespace

bool hasOperator(const FieldName& field, Operator op)
{
    switch (op) {
    case Operator::Matches:
    case Operator::Equal:
    case Operator::NotEqual:
        return true;
    case Operator::Pattern:
        return !isCategory(field.subject) && field.subject != Subject::Time;
    default:
        return isOrdered(field);
    }
}

Parsed parseValue(const FieldName& field, Operator op, const QString& text)
{
    if (isPlainText(field, op, text))
        return Value{.text = text, .meaning = Text{}};
    switch (field.subject) {
    case Subject::Class:
    case Subject::Family:
    case Subject::Severity:
        return parseCategories(field, text);
    case Subject::Code:
        return parseCode(op, text);
    case Subject::Time:
        return parseTimeValue(op, text);
    case Subject::Area:
        return parseArea(op, text);
    case Subject::File:
    case Subject::Finding:
        return Value{.text = text, .meaning = Text{}};
    case Subject::Cell:
        return parseCell(field, op, text);
    }
    Q_UNREACHABLE_RETURN(std::unexpected(QString()));
}

} // namespace TmgLens::Filter
