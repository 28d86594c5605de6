// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/linemarks.h"

#include "model/bytes/bitpositions.h"
#include "model/bytes/vectorsets.h"

// Highway compiles what follows once for each set, by including this file again and again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "model/bytes/linemarks.cpp" // NOLINT(bugprone-suspicious-include)
#include <hwy/foreach_target.h>

#include "model/bytes/bytechunk-inl.h"

#include <QtAssert>

#include <algorithm>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace TmgLens {
namespace {
namespace HWY_NAMESPACE {

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

/// Writes @p base plus the position of each bit, and possibly something in up to `chunkLength` places after them. How
/// many bits a chunk has varies: writing for nothing is faster than a jump that the processor cannot foresee.
#if HWY_TARGET == HWY_AVX3_DL
HWY_INLINE void writePositions(quint64 bits, quint32 base, quint32* out)
{
    constexpr std::size_t atOnce = 16;
    const Vectors tag;
    const hn::CappedTag<quint32, atOnce> wide;
    const hn::Rebind<quint8, decltype(wide)> narrow;
    do {
        const auto mask = hn::LoadMaskBits(tag, reinterpret_cast<const quint8*>(&bits));
        const auto positions = hn::ResizeBitCast(narrow, hn::Compress(hn::Iota(tag, 0), mask));
        hn::StoreU(hn::Add(hn::PromoteTo(wide, positions), hn::Set(wide, base)), wide, out);
        bits ^= _pdep_u64(0xFFFF, bits);
        out += atOnce;
    } while (bits != 0);
}
#else
HWY_INLINE void writePositions(quint64 bits, quint32 base, quint32* out)
{
    const hn::CappedTag<quint32, 8> wide;
    const hn::Rebind<quint8, decltype(wide)> narrow;
    auto begin = hn::Set(wide, base);
    for (std::size_t shift = 0; shift < chunkLength; shift += 8) {
        const quint64 byte = bits >> shift & 0xFF;
        const std::array<quint8, 8>& positions = bitPositions[byte];
        for (std::size_t i = 0; i < positions.size(); i += hn::Lanes(wide)) {
            const auto widened = hn::PromoteTo(wide, hn::LoadU(narrow, positions.data() + i));
            hn::StoreU(hn::Add(widened, begin), wide, out + i);
        }
        begin = hn::Add(begin, hn::Set(wide, 8));
        out += std::popcount(byte);
    }
}
#endif

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

std::vector<const LineMarks::Instructions*> LineMarks::supportedInstructions()
{
    return supportedVectorSets(HWY_CHOOSE_AVX3_DL(instructions), HWY_CHOOSE_AVX2(instructions),
                               &HWY_STATIC_DISPATCH(instructions));
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
