// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/recordrows.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

namespace {

constexpr int lookedUpRecords = 256 * 1024; // what is kept: some blocks with many rows, or many with few

} // namespace

std::optional<std::vector<quint32>> sortedNumbers(const RecordRows& rows, const RecordIndex& index)
{
    if (rows.size() == index.recordCount())
        return {};
    std::vector<quint32> numbers = rows.numbers();
    if (!std::ranges::is_sorted(numbers)) // in a column's order
        std::ranges::sort(numbers);
    return numbers;
}

// -- CategoryRows ----------------------------------------------------------------------------------------------------

CategoryRows::CategoryRows(const RecordIndex& index, const ResultSelection& selection, const QStringList& hiddenFiles)
    : m_index(index)
    , m_lookedUp(lookedUpRecords)
{
    m_isShown.reserve(index.codes().size());
    for (const CodeEntry& code : index.codes().entries())
        m_isShown.push_back(selection.shows(code) ? 1 : 0);
    m_firstRows.reserve(index.parts().size() + 1);
    m_firstRows.push_back(0);
    for (const RecordIndex::Part& part : index.parts()) {
        quint32 count = m_firstRows.back();
        const bool isHidden = !hiddenFiles.isEmpty() && hiddenFiles.contains(part.block->source->path());
        for (std::size_t code = 0; code < part.codes.size() && !isHidden; ++code)
            if (m_isShown[qToUnderlying(part.codes[code])])
                count += part.block->codeCounts[code];
        m_firstRows.push_back(count);
    }
}

RecordNumber CategoryRows::recordAt(int row) const
{
    // The last part that begins at or before the row; parts without rows begin where the next one does.
    const auto after = std::ranges::upper_bound(m_firstRows, quint32(row));
    const auto part = std::size_t(std::prev(after) - m_firstRows.begin());
    const quint32 rowOfPart = quint32(row) - m_firstRows[part];
    return RecordNumber(showsAllOf(part) ? m_index.parts()[part].firstRecord + rowOfPart
                                         : shownOf(part)->at(rowOfPart));
}

int CategoryRows::rowOf(RecordNumber record) const
{
    const quint32 number = qToUnderlying(record);
    if (number >= m_index.recordCount())
        return -1;
    const auto part = std::size_t(m_index.place(record).part - m_index.parts().data());
    if (showsAllOf(part))
        return int(m_firstRows[part] + number - m_index.parts()[part].firstRecord);
    const auto shown = shownOf(part);
    const auto at = std::ranges::lower_bound(*shown, number);
    return at != shown->end() && *at == number ? int(m_firstRows[part] + quint32(at - shown->begin())) : -1;
}

std::vector<quint32> CategoryRows::numbers() const
{
    std::vector<quint32> numbers;
    numbers.reserve(size());
    for (std::size_t part = 0; part < m_index.parts().size(); ++part)
        appendShown(part, numbers);
    return numbers;
}

std::vector<quint32> CategoryRows::numbersWithin(RecordNumber first, quint32 count) const
{
    std::vector<quint32> numbers;
    if (count > 0 && qToUnderlying(first) < m_index.recordCount())
        appendShown(std::size_t(m_index.place(first).part - m_index.parts().data()), numbers);
    return numbers;
}

bool CategoryRows::showsAllOf(std::size_t part) const
{
    return rowsOf(part) == m_index.parts()[part].block->size();
}

void CategoryRows::appendShown(std::size_t part, std::vector<quint32>& numbers) const
{
    const auto& [block, file, firstRecord, firstLine, codes, fields] = m_index.parts()[part];
    const std::size_t before = numbers.size();
    numbers.resize(before + rowsOf(part));
    const std::span added = std::span(numbers).subspan(before);
    if (showsAllOf(part)) {
        std::iota(added.begin(), added.end(), firstRecord);
        return;
    }
    std::size_t count = 0;
    for (std::size_t record = 0; count < added.size(); ++record) {
        // Without a branch that nobody can foretell: a record that is not shown is overwritten by the next one.
        added[count] = firstRecord + quint32(record);
        count += std::size_t(m_isShown[qToUnderlying(codes[qToUnderlying(block->code(record))])]);
    }
}

/// The numbers of the shown records of @p part.
SharedNumbers CategoryRows::shownOf(std::size_t part) const
{
    if (const auto* known = m_lookedUp.object(part))
        return *known;
    auto shown = std::make_shared<std::vector<quint32>>();
    appendShown(part, *shown);
    const auto cost = int(std::min<std::size_t>(shown->size() + 1, lookedUpRecords)); // never too large to be kept
    m_lookedUp.insert(part, std::make_unique<SharedNumbers>(shown).release(), cost);
    return shown;
}

// -- ListedRows ------------------------------------------------------------------------------------------------------

ListedRows::ListedRows(SharedNumbers numbers, quint32 end) : m_numbers(std::move(numbers)), m_rows(end, -1)
{
    for (std::size_t row = 0; row < m_numbers->size(); ++row)
        m_rows[(*m_numbers)[row]] = qint32(row);
}

std::vector<quint32> ListedRows::numbersWithin(RecordNumber first, quint32 count) const
{
    const quint32 begin = qToUnderlying(first);
    if (m_rows.empty()) {
        const auto from = std::ranges::lower_bound(*m_numbers, begin);
        return {from, std::lower_bound(from, m_numbers->end(), begin + count)};
    }
    std::vector<quint32> numbers;
    const auto end = quint32(std::min<std::size_t>(begin + count, m_rows.size()));
    for (quint32 number = begin; number < end; ++number)
        if (m_rows[number] >= 0)
            numbers.push_back(number);
    return numbers;
}

int ListedRows::rowOf(RecordNumber record) const
{
    const quint32 number = qToUnderlying(record);
    if (!m_rows.empty())
        return number < m_rows.size() ? m_rows[number] : -1;
    const auto at = std::ranges::lower_bound(*m_numbers, number);
    return at != m_numbers->end() && *at == number ? int(at - m_numbers->begin()) : -1;
}

} // namespace TmgLens
