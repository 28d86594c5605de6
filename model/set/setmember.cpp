// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setmember.h"

#include "model/index/filenames.h"

#include <algorithm>

namespace TmgLens {

namespace {

SetMember withoutRecords(const LoadedLog& log)
{
    const QString path = log.source ? log.source->path() : pathOf(log.address);
    SetMember member{.name = path, .path = path, .address = log.address, .source = log.source};
    if (log.outcome)
        member.layout = log.outcome->layout;
    return member;
}

void addRecords(SetMember& member, const RecordIndex::File& file, const QString& name)
{
    member.name = name;
    member.layout = file.layout;
    member.records = file.recordCount;
    member.malformed = file.malformedCount;
    member.firstTime = file.firstTime;
    member.lastTime = file.lastTime;
}

} // namespace

std::vector<SetMember> setMembers(const QList<LoadedLog>& logs, const RecordIndex& index)
{
    const QStringList names = fileNames(index);
    std::vector<SetMember> members;
    for (const LoadedLog& log : logs) {
        SetMember& member = members.emplace_back(withoutRecords(log));
        const auto file = std::ranges::find(index.files(), log.source, &RecordIndex::File::source);
        if (log.source && file != index.files().end())
            addRecords(member, *file, names[file - index.files().begin()]);
        if (!log.outcome)
            member.error = log.outcome.error();
        else
            member.error = log.outcome->damage;
    }
    return members;
}

} // namespace TmgLens
