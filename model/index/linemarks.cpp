// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/linemarks.h"

#include <QtProcessorDetection>

// Highway compiles what follows once for each set of vector instructions, by including this file again and again: for
// the set that every processor of the kind has, and for those with wider vectors that can be asked for.
#if defined(Q_PROCESSOR_X86_64) && !defined(Q_CC_MSVC)
#undef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL | HWY_AVX3_ZEN4 | HWY_AVX3_SPR)
#elif !defined(HWY_COMPILE_ONLY_STATIC)
#define HWY_COMPILE_ONLY_STATIC
#endif
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "model/index/linemarks.cpp" // NOLINT(bugprone-suspicious-include)
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include <QtAssert>

#include <algorithm>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace TmgLens {
namespace {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t chunkLength = 64;

using Vectors = hn::CappedTag<quint8, chunkLength>;
using Vector = hn::Vec<Vectors>;

/// One bit for each lane, the first lane's lowest.
template <typename Mask> HWY_INLINE quint64 bitsOf(Mask mask)
{
    static_assert(std::endian::native == std::endian::little);
    quint64 bits = 0;
    hn::StoreMaskBits(Vectors(), mask, reinterpret_cast<quint8*>(&bits));
    return bits;
}

/// What is looked for, in all lanes.
struct Wanted
{
    Vector lineEnd;
    Vector separator;
    Vector afterSeparator; ///< Looked at only for separators of two characters.
};

/// Lowers @p least to the least byte of each lane.
template <bool isPair> HWY_INLINE LineMarks::Chunk chunkOf(const quint8* bytes, const Wanted& wanted, Vector& least)
{
    const Vectors tag;
    LineMarks::Chunk chunk;
    for (std::size_t i = 0; i < chunkLength; i += hn::Lanes(tag)) {
        const auto vector = hn::LoadU(tag, bytes + i);
        least = hn::Min(least, vector);
        auto separators = hn::Eq(vector, wanted.separator);
        if constexpr (isPair)
            separators = hn::And(separators, hn::Eq(hn::LoadU(tag, bytes + i + 1), wanted.afterSeparator));
        chunk.lineEnds |= bitsOf(hn::Eq(vector, wanted.lineEnd)) << i;
        chunk.separators |= bitsOf(separators) << i;
    }
    return chunk;
}

/// Fills @p chunks and returns whether @p text holds a NUL byte.
template <bool isPair> bool findChunks(std::string_view text, const char* characters, LineMarks::Chunk* chunks)
{
    const Vectors tag;
    const Wanted wanted{.lineEnd = hn::Set(tag, quint8(characters[0])),
                        .separator = hn::Set(tag, quint8(characters[1])),
                        .afterSeparator = hn::Set(tag, quint8(characters[2]))};
    Vector least = hn::Set(tag, 0xFF);
    quint64 separatorCount = 0;
    const auto add = [&](const quint8* bytes) {
        *chunks = chunkOf<isPair>(bytes, wanted, least);
        chunks->separatorsBefore = separatorCount;
        separatorCount += quint64(std::popcount(chunks->separators));
        ++chunks;
    };
    const auto* const bytes = reinterpret_cast<const quint8*>(text.data());
    std::size_t offset = 0;
    for (; offset + chunkLength < text.size(); offset += chunkLength) // one byte stays, for the pair's second one
        add(bytes + offset);
    std::array<quint8, chunkLength + 1> rest;
    rest.fill(0xFF); // none of the characters
    std::copy(bytes + offset, bytes + text.size(), rest.begin());
    add(rest.data());
    *chunks = {.separatorsBefore = separatorCount};
    return !hn::AllFalse(tag, hn::Eq(least, hn::Zero(tag)));
}

bool findChunksOfSingles(std::string_view text, const char* characters, LineMarks::Chunk* chunks)
{
    return findChunks<false>(text, characters, chunks);
}

bool findChunksOfPairs(std::string_view text, const char* characters, LineMarks::Chunk* chunks)
{
    return findChunks<true>(text, characters, chunks);
}

/// Position of the bit of @p bits that has @p rank set ones below it.
HWY_INLINE quint32 selectBit(quint64 bits, quint64 rank)
{
#if HWY_TARGET <= HWY_AVX2 && HWY_ARCH_X86_64
    return quint32(std::countr_zero(_pdep_u64(quint64(1) << rank, bits)));
#else
    for (; rank > 0; --rank)
        bits &= bits - 1;
    return quint32(std::countr_zero(bits));
#endif
}

/// Position of the first separator at or after @p position, where there is one.
HWY_INLINE quint32 nextSeparator(const LineMarks::Chunk* chunks, quint32 position)
{
    std::size_t i = position / chunkLength;
    quint64 left = chunks[i].separators & (~quint64(0) << position % chunkLength);
    while (left == 0)
        left = chunks[++i].separators;
    return quint32(i * chunkLength) + quint32(std::countr_zero(left));
}

/// Finds the wanted cells of lines, one line after the other.
class CellFinder
{
public:
    CellFinder(const LineMarks::Chunk* chunks, std::span<const quint32> wanted, quint32 separatorLength)
        : m_chunks(chunks)
        , m_wanted(wanted)
        , m_separatorLength(separatorLength)
    {
    }

    /// @p before is the number of separators before the line, which begins at @p lineBegin.
    HWY_INLINE void find(LineMarks::Line& line, quint32 lineBegin, quint64 before)
    {
        std::size_t chunk = lineBegin / chunkLength;
        for (std::size_t k = 0; k < m_wanted.size() && m_wanted[k] <= line.separatorCount; ++k) {
            LineMarks::Cell& cell = line.cells[k];
            if (m_wanted[k] == 0) {
                cell.begin = lineBegin;
            } else if (k > 0 && m_wanted[k] == m_wanted[k - 1] + 1) {
                cell.begin = line.cells[k - 1].end + m_separatorLength;
            } else {
                const quint64 number = before + m_wanted[k] - 1;
                while (m_chunks[chunk + 1].separatorsBefore <= number)
                    ++chunk;
                const quint64 rank = number - m_chunks[chunk].separatorsBefore;
                cell.begin =
                    quint32(chunk * chunkLength) + selectBit(m_chunks[chunk].separators, rank) + m_separatorLength;
            }
            cell.end = m_wanted[k] < line.separatorCount ? nextSeparator(m_chunks, cell.begin) : line.end;
        }
    }

private:
    const LineMarks::Chunk* m_chunks;
    std::span<const quint32> m_wanted;
    quint32 m_separatorLength;
};

/// Turns the chunks into lines.
void findLines(std::span<const LineMarks::Chunk> chunks, std::span<const quint32> wanted, quint32 separatorLength,
               std::vector<LineMarks::Line>& lines)
{
    CellFinder finder(chunks.data(), wanted, separatorLength);
    quint64 before = 0; // separators before the line
    quint32 begin = 0; // of the line
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        for (quint64 left = chunks[i].lineEnds; left != 0; left &= left - 1) {
            const auto bit = quint32(std::countr_zero(left));
            const quint64 inChunk = chunks[i].separators & ((quint64(1) << bit) - 1);
            const quint64 after = chunks[i].separatorsBefore + quint64(std::popcount(inChunk));
            LineMarks::Line& line = lines.emplace_back();
            line.end = quint32(i * chunkLength) + bit;
            line.separatorCount = quint32(after - before);
            finder.find(line, begin, before);
            before = after;
            begin = line.end + 1;
        }
    }
}

constexpr LineMarks::Instructions instructions{.name = HWY_STR(HWY_NAMESPACE),
                                               .findChunksOfSingles = findChunksOfSingles,
                                               .findChunksOfPairs = findChunksOfPairs,
                                               .findLines = findLines};

} // namespace HWY_NAMESPACE
} // namespace
} // namespace TmgLens
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace TmgLens {

// The compiler is asked and not Highway, whose library measures a clock for 3 ms at each start of the program.
std::vector<const LineMarks::Instructions*> LineMarks::supportedInstructions()
{
    std::vector<const Instructions*> supported;
#if HWY_TARGETS & HWY_AVX3
    if (__builtin_cpu_supports("x86-64-v4"))
        supported.push_back(&N_AVX3::instructions);
#endif
#if HWY_TARGETS & HWY_AVX2
    if (__builtin_cpu_supports("x86-64-v3"))
        supported.push_back(&N_AVX2::instructions);
#endif
    supported.push_back(&HWY_STATIC_DISPATCH(instructions));
    return supported;
}

LineMarks::LineMarks(char lineEnd, std::string_view separator, std::span<const quint32> wanted,
                     const Instructions& instructions)
    : m_instructions(&instructions)
    , m_lineEnd(lineEnd)
    , m_separator{separator.front(), separator.back()}
    , m_separatorLength(quint32(separator.size()))
    , m_wanted(wanted.begin(), wanted.end())
{
    Q_ASSERT(separator.size() <= 2 && wanted.size() <= maximumWanted && std::ranges::is_sorted(wanted));
}

void LineMarks::mark(std::string_view piece)
{
    m_lines.clear();
    const std::size_t chunkCount = piece.size() / 64 + 1;
    if (m_chunks.size() <= chunkCount)
        m_chunks.resize(chunkCount + 1); // with one that closes the counts
    const std::array<char, 3> characters{m_lineEnd, m_separator[0], m_separator[1]};
    m_holdsNul = m_separatorLength == 2
        ? m_instructions->findChunksOfPairs(piece, characters.data(), m_chunks.data())
        : m_instructions->findChunksOfSingles(piece, characters.data(), m_chunks.data());
    m_instructions->findLines(std::span(m_chunks).first(chunkCount), m_wanted, m_separatorLength, m_lines);
}

} // namespace TmgLens

#endif
