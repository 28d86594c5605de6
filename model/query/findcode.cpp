// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/findcode.h"

namespace TmgLens {

namespace {

constexpr qint64 stopInterval = 65'536; // records between two looks at the stop token

/// Knows of each record whether its code is wanted. Records are mostly asked for in order, so the part of the last one
/// is tried first.
class WantedRecords
{
public:
    WantedRecords(const RecordIndex& index, const std::function<bool(const CodeEntry&)>& isWanted) : m_index(index)
    {
        m_isWanted.reserve(index.codes().size());
        for (const CodeEntry& code : index.codes().entries())
            m_isWanted.push_back(isWanted(code));
    }

    [[nodiscard]] bool contains(quint32 number)
    {
        if (!m_part || number < m_part->firstRecord || number - m_part->firstRecord >= m_part->block->size())
            m_part = m_index.place(RecordNumber(number)).part;
        const LocalCode code = m_part->block->code(number - m_part->firstRecord);
        return m_isWanted[qToUnderlying(m_part->codes[qToUnderlying(code)])];
    }

private:
    const RecordIndex& m_index;
    std::vector<bool> m_isWanted; // by CodeIndex
    const RecordIndex::Part* m_part = nullptr;
};

} // namespace

bool isProblem(const CodeEntry& code)
{
    return code.result.entry.severity >= Severity::Warning;
}

std::optional<quint32> findCode(const RecordIndex& index, std::span<const quint32> records,
                                const std::function<bool(const CodeEntry&)>& isWanted, qint64 from, bool backwards,
                                const std::stop_token& stop)
{
    WantedRecords wanted(index, isWanted);
    const auto count = qint64(records.size());
    const bool hasStart = from >= 0 && from < count;
    const qint64 first = hasStart ? from : (backwards ? count : -1);
    const qint64 steps = hasStart ? count - 1 : count;
    for (qint64 step = 1; step <= steps; ++step) {
        if (step % stopInterval == 0 && stop.stop_requested())
            return {};
        const qint64 position = ((backwards ? first - step : first + step) + count) % count;
        if (wanted.contains(records[std::size_t(position)]))
            return quint32(position);
    }
    return {};
}

} // namespace TmgLens
