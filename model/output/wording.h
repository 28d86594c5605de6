// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/serverzone.h"

namespace TmgLens {

/// `0x` and upper-case digits, as Microsoft's documents write result codes; no leading zeros.
[[nodiscard]] QString hexText(quint32 value);

/// What people call the log, for example `web proxy`.
[[nodiscard]] QString displayName(LogKind kind);

/// @p time as its clock shows it, to the second; empty if there is none.
[[nodiscard]] QString timeText(LogTime time);

/// @p moment in UTC as ISO 8601 has it, `2010-05-12T10:30:00Z`; empty if there is none.
[[nodiscard]] QString isoText(LogTime moment);

/// The word of JSON for a layout's format: `w3c`, `native`, `console` or `sql`, with `-syslog` after it where records
/// are relayed.
[[nodiscard]] QString formatKeyword(const LogLayout& layout);

/// The word of JSON and of the command line for the order of dates: `dmy`, `mdy` or `ymd`.
[[nodiscard]] QString dateOrderKeyword(LogLayout::DateOrder order);
[[nodiscard]] std::optional<LogLayout::DateOrder> dateOrderOfKeyword(QStringView keyword);

/// The word of JSON for how the zone of servers is known: `option`, `log` or `computer`.
[[nodiscard]] QString originKeyword(ServerZone::Origin origin);

/// A sentence on how the dates of a log are read whose order nothing in it settles; empty for other logs.
[[nodiscard]] QString describeGuessedDates(const LogLayout& layout);

} // namespace TmgLens
