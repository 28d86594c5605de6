// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"
#include "tests/support/memorysource.h"

#include <QList>

#include <condition_variable>
#include <mutex>

namespace TmgLens::Test {

/// A log whose reads do not return until somebody lets them go, for tests. Thread-safe.
class HangingSource final : public ByteSource
{
public:
    explicit HangingSource(const SourcePointer& bytes) : m_bytes(bytes) {}

    [[nodiscard]] QString path() const override { return m_bytes->path(); }
    [[nodiscard]] quint64 size() const override { return m_bytes->size(); }

    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        std::unique_lock lock(m_mutex);
        ++m_begun;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_goesOn; });
        return m_bytes->read(offset, buffer);
    }

    /// Lets all reads return, from now on.
    void goOn() const
    {
        const std::scoped_lock lock(m_mutex);
        m_goesOn = true;
        m_changed.notify_all();
    }
    /// How many reads there have been.
    [[nodiscard]] int begun() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_begun;
    }
    /// Waits until there have been @p reads reads.
    void waitForReads(int reads) const
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this, reads] { return m_begun >= reads; });
    }

private:
    SourcePointer m_bytes;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    mutable bool m_goesOn = false; // guarded by the mutex, as is the next one
    mutable int m_begun = 0;
};

/// @p blocks as they are read from @p source.
inline QList<BlockPointer> readFrom(const SourcePointer& source, QList<BlockPointer> blocks)
{
    for (BlockPointer& block : blocks) {
        auto other = std::make_shared<IndexBlock>(*block);
        other->source = source;
        block = other;
    }
    return blocks;
}

} // namespace TmgLens::Test
