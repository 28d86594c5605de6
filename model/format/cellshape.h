// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"

#include <string_view>

namespace TmgLens {

/**
 * How well @p cell looks like a value of @p field in a log of kind @p kind: above 0 it does, below 0 it does not, 0 it
 * may. Used to find out the fields of rows that have no header.
 */
[[nodiscard]] int shapeScore(std::string_view cell, const Field& field, LogKind kind);

/// True for an IPv4 or IPv6 address, with or without brackets and port.
[[nodiscard]] bool looksLikeAddress(std::string_view cell);

} // namespace TmgLens
