// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/logtable.h"

#include "model/database/databaseconnection.h"
#include "model/format/columntitles.h"
#include "model/format/recordtime.h"
#include "model/format/tablelayout.h"

#include <QSet>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

bool isInteger(QMetaType type)
{
    switch (type.id()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return true;
    default:
        return false;
    }
}

/// The columns with plain names of the table @p name: where two schemas have such a table, each once.
QList<LogColumn> columnsOf(const DatabaseConnection& connection, const QString& name)
{
    QList<LogColumn> columns;
    QSet<QString> seen;
    const QSqlRecord record = connection.database().record(connection.quoted(name)); // else in small letters
    for (int i = 0; i < record.count(); ++i) {
        const QSqlField field = record.field(i);
        if (!isPlainName(field.name()) || seen.contains(field.name()))
            continue;
        seen.insert(field.name());
        columns.append({.name = field.name(),
                        .isTime = field.metaType().id() == QMetaType::QDateTime,
                        .isInteger = isInteger(field.metaType())});
    }
    return columns;
}

QByteArray titlesOf(const QList<LogColumn>& columns)
{
    QByteArrayList names;
    for (const LogColumn& column : columns)
        names += column.name.toUtf8();
    return names.join(',');
}

bool isKey(const LogColumn& column)
{
    return column.isTime && (column.id == FieldId::LocalTime || column.id == FieldId::GmtTime);
}

/// What @p columns are the columns of; nothing if they are not those of a log.
std::optional<LogTable> tableOf(const QString& name, const QList<LogColumn>& columns)
{
    const QByteArray titles = titlesOf(columns);
    const auto layout = layoutOfTitles({titles.constData(), std::size_t(titles.size())});
    if (!layout || layout->format != LogLayout::Format::Database
        || layout->fields.size() != std::size_t(columns.size()))
        return {};
    LogTable table{.name = name, .kind = layout->kind, .columns = columns};
    for (qsizetype i = 0; i < columns.size(); ++i)
        table.columns[i].id = layout->fields[std::size_t(i)].id;
    return std::ranges::any_of(table.columns, isKey) ? std::optional(table) : std::nullopt;
}

/// What the table @p name, which has the name of a table of the product, lacks of the columns that all versions have.
/// Nothing for other names.
QStringList missingColumns(const QString& name, const QList<LogColumn>& columns)
{
    const bool isWeb = name.compare("WebProxyLog"_L1, Qt::CaseInsensitive) == 0;
    if (!isWeb && name.compare("FirewallLog"_L1, Qt::CaseInsensitive) != 0)
        return {};
    const LogKind kind = isWeb ? LogKind::Web : LogKind::Firewall;
    const auto oldest = std::ranges::find(databaseTables(), kind, &DatabaseTable::kind);
    QStringList missing;
    for (const TableColumn& wanted : oldest->columns) {
        const auto title = QLatin1StringView(wanted.title);
        const bool isThere = std::ranges::any_of(columns, [&](const LogColumn& column) {
            const bool isRight = wanted.type != FieldType::DateTime || column.isTime;
            return isRight && column.name.compare(title, Qt::CaseInsensitive) == 0;
        });
        if (!isThere)
            missing += title;
    }
    return missing;
}

std::optional<std::chrono::sys_seconds> timeOf(const QVariant& text)
{
    return parseDateTime(text.toString().toStdString(), LogLayout::DateOrder::YearMonthDay);
}

/// Counts the rows of @p table and finds the first and the last time.
std::expected<void, LoadError> measure(LogTable& table, const DatabaseConnection& connection)
{
    const QString key = connection.quoted(table.key().name);
    const QString sql = u"SELECT COUNT(*), COUNT(%1), %2, %3 FROM %4"_s.arg(
        key, connection.timeAsText(u"MIN("_s + key + u')'), connection.timeAsText(u"MAX("_s + key + u')'),
        connection.quoted(table.name));
    auto query = connection.run(sql);
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::unexpected(queryError(*query, table.name));
    table.rows = query->value(0).toULongLong();
    table.rowsWithoutTime = table.rows - std::min(table.rows, query->value(1).toULongLong());
    const auto first = timeOf(query->value(2));
    const auto last = timeOf(query->value(3));
    if (first && last)
        table.span = TimeSpan{*first, *last + std::chrono::seconds(1)};
    return {};
}

} // namespace

const LogColumn* LogTable::find(FieldId id) const
{
    const auto found = std::ranges::find(columns, id, &LogColumn::id);
    return found == columns.end() ? nullptr : &*found;
}

const LogColumn& LogTable::key() const
{
    const LogColumn* local = find(FieldId::LocalTime);
    return local && local->isTime ? *local : *std::ranges::find(columns, FieldId::GmtTime, &LogColumn::id);
}

std::expected<QList<LogTable>, LoadError> findLogTables(const DatabaseLogin& login, const std::stop_token& stop)
{
    const auto connection = DatabaseConnection::open(login);
    if (!connection)
        return std::unexpected(connection.error());
    QList<LogTable> tables;
    LoadError refusal{.kind = LoadError::Kind::NoLogTable, .path = login.displayName()};
    const QStringList names = (*connection)->database().tables(QSql::Tables);
    for (const QString& name : names) {
        if (stop.stop_requested())
            return std::unexpected(LoadError{.kind = LoadError::Kind::Stopped, .path = login.displayName()});
        if (!isPlainName(name))
            continue;
        const QList<LogColumn> columns = columnsOf(**connection, name);
        if (auto table = tableOf(name, columns)) {
            if (const auto measured = measure(*table, **connection); !measured)
                return std::unexpected(measured.error());
            tables.append(*table);
        } else if (const QStringList missing = missingColumns(name, columns); !missing.isEmpty()) {
            refusal = {.kind = LoadError::Kind::ColumnsMissing, .path = name, .seen = missing.join(u", ").toUtf8()};
        }
    }
    return tables.isEmpty() ? std::unexpected(refusal) : std::expected<QList<LogTable>, LoadError>(tables);
}

} // namespace TmgLens
