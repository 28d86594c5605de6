// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/samelog.h"

#include "model/source/readbuffer.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::size_t pieceSize = 1024 * 1024;

bool mayBeSame(const SetMember& one, const SetMember& other)
{
    return one.source && other.source && one.records > 0 && one.records == other.records
        && one.source->size() == other.source->size() && one.firstTime == other.firstTime
        && one.lastTime == other.lastTime;
}

bool haveSameBytes(const ByteSource& one, const ByteSource& other, const std::stop_token& stop)
{
    const ReadBuffer buffer(pieceSize, 0);
    const ReadBuffer otherBuffer(pieceSize, 0);
    for (quint64 offset = 0; offset < one.size() && !stop.stop_requested(); offset += pieceSize) {
        const auto count = one.read(offset, buffer.bytes());
        const auto otherCount = other.read(offset, otherBuffer.bytes());
        if (!count || !otherCount
            || !std::ranges::equal(buffer.bytes().first(*count), otherBuffer.bytes().first(*otherCount)))
            return false;
    }
    return true;
}

} // namespace

std::vector<SetFinding> findDuplicates(const std::vector<SetMember>& members, const std::stop_token& stop)
{
    std::vector<SetFinding> duplicates;
    for (std::size_t copy = 1; copy < members.size(); ++copy) {
        const auto isOriginal = [&](const SetMember& member) {
            return mayBeSame(member, members[copy]) && haveSameBytes(*member.source, *members[copy].source, stop);
        };
        const auto end = members.begin() + std::ptrdiff_t(copy);
        if (const auto original = std::find_if(members.begin(), end, isOriginal); original != end)
            duplicates.push_back(
                {.kind = SetFinding::Kind::Duplicate, .members = {copy, std::size_t(original - members.begin())}});
    }
    return duplicates;
}

} // namespace TmgLens
