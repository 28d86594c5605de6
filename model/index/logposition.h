// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

namespace TmgLens {

/// A record by its place in its log. Unlike its number, that stays when the logs before it in a document have grown or
/// are gone.
struct LogPosition
{
    QString log; ///< As ByteSource::path() gives it.
    quint64 offset = 0; ///< Of the first byte.

    bool operator==(const LogPosition&) const = default;
};

[[nodiscard]] LogPosition positionOf(const RecordIndex& index, RecordNumber record);

/// The record that begins at @p position, if there is one. Linear in the number of blocks.
[[nodiscard]] std::optional<RecordNumber> findRecord(const RecordIndex& index, const LogPosition& position);

} // namespace TmgLens
