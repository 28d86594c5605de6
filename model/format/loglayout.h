// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/field.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace TmgLens {

/**
 * How the records of a stretch of a log are laid out.
 *
 * Immutable once shared; may be read from any thread.
 */
struct LogLayout
{
    enum class Format {
        W3c,
        Native,
        Console, ///< Rows copied out of the product's own log viewer, under its column titles.
        Database, ///< Rows of the SQL tables WebProxyLog and FirewallLog, saved as text.
    };
    /// Which clock date and time fields show. Log format documentation: W3C is UTC, native is the server's local time.
    enum class Clock { Utc, ServerLocal };
    /// Order of the parts of a native date, which follows the server's locale.
    enum class DateOrder { YearMonthDay, MonthDayYear, DayMonthYear };

    Format format = Format::W3c;
    LogKind kind = LogKind::Unknown;
    QString product = {}; ///< For people, for example `Forefront TMG 2010`; empty if the log does not tell.
    QByteArray separator = "\t"; ///< Between fields: tab, `, ` or an escaped tab (`#011`); in CSV a comma or semicolon.
    bool isQuoted = false; ///< Cells may stand in double quotes, and then hold separators and line ends (RFC 4180).
    char lineEnd = '\n'; ///< Carriage return for files that have no line feed at all.
    bool isRelayed = false; ///< Each record stands behind a syslog prefix.
    QByteArray relayTag = {}; ///< What ends the prefix; rows with another tag are of the server's other log.
    bool hasHeader = false; ///< The names come from the log, not from the shape of the records.
    Clock clock = Clock::Utc; ///< Of the cells that the index has its times from.
    Clock cellClock =
        Clock::Utc; ///< Of the date and time cells; another one where a GMT cell gave the index its times.
    DateOrder dateOrder = DateOrder::YearMonthDay;
    bool isDateOrderGuessed = false; ///< Nothing in the log settles the order.
    std::vector<Field> fields = {};

    // Positions of the fields that the index needs; nothing where the layout lacks them.
    std::optional<std::size_t> codeField = {};
    std::optional<std::size_t> dateField = {};
    std::optional<std::size_t> timeField = {};
    std::optional<std::size_t> gmtTimeField = {};
    std::optional<std::size_t> localTimeField = {};
    // Where web and firewall records are mixed: what tells them apart, and the code of web records if it is elsewhere.
    std::optional<std::size_t> recordTypeField = {};
    std::optional<std::size_t> webCodeField = {};

    /// True for rows of a table under column titles: web and firewall records may be mixed, and no cell is a directive.
    [[nodiscard]] bool isTable() const { return format == Format::Console || format == Format::Database; }

    bool operator==(const LogLayout&) const = default;
};

using LayoutPointer = std::shared_ptr<const LogLayout>;

/**
 * Fills in what follows from `fields` after they have been set: the positions of the key fields, and the direction of
 * the bytes in web logs.
 *
 * ISA writes the request's bytes as `cs-bytes` and then the response's as `sc-bytes`; TMG writes the same two numbers
 * in the same order but calls them `sc-bytes` and `cs-bytes` (seen in real logs: large objects have large `cs-bytes`).
 */
void completeLayout(LogLayout& layout);

/// True if dates of the layout may have the form of the server's locale, so that the order of their parts matters.
[[nodiscard]] inline bool hasLocaleDates(const LogLayout& layout)
{
    return layout.format != LogLayout::Format::W3c;
}

/// The position of the first field with meaning @p id, if the layout has it.
[[nodiscard]] std::optional<std::size_t> fieldPosition(const LogLayout& layout, FieldId id);

} // namespace TmgLens
