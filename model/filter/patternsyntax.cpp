// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/patternsyntax.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

constexpr qsizetype mostAlternatives = 8; // each is a pass over the bytes

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

} // namespace

QStringList patternsForLines(QStringView pattern)
{
    QStringList alternatives{QString()};
    int depth = 0; // of groups
    while (!pattern.isEmpty()) {
        const QChar c = pattern.front();
        depth += int(c == u'(') - int(c == u')');
        const auto item = takeItem(pattern);
        if (!item)
            return {};
        if (c == u'|' && depth == 0)
            alternatives.append(QString());
        else
            alternatives.back() += *item;
    }
    return alternatives.size() > mostAlternatives ? QStringList(alternatives.join(u'|')) : alternatives;
}

} // namespace TmgLens::Filter
