// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gestures/plainview.h"

#include <QHash>

#include <algorithm>
#include <compare>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

namespace {

/// What a record is sorted by: nothing before everything, numbers before each other, or text without case.
struct SortKey
{
    std::optional<qint64> number;
    QByteArray text;

    auto operator<=>(const SortKey&) const = default;
};

qint64 addressNumber(const QByteArray& address)
{
    qint64 number = 0;
    const QByteArrayList parts = address.split('.');
    for (const QByteArray& part : parts)
        number = number * 256 + part.toInt();
    return number;
}

SortKey sortKey(const PlainLog& log, const PlainRecord& record, const QByteArray& title)
{
    const QByteArray value = log.value(record, title);
    if (title == "date" || title == "time")
        return {.number = record.moment, .text = {}};
    if (title == "c-ip")
        return {.number = value.isEmpty() ? std::nullopt : std::optional(addressNumber(value)), .text = {}};
    if (title == "sc-bytes" || title == "cs-bytes" || title == "time-taken" || title == "sc-status")
        return {.number = log.number(record, title), .text = {}};
    return {.number = {}, .text = value.toLower()};
}

/// The moments by which several logs are put in order: who has none goes with the record before, or the first after.
std::vector<qint64> orderedMoments(const PlainLog& log)
{
    std::vector<qint64> moments(log.records.size());
    QHash<int, qint64> last;
    for (const PlainRecord& record : log.records)
        if (record.moment && !last.contains(record.log))
            last[record.log] = *record.moment;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        const PlainRecord& record = log.records[i];
        if (record.moment)
            last[record.log] = *record.moment;
        moments[i] = last.value(record.log);
    }
    return moments;
}

} // namespace

bool PlainView::shows(const PlainRecord& record, const PlainTerm* except) const
{
    const auto rejects = [&](const PlainTerm& term) { return &term != except && term.isOn && !term.passes(record); };
    return !hiddenLogs.contains(record.log) && !hiddenCodes.contains(log.code(record))
        && (!isOnlyMalformed || record.isMalformed) && std::ranges::none_of(terms, rejects);
}

std::vector<std::size_t> PlainView::rows() const
{
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < log.records.size(); ++i)
        if (shows(log.records[i]))
            rows.push_back(i);
    if (log.names.size() > 1)
        std::ranges::stable_sort(rows, {}, [moments = orderedMoments(log)](std::size_t i) { return moments[i]; });
    if (sortTitle.isEmpty())
        return rows;
    const auto key = [this](std::size_t i) { return sortKey(log, log.records[i], sortTitle); };
    if (isDescending)
        std::ranges::stable_sort(rows, std::ranges::greater(), key);
    else
        std::ranges::stable_sort(rows, std::ranges::less(), key);
    return rows;
}

bool PlainView::isFiltered() const
{
    return !hiddenLogs.isEmpty() || !hiddenCodes.isEmpty() || isOnlyMalformed
        || std::ranges::any_of(terms, &PlainTerm::isOn);
}

const PlainTerm* PlainView::tickedTerm(const QString& field) const
{
    const auto isTicked = [&field](const PlainTerm& term) { return term.isOn && term.field == field; };
    const auto found = std::ranges::find_if(terms, isTicked);
    return found == terms.end() ? nullptr : &*found;
}

QByteArray PlainView::titleOf(const QString& field)
{
    static const QHash<QString, QByteArray> titles = {{u"client"_s, "c-ip"_ba},
                                                      {u"user"_s, "cs-username"_ba},
                                                      {u"host"_s, "r-host"_ba},
                                                      {u"method"_s, "s-operation"_ba},
                                                      {u"rule"_s, "rule"_ba}};
    return titles.value(field);
}

PlainTerm PlainView::termOfValues(const QString& field, const QStringList& values) const
{
    const auto accepts = [log = &log, field, values](const PlainRecord& record) {
        const QByteArray value = field == "class"_L1 ? log->resultClass(record) : log->value(record, titleOf(field));
        return values.contains(QString::fromUtf8(value));
    };
    return {.accepts = accepts, .field = field, .values = values};
}

void PlainView::forgetDoubles()
{
    const std::vector<PlainTerm> all = terms;
    std::erase_if(terms, [&all](const PlainTerm& term) {
        return !term.isOn
            && std::ranges::any_of(all, [&](const PlainTerm& other) { return other.isOn && other.isSameAs(term); });
    });
}

QMap<QByteArray, QSet<QByteArray>> PlainView::codesByClass() const
{
    QMap<QByteArray, QSet<QByteArray>> codes;
    for (const PlainRecord& record : log.records)
        codes[log.resultClass(record)].insert(log.code(record));
    return codes;
}

} // namespace TmgLens::Test
