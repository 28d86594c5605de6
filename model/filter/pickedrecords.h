// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <memory>
#include <vector>

namespace TmgLens {

/**
 * Records of a document that somebody has picked: no words of the filter language say which.
 *
 * Such as those that a finding rests on. An expression of its clients, codes and times would let through more: another
 * request of the same client within the same minute. The numbers mean nothing to another reading of the logs.
 */
struct PickedRecords
{
    QString title; ///< What they are, for people; harmless to show.
    std::vector<quint32> numbers; ///< Ascending.

    /// Those in a block of @p count records that starts with @p first, by their number in the block.
    [[nodiscard]] std::vector<quint32> within(quint32 first, std::size_t count) const;

    bool operator==(const PickedRecords&) const = default;
};

/// Shared between threads, never changed.
using PickedRecordsPointer = std::shared_ptr<const PickedRecords>;

} // namespace TmgLens
