// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/database/tablereader.h"

#include "model/database/csvrow.h"
#include "model/database/databaseconnection.h"
#include "model/database/sqlcondition.h"
#include "model/source/spool.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint64 mostRows = 5000; // of a stretch, if it is longer than a second; some take half a second to come

/// What else rows go by whose time is the same: who, and which connection of theirs.
constexpr std::array lesserKeys = {"servername"_L1, "connectionid"_L1, "sessionid"_L1, "ClientIP"_L1, "SrcPort"_L1};

/// Reads a table stretch by stretch.
class TableReader
{
public:
    TableReader(const TableRequest& request, const DatabaseConnection& connection, const std::stop_token& stop,
                const TableProgress& progress)
        : m_request(request)
        , m_connection(connection)
        , m_stop(stop)
        , m_progress(progress)
        , m_condition(necessaryFor(request.filter, request.table, connection))
        , m_select(u"SELECT "_s + columnList() + fromTable())
        , m_order(orderClause())
    {
    }

    /// Finds out how much there is. The first question, so its failure is that of the whole.
    std::expected<void, LoadError> begin();

    /// As PieceReader asks for it.
    std::expected<std::size_t, LoadError> read(std::span<char> buffer);

    [[nodiscard]] const std::optional<LoadError>& damage() const { return m_damage; }
    [[nodiscard]] QString name() const;

private:
    [[nodiscard]] QString columnList() const;
    [[nodiscard]] QString fromTable() const;
    [[nodiscard]] QString orderClause() const;
    [[nodiscard]] QString key() const { return m_connection.quoted(m_request.table.key().name); }
    [[nodiscard]] bool hasRowsWithoutTime() const;

    std::expected<quint64, LoadError> count(const SqlCondition& condition) const;
    std::expected<TimeSpan, LoadError> nextStretch();
    bool readRow();
    bool ask();
    bool askFor(const SqlCondition& condition);
    bool fail(const LoadError& error);

    const TableRequest& m_request;
    const DatabaseConnection& m_connection;
    const std::stop_token& m_stop;
    const TableProgress& m_progress;
    SqlCondition m_condition;
    QString m_select;
    QString m_order;
    std::optional<QSqlQuery> m_query; // the question whose rows are coming
    TimeSpan m_left{}; // of which nothing has been asked yet
    std::chrono::seconds m_step{1};
    bool m_isTimeless = false; // the rows without a time are to be asked for, after all others
    quint64 m_rows = 0;
    quint64 m_totalRows = 0;
    QByteArray m_text; // that no buffer has had room for yet
    std::optional<LoadError> m_damage;
};

QString TableReader::name() const
{
    return m_request.table.name + u" — "_s + m_request.login.displayName();
}

QString TableReader::columnList() const
{
    QStringList names;
    for (const LogColumn& column : m_request.table.columns) {
        const QString name = m_connection.quoted(column.name);
        names += column.isTime ? m_connection.timeAsText(name) : name;
    }
    return names.join(u", ");
}

QString TableReader::fromTable() const
{
    return u" FROM "_s + m_connection.quoted(m_request.table.name);
}

QString TableReader::orderClause() const
{
    QStringList names = {key()};
    for (const QLatin1StringView lesser : lesserKeys) {
        for (const LogColumn& column : m_request.table.columns) {
            if (column.name.compare(lesser, Qt::CaseInsensitive) == 0)
                names += m_connection.quoted(column.name);
        }
    }
    return u" ORDER BY "_s + names.join(u", ");
}

bool TableReader::hasRowsWithoutTime() const
{
    return !m_request.span && m_request.table.rowsWithoutTime > 0;
}

std::expected<void, LoadError> TableReader::begin()
{
    m_left = m_request.span.value_or(m_request.table.span.value_or(TimeSpan()));
    m_isTimeless = hasRowsWithoutTime();
    const auto total = count(isWithin(key(), m_left));
    if (!total)
        return std::unexpected(total.error());
    m_totalRows = *total + (m_isTimeless ? m_request.table.rowsWithoutTime : 0);
    m_step = std::max<std::chrono::seconds>(1s, (m_left.end - m_left.begin) / qint64(*total / mostRows + 1));
    m_text = csvTitles(m_request.table.columns);
    return {};
}

std::expected<std::size_t, LoadError> TableReader::read(std::span<char> buffer)
{
    while (std::size_t(m_text.size()) < buffer.size() && readRow()) {}
    const auto length = std::min(std::size_t(m_text.size()), buffer.size());
    std::copy_n(m_text.constData(), length, buffer.data());
    m_text.remove(0, qsizetype(length));
    return length;
}

/// Adds the next row to the text; false if there is none.
bool TableReader::readRow()
{
    if (m_damage)
        return false;
    if (m_stop.stop_requested())
        return fail({.kind = LoadError::Kind::Stopped, .path = name()});
    while (!m_query || !m_query->next()) {
        if (m_query && m_query->lastError().isValid())
            return fail(queryError(*m_query, name()));
        if (m_progress)
            m_progress(m_rows, m_totalRows);
        if (!ask())
            return false;
    }
    m_text += csvRow(*m_query, m_request.table.columns);
    ++m_rows;
    return true;
}

/// Asks for the rows of the next stretch; false if there is none, or no answer.
bool TableReader::ask()
{
    while (m_left.begin < m_left.end) {
        if (m_stop.stop_requested())
            return fail({.kind = LoadError::Kind::Stopped, .path = name()});
        const auto stretch = nextStretch();
        if (!stretch)
            return fail(stretch.error());
        m_left.begin = stretch->end;
        if (stretch->begin < stretch->end)
            return askFor(isWithin(key(), *stretch));
    }
    return std::exchange(m_isTimeless, false) && askFor({.text = key() + u" IS NULL"_s});
}

/// The stretch that has some rows but not too many; where there are none for long, an empty one at the end of them.
std::expected<TimeSpan, LoadError> TableReader::nextStretch()
{
    while (true) {
        const TimeSpan stretch{m_left.begin, std::min(m_left.begin + m_step, m_left.end)};
        const auto rows = count(isWithin(key(), stretch));
        if (!rows)
            return std::unexpected(rows.error());
        if (*rows > mostRows && m_step > 1s) {
            m_step /= 2;
            continue;
        }
        if (*rows < mostRows / 2 && m_step < m_left.end - m_left.begin)
            m_step *= 2;
        return *rows > 0 ? stretch : TimeSpan{stretch.end, stretch.end};
    }
}

std::expected<quint64, LoadError> TableReader::count(const SqlCondition& condition) const
{
    const SqlCondition both = condition && m_condition;
    auto query = m_connection.run(u"SELECT COUNT(*)"_s + fromTable() + both.clause(), both.values);
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::unexpected(queryError(*query, name()));
    return query->value(0).toULongLong();
}

bool TableReader::askFor(const SqlCondition& condition)
{
    const SqlCondition both = condition && m_condition;
    m_query.reset(); // some servers answer one question at a time
    auto query = m_connection.run(m_select + both.clause() + m_order, both.values);
    if (!query)
        return fail(query.error());
    m_query = std::move(*query);
    return true;
}

bool TableReader::fail(const LoadError& error)
{
    m_damage = error;
    m_damage->path = name();
    return false;
}

} // namespace

std::expected<SourcePointer, LoadError> readTable(const TableRequest& request, const std::stop_token& stop,
                                                  const TableProgress& progress)
{
    const auto connection = DatabaseConnection::open(request.login);
    if (!connection)
        return std::unexpected(connection.error());
    TableReader reader(request, **connection, stop, progress);
    if (const auto begun = reader.begin(); !begun)
        return std::unexpected(begun.error());
    auto source = Spool().add([&reader](std::span<char> buffer) { return reader.read(buffer); }, reader.name());
    if (!source)
        return std::unexpected(source.error());
    (*source)->setNameless();
    if (reader.damage())
        (*source)->setDamage(*reader.damage());
    return *source;
}

} // namespace TmgLens
