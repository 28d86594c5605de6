// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"

#include <QString>

#include <string_view>

namespace TmgLens {

/// How numbers with a unit are shown. Exports, copies and filters always have what the log holds.
enum class ValueDisplay {
    Readable, ///< `1.8 s`, `4.2 MB`
    Raw,
};

/// Whether values of @p type are quantities that have a unit.
[[nodiscard]] constexpr bool hasUnit(FieldType type)
{
    return type == FieldType::Bytes || type == FieldType::Milliseconds;
}

/**
 * @p cell as people read it, by the conventions of their system: durations in the units that fit, sizes in units of
 * a thousand, as the filter language has them. Empty for what has no such form: other types, and what is no number.
 *
 * Other numbers of a log are ports and identifiers, which separators would make harder to read.
 */
[[nodiscard]] QString readableValue(std::string_view cell, FieldType type);

/// The same value in full, with its unit: `4,203,112 bytes`.
[[nodiscard]] QString exactQuantity(std::string_view cell, FieldType type);

/// A time of whole seconds: `12 s`, `3 min 5 s`, `2 h 4 min`, `3 d 4 h`; with a minus below 0.
[[nodiscard]] QString secondsText(qint64 seconds);

} // namespace TmgLens
