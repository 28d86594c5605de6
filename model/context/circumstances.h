// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <string_view>

namespace TmgLens {

/// What a record tells of itself beside its code and its parties: text as the log has it, empty for none.
struct Circumstances
{
    QString transport = {};
    QString rule = {};
    QString sourceNetwork = {};
    QString destinationNetwork = {};
    QString filterInfo = {};
    std::optional<quint32> errorInfo = {}; ///< Bits.
};

/// The circumstances of @p record, given without line end. Thread-safe.
[[nodiscard]] Circumstances circumstancesOf(std::string_view record, const LogLayout& layout);

} // namespace TmgLens
