// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/commandvalues.h"

#include "model/format/ipaddress.h"

#include <QList>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestHost = 253;
constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestAddress = 45; // of IPv6 with an IPv4 address at its end
constexpr quint64 zeroV4 = 0xFFFF'0000'0000; // 0.0.0.0

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isLabel(QStringView label)
{
    return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') && !label.endsWith(u'-')
        && std::ranges::all_of(label, [](QChar c) { return isAsciiDigit(c) || isAsciiLetter(c) || c == u'-'; });
}

/// Programs read a name whose last label is a number as an address, in whatever spelling: `1`, `0x7f.1`.
bool isNumber(QStringView label)
{
    return isAsciiDigit(label.front())
        && (std::ranges::all_of(label, isAsciiDigit) || label.startsWith("0x"_L1, Qt::CaseInsensitive));
}

} // namespace

std::optional<QString> commandAddress(const QString& text)
{
    // The databases' spellings have been made usual ones, without zones; a bare number is none here.
    const bool isUsual = (text.contains(u'.') || text.contains(u':')) && !text.contains(u'%');
    if (text.size() > longestAddress || !isUsual)
        return {};
    const auto address = parseAddress(text.toStdString());
    const bool isOfComputer = address && *address != IpAddress() && *address != IpAddress{.high = 0, .low = zeroV4};
    return isOfComputer ? std::optional(QString::fromStdString(addressText(*address))) : std::nullopt;
}

std::optional<QString> commandHost(const QString& text)
{
    if (text.isEmpty() || text.size() > longestHost)
        return {};
    const auto labels = QStringView(text).split(u'.');
    return std::ranges::all_of(labels, isLabel) && !isNumber(labels.back()) ? std::optional(text) : std::nullopt;
}

std::optional<QString> commandPort(const QString& text)
{
    constexpr qsizetype mostDigits = 5;
    if (text.isEmpty() || text.size() > mostDigits || !std::ranges::all_of(text, isAsciiDigit))
        return {};
    const uint port = text.toUInt();
    return port >= 1 && port <= 65535 ? std::optional(QString::number(port)) : std::nullopt;
}

} // namespace TmgLens
