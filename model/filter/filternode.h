// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"
#include "model/format/ipaddress.h"

#include <QString>

#include <chrono>
#include <memory>
#include <variant>
#include <vector>

/**
 * The tree of a filter expression: typed, free of the document it is used on.
 *
 * Each value keeps the text it was written as, so that printing a tree gives back a person's own spelling (`10k`, a
 * symbol), and beside it what the text means.
 */
namespace TmgLens::Filter {

/// What a comparison looks at.
enum class Subject : std::uint8_t {
    Class, ///< Of the record's result code.
    Family,
    Severity,
    Area,
    Code,
    Time, ///< Date and time of the record.
    File, ///< Name or path of the log the record is from.
    Finding, ///< What was found out about the record: id or severity of a pattern.
    Cell, ///< One field of the record.
};

/// The left side of a comparison.
struct FieldName
{
    QString name; ///< A short name in its usual spelling, or a field of the log as it was written.
    Subject subject = Subject::Cell;
    FieldId id = FieldId::Other; ///< Other: the field is looked up by its name.
    FieldType type = FieldType::Text; ///< How its values compare.

    bool operator==(const FieldName&) const = default;
};

/// All short names, in the order of the alphabet.
[[nodiscard]] std::vector<FieldName> shortFieldNames();

/// The field called @p name, a short name or one of a log, in any spelling that foldedName() makes alike.
[[nodiscard]] FieldName fieldName(const QString& name);

/// The field called @p name where its values are to have an order: those of a field that nobody documents are numbers.
[[nodiscard]] FieldName orderedFieldName(const QString& name);

/// What the language calls @p field of a log: the short name if there is one, else the log's own.
[[nodiscard]] FieldName fieldName(const Field& field);

enum class Operator : std::uint8_t {
    Matches, ///< `:`; without case, with wildcards, ranges and lists.
    Equal, ///< `=`; text with case and without wildcards.
    NotEqual, ///< `!=`; lets through exactly what Equal does not.
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Pattern, ///< `~`; a regular expression.
};

/// Text to compare with: a wildcard pattern under Operator::Matches, plain otherwise. `-` and nothing mean no value.
struct Text
{
    bool operator==(const Text&) const = default;
};

/// A regular expression; matched without case. Each `/` in it has a backslash before it.
struct Pattern
{
    bool operator==(const Pattern&) const = default;
};

/// Classes, families or severities: bit n stands for the enumerator of number n.
struct Categories
{
    quint32 mask = 0;

    bool operator==(const Categories&) const = default;
};

/// Numbers of result codes, as inclusive ranges: several where one symbol stands for several numbers.
struct Codes
{
    struct Range
    {
        quint32 first = 0;
        quint32 last = 0;

        bool operator==(const Range&) const = default;
    };
    std::vector<Range> ranges;

    bool operator==(const Codes&) const = default;
};

/// An inclusive range of numbers, bytes or milliseconds.
struct Numbers
{
    qint64 first = 0;
    qint64 last = 0;

    bool operator==(const Numbers&) const = default;
};

/// An inclusive range of addresses, and the port if one was asked for.
struct Addresses
{
    IpAddress first;
    IpAddress last;
    std::optional<quint16> port;

    bool operator==(const Addresses&) const = default;
};

/**
 * From begin up to, not including, end. A time that is written in part means all of it: `2010-05-12` is a day, and
 * `time>2010-05-12` starts at the next one.
 *
 * Ends that were written with a zone are moments; others are what a clock shows, and which, the document knows.
 */
struct Times
{
    std::chrono::sys_seconds begin;
    std::chrono::sys_seconds end;
    bool isBeginMoment = false;
    bool isEndMoment = false;

    bool operator==(const Times&) const = default;
};

/// The same on each day, in seconds since midnight. If end is not after begin the range spans midnight.
struct DayTimes
{
    std::chrono::seconds begin{};
    std::chrono::seconds end{};

    bool operator==(const DayTimes&) const = default;
};

/// The right side of a comparison, or one of several.
struct Value
{
    QString text; ///< As written, without quotes.
    std::variant<Text, Pattern, Categories, Codes, Numbers, Addresses, Times, DayTimes> meaning;

    bool operator==(const Value&) const = default;
};

struct Node;
using NodePointer = std::shared_ptr<const Node>;

/// All parts (side by side) or at least one of them (`OR`); two parts or more.
struct Group
{
    enum class Kind : std::uint8_t { All, Any };
    Kind kind = Kind::All;
    std::vector<NodePointer> parts;
};

/// The opposite of a part, which is no opposite itself; negated() makes it.
struct Not
{
    NodePointer part;
};

/// Words anywhere in the record, without case.
struct Words
{
    QString text;
};

/// A regular expression anywhere in the record; see Pattern.
struct RecordPattern
{
    QString pattern;
};

/// A field against values: one, or under Operator::Matches any of several.
struct Comparison
{
    FieldName field;
    Operator op = Operator::Matches;
    std::vector<Value> values;
};

struct Node
{
    std::variant<Group, Not, Words, RecordPattern, Comparison> content;
};

/// The opposite of @p node. That of an opposite is what was negated: signs in a row are no levels, so that the printed
/// form of a tree is nested no deeper than what was read.
[[nodiscard]] NodePointer negated(const NodePointer& node);

/// True if the trees are the same, texts included. Either may be nullptr.
[[nodiscard]] bool isSameTree(const Node* one, const Node* other);

} // namespace TmgLens::Filter
