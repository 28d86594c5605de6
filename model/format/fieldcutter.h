// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/fieldmarks.h"

#include <string>
#include <string_view>

namespace TmgLens {

/**
 * Cuts the bytes of a record (without line end) into fields.
 *
 * The views point into the record, or into @p unescaped for cells of a CSV in which quotes are doubled; it must live as
 * long as they do. Nothing else is unescaped: cells come as the log holds them. Allocates only when @p cells or
 * @p unescaped grows. Thread-safe.
 *
 * What SQL tools write for no value, an unquoted NULL or a lone NUL byte, is an empty cell.
 *
 * A record of the server's other log yields none; one with too few fields yields fewer cells than the layout has, one
 * with too many yields more.
 */
void cutFields(std::string_view record, const LogLayout& layout, std::vector<std::string_view>& cells,
               std::string& unescaped);

/**
 * Cuts one record after the other as cutFields() does, each only as far as the fields that are asked for. For those
 * who look at a few fields of many records. Allocates only for the first records.
 */
class FieldCutter
{
public:
    /// @p layout must outlive the cutter.
    explicit FieldCutter(const LogLayout& layout) : m_layout(layout) {}

    /// Goes on to another record. With @p marks no separator need be looked for; they are taken only where they suit
    /// the layout.
    void setRecord(std::string_view record, const FieldMarks& marks = {})
    {
        m_record = record;
        m_marks = marks;
        m_cells.clear();
        m_rest = std::nullopt;
        m_isStarted = false;
    }
    /// Cell number @p field; nothing if the record is too short to have it.
    [[nodiscard]] std::string_view cell(std::size_t field)
    {
        return isMarked(field) ? markedCell(field) : cutCell(field);
    }

private:
    /// True if the marks alone tell where @p field is: the cells of a GMT time may have to be joined.
    [[nodiscard]] bool isMarked(std::size_t field) const
    {
        const bool mayBeJoined =
            m_layout.gmtTimeField && field >= *m_layout.gmtTimeField && m_marks.ends.size() > m_layout.fields.size();
        return !m_marks.ends.empty() && !mayBeJoined;
    }
    [[nodiscard]] std::string_view markedCell(std::size_t field) const
    {
        return field < m_marks.ends.size() ? m_marks.cell(m_record, field, std::size_t(m_layout.separator.size()))
                                           : std::string_view();
    }
    [[nodiscard]] std::string_view cutCell(std::size_t field);
    void cutTo(std::size_t field);
    template <typename Separator> void cutFurther(Separator separator, std::size_t separatorLength, std::size_t field);

    const LogLayout& m_layout;
    std::string_view m_record;
    FieldMarks m_marks;
    std::vector<std::string_view> m_cells; // those that are cut
    std::string m_unescaped; // see cutFields()
    std::optional<std::string_view> m_rest; // behind them; nothing if there is no more
    bool m_isStarted = false;
};

/// The record without a syslog prefix, if the layout says that there is one.
[[nodiscard]] std::string_view recordPayload(std::string_view record, const LogLayout& layout);

/// A row that syslog has relayed, in its two parts.
struct RelayedRow
{
    std::string_view tag = {}; ///< `ISAWebLog` or `ISAFWSLog`; empty for a row without a prefix.
    std::string_view payload = {}; ///< The row as the server wrote it.
};

/**
 * Takes off a syslog prefix that ends in `ISAWebLog` or `ISAFWSLog` and a lone 0, as Snare relays rows.
 *
 * Only the front of the row is looked at, before its first separator: a user agent can hold the same words.
 */
[[nodiscard]] RelayedRow splitRelayed(std::string_view record);

/// True for a row that syslog relayed from the server's other log: it has other fields, and is not cut.
[[nodiscard]] bool isOfOtherLog(std::string_view record, const LogLayout& layout);

/// The same bytes as a view of the standard library, which the parsing functions take.
[[nodiscard]] inline std::string_view toStringView(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

/// `-` and nothing at all both mean that the log holds no value.
[[nodiscard]] constexpr bool isEmptyCell(std::string_view cell)
{
    return cell.empty() || cell == "-";
}

/// What SQL tools write, without quotes, for no value and for an empty text: `NULL`, and bcp's lone NUL byte.
[[nodiscard]] constexpr bool isSqlNull(std::string_view cell)
{
    return cell == "NULL" || cell == std::string_view("\0", 1);
}

/**
 * Text of a cell, for people: UTF-8 if it is valid, Windows Latin otherwise, since nothing documents the encoding of
 * user and rule names in text logs. No byte is dropped.
 */
[[nodiscard]] QString cellText(std::string_view cell);

} // namespace TmgLens
