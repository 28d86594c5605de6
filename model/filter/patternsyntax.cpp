// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsyntax.h"

#include <QStringList>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

constexpr std::size_t mostAlternatives = 8; // each is a pass over the bytes
constexpr int enoughText = 2; // characters in front of a group

/// One alternative, or a part of one.
struct Alternative
{
    QString pattern;
    /// The text in it that each match holds, in pieces: between them, and where the first or last is empty also before
    /// or behind, may stand something else.
    QStringList pieces{QString()};
};

bool isPunctuation(QChar c)
{
    return c.unicode() > ' ' && c.unicode() < 127 && !c.isLetterOrNumber();
}

bool isPlain(QChar c)
{
    return c.unicode() >= ' ' && c.unicode() < 127;
}

/// A part that stands for itself, @p character.
Alternative plain(QChar character)
{
    return {.pattern = character, .pieces = {character}};
}

/// A part that stands for no certain text.
Alternative uncertain(const QString& pattern)
{
    return {.pattern = pattern, .pieces = {QString(), QString()}};
}

/// Takes @p count characters from the front of @p pattern.
QStringView taken(QStringView& pattern, qsizetype count)
{
    const QStringView front = pattern.first(count);
    pattern = pattern.sliced(count);
    return front;
}

/// An escape, from behind its backslash on. Those that take line feeds in are made to leave them out.
std::optional<Alternative> takeEscape(QStringView& pattern)
{
    if (pattern.isEmpty())
        return std::nullopt;
    const QChar c = taken(pattern, 1).front();
    switch (c.unicode()) {
    case 's':
        return uncertain(u"[^\\S\\n]"_s);
    case 'D':
        return uncertain(u"[^\\d\\n]"_s);
    case 'W':
        return uncertain(u"[^\\w\\n]"_s);
    case 'b':
    case 'B':
        return Alternative{.pattern = QString(u'\\' + c)};
    default:
        if (isPunctuation(c))
            return Alternative{.pattern = QString(u'\\' + c), .pieces = {c}};
        return u"dwStrf"_s.contains(c) ? std::optional(uncertain(QString(u'\\' + c))) : std::nullopt;
    }
}

/// A class, from behind its bracket on. One that may hold the line feed is not known, unless it is negated.
std::optional<Alternative> takeClass(QStringView& pattern)
{
    const bool isNegated = pattern.startsWith(u'^');
    QString members = taken(pattern, isNegated ? 1 : 0).toString();
    while (!pattern.isEmpty() && !pattern.startsWith(u']')) {
        const QStringView member = taken(pattern, pattern.startsWith(u'\\') && pattern.size() > 1 ? 2 : 1);
        const QChar c = member.back();
        const bool isKnown = member.size() == 1 ? isPlain(c) && c != u'[' && c != u'\\'
                                                : isPunctuation(c) || (isNegated ? u"dDwWsS"_s : u"dwS"_s).contains(c);
        if (!isKnown)
            return std::nullopt;
        members += member;
    }
    const bool isEmpty = members.size() == (isNegated ? 1 : 0); // then a bracket comes first, as a member
    if (pattern.isEmpty() || isEmpty)
        return std::nullopt;
    taken(pattern, 1);
    return uncertain(QString(u'[' + members + (isNegated ? u"\\n]"_s : u"]"_s)));
}

/// Takes what begins a group, from its parenthesis on; false if that is not known.
bool takeGroupStart(QStringView& pattern)
{
    if (pattern.startsWith("(?:"_L1))
        taken(pattern, 3);
    else if (pattern.startsWith("(?"_L1) || pattern.startsWith("(*"_L1))
        return false;
    else
        taken(pattern, 1);
    return true;
}

/// The next part of @p pattern, which is not empty and does not begin with a group.
std::optional<Alternative> takeItem(QStringView& pattern)
{
    const QChar c = taken(pattern, 1).front();
    switch (c.unicode()) {
    case '\\':
        return takeEscape(pattern);
    case '[':
        return takeClass(pattern);
    case '$':
        return uncertain(u"(?=\\r?$)"_s);
    case '^':
    case '.':
        return uncertain(c);
    default:
        return isPlain(c) ? std::optional(plain(c)) : std::nullopt;
    }
}

bool isQuantifier(QStringView pattern)
{
    return !pattern.isEmpty() && u"*+?{"_s.contains(pattern.front());
}

/// Takes a quantifier, where there is one, with what makes it lazy or possessive. The engine tells a brace that means
/// itself from a quantifier; here it is enough that what is in it is not taken for text.
QStringView takeQuantifier(QStringView& pattern)
{
    if (!isQuantifier(pattern))
        return {};
    qsizetype length = 1;
    if (pattern.startsWith(u'{')) {
        while (length < pattern.size() && u"0123456789, }"_s.contains(pattern[length]) && pattern[length - 1] != u'}')
            ++length;
    }
    while (length < pattern.size() && (pattern[length] == u'?' || pattern[length] == u'+'))
        ++length;
    return taken(pattern, length);
}

/// @p item with @p quantifier behind it, which is empty for none.
Alternative repeated(const Alternative& item, QStringView quantifier)
{
    return quantifier.isEmpty() ? item : uncertain(QString(item.pattern + quantifier));
}

/// @p front with @p back behind it.
Alternative joined(const Alternative& front, const Alternative& back)
{
    Alternative both{.pattern = QString(front.pattern + back.pattern), .pieces = front.pieces};
    both.pieces.last() += back.pieces.first();
    both.pieces += back.pieces.sliced(1);
    return both;
}

using Alternatives = std::vector<Alternative>;

/// Each of @p fronts with each of @p backs behind it.
Alternatives combined(const Alternatives& fronts, const Alternatives& backs)
{
    Alternatives all;
    for (const Alternative& front : fronts)
        for (const Alternative& back : backs)
            all.push_back(joined(front, back));
    return all;
}

std::optional<Alternatives> takeAlternatives(QStringView& pattern);

/// All of them as one.
Alternative grouped(const Alternatives& alternatives)
{
    QStringList patterns;
    for (const Alternative& alternative : alternatives)
        patterns += alternative.pattern;
    return uncertain(QString("(?:"_L1 + patterns.join(u'|') + u')'));
}

/// What stands in the place of a group, from its parenthesis on: one of these.
std::optional<Alternatives> takeSpelledGroup(QStringView& pattern)
{
    auto alternatives = takeGroupStart(pattern) ? takeAlternatives(pattern) : std::nullopt;
    if (!alternatives || pattern.isEmpty())
        return std::nullopt;
    taken(pattern, 1);
    if (const QStringView quantifier = takeQuantifier(pattern); !quantifier.isEmpty())
        return Alternatives{repeated(grouped(*alternatives), quantifier)};
    return alternatives;
}

/// The alternatives up to the end of the group or the pattern. Groups near the front are spelled out as long as that
/// makes few: behind some characters of text the engine has enough to jump to.
std::optional<Alternatives> takeAlternatives(QStringView& pattern)
{
    Alternatives all;
    Alternatives last(1); // what the alternative at hand can begin with
    int items = 0; // in it
    for (; !pattern.isEmpty() && pattern.front() != u')'; ++items) {
        if (pattern.front() == u'|') {
            taken(pattern, 1);
            std::ranges::move(std::exchange(last, Alternatives(1)), std::back_inserter(all));
            items = -1;
        } else if (pattern.front() == u'(') {
            const auto group = takeSpelledGroup(pattern);
            if (!group)
                return std::nullopt;
            const bool isSpelled = items < enoughText && last.size() * group->size() <= mostAlternatives;
            last = combined(last, isSpelled ? *group : Alternatives{grouped(*group)});
        } else {
            const auto item = takeItem(pattern);
            if (!item)
                return std::nullopt;
            last = combined(last, {repeated(*item, takeQuantifier(pattern))});
        }
    }
    std::ranges::move(last, std::back_inserter(all));
    return all;
}

LinePattern forLines(const Alternative& alternative)
{
    return {.pattern = alternative.pattern,
            .word = *std::ranges::max_element(alternative.pieces, {}, [](const auto& piece) { return piece.size(); })};
}

} // namespace

std::vector<LinePattern> patternsForLines(QStringView pattern)
{
    const auto alternatives = takeAlternatives(pattern);
    if (!alternatives || !pattern.isEmpty())
        return {};
    if (alternatives->size() > mostAlternatives)
        return {forLines(grouped(*alternatives))};
    std::vector<LinePattern> all;
    std::ranges::transform(*alternatives, std::back_inserter(all), forLines);
    return all;
}

} // namespace TmgLens::Filter
