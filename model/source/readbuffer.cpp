// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/readbuffer.h"

#include <bit>
#include <utility>

namespace TmgLens {

namespace {

constexpr std::size_t largestKept = 16 * 1024 * 1024; // far above a usual block; a huge one is rare, and given back

} // namespace

ReadBuffer::Memory& ReadBuffer::kept()
{
    thread_local Memory memory;
    return memory;
}

ReadBuffer::ReadBuffer(std::size_t size, quint64 offset)
    : m_memory(std::exchange(kept(), {}))
    , m_offset(offset)
    , m_size(size)
{
    const std::size_t end = placeInPage() + size;
    if (m_memory.size >= end)
        return;
    // Blocks differ a little, and pages that are not touched cost nothing.
    const std::size_t room = std::bit_ceil(end);
    m_memory = {}; // the old pages go before the new ones come
    m_memory.pages.reset(static_cast<char*>(operator new[](room, std::align_val_t(pageSize))));
    m_memory.size = room;
}

ReadBuffer::~ReadBuffer()
{
    if (m_memory.size <= largestKept && m_memory.size > kept().size)
        kept() = std::move(m_memory);
}

std::expected<std::string_view, LoadError> ReadBuffer::readFrom(const ByteSource& source) const
{
    return source.read(m_offset, bytes()).transform([this](std::size_t count) {
        return std::string_view(bytes().data(), count);
    });
}

} // namespace TmgLens
