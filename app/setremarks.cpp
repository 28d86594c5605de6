// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/setremarks.h"

#include "model/index/indexblock.h"
#include "model/index/zoneclock.h"
#include "model/output/errortext.h"
#include "model/set/samelog.h"
#include "model/source/filesource.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// Opens those of @p members that are files as they are and tell as much as another one of the same time.
void openLikely(std::vector<SetMember>& members)
{
    for (SetMember& member : members) {
        const auto isLikeIt = [&member](const SetMember& other) {
            return &other != &member && other.records == member.records && other.firstTime == member.firstTime
                && other.lastTime == member.lastTime;
        };
        if (member.records > 0 && member.address.member.isEmpty() && std::ranges::any_of(members, isLikeIt))
            member.source = FileSource::open(member.path).value_or(nullptr);
    }
}

} // namespace

void SetRemarks::note(const IndexBlock& block)
{
    const QString path = block.source->path();
    if (m_members.empty() || m_members.back().path != path) {
        m_members.push_back({.name = path,
                             .path = path,
                             .address = block.source->isOfFile() ? logAddress(path) : LogAddress{.file = path},
                             .layout = block.layout});
    }
    SetMember& member = m_members.back();
    member.records += quint32(block.size());
    for (const LogTime moment : {block.firstTime, block.lastTime}) {
        if (moment == invalidTime)
            continue;
        member.firstTime = member.firstTime == invalidTime ? moment : std::min(member.firstTime, moment);
        member.lastTime = std::max(member.lastTime, moment);
    }
}

QStringList SetRemarks::remarks(const std::optional<ServerZone>& zone) const
{
    if (m_members.size() < 2)
        return {};
    std::vector<SetMember> members = m_members;
    const ZoneClock clock(zone ? zone->zone : QTimeZone(QTimeZone::UTC));
    for (SetMember& member : members) {
        if (member.layout->clock != LogLayout::Clock::ServerLocal)
            continue;
        member.firstTime = clock.firstMoment(member.firstTime);
        member.lastTime = clock.firstMoment(member.lastTime);
    }
    openLikely(members);
    QStringList remarks;
    for (const SetFinding& finding : withDuplicates(findGaps(members), findDuplicates(members, {})))
        remarks += describeSetFinding(finding, members);
    return remarks;
}

} // namespace TmgLens
