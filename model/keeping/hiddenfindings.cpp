// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/hiddenfindings.h"

#include "model/keeping/keptfile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr KeptKind hiddenKind{.key = "tmglens-hidden-findings"_L1, .version = 1};

QJsonObject toEntry(const HiddenFinding& hidden)
{
    QJsonObject entry{{u"pattern"_s, hidden.pattern}};
    if (hidden.first == invalidTime)
        return entry;
    const auto first = QDateTime::fromSecsSinceEpoch(hidden.first.time_since_epoch().count(), QTimeZone::UTC);
    entry.insert("first"_L1, first.toString(Qt::ISODate));
    entry.insert("names"_L1, QJsonArray::fromStringList(hidden.names));
    return entry;
}

/// Nothing if @p entry makes no sense: a person may have edited it.
std::optional<HiddenFinding> fromEntry(const QJsonValue& entry)
{
    HiddenFinding hidden{.pattern = entry["pattern"_L1].toString()};
    if (hidden.pattern.isEmpty())
        return {};
    if (entry["first"_L1].isUndefined())
        return hidden;
    const auto first = QDateTime::fromString(entry["first"_L1].toString(), Qt::ISODate);
    if (!first.isValid())
        return {};
    hidden.first = LogTime(std::chrono::seconds(first.toSecsSinceEpoch()));
    const QJsonArray names = entry["names"_L1].toArray();
    for (const QJsonValueConstRef name : names)
        hidden.names += name.toString();
    return hidden;
}

QSet<HiddenFinding> fromEntries(const QJsonValue& entries)
{
    QSet<HiddenFinding> hidden;
    const QJsonArray array = entries.toArray();
    for (const QJsonValueConstRef entry : array)
        if (const auto one = fromEntry(entry))
            hidden.insert(*one);
    return hidden;
}

QJsonArray toEntries(const QSet<HiddenFinding>& hidden)
{
    QList<HiddenFinding> sorted = hidden.values(); // for those who read the file
    std::ranges::sort(sorted, {}, [](const HiddenFinding& one) { return std::tie(one.pattern, one.first, one.names); });
    QJsonArray entries;
    for (const HiddenFinding& one : std::as_const(sorted))
        entries += toEntry(one);
    return entries;
}

} // namespace

size_t qHash(const HiddenFinding& hidden, size_t seed)
{
    return qHashMulti(seed, hidden.pattern, hidden.first.time_since_epoch().count(), hidden.names);
}

std::expected<HiddenFindings, KeepingError> HiddenFindingStore::read() const
{
    return readKept(m_path, hiddenKind).transform([](const QJsonObject& object) {
        HiddenFindings hidden;
        const QJsonObject logs = object["logs"_L1].toObject();
        for (auto log = logs.begin(); log != logs.end(); ++log)
            hidden.insert(log.key(), fromEntries(*log));
        return hidden;
    });
}

std::expected<void, KeepingError> HiddenFindingStore::change(const QStringList& logs, const HiddenFinding& hidden,
                                                             bool isHidden) const
{
    return changeKept(m_path, hiddenKind, [&](QJsonObject& object) -> std::expected<void, KeepingError> {
        QJsonObject all = object["logs"_L1].toObject();
        for (const QString& log : logs) {
            QSet<HiddenFinding> ofLog = fromEntries(all[log]);
            if (isHidden)
                ofLog.insert(hidden);
            else
                ofLog.remove(hidden);
            if (ofLog.isEmpty())
                all.remove(log);
            else
                all[log] = toEntries(ofLog);
        }
        object = all.isEmpty() ? QJsonObject() : QJsonObject{{u"logs"_s, all}};
        return {};
    });
}

} // namespace TmgLens
