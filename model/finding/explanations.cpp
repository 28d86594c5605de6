// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/explanations.h"

#include <algorithm>
#include <map>

namespace TmgLens {

namespace {

using Attributes = std::vector<Attribute>;
using Values = std::vector<Fingerprint>;

struct Stretch
{
    LogTime first;
    LogTime last;
};

Attributes common(const Attributes& one, const Attributes& other)
{
    Attributes common;
    std::ranges::copy_if(one, std::back_inserter(common),
                         [&other](Attribute attribute) { return std::ranges::contains(other, attribute); });
    return common;
}

Values valuesOf(const Finding& finding, const Attributes& attributes)
{
    Values values;
    for (const Attribute attribute : attributes) {
        const auto place = std::ranges::find(finding.pattern->key, attribute) - finding.pattern->key.begin();
        values.push_back(finding.key[std::size_t(place)]);
    }
    return values;
}

/// When the findings of one pattern were, for findings of another.
class Times
{
public:
    Times(const std::vector<Finding>& findings, const QString& id, const Attributes& key)
    {
        for (const Finding& finding : findings) {
            if (finding.pattern->id != id)
                continue;
            if (!m_isAny)
                m_common = common(key, finding.pattern->key);
            m_isAny = true;
            m_stretches[valuesOf(finding, m_common)].push_back({.first = finding.first, .last = finding.last});
        }
        for (auto& [values, stretches] : m_stretches) {
            std::ranges::sort(stretches, {}, &Stretch::first);
            // From here on `last` is the latest so far: one look tells whether any of those before lasts long enough.
            for (std::size_t i = 1; i < stretches.size(); ++i)
                stretches[i].last = std::max(stretches[i].last, stretches[i - 1].last);
        }
    }

    [[nodiscard]] bool overlap(const Finding& finding) const
    {
        const auto stretches = m_isAny ? m_stretches.find(valuesOf(finding, m_common)) : m_stretches.end();
        if (stretches == m_stretches.end())
            return false;
        const auto behind = std::ranges::upper_bound(stretches->second, finding.last, {}, &Stretch::first);
        return behind != stretches->second.begin() && std::prev(behind)->last >= finding.first;
    }

private:
    bool m_isAny = false;
    Attributes m_common; // attributes of both keys
    std::map<Values, std::vector<Stretch>> m_stretches;
};

/// Removes findings that overlap, or not, with one of those that their patterns name in @p others.
void removeIf(std::vector<Finding>& findings, QStringList Pattern::* others, bool isToOverlap)
{
    std::map<std::pair<const Pattern*, QString>, Times> times;
    for (const Finding& finding : findings)
        for (const QString& id : finding.pattern->*others)
            if (!times.contains({finding.pattern, id}))
                times.try_emplace({finding.pattern, id}, findings, id, finding.pattern->key);
    std::erase_if(findings, [&](const Finding& finding) {
        const QStringList& ids = finding.pattern->*others;
        return !ids.isEmpty() && isToOverlap == std::ranges::any_of(ids, [&](const QString& id) {
                                     return times.at({finding.pattern, id}).overlap(finding);
                                 });
    });
}

/// Removes findings all of whose records are among those of the patterns that their own names.
void removeTold(std::vector<Finding>& findings)
{
    const auto recordsOf = [&findings](const QStringList& ids) {
        std::vector<quint32> records;
        for (const Finding& finding : findings)
            if (ids.contains(finding.pattern->id))
                records.insert(records.end(), finding.records.begin(), finding.records.end());
        std::ranges::sort(records);
        return records;
    };
    std::map<const Pattern*, std::vector<quint32>> told;
    for (const Finding& finding : findings)
        if (!finding.pattern->toldBy.isEmpty() && !told.contains(finding.pattern))
            told.emplace(finding.pattern, recordsOf(finding.pattern->toldBy));
    std::erase_if(findings, [&told](const Finding& finding) {
        const auto others = told.find(finding.pattern);
        return others != told.end() && std::ranges::includes(others->second, finding.records);
    });
}

} // namespace

void removeExplained(std::vector<Finding>& findings)
{
    removeIf(findings, &Pattern::during, false);
    removeIf(findings, &Pattern::notDuring, true);
    removeTold(findings);
}

} // namespace TmgLens
