// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/event.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::array<QLatin1StringView, attributeCount> attributeWords = {
    QLatin1StringView("client"), QLatin1StringView("host"),       QLatin1StringView("destination"),
    QLatin1StringView("user"),   QLatin1StringView("agent"),      QLatin1StringView("url"),
    QLatin1StringView("port"),   QLatin1StringView("connection"), QLatin1StringView("subnet"),
    QLatin1StringView("rule"),
};

} // namespace

QLatin1StringView keyword(Attribute attribute)
{
    return attributeWords[std::size_t(attribute)];
}

std::optional<Attribute> attribute(QStringView word)
{
    const auto found = std::ranges::find_if(attributeWords, [word](QLatin1StringView known) { return word == known; });
    if (found == attributeWords.end())
        return {};
    return Attribute(found - attributeWords.begin());
}

} // namespace TmgLens
