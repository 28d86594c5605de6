// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/valuetable.h"

#include <QString>
#include <QStringList>

#include <limits>
#include <mutex>
#include <span>
#include <string>

namespace TmgLens {

/// One distinct value of a field.
struct FacetValue
{
    QString text; ///< As Filter::exactValue() spells it.
    quint64 count = 0; ///< Records that have it.

    bool operator==(const FacetValue&) const = default;
};

/**
 * Exact counts of any number of distinct values, in bounded memory.
 *
 * Where the values are too many, it counts a slice of them: those whose hash lies in a range, which is halved each time
 * they outgrow the memory. What stays in the slice has been counted from the first record on, so its counts are exact
 * at the end of the pass; the next pass counts the values after it. What is kept in the end are the most frequent ones.
 *
 * add() may be called from several threads at once; everything else while nobody calls it.
 */
class ExactCounter
{
public:
    /// A value on its way to its count.
    struct Portion
    {
        std::string value; ///< In UTF-8.
        quint64 count = 0;
    };

    /// @p memoryLimit is in bytes; @p pinned are the values that are kept however rare they are.
    ExactCounter(std::size_t memoryLimit, std::size_t mostKept, const QStringList& pinned);

    void add(std::span<const Portion> portions);

    /// Takes what was counted in this pass. All values must be added again while isComplete() is false.
    void endPass();
    [[nodiscard]] bool isComplete() const { return m_isComplete; }

    /// Number of distinct values.
    [[nodiscard]] quint64 distinct() const { return m_distinct; }
    /// The most frequent values and those that are pinned, by count, then by their bytes.
    [[nodiscard]] std::vector<FacetValue> values() const;

private:
    struct Kept
    {
        std::string value;
        quint64 count = 0;
    };

    [[nodiscard]] static bool isBefore(const Kept& one, const Kept& other);
    void keepTop();

    const std::size_t m_memoryLimit;
    const std::size_t m_mostKept;
    std::mutex m_mutex; // guards m_table and m_last
    ValueTable m_table;
    std::size_t m_first = 0; // hashes of the slice
    std::size_t m_last = std::numeric_limits<std::size_t>::max();
    bool m_isComplete = false;
    quint64 m_distinct = 0;
    std::vector<Kept> m_top;
    std::vector<Kept> m_pinned;
};

} // namespace TmgLens
