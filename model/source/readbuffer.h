// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string_view>

namespace TmgLens {

/**
 * Memory to read a part of a log into, borrowed from its thread for the time of its life.
 *
 * It is not zeroed, and the thread keeps it for the next reading: the kernel takes longer to hand out fresh pages than
 * a search takes to look at them. A thread may have several at once; only one is kept.
 *
 * Each byte has the same place in its page of memory as in its page of the log. The kernel copies from page to page,
 * with one instruction, and there are processors (AMD's Zen 3) on which this takes five times as long where the
 * place in memory is up to 31 bytes behind: that of most memory that was just asked for.
 */
class ReadBuffer
{
public:
    /// For the @p size bytes of a log from @p offset on.
    ReadBuffer(std::size_t size, quint64 offset);
    ~ReadBuffer();
    ReadBuffer(const ReadBuffer&) = delete;
    ReadBuffer& operator=(const ReadBuffer&) = delete;

    /// Reads the bytes it is for from @p source, fewer only at its end. Fails as the source does. They last as long as
    /// the buffer, and until it is written to again.
    [[nodiscard]] std::expected<std::string_view, LoadError> readFrom(const ByteSource& source) const;

    [[nodiscard]] std::span<char> bytes() const { return {m_memory.pages.get() + placeInPage(), m_size}; }

private:
    static constexpr std::size_t pageSize = 4096; // or a part of it, where pages are larger

    struct FreePages
    {
        void operator()(char* pages) const { operator delete[](pages, std::align_val_t(pageSize)); }
    };
    struct Memory
    {
        std::unique_ptr<char[], FreePages> pages;
        std::size_t size = 0;
    };
    static Memory& kept(); // by this thread
    [[nodiscard]] std::size_t placeInPage() const { return std::size_t(m_offset % pageSize); }

    Memory m_memory;
    quint64 m_offset; // in the log
    std::size_t m_size;
};

} // namespace TmgLens
