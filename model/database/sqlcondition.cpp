// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/sqlcondition.h"

#include "model/filter/filternode.h"
#include "model/filter/timerange.h"
#include "model/format/recordtime.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace TmgLens {

using namespace Filter;
using namespace Qt::StringLiterals;

namespace {

/// In UTC, in which each date has all hours; only its digits reach the database.
QVariant valueOf(std::chrono::sys_seconds time)
{
    return QDateTime::fromSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::UTC);
}

SqlCondition anyOf(const QList<SqlCondition>& conditions)
{
    SqlCondition any;
    QStringList texts;
    for (const SqlCondition& condition : conditions) {
        texts += condition.text;
        any.values += condition.values;
    }
    any.text = u'(' + texts.join(u" OR ") + u')';
    return any;
}

SqlCondition isBetween(const QString& column, qint64 first, qint64 last)
{
    return {.text = column + u" BETWEEN ? AND ?"_s, .values = {first, last}};
}

/// Tables have codes as signed numbers; a copy may have them as they are.
QList<SqlCondition> isCode(const QString& column, const Codes::Range& range)
{
    constexpr auto greatest = quint32(std::numeric_limits<qint32>::max());
    QList<SqlCondition> conditions = {isBetween(column, range.first, range.last)};
    if (range.last > greatest)
        conditions += isBetween(column, qint32(std::max(range.first, greatest + 1)), qint32(range.last));
    return conditions;
}

QStringList spellings(const IpAddress& address)
{
    const auto number = quint32(address.low);
    const QString digits = QString::number(number, 16).rightJustified(8, u'0');
    return {digits + u"-ffff-0000-0000-000000000000"_s, QString::fromStdString(addressText(address)),
            QString::number(number)};
}

/// One condition for each value, of which one must hold; nothing if SQL cannot say all of them.
template <typename Meaning, typename Condition>
SqlCondition conditionOf(const Comparison& comparison, Condition condition)
{
    QList<SqlCondition> conditions;
    for (const Value& value : comparison.values) {
        const auto* meaning = std::get_if<Meaning>(&value.meaning);
        const QList<SqlCondition> more = meaning ? condition(*meaning) : QList<SqlCondition>();
        if (more.isEmpty())
            return {};
        conditions += more;
    }
    return anyOf(conditions);
}

SqlCondition ofCodes(const Comparison& comparison, const LogTable& table, const DatabaseConnection& connection)
{
    const LogColumn* column = table.find(FieldId::ResultCode);
    if (!column || !column->isInteger)
        return {};
    const QString number = u"CAST(%1 AS bigint)"_s.arg(connection.quoted(column->name)); // for codes with a sign bit
    return conditionOf<Codes>(comparison, [&number](const Codes& codes) {
        QList<SqlCondition> conditions;
        for (const Codes::Range& range : codes.ranges)
            conditions += isCode(number, range);
        return conditions;
    });
}

SqlCondition ofClients(const Comparison& comparison, const LogTable& table, const DatabaseConnection& connection)
{
    const LogColumn* column = table.find(FieldId::Client);
    if (!column)
        return {};
    const QString text = u"LOWER(CAST(%1 AS varchar(48)))"_s.arg(connection.quoted(column->name));
    return conditionOf<Addresses>(comparison, [&text](const Addresses& addresses) -> QList<SqlCondition> {
        if (addresses.first != addresses.last || addresses.port || !addresses.first.isV4())
            return {};
        const QStringList spelled = spellings(addresses.first);
        return {{.text = text + u" IN (?, ?, ?)"_s, .values = {spelled[0], spelled[1], spelled[2]}}};
    });
}

SqlCondition ofComparison(const FilterExpression& term, const LogTable& table, const DatabaseConnection& connection)
{
    const auto* comparison = std::get_if<Comparison>(&term.root()->content);
    if (!comparison || (comparison->op != Operator::Matches && comparison->op != Operator::Equal))
        return {};
    if (comparison->field.subject == Subject::Code)
        return ofCodes(*comparison, table, connection);
    const bool isOfClient = comparison->field.subject == Subject::Cell && comparison->field.id == FieldId::Client;
    return isOfClient ? ofClients(*comparison, table, connection) : SqlCondition();
}

/// Who shows the rows knows by which clock the filter tells times that name no zone; here it may be any, so that some
/// hours more are read. A row without UTC is left to the filter.
SqlCondition ofTimes(const FilterExpression& filter, const LogTable& table, const DatabaseConnection& connection)
{
    constexpr std::chrono::hours east{14}; // the farthest clocks there are
    constexpr std::chrono::hours west{12};
    const auto byClockAhead = [&filter](std::chrono::seconds ahead) {
        return timeRange(filter, ZoneClock(QTimeZone::fromSecondsAheadOfUtc(int(ahead.count()))));
    };
    const auto first = byClockAhead(east);
    const auto last = byClockAhead(-west);
    if (!first || !last)
        return {};
    const std::chrono::sys_seconds earliest = std::chrono::sys_days(firstLogYear / 1 / 1) + west;
    const std::chrono::sys_seconds latest = std::chrono::sys_days((lastLogYear + std::chrono::years(1)) / 1 / 1) - east;
    const TimeSpan span{std::max(first->begin, earliest), std::min(last->end, latest)};
    const LogColumn* utc = table.find(FieldId::GmtTime);
    if (!utc)
        return isWithin(connection.quoted(table.key().name),
                        {span.begin - west, span.end + east}); // by a clock as well
    if (!utc->isTime)
        return {};
    const QString name = connection.quoted(utc->name);
    return anyOf({{.text = name + u" IS NULL"_s}, isWithin(name, span)});
}

} // namespace

SqlCondition SqlCondition::operator&&(const SqlCondition& other) const
{
    if (text.isEmpty() || other.text.isEmpty())
        return text.isEmpty() ? other : *this;
    return {.text = text + u" AND "_s + other.text, .values = values + other.values};
}

QString SqlCondition::clause() const
{
    return text.isEmpty() ? QString() : u" WHERE "_s + text;
}

SqlCondition isWithin(const QString& column, const TimeSpan& span)
{
    return {.text = u"(%1 >= ? AND %1 < ?)"_s.arg(column), .values = {valueOf(span.begin), valueOf(span.end)}};
}

SqlCondition necessaryFor(const FilterExpression& filter, const LogTable& table, const DatabaseConnection& connection)
{
    SqlCondition condition = ofTimes(filter, table, connection);
    const QList<FilterExpression> terms = filter.terms();
    for (const FilterExpression& term : terms)
        condition = condition && ofComparison(term, table, connection);
    return condition;
}

} // namespace TmgLens
