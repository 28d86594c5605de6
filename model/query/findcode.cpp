// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/findcode.h"

#include "model/filter/circularwalk.h"

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
    const bool hasStart = from >= 0 && from < qint64(records.size());
    const CircularWalk walk(records.size(), hasStart ? from : -1, backwards);
    const qint64 steps = walk.count() - (hasStart ? 1 : 0); // the last one would lead back to the start
    for (qint64 step = 0; step < steps; ++step) {
        if (step % stopInterval == 0 && stop.stop_requested())
            return {};
        const quint32 position = walk.position(step);
        if (wanted.contains(records[position]))
            return position;
    }
    return {};
}

} // namespace TmgLens
