// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

#include <optional>

namespace TmgLens {

/// What is known about all numbers from @p first to @p last that have no entry of their own.
struct ResultRange
{
    quint32 first = 0;
    quint32 last = 0; ///< Included.
    QString facility; ///< The name of the HRESULT facility; empty if none is known or the numbers are no HRESULTs.
    ResultEntry entry; ///< Without value, symbols and message, which are those of one number.
};

/// What the packet filter log of ISA Server 2000 writes instead of a code; the symbol of the entry is the word.
struct PacketDisposition
{
    std::optional<quint32> number; ///< The number that stands for the word, if there is one.
    ResultEntry entry;
};

} // namespace TmgLens
