// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcategory.h"

#include <QString>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

// In the order of the enums.
constexpr std::array<QLatin1StringView, resultFamilyCount> familyWords{
    "win32"_L1,       "http"_L1,         "winsock"_L1, "rws"_L1,     "tmg-forward"_L1,
    "tmg-reverse"_L1, "tmg-firewall"_L1, "hresult"_L1, "unknown"_L1,
};

constexpr std::array<QLatin1StringView, resultClassCount> classWords{
    "allowed"_L1, "redirected"_L1, "closed"_L1, "info"_L1,  "denied"_L1,
    "failed"_L1,  "dropped"_L1,    "attack"_L1, "limit"_L1, "unknown"_L1,
};

constexpr std::array<QLatin1StringView, severityCount> severityWords{
    "ok"_L1, "notice"_L1, "warning"_L1, "error"_L1, "critical"_L1,
};

template <typename Enum, std::size_t count>
std::optional<Enum> enumOf(const std::array<QLatin1StringView, count>& words, QStringView word)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (word.compare(words[i], Qt::CaseInsensitive) == 0)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QLatin1StringView keyword(ResultFamily family)
{
    return familyWords[static_cast<std::size_t>(family)];
}

QLatin1StringView keyword(ResultClass resultClass)
{
    return classWords[static_cast<std::size_t>(resultClass)];
}

QLatin1StringView keyword(Severity severity)
{
    return severityWords[static_cast<std::size_t>(severity)];
}

std::optional<ResultFamily> resultFamily(QStringView word)
{
    return enumOf<ResultFamily>(familyWords, word);
}

std::optional<ResultClass> resultClass(QStringView word)
{
    return enumOf<ResultClass>(classWords, word);
}

std::optional<Severity> severity(QStringView word)
{
    return enumOf<Severity>(severityWords, word);
}

} // namespace TmgLens
