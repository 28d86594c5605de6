// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/memorysource.h"

namespace TmgLens::Test {

/// A log in memory, for tests.
class MemorySource final : public TmgLens::MemorySource
{
public:
    explicit MemorySource(const QByteArray& bytes, const QString& path = QStringLiteral("memory.w3c"))
        : TmgLens::MemorySource(bytes, path)
    {
    }
};

} // namespace TmgLens::Test
