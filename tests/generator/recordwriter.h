// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

namespace TmgLens::Generator {

enum class TextFormat {
    W3c,
    Native,
    Console, ///< Copied out of the product's log viewer.
    Csv, ///< An SQL table as Management Studio saves it.
    Bcp, ///< An SQL table as bcp writes it: without titles.
};

/// The columns that the viewer of ISA 2006 copies out, with tabs between them.
inline constexpr std::string_view consoleTitles =
    "Original Client IP\tClient Agent\tAuthenticated Client\tService\tServer Name\tReferring Server\t"
    "Destination Host Name\tTransport\tMIME Type\tObject Source\tSource Proxy\tDestination Proxy\tBidirectional\t"
    "Client Host Name\tFilter Information\tNetwork Interface\tRaw IP Header\tRaw Payload\tGMT Log Time\tSource Port\t"
    "Processing Time\tBytes Sent\tBytes Received\tResult Code\tHTTP Status Code\tCache Information\t"
    "Error Information\tLog Record Type\tAuthentication Server\tLog Time\tDestination IP\tDestination Port\tProtocol\t"
    "Action\tRule\tClient IP\tClient Username\tSource Network\tDestination Network\tHTTP Method\tURL";

/// An address as logs write it: IPv4 as a number, or IPv6 as text of the cast.
struct Address
{
    std::uint32_t v4 = 0; ///< First octet highest; 0 if this is IPv6 or no address at all.
    std::string_view v6{};

    [[nodiscard]] bool isNone() const { return v4 == 0 && v6.empty(); }
    bool operator==(const Address&) const = default;
};

/// The address a.b.c.d.
[[nodiscard]] constexpr Address ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return {.v4 = (a << 24) | (b << 16) | (c << 8) | d};
}

/**
 * Writes the cells of records in one of the formats, through a buffer of its own.
 *
 * Empty texts become `-`, in tables of a database NULL or nothing. The native format writes a backtick for a comma
 * inside a value, and local time.
 */
class RecordWriter
{
public:
    RecordWriter(std::FILE* out, TextFormat format);

    [[nodiscard]] TextFormat format() const { return m_format; }

    [[nodiscard]] bool isDatabase() const { return m_format == TextFormat::Csv || m_format == TextFormat::Bcp; }

    /// What stands above the records of the W3C format; nothing in others. @p fields is the line `#Fields:`.
    void header(std::chrono::sys_seconds utc, std::string_view fields);

    /// What stands above the records of a table, unless it is bcp's; nothing in others. @p names have tabs between
    /// them.
    void titles(std::string_view names);

    /// The time of the records that follow.
    void setTime(std::chrono::sys_seconds utc);

    void date();
    void time();
    void gmtTime(); ///< UTC date and time in one cell, in all formats.
    void localTime(); ///< The same by the server's clock, in tables.
    void text(std::string_view value);
    void number(std::uint64_t value);
    void word(std::string_view value, std::span<const std::string_view> words); ///< In a database its number in words.
    void code(std::uint32_t value, std::string_view name = {}); ///< A signed number in a database, else hex and name.
    void hex(std::uint32_t value); ///< As the product writes it: 0x, lower case, no leading zeros.
    void address(const Address& value); ///< `-` if there is none.
    void endpoint(const Address& value, std::uint32_t port); ///< address:port, IPv6 in brackets.
    void none(int cells = 1); ///< That many empty cells.
    void endRecord();

    /// Hands everything to the file. False if any write so far has failed, for example because a pipe was closed.
    [[nodiscard]] bool flush();

private:
    void line(std::string_view text);
    void separate();
    void appendNumber(std::uint64_t value, int base = 10);
    void appendAddress(const Address& value);
    void appendGuid(const Address& value);

    std::FILE* m_out;
    TextFormat m_format;
    std::string m_buffer;
    std::chrono::sys_seconds m_utc{};
    std::string m_date;
    std::string m_time;
    std::string m_gmt;
    std::string m_local;
    bool m_atRecordStart = true;
    bool m_hasFailed = false;
};

} // namespace TmgLens::Generator
