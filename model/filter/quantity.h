// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"

#include <QString>

#include <optional>

namespace TmgLens::Filter {

/**
 * A number as people write it for a field of @p type: decimal, or hexadecimal after `0x`.
 *
 * FieldType::Bytes takes units of a thousand (`10k`, `5MB`) and of 1024 (`1.5KiB`), FieldType::Milliseconds units of
 * time (`2s`, `5min`); the answer is in bytes or milliseconds. Other types take whole numbers without unit.
 */
[[nodiscard]] std::optional<qint64> parseQuantity(const QString& text, FieldType type);

} // namespace TmgLens::Filter
