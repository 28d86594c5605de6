// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/logkind.h"

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

QLatin1StringView keyword(LogKind kind)
{
    switch (kind) {
    case LogKind::Web:
        return "web"_L1;
    case LogKind::Firewall:
        return "firewall"_L1;
    case LogKind::PacketFilter:
        return "packet-filter"_L1;
    case LogKind::Unknown:
        break;
    }
    return "unknown"_L1;
}

std::optional<LogKind> logKindOfKeyword(QStringView word)
{
    constexpr std::array kinds = {LogKind::Web, LogKind::Firewall, LogKind::PacketFilter};
    const auto* const found = std::ranges::find_if(kinds, [word](LogKind kind) { return keyword(kind) == word; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

} // namespace TmgLens
