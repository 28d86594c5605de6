// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/recordwriter.h"

#include "tests/generator/dayplan.h"

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
    if (m_format == TextFormat::Native)
        return;
    line("#Software: Microsoft Forefront Threat Management Gateway");
    line("#Version: 2.0");
    line(std::format("#Date: {:%Y-%m-%d %H:%M:%S}", utc));
    line(fields);
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

void RecordWriter::text(std::string_view value)
{
    separate();
    const std::size_t start = m_buffer.size();
    m_buffer += value.empty() ? std::string_view("-") : value;
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

void RecordWriter::hex(std::uint32_t value)
{
    separate();
    m_buffer += "0x";
    appendNumber(value, 16);
}

void RecordWriter::address(const Address& value)
{
    separate();
    if (value.isNone())
        m_buffer += '-';
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
        m_buffer += m_format == TextFormat::W3c ? "\t" : ", ";
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

} // namespace TmgLens::Generator
