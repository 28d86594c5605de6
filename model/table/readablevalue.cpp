// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/readablevalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <charconv>
#include <optional>

namespace TmgLens {

namespace {

/// Context of the texts for translators.
struct ReadableValue
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::ReadableValue)
};

std::optional<qint64> quantity(std::string_view cell)
{
    qint64 number = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stop, error] = std::from_chars(cell.data(), end, number);
    const bool isQuantity = error == std::errc() && stop == end && number >= 0;
    return isQuantity ? std::optional(number) : std::nullopt;
}

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return ReadableValue::tr("%1 ms").arg(locale.toString(milliseconds));
    if (milliseconds < 60'000) { // cut, not rounded: there are no 60.0 s
        const qint64 tenths = milliseconds / 100;
        return ReadableValue::tr("%1 s").arg(locale.toString(double(tenths) / 10, 'f', 1));
    }
    return secondsText(milliseconds / 1000);
}

QString sizeText(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 1000)
        return ReadableValue::tr("%1 B").arg(locale.toString(bytes));
    qint64 unit = 1;
    while (bytes / unit >= 1000)
        unit *= 1000;
    const qint64 tenths = bytes - bytes % (unit / 10); // cut, not rounded: there are no 1000.0 kB
    return locale.formattedDataSize(tenths, 1, QLocale::DataSizeSIFormat);
}

} // namespace

QString readableValue(std::string_view cell, FieldType type)
{
    const auto number = hasUnit(type) ? quantity(cell) : std::nullopt;
    if (!number)
        return {};
    return type == FieldType::Bytes ? sizeText(*number) : durationText(*number);
}

QString exactQuantity(std::string_view cell, FieldType type)
{
    const auto number = hasUnit(type) ? quantity(cell) : std::nullopt;
    if (!number)
        return {};
    const QString form = type == FieldType::Bytes ? ReadableValue::tr("%1 bytes") : ReadableValue::tr("%1 ms");
    return form.arg(QLocale().toString(*number));
}

QString secondsText(qint64 seconds)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    if (seconds < 0)
        return u'\u2212' + secondsText(-seconds);
    const auto text = [](const QString& form, qint64 whole, qint64 part) {
        return form.arg(QLocale().toString(whole)).arg(part);
    };
    if (seconds < minute)
        return ReadableValue::tr("%1 s").arg(seconds);
    if (seconds < hour)
        return text(ReadableValue::tr("%1 min %2 s"), seconds / minute, seconds % minute);
    if (seconds < day)
        return text(ReadableValue::tr("%1 h %2 min"), seconds / hour, seconds % hour / minute);
    return text(ReadableValue::tr("%1 d %2 h"), seconds / day, seconds % day / hour);
}

} // namespace TmgLens
