// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterspelling.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

QString quoted(const QString& text)
{
    QString escaped = text;
    escaped.replace(u'\\', "\\\\"_L1).replace(u'"', "\\\""_L1);
    return u'"' + escaped + u'"';
}

bool holdsAny(const QString& text, QLatin1StringView characters)
{
    return std::ranges::any_of(text, [&](QChar c) { return c.isSpace() || characters.contains(c); });
}

} // namespace

bool isNamePart(QChar c)
{
    return isNameStart(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'#';
}

bool isNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

QString spelledWords(const QString& words)
{
    const bool isKeyword = words == "OR"_L1 || words == "AND"_L1 || words == "NOT"_L1;
    const bool hasSign = words.startsWith(u'-') || words.startsWith(u'/');
    return words.isEmpty() || isKeyword || hasSign || holdsAny(words, "\"():=<>~!"_L1) ? quoted(words) : words;
}

QString spelledName(const QString& name)
{
    const bool isPlain = !name.isEmpty() && isNameStart(name[0]) && std::ranges::all_of(name, isNamePart);
    return isPlain ? name : quoted(name);
}

QString spelledValue(const QString& value)
{
    // At its start such a character would read as part of the operator, `//` as a web address.
    const bool hasSign = !value.isEmpty() && u":=/"_s.contains(value[0]);
    return value.isEmpty() || hasSign || holdsAny(value, "\"(),"_L1) ? quoted(value) : value;
}

} // namespace TmgLens::Filter
