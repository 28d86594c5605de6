// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/serverzone.h"
#include "model/set/setmember.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace TmgLens {

struct IndexBlock;

/// Learns, while logs are read, what their reader ought to know of them as a set: what is missing, and what is there
/// twice. Holds no source: they take handles, and room where they were unpacked. For one thread.
class SetRemarks
{
public:
    /// Takes in a block of the log that came last, or of a new one.
    void note(const IndexBlock& block);

    /// A sentence for each remark; none for a single log. Logs with local times tell them by @p zone. Reads those again
    /// that may be copies.
    [[nodiscard]] QStringList remarks(const std::optional<ServerZone>& zone) const;

private:
    std::vector<SetMember> m_members;
};

} // namespace TmgLens
