// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/endurance/memoryuse.h"

#include <fstream>
#include <malloc.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__ // GCC has it in its library, but no header that declares it
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier)
#endif

namespace TmgLens::Test {

namespace {

std::int64_t allocatedBytes()
{
#ifdef __SANITIZE_ADDRESS__ // which has an allocator of its own
    return std::int64_t(__sanitizer_get_current_allocated_bytes());
#else
    malloc_trim(0);
    const auto use = mallinfo2();
    return std::int64_t(use.uordblks + use.hblkhd);
#endif
}

std::int64_t residentBytes()
{
    std::ifstream pages("/proc/self/statm");
    std::int64_t size = 0;
    std::int64_t resident = 0;
    pages >> size >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

} // namespace

MemoryUse memoryUse()
{
    const std::int64_t allocated = allocatedBytes();
    return {.allocated = allocated, .resident = residentBytes()};
}

} // namespace TmgLens::Test
