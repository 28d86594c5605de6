// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/quantity.h"

#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace TmgLens::Filter {

namespace {

struct Unit
{
    QLatin1StringView name;
    double factor;
};

constexpr std::array sizeUnits = {
    Unit{""_L1, 1},       Unit{"b"_L1, 1},         Unit{"k"_L1, 1e3},          Unit{"kb"_L1, 1e3}, Unit{"m"_L1, 1e6},
    Unit{"mb"_L1, 1e6},   Unit{"g"_L1, 1e9},       Unit{"gb"_L1, 1e9},         Unit{"t"_L1, 1e12}, Unit{"tb"_L1, 1e12},
    Unit{"kib"_L1, 1024}, Unit{"mib"_L1, 1048576}, Unit{"gib"_L1, 1073741824},
};

constexpr std::array durationUnits = {
    Unit{""_L1, 1},    Unit{"ms"_L1, 1},    Unit{"s"_L1, 1000},  Unit{"min"_L1, 6e4},
    Unit{"m"_L1, 6e4}, Unit{"h"_L1, 3.6e6}, Unit{"d"_L1, 864e5},
};

std::span<const Unit> unitsOf(FieldType type)
{
    switch (type) {
    case FieldType::Bytes:
        return sizeUnits;
    case FieldType::Milliseconds:
        return durationUnits;
    default:
        return {};
    }
}

std::optional<qint64> parseHexadecimal(const std::string& text)
{
    quint64 number = 0; // unsigned, so that no sign is taken
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + 2, end, number, 16);
    const bool isNumber = error == std::errc() && stop == end && std::in_range<qint64>(number);
    return isNumber ? std::optional(qint64(number)) : std::nullopt;
}

const Unit* unitCalled(QLatin1StringView name, FieldType type)
{
    const std::span<const Unit> units = unitsOf(type);
    const auto unit = std::ranges::find(units, name, &Unit::name);
    return unit == units.end() ? nullptr : &*unit;
}

/// @p number, a whole one, times a unit: exact beyond what a double can tell apart.
std::optional<qint64> exactProduct(qint64 number, const Unit& unit)
{
    const auto factor = qint64(unit.factor);
    const bool fits = std::abs(double(number) * unit.factor) < 9e18;
    return fits ? std::optional(number * factor) : std::nullopt;
}

} // namespace

std::optional<qint64> parseQuantity(const QString& text, FieldType type)
{
    const std::string bytes = text.toLower().toStdString();
    if (bytes.starts_with("0x") && bytes.size() > 2)
        return parseHexadecimal(bytes);
    const char* const end = bytes.data() + bytes.size();
    qint64 whole = 0;
    if (const auto [stop, error] = std::from_chars(bytes.data(), end, whole); error == std::errc()) {
        if (stop == end)
            return whole;
        if (const Unit* unit = unitCalled(QLatin1StringView(stop, end), type))
            return exactProduct(whole, *unit);
    }
    double number = 0;
    const auto [stop, error] = std::from_chars(bytes.data(), end, number, std::chars_format::fixed);
    if (error != std::errc() || !std::isfinite(number))
        return std::nullopt;
    const Unit* unit = unitCalled(QLatin1StringView(stop, end), type);
    const double product = unit ? std::round(number * unit->factor) : 0;
    return unit && std::abs(product) < 9e18 ? std::optional(qint64(product)) : std::nullopt;
}

} // namespace TmgLens::Filter
