// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/resultselection.h"
#include "model/index/recordindex.h"

#include <QCache>

#include <memory>
#include <optional>

namespace TmgLens {

/// Numbers of records that several have in common, since there may be many.
using SharedNumbers = std::shared_ptr<const std::vector<quint32>>;

/// Which records are the rows of a table, and in which order. Never changes.
class RecordRows
{
public:
    RecordRows() = default;
    RecordRows(const RecordRows&) = delete;
    RecordRows& operator=(const RecordRows&) = delete;
    virtual ~RecordRows() = default;

    [[nodiscard]] virtual quint32 size() const = 0;
    /// The record of @p row, which must exist. GUI thread only.
    [[nodiscard]] virtual RecordNumber recordAt(int row) const = 0;
    /// The row of @p record, or -1. GUI thread only.
    [[nodiscard]] virtual int rowOf(RecordNumber record) const = 0;
    /// The numbers of all records in the order of the rows. Takes a while; from any thread.
    [[nodiscard]] virtual std::vector<quint32> numbers() const = 0;
    /// The numbers of those rows whose records are in a block of @p count records that starts with @p first, ascending.
    /// From any thread.
    [[nodiscard]] virtual std::vector<quint32> numbersWithin(RecordNumber first, quint32 count) const = 0;
};

using RowsPointer = std::shared_ptr<const RecordRows>;

/// The records of @p rows in the order of the file; nothing if they are all of @p index. Takes a while; from any
/// thread.
[[nodiscard]] std::optional<std::vector<quint32>> sortedNumbers(const RecordRows& rows, const RecordIndex& index);

/**
 * The records of the shown categories, in the order of the file.
 *
 * Made at once, and of no size: blocks know how many of their records carry a code. Which ones these are is looked up
 * for the blocks on screen only.
 */
class CategoryRows final : public RecordRows
{
public:
    /// Those of @p selection in the logs of @p index that are not among @p hiddenFiles; see RecordFilter.
    CategoryRows(const RecordIndex& index, const ResultSelection& selection, const QStringList& hiddenFiles = {});

    [[nodiscard]] quint32 size() const override { return m_firstRows.back(); }
    [[nodiscard]] RecordNumber recordAt(int row) const override;
    [[nodiscard]] int rowOf(RecordNumber record) const override;
    [[nodiscard]] std::vector<quint32> numbers() const override;
    [[nodiscard]] std::vector<quint32> numbersWithin(RecordNumber first, quint32 count) const override;

private:
    [[nodiscard]] quint32 rowsOf(std::size_t part) const { return m_firstRows[part + 1] - m_firstRows[part]; }
    [[nodiscard]] bool showsAllOf(std::size_t part) const;
    void appendShown(std::size_t part, std::vector<quint32>& numbers) const;
    [[nodiscard]] SharedNumbers shownOf(std::size_t part) const;

    RecordIndex m_index;
    std::vector<char> m_isShown; // by CodeIndex
    std::vector<quint32> m_firstRows; // by part, and the number of all rows behind them
    mutable QCache<std::size_t, SharedNumbers> m_lookedUp; // numbers of records by part
};

/// Records that somebody has found or sorted.
class ListedRows final : public RecordRows
{
public:
    /// @p numbers ascend.
    explicit ListedRows(SharedNumbers numbers) : m_numbers(std::move(numbers)) {}
    /// @p numbers are in any order, and below @p end, 2^31 at most.
    ListedRows(SharedNumbers numbers, quint32 end);

    [[nodiscard]] quint32 size() const override { return quint32(m_numbers->size()); }
    [[nodiscard]] RecordNumber recordAt(int row) const override { return RecordNumber((*m_numbers)[std::size_t(row)]); }
    [[nodiscard]] int rowOf(RecordNumber record) const override;
    [[nodiscard]] std::vector<quint32> numbers() const override { return *m_numbers; }
    [[nodiscard]] std::vector<quint32> numbersWithin(RecordNumber first, quint32 count) const override;

private:
    SharedNumbers m_numbers; // never null
    std::vector<qint32> m_rows; // by record; none if the numbers ascend
};

} // namespace TmgLens
