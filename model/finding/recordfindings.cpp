// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/recordfindings.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace TmgLens {

namespace {

/// A record, and the place of a finding that it belongs to.
struct Membership
{
    quint32 record;
    quint32 finding;

    auto operator<=>(const Membership&) const = default;
};

std::vector<Membership> membershipsOf(const std::vector<Finding>& findings)
{
    std::vector<Membership> memberships;
    for (std::size_t i = 0; i < findings.size(); ++i)
        for (const quint32 record : findings[i].records)
            memberships.push_back({.record = record, .finding = quint32(i)});
    std::ranges::sort(memberships);
    return memberships;
}

} // namespace

/// The findings begin with the worst.
RecordFindings::RecordFindings(const Findings& found)
{
    const std::vector<Membership> memberships = membershipsOf(found.findings);
    std::map<QStringList, quint32> places;
    const auto isOfOne = [](const Membership& one, const Membership& other) { return one.record == other.record; };
    for (const auto& ofRecord : memberships | std::views::chunk_by(isOfOne)) {
        QStringList ids;
        for (const Membership& membership : ofRecord)
            if (const QString& id = found.findings[membership.finding].pattern->id; !ids.contains(id))
                ids += id;
        const auto [place, isNew] = places.try_emplace(ids, quint32(m_texts.size()));
        if (isNew)
            m_texts.push_back(ids.join(u' ').toStdString());
        m_records.push_back(ofRecord.front().record);
        m_places.push_back(place->second);
    }
}

std::string_view RecordFindings::idsOf(quint32 record) const
{
    const auto found = std::ranges::lower_bound(m_records, record);
    if (found == m_records.end() || *found != record)
        return {};
    return m_texts[m_places[std::size_t(found - m_records.begin())]];
}

} // namespace TmgLens
