// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/pattern.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr std::array<QLatin1StringView, findingSeverityCount> severityWords = {
    QLatin1StringView("noise"), QLatin1StringView("notice"), QLatin1StringView("warning"), QLatin1StringView("alarm")};

} // namespace

QLatin1StringView keyword(FindingSeverity severity)
{
    return severityWords[std::size_t(severity)];
}

std::optional<FindingSeverity> findingSeverity(QStringView word)
{
    const auto found = std::ranges::find_if(
        severityWords, [word](QLatin1StringView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
    if (found == severityWords.end())
        return {};
    return FindingSeverity(found - severityWords.begin());
}

} // namespace TmgLens
