// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Included once for each set of vector instructions, as Highway has it with such files.
#if defined(TMGLENS_BYTECHUNK_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef TMGLENS_BYTECHUNK_INL_H
#undef TMGLENS_BYTECHUNK_INL_H
#else
#define TMGLENS_BYTECHUNK_INL_H
#endif

#include <QtTypes>
#include <hwy/highway.h>

#include <bit>

HWY_BEFORE_NAMESPACE();
namespace TmgLens {
namespace {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t chunkLength = 64; // a bit of a number for each byte

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

} // namespace HWY_NAMESPACE
} // namespace
} // namespace TmgLens
HWY_AFTER_NAMESPACE();

#endif
