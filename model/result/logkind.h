// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <optional>

namespace TmgLens {

/**
 * Which of the product's logs a record comes from.
 *
 * The same number means different things in the two main logs, so decoding needs it.
 */
enum class LogKind {
    Unknown, ///< Not known; decoding takes the likelier meaning.
    Web, ///< Web Proxy log.
    Firewall, ///< Firewall log.
    PacketFilter, ///< IP packet filter log of ISA Server 2000, which has a disposition instead of a code.
};

/// The word of the command line, of JSON and of resources: `web`, `firewall`, `packet-filter` or `unknown`.
[[nodiscard]] QLatin1StringView keyword(LogKind kind);
/// The log that is called @p word; none for `unknown` and everything else.
[[nodiscard]] std::optional<LogKind> logKindOfKeyword(QStringView word);

} // namespace TmgLens
