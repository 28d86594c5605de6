// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/recordwriter.h"

#include "tests/generator/dayplan.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>

namespace TmgLens::Generator {

namespace {

constexpr std::size_t bufferSize = 1U << 20;

} // namespace

RecordWriter::RecordWriter(std::FILE* out, TextFormat format) : m_out(out), m_format(format)
{
    m_buffer.reserve(bufferSize + bufferSize / 8);
}

void RecordWriter::header(std::chrono::sys_seconds utc, std::string_view fields)
{
    if (m_format != TextFormat::W3c)
        return;
    line("#Software: Microsoft Forefront Threat Management Gateway");
    line("#Version: 2.0");
    line(std::format("#Date: {:%Y-%m-%d %H:%M:%S}", utc));
    line(fields);
}

void RecordWriter::titles(std::string_view names)
{
    std::string text(names);
    if (m_format == TextFormat::Csv)
        std::ranges::replace(text, '\t', ',');
    if (m_format == TextFormat::Csv || m_format == TextFormat::Console)
        line(text);
}

void RecordWriter::setTime(std::chrono::sys_seconds utc)
{
    if (utc == m_utc)
        return;
    m_utc = utc;
    m_gmt = std::format("{:%Y-%m-%d %H:%M:%S}", utc);
    if (m_format == TextFormat::W3c) {
        m_date = m_gmt.substr(0, 10);
        m_time = m_gmt.substr(11);
        return;
    }
    const std::chrono::sys_seconds local = utc + serverZone;
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(local - day);
    m_date = std::format("{}/{}/{}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                         static_cast<int>(date.year()));
    m_time = std::format("{}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (isDatabase()) {
        m_local = std::format("{:%Y-%m-%d %H:%M:%S}.000", local);
        m_gmt += ".000";
    } else if (m_format == TextFormat::Console) {
        m_local = m_date + ' ' + m_time;
        const auto gmtDay = std::chrono::floor<std::chrono::days>(utc);
        const std::chrono::year_month_day gmtDate(gmtDay);
        m_gmt = std::format("{}/{}/{} {:%H:%M:%S}", static_cast<unsigned>(gmtDate.month()),
                            static_cast<unsigned>(gmtDate.day()), static_cast<int>(gmtDate.year()), utc - gmtDay);
    }
}

void RecordWriter::date()
{
    separate();
    m_buffer += m_date;
}

void RecordWriter::time()
{
    separate();
    m_buffer += m_time;
}

void RecordWriter::gmtTime()
{
    separate();
    m_buffer += m_gmt;
}

void RecordWriter::localTime()
{
    separate();
    m_buffer += m_local;
}

void RecordWriter::text(std::string_view value)
{
    if (value.empty()) {
        none();
        return;
    }
    separate();
    if (m_format == TextFormat::Csv && value.find_first_of(",\"\n") != std::string_view::npos) {
        m_buffer += '"';
        for (const char c : value)
            m_buffer.append(c == '"' ? 2 : 1, c);
        m_buffer += '"';
        return;
    }
    const std::size_t start = m_buffer.size();
    m_buffer += value;
    if (m_format == TextFormat::Native) {
        for (std::size_t comma = m_buffer.find(',', start); comma != std::string::npos;
             comma = m_buffer.find(',', comma))
            m_buffer[comma] = '`';
    }
}

void RecordWriter::number(std::uint64_t value)
{
    separate();
    appendNumber(value);
}

void RecordWriter::word(std::string_view value, std::span<const std::string_view> words)
{
    if (!isDatabase()) {
        text(value);
        return;
    }
    const auto found = std::ranges::find(words, value);
    number(found == words.end() ? 0 : static_cast<std::uint64_t>(found - words.begin()));
}

void RecordWriter::code(std::uint32_t value, std::string_view name)
{
    if (isDatabase()) {
        separate();
        m_buffer += std::to_string(static_cast<std::int32_t>(value));
        return;
    }
    hex(value);
    if (!name.empty()) {
        m_buffer += ' ';
        m_buffer += name;
    }
}

void RecordWriter::hex(std::uint32_t value)
{
    separate();
    m_buffer += "0x";
    appendNumber(value, 16);
}

void RecordWriter::address(const Address& value)
{
    if (value.isNone()) {
        none();
        return;
    }
    separate();
    if (isDatabase())
        appendGuid(value);
    else
        appendAddress(value);
}

void RecordWriter::endpoint(const Address& value, std::uint32_t port)
{
    separate();
    const bool isIpv6 = !value.v6.empty();
    if (isIpv6)
        m_buffer += '[';
    appendAddress(value);
    m_buffer += isIpv6 ? "]:" : ":";
    appendNumber(port);
}

void RecordWriter::none(int cells)
{
    for (int cell = 0; cell < cells; ++cell) {
        separate();
        if (m_format == TextFormat::Csv)
            m_buffer += "NULL";
        else if (m_format != TextFormat::Bcp)
            m_buffer += '-';
    }
}

void RecordWriter::endRecord()
{
    m_buffer += "\r\n";
    m_atRecordStart = true;
    if (m_buffer.size() >= bufferSize)
        m_hasFailed = !flush();
}

bool RecordWriter::flush()
{
    if (!m_hasFailed)
        m_hasFailed = std::fwrite(m_buffer.data(), 1, m_buffer.size(), m_out) != m_buffer.size() || std::fflush(m_out);
    m_buffer.clear();
    return !m_hasFailed;
}

void RecordWriter::line(std::string_view text)
{
    m_buffer += text;
    m_buffer += "\r\n";
}

void RecordWriter::separate()
{
    if (!m_atRecordStart)
        m_buffer += m_format == TextFormat::Native ? ", " : m_format == TextFormat::Csv ? "," : "\t";
    m_atRecordStart = false;
}

void RecordWriter::appendNumber(std::uint64_t value, int base)
{
    std::array<char, 20> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value, base);
    m_buffer.append(digits.data(), end);
}

void RecordWriter::appendAddress(const Address& value)
{
    if (!value.v6.empty()) {
        m_buffer += value.v6;
        return;
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
        appendNumber((value.v4 >> shift) & 0xff);
        if (shift > 0)
            m_buffer += '.';
    }
}

void RecordWriter::appendGuid(const Address& value)
{
    if (value.v6.empty()) {
        m_buffer += std::format("{:08x}-ffff-0000-0000-000000000000", value.v4);
        return;
    }
    const auto digits = [](std::string_view groups) {
        std::string text;
        for (std::size_t end = 0; !groups.empty(); groups.remove_prefix(std::min(end + 1, groups.size()))) {
            end = std::min(groups.find(':'), groups.size());
            text += std::format("{:0>4}", groups.substr(0, end));
        }
        return text;
    };
    const std::size_t gap = std::min(value.v6.find("::"), value.v6.size());
    const std::string front = digits(value.v6.substr(0, gap));
    const std::string back = digits(value.v6.substr(std::min(gap + 2, value.v6.size())));
    const std::string all = front + std::string(32 - front.size() - back.size(), '0') + back;
    m_buffer += std::format("{}-{}-{}-{}-{}", all.substr(0, 8), all.substr(8, 4), all.substr(12, 4), all.substr(16, 4),
                            all.substr(20));
}

} // namespace TmgLens::Generator
