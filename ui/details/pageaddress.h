// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace TmgLens {

/// The number behind @p prefix in the address of a link; nothing for links that begin with something else.
[[nodiscard]] inline std::optional<quint32> numberOfAddress(const QString& address, QLatin1StringView prefix)
{
    bool isNumber = false;
    const quint32 number = address.startsWith(prefix) ? address.sliced(prefix.size()).toUInt(&isNumber) : 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace TmgLens
