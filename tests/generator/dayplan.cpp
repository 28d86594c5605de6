// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/generator/dayplan.h"

#include <array>
#include <span>

namespace TmgLens::Generator {

namespace {

constexpr std::size_t minutesPerDay = 1440;

/// Requests per minute, relative to each other, for each local hour: nobody at night, a dip at noon.
constexpr std::array<std::uint32_t, 24> hourlyLoad{6,  5,   4,   4,   5,   8,  22, 60, 130, 150, 155, 140,
                                                   90, 125, 150, 145, 120, 80, 40, 25, 18,  14,  10,  8};

struct IncidentPlan
{
    Incident incident;
    std::size_t localMinute; ///< When it begins.
    std::size_t minutes; ///< How long it lasts.
    std::uint32_t share; ///< Its records, per thousand of the day's ordinary ones.
};

constexpr std::size_t at(std::size_t hour, std::size_t minute)
{
    return hour * 60 + minute;
}

constexpr std::array<IncidentPlan, 6> webIncidents{{
    {Incident::PasswordGuessing, at(2, 15), 8, 12},
    {Incident::LogonRush, at(8, 20), 25, 40},
    {Incident::NameOutage, at(10, 42), 5, 45},
    {Incident::SiteDown, at(11, 20), 15, 8},
    {Incident::CertificateFault, at(13, 30), 45, 20},
    {Incident::Flood, at(15, 20), 4, 45},
}};

constexpr std::array<IncidentPlan, 9> firewallIncidents{{
    {Incident::PortScan, at(3, 12), 2, 45},
    {Incident::ServiceStop, at(4, 30), 3, 10},
    {Incident::AsymmetricRoute, at(9, 10), 20, 12},
    {Incident::NameOutage, at(10, 42), 8, 30},
    {Incident::SynAttack, at(11, 55), 3, 20},
    {Incident::MissingSubnet, at(13, 15), 40, 10},
    {Incident::PolicyApplied, at(14, 30), 1, 60},
    {Incident::Flood, at(15, 20), 2, 50},
    {Incident::Exploit, at(16, 40), 12, 5},
}};

/// Minutes since midnight on the wall clock of the server.
std::size_t localMinute(std::chrono::sys_seconds utc)
{
    const auto local = utc + serverZone;
    const auto sinceMidnight = std::chrono::floor<std::chrono::minutes>(local - floor<std::chrono::days>(local));
    return static_cast<std::size_t>(sinceMidnight.count());
}

} // namespace

DayPlan::DayPlan(const DayPlanOptions& options)
    : m_options(options)
    , m_random(options.seed)
    , m_minutes(minutesPerDay + 1)
{
    const std::size_t first = localMinute(m_options.start);
    for (std::size_t minute = 0; minute < minutesPerDay; ++minute)
        m_minutes[minute].ordinary = hourlyLoad[(first + minute) % minutesPerDay / 60];
    if (m_options.story == Story::Day)
        addIncidents();
    sumUp();
}

PlannedRecord DayPlan::next()
{
    while (m_position >= recordsBefore(m_minute + 1))
        ++m_minute;
    const std::uint64_t first = recordsBefore(m_minute);
    const std::uint64_t inMinute = recordsBefore(m_minute + 1) - first;
    // Each record has a slice of the minute to itself, and stands anywhere in it.
    const std::uint64_t second = ((m_position - first) * 60 + m_random.below(60)) / inMinute;
    ++m_position;

    PlannedRecord record;
    record.utc = m_options.start + std::chrono::minutes(m_minute) + std::chrono::seconds(second);
    const Minute& minute = m_minutes[m_minute];
    if (minute.incident == Incident::None) {
        m_ordinal = 0;
    } else if (belongsToIncident(minute)) {
        record.incident = minute.incident;
        record.ordinal = m_ordinal++;
    }
    return record;
}

void DayPlan::addIncidents()
{
    std::uint64_t ordinaryLoad = 0;
    for (const Minute& minute : m_minutes)
        ordinaryLoad += minute.ordinary;
    const std::size_t first = localMinute(m_options.start);
    const std::span<const IncidentPlan> plans = m_options.log == Log::Web
        ? std::span<const IncidentPlan>(webIncidents)
        : std::span<const IncidentPlan>(firewallIncidents);
    for (const IncidentPlan& plan : plans) {
        for (std::size_t offset = 0; offset < plan.minutes; ++offset) {
            Minute& minute = m_minutes[(plan.localMinute + offset + minutesPerDay - first) % minutesPerDay];
            minute.incident = plan.incident;
            minute.extra = static_cast<std::uint32_t>(ordinaryLoad * plan.share / 1000 / plan.minutes);
        }
    }
}

void DayPlan::sumUp()
{
    for (std::size_t minute = 0; minute < minutesPerDay; ++minute) {
        m_minutes[minute + 1].loadBefore =
            m_minutes[minute].loadBefore + m_minutes[minute].ordinary + m_minutes[minute].extra;
    }
}

std::uint64_t DayPlan::recordsBefore(std::size_t minute) const
{
    // The load of a day is below 2^18, so this holds for 2^46 records.
    return m_options.records * m_minutes[minute].loadBefore / m_minutes.back().loadBefore;
}

bool DayPlan::belongsToIncident(const Minute& minute)
{
    const std::uint32_t load = minute.ordinary + minute.extra;
    m_share += minute.extra;
    if (m_share < load)
        return false;
    m_share -= load;
    return true;
}

} // namespace TmgLens::Generator
