// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"

#include <algorithm>
#include <set>

namespace TmgLens {

namespace {

// How well an entry for one log suits a record of another; the smallest is the best.
int distance(LogKind entry, LogKind asked)
{
    if (entry == asked)
        return 0;
    if (entry == LogKind::Unknown)
        return 1;
    // The packet filter log is a sibling of the Firewall log. Where the log is not known, people mostly ask about the
    // web.
    const LogKind likelier = asked == LogKind::Unknown ? LogKind::Web : LogKind::Firewall;
    return entry == likelier ? 2 : 3;
}

bool comesBefore(QStringView one, QStringView other)
{
    return one.compare(other, Qt::CaseInsensitive) < 0;
}

} // namespace

const CatalogueEntry* ResultCatalogue::find(quint32 value, LogKind log) const
{
    const auto candidates = std::ranges::equal_range(m_tables.entries, value, {}, &CatalogueEntry::value);
    const auto best = std::ranges::min_element(candidates, {},
                                               [log](const CatalogueEntry& entry) { return distance(entry.log, log); });
    return best == candidates.end() ? nullptr : &*best;
}

std::vector<const CatalogueEntry*> ResultCatalogue::findSymbol(QStringView symbol) const
{
    std::vector<const CatalogueEntry*> found;
    for (const CatalogueName& name :
         std::ranges::equal_range(m_tables.names, symbol, comesBefore, &CatalogueName::text))
        found.push_back(&m_tables.entries[name.entry]);
    return found;
}

const CatalogueRange* ResultCatalogue::findRange(quint32 value) const
{
    const CatalogueRange* narrowest = nullptr;
    for (const CatalogueRange& range : m_tables.ranges) {
        if (value < range.first || value > range.last)
            continue;
        if (!narrowest || range.last - range.first < narrowest->last - narrowest->first)
            narrowest = &range;
    }
    return narrowest;
}

const CatalogueDisposition* ResultCatalogue::findDisposition(QStringView word) const
{
    const auto it = std::ranges::find_if(m_tables.dispositions, [word](const CatalogueDisposition& disposition) {
        return disposition.entry.symbols.front().compare(word, Qt::CaseInsensitive) == 0;
    });
    return it == m_tables.dispositions.end() ? nullptr : &*it;
}

QStringList ResultCatalogue::areas() const
{
    std::set<QStringView> areas;
    for (const CatalogueEntry& entry : m_tables.entries)
        areas.insert(entry.area);
    for (const CatalogueRange& range : m_tables.ranges)
        areas.insert(range.entry.area);
    for (const CatalogueDisposition& disposition : m_tables.dispositions)
        areas.insert(disposition.entry.area);
    QStringList words;
    for (const QStringView area : areas)
        words += area.toString();
    return words;
}

const CatalogueDisposition* ResultCatalogue::findDisposition(quint32 number) const
{
    const auto it = std::ranges::find(m_tables.dispositions, number, &CatalogueDisposition::number);
    return it == m_tables.dispositions.end() ? nullptr : &*it;
}

} // namespace TmgLens
