// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/random.h"

#include <chrono>
#include <cstdint>
#include <vector>

namespace TmgLens::Generator {

enum class Log { Web, Firewall };

/// What goes on beside the ordinary traffic.
enum class Incident {
    None,
    LogonRush, ///< People arrive: nearly every request starts with a logon at the proxy.
    NameOutage, ///< The name server is silent; whatever is not remembered cannot be reached.
    CertificateFault, ///< One site, many people use it, and its certificate runs out.
    PortScan, ///< One address outside tries port after port.
    SynAttack, ///< Half-open connections from everywhere.
    Flood, ///< One infected computer inside.
    PasswordGuessing, ///< Somebody outside tries user names at the published mail.
    SiteDown, ///< One site does not answer for a while.
    AsymmetricRoute, ///< Answers of a server reach the clients without the firewall, their packets do not.
    MissingSubnet, ///< One that nobody has added to the definition of the inner network.
    PolicyApplied, ///< Connections end because a rule was changed.
    Exploit, ///< Requests that match signatures of attacks, blocked first, then only detected.
    ServiceStop, ///< The service stops, and what comes then is refused.
};

enum class Story { Day, Quiet };

/// Where the made-up server stands: two hours east of Greenwich, as central Europe is in May.
inline constexpr std::chrono::hours serverZone{2};

/// When one record is written, and what it belongs to.
struct PlannedRecord
{
    std::chrono::sys_seconds utc;
    Incident incident = Incident::None;
    std::uint32_t ordinal = 0; ///< Counts the records of this incident from 0.
};

/// Which day, how many records, and whether anything happens on it.
struct DayPlanOptions
{
    Log log = Log::Web;
    Story story = Story::Day;
    std::uint64_t records = 0;
    std::chrono::sys_seconds start{};
    std::uint64_t seed = 0;
};

/**
 * Spreads records over the 24 hours after the start as the load of an office does, and puts incidents into it.
 *
 * Incidents add load of their own. Times never go back.
 */
class DayPlan
{
public:
    explicit DayPlan(const DayPlanOptions& options);

    /// True if another record follows.
    [[nodiscard]] bool hasNext() const { return m_position < m_options.records; }

    [[nodiscard]] PlannedRecord next();

private:
    struct Minute
    {
        std::uint64_t loadBefore = 0; ///< Sum of the load of all minutes before this one.
        std::uint32_t ordinary = 0; ///< Load of ordinary traffic.
        std::uint32_t extra = 0; ///< Load that the incident adds.
        Incident incident = Incident::None;
    };

    void addIncidents();
    void sumUp();
    [[nodiscard]] std::uint64_t recordsBefore(std::size_t minute) const;
    [[nodiscard]] bool belongsToIncident(const Minute& minute);

    DayPlanOptions m_options;
    Random m_random;
    std::vector<Minute> m_minutes; // one more than the day has, with the whole load before it
    std::uint64_t m_position = 0;
    std::size_t m_minute = 0;
    std::uint32_t m_ordinal = 0;
    std::uint32_t m_share = 0; // of the incident in its minutes, carried from record to record
};

} // namespace TmgLens::Generator
