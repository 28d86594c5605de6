// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <functional>
#include <span>
#include <stop_token>

namespace TmgLens {

/// True for a code that says that something went wrong or was refused: of severity warning or worse.
[[nodiscard]] bool isProblem(const CodeEntry& code);

/**
 * The position in @p records, which are numbers of records in @p index, of the first one behind position @p from
 * (before it, if @p backwards) whose code @p isWanted wants; goes on from the other end. A @p from below 0 is before
 * the first.
 *
 * Nothing if there is none but perhaps the one at @p from itself, or when stopped. From any thread.
 */
[[nodiscard]] std::optional<quint32> findCode(const RecordIndex& index, std::span<const quint32> records,
                                              const std::function<bool(const CodeEntry&)>& isWanted, qint64 from,
                                              bool backwards, const std::stop_token& stop);

} // namespace TmgLens
