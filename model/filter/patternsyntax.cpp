// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsyntax.h"

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

constexpr qsizetype mostAlternatives = 8; // each is a pass over the bytes
constexpr int enoughText = 2; // characters in front of a group

bool isPunctuation(QChar c)
{
    return c.unicode() > ' ' && c.unicode() < 127 && !c.isLetterOrNumber();
}

bool isPlain(QChar c)
{
    return c.unicode() >= ' ' && c.unicode() < 127;
}

/// Takes @p count characters from the front of @p pattern.
QStringView taken(QStringView& pattern, qsizetype count)
{
    const QStringView front = pattern.first(count);
    pattern = pattern.sliced(count);
    return front;
}

/// An escape, from behind its backslash on. Those that take line feeds in are made to leave them out.
std::optional<QString> takeEscape(QStringView& pattern)
{
    if (pattern.isEmpty())
        return std::nullopt;
    const QChar c = taken(pattern, 1).front();
    switch (c.unicode()) {
    case 's':
        return u"[^\\S\\n]"_s;
    case 'D':
        return u"[^\\d\\n]"_s;
    case 'W':
        return u"[^\\w\\n]"_s;
    default:
        return isPunctuation(c) || u"dwSbBtrf"_s.contains(c) ? std::optional(QString(u'\\' + c)) : std::nullopt;
    }
}

/// A class, from behind its bracket on. One that may hold the line feed is not known, unless it is negated.
std::optional<QString> takeClass(QStringView& pattern)
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
    return QString(u'[' + members + (isNegated ? u"\\n]"_s : u"]"_s));
}

/// What begins a group, from behind the parenthesis on.
std::optional<QString> takeGroup(QStringView& pattern)
{
    if (pattern.startsWith("?:"_L1))
        return QString(u'(' + taken(pattern, 2));
    return pattern.startsWith(u'?') || pattern.startsWith(u'*') ? std::nullopt : std::optional(u"("_s);
}

/// The next part of @p pattern, which is not empty.
std::optional<QString> takeItem(QStringView& pattern)
{
    const QChar c = taken(pattern, 1).front();
    switch (c.unicode()) {
    case '\\':
        return takeEscape(pattern);
    case '[':
        return takeClass(pattern);
    case '(':
        return takeGroup(pattern);
    case '$':
        return u"(?=\\r?$)"_s;
    default:
        return isPlain(c) ? std::optional(QString(c)) : std::nullopt;
    }
}

bool isQuantifier(QStringView pattern)
{
    return !pattern.isEmpty() && u"*+?{"_s.contains(pattern.front());
}

/// Each of @p fronts with each of @p backs behind it.
QStringList combined(const QStringList& fronts, const QStringList& backs)
{
    QStringList all;
    for (const QString& front : fronts)
        for (const QString& back : backs)
            all.append(QString(front + back));
    return all;
}

std::optional<QStringList> takeAlternatives(QStringView& pattern);

QString grouped(const QStringList& alternatives)
{
    return QString("(?:"_L1 + alternatives.join(u'|') + u')');
}

/// What stands in the place of a group, from its parenthesis on: one of these.
std::optional<QStringList> takeSpelledGroup(QStringView& pattern)
{
    const auto alternatives = takeItem(pattern) ? takeAlternatives(pattern) : std::nullopt;
    if (!alternatives || pattern.isEmpty())
        return std::nullopt;
    taken(pattern, 1);
    return isQuantifier(pattern) ? QStringList(grouped(*alternatives)) : *alternatives;
}

/// The alternatives up to the end of the group or the pattern. Groups near the front are spelled out as long as that
/// makes few: behind some characters of text the engine has enough to jump to.
std::optional<QStringList> takeAlternatives(QStringView& pattern)
{
    QStringList all;
    QStringList last{QString()}; // what the alternative at hand can begin with
    int items = 0; // in it
    for (; !pattern.isEmpty() && pattern.front() != u')'; ++items) {
        if (pattern.front() == u'|') {
            taken(pattern, 1);
            all += std::exchange(last, {QString()});
            items = -1;
        } else if (pattern.front() == u'(') {
            const auto group = takeSpelledGroup(pattern);
            if (!group)
                return std::nullopt;
            const bool isSpelled = items < enoughText && last.size() * group->size() <= mostAlternatives;
            last = combined(last, isSpelled ? *group : QStringList(grouped(*group)));
        } else {
            const auto item = takeItem(pattern);
            if (!item)
                return std::nullopt;
            last = combined(last, {*item});
        }
    }
    return all + last;
}

} // namespace

QStringList patternsForLines(QStringView pattern)
{
    const auto alternatives = takeAlternatives(pattern);
    if (!alternatives || !pattern.isEmpty())
        return {};
    return alternatives->size() > mostAlternatives ? QStringList(alternatives->join(u'|')) : *alternatives;
}

} // namespace TmgLens::Filter
