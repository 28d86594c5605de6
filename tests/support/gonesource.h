// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesource.h"

namespace TmgLens::Test {

/// A log that cannot be read any more, for tests.
class GoneSource final : public ByteSource
{
public:
    explicit GoneSource(LoadError::Kind kind = LoadError::Kind::Unreadable) : m_kind(kind) {}

    [[nodiscard]] QString path() const override { return QStringLiteral("gone.w3c"); }
    [[nodiscard]] quint64 size() const override { return 1; }
    [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64, std::span<char>) const override
    {
        return std::unexpected(LoadError{.kind = m_kind, .path = path()});
    }

private:
    LoadError::Kind m_kind;
};

} // namespace TmgLens::Test
