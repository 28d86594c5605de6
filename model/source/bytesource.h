// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/loaderror.h"

#include <algorithm>
#include <expected>
#include <memory>
#include <optional>
#include <span>

namespace TmgLens {

/**
 * Bytes of one log, by position.
 *
 * The bytes never change: any number of threads may read at once, there is no cursor. There can be more of them after a
 * while, if it is a file and somebody follows it; see LogFollower.
 */
class ByteSource
{
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    /// The file that a person would name, also where the bytes come from a temporary copy of it.
    [[nodiscard]] virtual QString path() const = 0;

    /// Number of bytes when the source was opened, or when whoever follows it looked last.
    [[nodiscard]] virtual quint64 size() const = 0;

    /**
     * Fills @p buffer with the bytes from @p offset on and returns how many there were: fewer than asked for only at
     * the end of the source. A file that is shorter than size() by now gives LoadError::Kind::Shrunk. Where reading
     * fails, the bytes before the error's offset are in the buffer.
     */
    [[nodiscard]] virtual std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const = 0;

    /**
     * Fills @p buffer with the bytes from @p offset on if that takes no waiting for a disk or the network, and returns
     * whether it did. Otherwise read() may give them, or tell what is wrong.
     */
    [[nodiscard]] virtual bool readAtOnce([[maybe_unused]] quint64 offset,
                                          [[maybe_unused]] std::span<char> buffer) const
    {
        return false;
    }

    /// True if path() leads to a file that holds these bytes, or to an archive that does; false if it is but a name.
    [[nodiscard]] virtual bool isOfFile() const { return false; }

    /// Why there are not more bytes, if there ought to be: of a broken archive those before the break can be read.
    [[nodiscard]] virtual std::optional<LoadError> damage() const { return {}; }
};

using SourcePointer = std::shared_ptr<const ByteSource>;

/// Fills @p buffer with the bytes of @p source from @p offset on as far as they can be read, and returns how many that
/// were. If reading fails, @p failure gets to know why.
inline std::size_t readUpToFailure(const ByteSource& source, quint64 offset, std::span<char> buffer,
                                   std::optional<LoadError>& failure)
{
    const auto count = source.read(offset, buffer);
    if (count)
        return *count;
    failure = count.error();
    return std::size_t(std::clamp(failure->offset, offset, offset + buffer.size()) - offset);
}

} // namespace TmgLens
