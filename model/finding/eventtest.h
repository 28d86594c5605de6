// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/event.h"

#include <vector>

namespace TmgLens {

/**
 * What a record has to be like for a pattern to take notice of it.
 *
 * A value; what is not set lets everything through.
 */
struct EventTest
{
    std::optional<LogKind> log = {}; ///< The log that the record is of.
    std::vector<quint32> codes = {}; ///< As comparableCode() has them; none: any code.
    Traits with = {}; ///< All of them.
    Traits without = {}; ///< None of them.
    std::optional<Side> from = {};
    std::optional<Side> to = {};
    std::vector<quint16> ports = {}; ///< One of them.
    std::vector<quint32> closingCodes = {}; ///< What the connection was closed with, as comparableCode() has it.
    bool wasOpenForRoundTime = false; ///< See Event::wasOpenForRoundTime.
    std::chrono::seconds closedAtLeast{0}; ///< Before, if it was closed at all…
    std::chrono::seconds closedAtMost = never; ///< …and if this is set it must have been.
    std::chrono::seconds notClosedFor{-1}; ///< Not closed in so long before; below 0: does not matter.
    std::chrono::seconds notOpenedFor{-1}; ///< The same of its opening.
    std::optional<LogTime> notBefore = {}; ///< The time of the record.
    int count = 1; ///< So many have to come together, at least 1.

    /// Whether it matters what is known of an event's connection.
    [[nodiscard]] bool asksForConnection() const
    {
        return !closingCodes.empty() || wasOpenForRoundTime || closedAtLeast.count() > 0 || closedAtMost != never
            || notClosedFor.count() >= 0 || notOpenedFor.count() >= 0;
    }
    /// Whether records with @p code can pass; success is told by it alone.
    [[nodiscard]] bool acceptsCode(const CodeEntry& code) const;
    /// Whether an event whose code can pass does so by its traits and sides.
    [[nodiscard]] bool acceptsKind(const Event& event) const;
    /// Whether it matters what else is known of an event.
    [[nodiscard]] bool asksForMore() const { return !ports.empty() || notBefore || asksForConnection(); }
    /// Whether @p event passes, whose code and kind do.
    [[nodiscard]] bool accepts(const Event& event) const;
};

/// Whether requests with @p code succeeded.
[[nodiscard]] bool isSuccess(const CodeEntry& code);

/// The number of a result as tests compare it: without the wrapping that makes an HRESULT of an error of Windows, so
/// that 0x8007274C is 10060.
[[nodiscard]] constexpr quint32 comparableCode(quint32 code)
{
    return code >> 16 == 0x8007 ? code & 0xFFFF : code;
}

} // namespace TmgLens
