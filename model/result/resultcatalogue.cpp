// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultcatalogue.h"

#include "model/result/cataloguereader.h"

#include <QFile>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

// In the order of the look-up by symbol: the documented tables come before the collected ones.
constexpr std::array builtInFiles{
    "web-proxy.json"_L1,     "firewall.json"_L1, "further-codes.json"_L1,
    "generic-codes.json"_L1, "ranges.json"_L1,   "packet-filter.json"_L1,
};

QList<QByteArray> readBuiltInFiles()
{
    QList<QByteArray> contents;
    for (const QLatin1StringView name : builtInFiles) {
        QFile file(u":/tmglens/catalogue/"_s + name);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        Q_ASSERT(isOpen);
        if (isOpen)
            contents.append(file.readAll());
    }
    return contents;
}

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

} // namespace

const ResultCatalogue& ResultCatalogue::builtIn()
{
    static const ResultCatalogue catalogue = [] {
        auto read = fromJson(readBuiltInFiles());
        Q_ASSERT_X(read.has_value(), "ResultCatalogue", "the shipped catalogue is faulty");
        return read ? std::move(*read) : ResultCatalogue();
    }();
    return catalogue;
}

std::expected<ResultCatalogue, QString> ResultCatalogue::fromJson(const QList<QByteArray>& files)
{
    auto content = readCatalogue(files);
    if (!content)
        return std::unexpected(content.error());

    ResultCatalogue catalogue;
    catalogue.m_entries = std::move(content->entries);
    catalogue.m_ranges = std::move(content->ranges);
    catalogue.m_dispositions = std::move(content->dispositions);
    for (std::size_t i = 0; i < catalogue.m_entries.size(); ++i) {
        const ResultEntry& entry = catalogue.m_entries[i];
        catalogue.m_byValue.insert(entry.value, i);
        for (const QStringList& names : {entry.symbols, entry.aliases}) {
            for (const QString& name : names)
                catalogue.m_bySymbol.insert(name.toUpper(), i);
        }
    }
    return catalogue;
}

const ResultEntry* ResultCatalogue::find(quint32 value, LogKind log) const
{
    const ResultEntry* best = nullptr;
    const auto [begin, end] = m_byValue.equal_range(value);
    for (auto it = begin; it != end; ++it) {
        const ResultEntry* candidate = &m_entries[*it];
        if (!best || distance(candidate->log, log) < distance(best->log, log))
            best = candidate;
    }
    return best;
}

std::vector<const ResultEntry*> ResultCatalogue::findSymbol(QStringView symbol) const
{
    std::vector<const ResultEntry*> found;
    const auto [begin, end] = m_bySymbol.equal_range(symbol.toString().toUpper());
    for (auto it = begin; it != end; ++it)
        found.push_back(&m_entries[*it]);
    std::ranges::sort(found); // by place in m_entries; the hash keeps no order
    std::ranges::stable_partition(
        found, [symbol](const ResultEntry* entry) { return entry->symbols.contains(symbol, Qt::CaseInsensitive); });
    return found;
}

const ResultRange* ResultCatalogue::findRange(quint32 value) const
{
    const ResultRange* narrowest = nullptr;
    for (const ResultRange& range : m_ranges) {
        if (value < range.first || value > range.last)
            continue;
        if (!narrowest || range.last - range.first < narrowest->last - narrowest->first)
            narrowest = &range;
    }
    return narrowest;
}

const PacketDisposition* ResultCatalogue::findDisposition(QStringView word) const
{
    const auto it = std::ranges::find_if(m_dispositions, [word](const PacketDisposition& disposition) {
        return disposition.entry.symbols.contains(word, Qt::CaseInsensitive);
    });
    return it == m_dispositions.end() ? nullptr : &*it;
}

const PacketDisposition* ResultCatalogue::findDisposition(quint32 number) const
{
    const auto it = std::ranges::find(m_dispositions, number, &PacketDisposition::number);
    return it == m_dispositions.end() ? nullptr : &*it;
}

} // namespace TmgLens
