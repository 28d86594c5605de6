// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/valueranker.h"

#include <QThreadPool>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace TmgLens {

namespace {

constexpr std::size_t wordLength = sizeof(quint64);
constexpr std::size_t sortedPlainly = 4 * 1024; // values; fewer fit the caches
constexpr std::size_t sortedByAnother = 64 * 1024; // values that are worth a thread

/// The eight bytes of @p value from @p depth on, as a number that compares as they do.
quint64 wordAt(std::string_view value, std::size_t depth)
{
    quint64 word = 0;
    if (value.size() > depth)
        std::memcpy(&word, value.data() + depth, std::min(wordLength, value.size() - depth));
    return qFromBigEndian(word);
}

/// A value on its way to its rank.
struct Entry
{
    quint64 word = 0; // eight bytes of it, those that are compared at present
    quint32 value = 0;
};

/**
 * Quicksort of Bentley and Sedgewick, "Fast algorithms for sorting and searching strings" (1997), by eight bytes at a
 * time: parts what is less, equal and greater, and goes on with the next bytes of what is equal. So the bytes that many
 * values share, such as `http://www.`, are looked at once.
 */
class Ranker
{
public:
    Ranker(std::span<const std::string_view> values, const std::stop_token& stop)
        : m_values(values)
        , m_stop(stop)
        , m_entries(values.size())
        , m_ranks(values.size())
    {
    }

    std::vector<quint32> run()
    {
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            m_entries[i] = {wordAt(m_values[i], 0), quint32(i)};
        rank(m_entries, 0);
        m_pool.waitForDone();
        return std::move(m_ranks);
    }

private:
    using Entries = std::span<Entry>;

    /// Ranks @p entries, whose values are equal up to @p depth, and whose words are from there.
    void rank(Entries entries, std::size_t depth)
    {
        while (entries.size() > sortedPlainly && !m_stop.stop_requested()) {
            const quint64 pivot = medianWord(entries);
            const auto notLess =
                std::ranges::partition(entries, [pivot](const Entry& entry) { return entry.word < pivot; });
            const auto greater =
                std::ranges::partition(notLess, [pivot](const Entry& entry) { return entry.word == pivot; });
            const Entries less(entries.begin(), notLess.begin());
            const Entries equal(notLess.begin(), greater.begin());
            rankElsewhere(less, depth);
            rankElsewhere(equal, depth, true);
            entries = greater;
        }
        if (!m_stop.stop_requested())
            rankPlainly(entries, depth);
    }

    void rankElsewhere(Entries entries, std::size_t depth, bool areEqual = false)
    {
        const auto work = [this, entries, depth, areEqual] {
            if (areEqual)
                rankEqual(entries, depth);
            else
                rank(entries, depth);
        };
        if (entries.size() < sortedByAnother)
            work();
        else
            m_pool.start(work);
    }

    void rankPlainly(Entries entries, std::size_t depth)
    {
        std::ranges::sort(entries, {}, &Entry::word);
        while (!entries.empty()) {
            const auto isOther = [word = entries.front().word](const Entry& entry) { return entry.word != word; };
            const auto end = std::ranges::find_if(entries, isOther);
            rankEqual({entries.begin(), end}, depth);
            entries = {end, entries.end()};
        }
    }

    /// Ranks @p entries, whose words from @p depth are equal too.
    void rankEqual(Entries entries, std::size_t depth)
    {
        depth += wordLength;
        bool hasMore = false;
        if (entries.size() > 1) {
            for (Entry& entry : entries) {
                const std::string_view value = m_values[entry.value];
                hasMore = hasMore || value.size() > depth;
                entry.word = wordAt(value, depth);
            }
        }
        if (hasMore) {
            rank(entries, depth);
            return;
        }
        for (const Entry& entry : entries)
            m_ranks[entry.value] = quint32(entries.data() - m_entries.data());
    }

    static quint64 medianWord(Entries entries)
    {
        std::array<quint64, 9> words = {};
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] = entries[i * (entries.size() - 1) / (words.size() - 1)].word;
        std::ranges::nth_element(words, words.begin() + words.size() / 2);
        return words[words.size() / 2];
    }

    std::span<const std::string_view> m_values;
    const std::stop_token& m_stop;
    std::vector<Entry> m_entries;
    std::vector<quint32> m_ranks; // of each value: where the first that is equal came to stand
    QThreadPool m_pool; // of its own: the caller may be on a thread of the global one
};

} // namespace

std::vector<quint32> rankValues(std::span<const std::string_view> values, const std::stop_token& stop)
{
    return Ranker(values, stop).run();
}

} // namespace TmgLens
