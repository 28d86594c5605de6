// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace TmgLens {

/**
 * Memory to read into, kept from one read to the next.
 *
 * New memory for each read would cost more than the reading: the system hands it out page by page, and a vector fills
 * it with zeros that nobody wants. For one thread.
 */
class ReadBuffer
{
public:
    /// The first @p size bytes; what they held before is lost if the buffer has to grow.
    [[nodiscard]] std::span<char> first(std::size_t size)
    {
        if (size > m_size) {
            m_bytes = std::make_unique_for_overwrite<char[]>(size);
            m_size = size;
        }
        return {m_bytes.get(), size};
    }

    /// One that belongs to the calling thread and lives as long as it.
    [[nodiscard]] static ReadBuffer& ofThread()
    {
        thread_local ReadBuffer buffer;
        return buffer;
    }

private:
    std::unique_ptr<char[]> m_bytes; // NOLINT(modernize-avoid-c-arrays): a vector would fill it
    std::size_t m_size = 0;
};

} // namespace TmgLens
