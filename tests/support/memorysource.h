// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/bytesinmemory.h"

namespace TmgLens::Test {

/// A log in memory, for tests.
class MemorySource final : public BytesInMemory
{
public:
    explicit MemorySource(const QByteArray& bytes, const QString& path = QStringLiteral("memory.w3c"))
        : BytesInMemory(bytes, path)
    {
    }
};

} // namespace TmgLens::Test
