// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/savedfilters.h"

#include "model/filter/filterexpression.h"
#include "model/keeping/keptfile.h"
#include "model/output/harmlesstext.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr KeptKind filtersKind{.key = "tmglens-filters"_L1, .version = 1};
constexpr auto listKey = "filters"_L1;

QJsonArray toArray(const QList<SavedFilter>& filters)
{
    QJsonArray array;
    for (const SavedFilter& filter : filters) {
        QJsonObject object{{u"name"_s, filter.name}, {u"filter"_s, filter.filter}};
        if (!filter.notes.isEmpty())
            object.insert("notes"_L1, filter.notes);
        array.append(object);
    }
    return array;
}

std::expected<QList<SavedFilter>, KeepingError> fromObject(const QJsonObject& object, const QString& path)
{
    QList<SavedFilter> filters;
    const QJsonArray array = object.value(listKey).toArray();
    for (const auto& entry : array) {
        const SavedFilter filter{.name = entry["name"_L1].toString().simplified(),
                                 .filter = entry["filter"_L1].toString().trimmed(), // in quotes, two spaces count
                                 .notes = entry["notes"_L1].toString().simplified()};
        if (filter.name.isEmpty() || filter.filter.isEmpty())
            return std::unexpected(KeepingError{.kind = KeepingError::Kind::BadEntry,
                                                .path = path,
                                                .entry = filters.size() + 1,
                                                .expected = filter.name.isEmpty() ? u"name"_s : u"filter"_s});
        filters += filter;
    }
    return filters;
}

/// Names that no filter has yet. A file from others can give one name to thousands.
class FreeNames
{
public:
    explicit FreeNames(const QList<SavedFilter>& filters)
    {
        for (const SavedFilter& filter : filters)
            m_taken.insert(filter.name);
    }

    /// @p name, with a number behind it if it is taken. From now on, what is returned is.
    QString take(const QString& name)
    {
        QString free = name;
        int number = m_lastNumbers.value(name, 1);
        while (m_taken.contains(free))
            free = name % u" (" % QString::number(++number) % u')';
        m_lastNumbers.insert(name, number);
        m_taken.insert(free);
        return free;
    }

private:
    QSet<QString> m_taken;
    QHash<QString, int> m_lastNumbers;
};

} // namespace

QByteArray filtersToJson(const QList<SavedFilter>& filters)
{
    return QJsonDocument(QJsonObject{{filtersKind.key, filtersKind.version}, {listKey, toArray(filters)}}).toJson();
}

std::expected<QList<SavedFilter>, KeepingError> filtersFromJson(const QByteArray& json, const QString& path)
{
    return parseKept(json, filtersKind, path).and_then([&](const QJsonObject& object) {
        return fromObject(object, path);
    });
}

QString describeFirstMistake(const QList<SavedFilter>& filters)
{
    for (const SavedFilter& filter : filters) {
        const auto parsed = FilterExpression::parse(filter.filter);
        if (!parsed)
            return QCoreApplication::translate("SavedFilters", "The filter “%1” has a mistake at character %2: %3")
                .arg(harmlessText(filter.name), QString::number(parsed.error().position + 1), parsed.error().message);
    }
    return {};
}

MergedFilters mergeFilters(const QList<SavedFilter>& own, const QList<SavedFilter>& imported)
{
    MergedFilters merged{.filters = own};
    FreeNames names(own);
    QSet<std::pair<QString, QString>> known;
    for (const SavedFilter& filter : own)
        known.insert({filter.name, filter.filter});
    for (const SavedFilter& filter : imported) {
        if (known.contains({filter.name, filter.filter})) {
            ++merged.known;
            continue;
        }
        SavedFilter added = filter;
        added.name = names.take(filter.name);
        known.insert({added.name, added.filter});
        merged.renamed += added.name == filter.name ? 0 : 1;
        merged.filters += added;
        ++merged.added;
    }
    return merged;
}

const QList<SavedFilter>& starterFilters()
{
    static const QList<SavedFilter> filters = [] {
        QFile file(u":/tmglens/filters/starter.json"_s);
        auto read = filtersFromJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(), file.fileName());
        Q_ASSERT_X(read.has_value(), "starterFilters", "the shipped filters are faulty");
        return read ? std::move(*read) : QList<SavedFilter>();
    }();
    return filters;
}

std::expected<QList<SavedFilter>, KeepingError> FilterStore::read() const
{
    return readKept(m_path, filtersKind).and_then([this](const QJsonObject& object) {
        return fromObject(object, m_path);
    });
}

std::expected<void, KeepingError> FilterStore::replace(const QList<SavedFilter>& old,
                                                       const QList<SavedFilter>& filters) const
{
    return changeKept(m_path, filtersKind, [&](QJsonObject& object) -> std::expected<void, KeepingError> {
        const auto now = fromObject(object, m_path);
        if (!now)
            return std::unexpected(now.error());
        if (*now != old)
            return std::unexpected(KeepingError{.kind = KeepingError::Kind::Changed, .path = m_path});
        object.insert(listKey, toArray(filters));
        return {};
    });
}

} // namespace TmgLens
