// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/linemarks.h"

#include <QtProcessorDetection>

// Highway compiles what follows once for each set of vector instructions, by including this file again and again: for
// the set that every processor of the kind has, and for those with wider vectors that can be asked for.
#if defined(Q_PROCESSOR_X86_64) && !defined(Q_CC_MSVC)
#define HWY_WANT_AVX3_DL // packs bytes in one instruction
#undef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3 | HWY_AVX3_ZEN4 | HWY_AVX3_SPR)
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

constexpr std::size_t chunkLength = 64; // a bit of a number for each byte

using Vectors = hn::CappedTag<quint8, chunkLength>;
using Vector = hn::Vec<Vectors>;

/// What is looked for, in all lanes.
struct Wanted
{
    Vector lineEnd;
    Vector separator;
    Vector afterSeparator; ///< Looked at only for separators of two characters.
};

/// A bit for each byte of a chunk, the first byte's lowest.
struct Chunk
{
    quint64 lineEnds = 0;
    quint64 fieldEnds = 0; ///< Separators, and the line ends again.
};

/// One bit for each lane, the first lane's lowest.
template <typename Mask> HWY_INLINE quint64 bitsOf(Mask mask)
{
    static_assert(std::endian::native == std::endian::little);
    quint64 bits = 0;
    hn::StoreMaskBits(Vectors(), mask, reinterpret_cast<quint8*>(&bits));
    return bits;
}

/// Lowers @p least to the least byte of each lane.
template <bool isPair> HWY_INLINE Chunk chunkOf(const quint8* bytes, const Wanted& wanted, Vector& least)
{
    const Vectors tag;
    Chunk chunk;
    for (std::size_t i = 0; i < chunkLength; i += hn::Lanes(tag)) {
        const auto vector = hn::LoadU(tag, bytes + i);
        least = hn::Min(least, vector);
        auto separators = hn::Eq(vector, wanted.separator);
        if constexpr (isPair)
            separators = hn::And(separators, hn::Eq(hn::LoadU(tag, bytes + i + 1), wanted.afterSeparator));
        const auto lineEnds = hn::Eq(vector, wanted.lineEnd);
        chunk.lineEnds |= bitsOf(lineEnds) << i;
        chunk.fieldEnds |= bitsOf(hn::Or(separators, lineEnds)) << i;
    }
    return chunk;
}

/// Writes @p base plus the position of each of the lowest bits, `atOnce` of them or fewer, and something in the place
/// of those that lack. Returns the bits above.
#if HWY_TARGET == HWY_AVX3_DL
constexpr std::size_t atOnce = 16;
HWY_INLINE quint64 writeLowest(quint64 bits, quint32 base, quint32* out)
{
    const Vectors tag;
    const hn::CappedTag<quint32, atOnce> wide;
    const hn::Rebind<quint8, decltype(wide)> narrow;
    const auto mask = hn::LoadMaskBits(tag, reinterpret_cast<const quint8*>(&bits));
    const auto positions = hn::ResizeBitCast(narrow, hn::Compress(hn::Iota(tag, 0), mask));
    hn::StoreU(hn::Add(hn::PromoteTo(wide, positions), hn::Set(wide, base)), wide, out);
    return bits ^ _pdep_u64(0xFFFF, bits);
}
#else
constexpr std::size_t atOnce = 6;
HWY_INLINE quint64 writeLowest(quint64 bits, quint32 base, quint32* out)
{
    for (std::size_t i = 0; i < atOnce; ++i, bits &= bits - 1)
        out[i] = base + quint32(std::countr_zero(bits));
    return bits;
}
#endif

/// Writes @p base plus the position of each bit, and possibly something after them. How many bits a chunk has varies:
/// writing some for nothing is faster than a jump that the processor cannot foresee.
HWY_INLINE void writePositions(quint64 bits, quint32 base, quint32* out)
{
    do {
        bits = writeLowest(bits, base, out);
        out += atOnce;
    } while (bits != 0);
}

template <bool isPair>
LineMarks::Found findMarks(std::string_view text, const LineMarks::Characters& characters, LineMarks::Sink sink)
{
    const Vectors tag;
    const Wanted wanted{.lineEnd = hn::Set(tag, quint8(characters.lineEnd)),
                        .separator = hn::Set(tag, quint8(characters.separator[0])),
                        .afterSeparator = hn::Set(tag, quint8(characters.separator[1]))};
    Vector least = hn::Set(tag, 0xFF);
    quint32 fieldEndCount = 0;
    quint32* nextLimit = sink.lineLimits;
    const auto add = [&](const quint8* bytes, std::size_t offset) {
        const Chunk chunk = chunkOf<isPair>(bytes, wanted, least);
        writePositions(chunk.fieldEnds, quint32(offset), sink.fieldEnds + fieldEndCount);
        for (quint64 left = chunk.lineEnds; left != 0; left &= left - 1) {
            const quint64 upToLineEnd = left ^ (left - 1);
            *nextLimit++ = fieldEndCount + quint32(std::popcount(chunk.fieldEnds & upToLineEnd));
        }
        fieldEndCount += quint32(std::popcount(chunk.fieldEnds));
    };
    const auto* const bytes = reinterpret_cast<const quint8*>(text.data());
    std::size_t offset = 0;
    for (; offset + chunkLength < text.size(); offset += chunkLength) // one byte stays, for the pair's second one
        add(bytes + offset, offset);
    std::array<quint8, chunkLength + 1> rest;
    rest.fill(0xFF); // none of the characters
    std::copy(bytes + offset, bytes + text.size(), rest.begin());
    add(rest.data(), offset);
    return {.lineCount = std::size_t(nextLimit - sink.lineLimits),
            .holdsNul = !hn::AllFalse(tag, hn::Eq(least, hn::Zero(tag)))};
}

LineMarks::Found findSingles(std::string_view text, const LineMarks::Characters& characters, LineMarks::Sink sink)
{
    return findMarks<false>(text, characters, sink);
}

LineMarks::Found findPairs(std::string_view text, const LineMarks::Characters& characters, LineMarks::Sink sink)
{
    return findMarks<true>(text, characters, sink);
}

constexpr LineMarks::Instructions instructions{
    .name = HWY_STR(HWY_NAMESPACE), .findSingles = findSingles, .findPairs = findPairs};

} // namespace HWY_NAMESPACE
} // namespace
} // namespace TmgLens
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace TmgLens {

#if HWY_TARGETS & HWY_AVX3_DL
/// True for what Highway calls AVX3_DL: the vectors of Ice Lake and Zen 4.
static bool hasIceLakeVectors()
{
    return __builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vnni")
        && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2")
        && __builtin_cpu_supports("avx512bitalg") && __builtin_cpu_supports("avx512vpopcntdq")
        && __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("gfni") && __builtin_cpu_supports("vaes");
}
#endif

// The compiler is asked and not Highway, whose library measures a clock for 3 ms at each start of the program.
std::vector<const LineMarks::Instructions*> LineMarks::supportedInstructions()
{
    std::vector<const Instructions*> supported;
#if HWY_TARGETS & HWY_AVX3_DL
    if (hasIceLakeVectors())
        supported.push_back(&N_AVX3_DL::instructions);
#endif
#if HWY_TARGETS & HWY_AVX2
    if (__builtin_cpu_supports("x86-64-v3"))
        supported.push_back(&N_AVX2::instructions);
#endif
    supported.push_back(&HWY_STATIC_DISPATCH(instructions));
    return supported;
}

LineMarks::LineMarks(char lineEnd, std::string_view separator, const Instructions& instructions)
    : m_instructions(&instructions)
    , m_characters{.lineEnd = lineEnd, .separator = {separator.front(), separator.back()}}
    , m_isPair(separator.size() == 2)
{
    Q_ASSERT(separator.size() <= 2);
}

void LineMarks::mark(std::string_view piece)
{
    makeRoomFor(piece.size());
    const Sink sink{.fieldEnds = m_fieldEnds.get(), .lineLimits = m_lineLimits.get()};
    const auto find = m_isPair ? m_instructions->findPairs : m_instructions->findSingles;
    const Found found = find(piece, m_characters, sink);
    m_lineCount = found.lineCount;
    m_holdsNul = found.holdsNul;
}

void LineMarks::makeRoomFor(std::size_t pieceLength)
{
    if (m_room >= pieceLength && m_fieldEnds)
        return;
    // For the worst; what is not written to takes no memory.
    constexpr std::size_t surplus = 64; // see Sink
    m_fieldEnds = std::make_unique_for_overwrite<quint32[]>(pieceLength + surplus);
    m_lineLimits = std::make_unique_for_overwrite<quint32[]>(pieceLength + surplus);
    m_room = pieceLength;
}

} // namespace TmgLens

#endif
