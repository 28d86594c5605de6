// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <span>

namespace TmgLens {

/**
 * Memory to read a part of a log into, borrowed from its thread for the time of its life.
 *
 * It is not zeroed, and the thread keeps it for the next reading: the kernel takes longer to hand out fresh pages than
 * a search takes to look at them. A thread may have several at once; only one is kept.
 */
class ReadBuffer
{
public:
    explicit ReadBuffer(std::size_t size);
    ~ReadBuffer();
    ReadBuffer(const ReadBuffer&) = delete;
    ReadBuffer& operator=(const ReadBuffer&) = delete;

    [[nodiscard]] std::span<char> bytes() const { return {m_memory.bytes.get(), m_size}; }

private:
    struct Memory
    {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
    };
    static Memory& kept(); // by this thread

    Memory m_memory;
    std::size_t m_size;
};

} // namespace TmgLens
