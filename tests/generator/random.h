// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace TmgLens::Generator {

/**
 * Pseudo-random numbers that are the same on every machine for the same seed.
 *
 * xoshiro256** started by splitmix64 (Blackman and Vigna). The distributions of the standard library are not used,
 * because each library draws them in its own way.
 */
class Random
{
public:
    explicit Random(std::uint64_t seed)
    {
        for (std::uint64_t& word : m_state) {
            seed += 0x9e3779b97f4a7c15U;
            std::uint64_t mixed = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9U;
            mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
            word = mixed ^ (mixed >> 31);
        }
    }

    /// All 64 bits.
    [[nodiscard]] std::uint64_t next()
    {
        const std::uint64_t result = rotated(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = rotated(m_state[3], 45);
        return result;
    }

    /// From 0 to @p bound - 1. @p bound must not be 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound)
    {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

    [[nodiscard]] std::uint32_t between(std::uint32_t lowest, std::uint32_t highest)
    {
        return lowest + below(highest - lowest + 1);
    }

    [[nodiscard]] bool percent(std::uint32_t share) { return below(100) < share; }

    /// Many small numbers and few large ones: each doubling from 2^@p fewestBits to 2^@p mostBits is equally likely.
    [[nodiscard]] std::uint32_t skewed(std::uint32_t fewestBits, std::uint32_t mostBits)
    {
        const std::uint32_t base = 1U << between(fewestBits, mostBits - 1);
        return base + below(base);
    }

    template <typename T> [[nodiscard]] const T& pick(std::span<const T> items)
    {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }

    template <typename T, std::size_t size> [[nodiscard]] const T& pick(const std::array<T, size>& items)
    {
        return items[below(static_cast<std::uint32_t>(size))];
    }

private:
    [[nodiscard]] static std::uint64_t rotated(std::uint64_t value, int bits)
    {
        return (value << bits) | (value >> (64 - bits));
    }

    std::array<std::uint64_t, 4> m_state{};
};

/// Draws positions in proportion to whole-number weights.
class Lottery
{
public:
    explicit Lottery(std::span<const std::uint32_t> weights)
    {
        std::uint32_t sum = 0;
        for (const std::uint32_t weight : weights) {
            sum += weight;
            m_ends.push_back(sum);
        }
    }

    /// @p count positions, of which number n is drawn about 1/n as often as the first: how people visit sites.
    [[nodiscard]] static Lottery zipf(std::size_t count)
    {
        std::vector<std::uint32_t> weights;
        for (std::size_t rank = 1; rank <= count; ++rank)
            weights.push_back(static_cast<std::uint32_t>(1'000'000 / (rank + 1)));
        return Lottery(weights);
    }

    [[nodiscard]] std::size_t draw(Random& random) const
    {
        const std::uint32_t ticket = random.below(m_ends.back());
        return static_cast<std::size_t>(std::ranges::upper_bound(m_ends, ticket) - m_ends.begin());
    }

private:
    std::vector<std::uint32_t> m_ends; // sums of the weights so far
};

} // namespace TmgLens::Generator
