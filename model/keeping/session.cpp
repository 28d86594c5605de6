// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/session.h"

#include "model/keeping/keptfile.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr KeptKind sessionKind{.key = "tmglens-session"_L1, .version = 1};
constexpr auto windowsKey = "windows"_L1;

// -- Parts of a window -----------------------------------------------------------------------------------------------

QJsonArray toArray(const FilterTerms& terms)
{
    QJsonArray array;
    for (const FilterTerms::Term& term : terms.terms())
        array.append(QJsonObject{{u"term"_s, term.expression.toString()}, {u"on"_s, term.isOn}});
    return array;
}

FilterTerms termsFrom(const QJsonArray& array)
{
    QList<FilterTerms::Term> terms;
    for (const auto& entry : array) {
        const auto expression = FilterExpression::parse(entry["term"_L1].toString());
        if (expression && !expression->isEmpty())
            terms.append({.expression = *expression, .isOn = entry["on"_L1].toBool(true)});
    }
    return FilterTerms(terms);
}

QString toText(LogTime time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC).toString(Qt::ISODate);
}

std::optional<LogTime> timeFrom(const QString& text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(LogTime(std::chrono::seconds(time.toSecsSinceEpoch()))) : std::nullopt;
}

std::optional<Filter::Times> zoomFrom(const QJsonValue& value)
{
    const auto begin = timeFrom(value["begin"_L1].toString());
    const auto end = timeFrom(value["end"_L1].toString());
    if (!begin || !end || *begin >= *end)
        return {};
    return Filter::Times{.begin = *begin, .end = *end};
}

QJsonObject toObject(const LogPosition& record)
{
    return {{u"log"_s, record.log}, {u"offset"_s, qint64(record.offset)}};
}

std::optional<LogPosition> recordFrom(const QJsonValue& value)
{
    const QString log = value["log"_L1].toString();
    const qint64 offset = value["offset"_L1].toInteger(-1);
    return !log.isEmpty() && offset >= 0 ? std::optional(LogPosition{.log = log, .offset = quint64(offset)})
                                         : std::nullopt;
}

// -- A window --------------------------------------------------------------------------------------------------------

/// Where in the records a person was.
QJsonObject placeObject(const WindowView& window)
{
    QJsonObject place;
    if (window.current) {
        place.insert("record"_L1, toObject(*window.current));
        place.insert("column"_L1, window.currentColumn);
    }
    if (window.anchor) {
        place.insert("anchor"_L1, toObject(*window.anchor));
        place.insert("rows-above"_L1, window.rowsAbove);
    }
    return place;
}

QJsonObject toObject(const WindowView& window)
{
    QJsonObject object{{u"paths"_s, QJsonArray::fromStringList(window.paths)},
                       {u"hidden-files"_s, QJsonArray::fromStringList(window.hiddenFiles)},
                       {u"geometry"_s, QString::fromLatin1(window.geometry.toBase64())},
                       {u"filter"_s, toArray(window.terms)},
                       {u"categories"_s, QJsonArray::fromStringList(window.selection.toWords())},
                       {u"only-malformed"_s, window.isOnlyMalformed},
                       {u"place"_s, placeObject(window)}};
    if (!window.sortField.isEmpty())
        object.insert(
            "sort"_L1,
            QJsonObject{{u"field"_s, window.sortField}, {u"is-descending"_s, window.sortOrder == Qt::DescendingOrder}});
    if (window.serverZone)
        object.insert("server-zone"_L1, zoneName(*window.serverZone));
    if (window.zoom)
        object.insert("zoom"_L1,
                      QJsonObject{{u"begin"_s, toText(window.zoom->begin)}, {u"end"_s, toText(window.zoom->end)}});
    return object;
}

WindowView windowFrom(const QJsonValue& value)
{
    const QJsonValue place = value["place"_L1];
    const QJsonValue sort = value["sort"_L1];
    return {.paths = value["paths"_L1].toVariant().toStringList(),
            .hiddenFiles = value["hidden-files"_L1].toVariant().toStringList(),
            .geometry = QByteArray::fromBase64(value["geometry"_L1].toString().toLatin1()),
            .terms = termsFrom(value["filter"_L1].toArray()),
            .selection = ResultSelection::fromWords(value["categories"_L1].toVariant().toStringList()),
            .isOnlyMalformed = value["only-malformed"_L1].toBool(),
            .sortField = sort["field"_L1].toString(),
            .sortOrder = sort["is-descending"_L1].toBool() ? Qt::DescendingOrder : Qt::AscendingOrder,
            .current = recordFrom(place["record"_L1]),
            .currentColumn = std::max(0, place["column"_L1].toInt()),
            .anchor = recordFrom(place["anchor"_L1]),
            .rowsAbove = std::max(0, place["rows-above"_L1].toInt()),
            .zoom = zoomFrom(value["zoom"_L1]),
            .serverZone = parseZone(value["server-zone"_L1].toString())};
}

QJsonObject toObject(const QList<WindowView>& windows)
{
    QJsonArray array;
    for (const WindowView& window : windows)
        array.append(toObject(window));
    return {{windowsKey, array}};
}

QList<WindowView> windowsFrom(const QJsonObject& object)
{
    QList<WindowView> windows;
    const QJsonArray array = object.value(windowsKey).toArray();
    for (const auto& entry : array) {
        const WindowView window = windowFrom(entry);
        if (!window.paths.isEmpty() && std::ranges::all_of(window.paths, &QDir::isAbsolutePath))
            windows += window;
    }
    return windows;
}

} // namespace

QByteArray sessionToJson(const QList<WindowView>& windows)
{
    QJsonObject object = toObject(windows);
    object.insert(sessionKind.key, sessionKind.version);
    return QJsonDocument(object).toJson();
}

std::expected<QList<WindowView>, KeepingError> sessionFromJson(const QByteArray& json, const QString& path)
{
    return parseKept(json, sessionKind, path).transform(windowsFrom);
}

SessionStore::SessionStore(const QString& path) : m_path(path), m_lock(path + u".lock"_s)
{
    m_lock.setStaleLockTime(std::chrono::milliseconds(0)); // only the end of the owner makes it stale
}

bool SessionStore::own()
{
    QDir().mkpath(QFileInfo(m_path).path());
    return m_lock.isLocked() || m_lock.tryLock();
}

std::expected<QList<WindowView>, KeepingError> SessionStore::read() const
{
    return readKept(m_path, sessionKind).transform(windowsFrom);
}

std::expected<void, KeepingError> SessionStore::write(const QList<WindowView>& windows) const
{
    return writeKept(m_path, sessionKind, toObject(windows));
}

} // namespace TmgLens
