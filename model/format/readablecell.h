// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <string_view>

namespace TmgLens {

/**
 * @p cell of a table as text logs spell it: an address that is kept as a GUID or a number, a word that is kept as its
 * number or shown as the phrase of the product's viewer. Nothing for cells of other logs, and for those that text logs
 * spell no other way. Thread-safe.
 */
[[nodiscard]] std::optional<QString> textLogCell(std::string_view cell, const Field& field, const LogLayout& layout);

/// The same where @p cell is not for people as it stands: the codes of a database.
[[nodiscard]] std::optional<QString> readableCell(std::string_view cell, const Field& field, const LogLayout& layout);

} // namespace TmgLens
