// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// Which sets of vector instructions Highway compiles a file for: the set that every processor of the kind has, and
// those with wider vectors that can be asked for. To be included before hwy/foreach_target.h.

#include <QtProcessorDetection>

#if defined(Q_PROCESSOR_X86_64) && !defined(Q_CC_MSVC)
#define HWY_WANT_AVX3_DL // packs bytes in one instruction
#undef HWY_DISABLED_TARGETS
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3 | HWY_AVX3_ZEN4 | HWY_AVX3_SPR)
#elif !defined(HWY_COMPILE_ONLY_STATIC)
#define HWY_COMPILE_ONLY_STATIC
#endif

#include <type_traits>
#include <vector>

namespace TmgLens {

// The compiler is asked and not Highway, whose library measures a clock for 3 ms at each start of the program.

/// True for what Highway calls AVX3_DL: the vectors of Ice Lake and Zen 4.
inline bool hasIceLakeVectors()
{
#if defined(Q_PROCESSOR_X86_64) && !defined(Q_CC_MSVC)
    return __builtin_cpu_supports("x86-64-v4") && __builtin_cpu_supports("avx512vnni")
        && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2")
        && __builtin_cpu_supports("avx512bitalg") && __builtin_cpu_supports("avx512vpopcntdq")
        && __builtin_cpu_supports("vpclmulqdq") && __builtin_cpu_supports("gfni") && __builtin_cpu_supports("vaes");
#else
    return false;
#endif
}

/// True for what Highway calls AVX2.
inline bool hasHaswellVectors()
{
#if defined(Q_PROCESSOR_X86_64) && !defined(Q_CC_MSVC)
    return __builtin_cpu_supports("x86-64-v3");
#else
    return false;
#endif
}

/**
 * Those of the same work's @p Instructions that this processor has, the widest vectors first.
 *
 * @p iceLake and @p haswell are nullptr where they were not compiled; @p everywhere runs on any processor.
 */
template <typename Instructions>
std::vector<const Instructions*> supportedVectorSets(const std::type_identity_t<Instructions>* iceLake,
                                                     const std::type_identity_t<Instructions>* haswell,
                                                     const Instructions* everywhere)
{
    std::vector<const Instructions*> supported;
    if (iceLake && hasIceLakeVectors())
        supported.push_back(iceLake);
    if (haswell && hasHaswellVectors())
        supported.push_back(haswell);
    supported.push_back(everywhere);
    return supported;
}

} // namespace TmgLens
