// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <string_view>

namespace TmgLens {

/// True for a line that is a directive, not a record: a `#` at its start. ISA 2000 field names hold one elsewhere.
[[nodiscard]] constexpr bool isDirective(std::string_view line)
{
    return line.starts_with('#');
}

/// The product that a `#Software:` line names, for people; empty for other lines.
[[nodiscard]] QString productOfSoftwareLine(std::string_view line);

/**
 * The layout that a `#Fields:` line declares, of a log that calls its product @p product.
 *
 * Nothing for other lines and for fields of another program's log (IIS and the like). A field set that says nothing of
 * the kind of log, such as ISA 2000's, which web and firewall share, takes the kind of @p previous if that had the same
 * fields.
 */
[[nodiscard]] std::optional<LogLayout> layoutOfFieldsLine(std::string_view line, const QString& product,
                                                          const LogLayout* previous = nullptr);

} // namespace TmgLens
