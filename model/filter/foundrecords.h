// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace TmgLens {

/**
 * The records of a document that findings rest on, by the words that filters ask for them with: `finding:A1`.
 *
 * Immutable once it is shared.
 */
struct FoundRecords
{
    QHash<QString, std::vector<quint32>> records; ///< By word; ascending. Words without records are not there.
};

/// Shared between threads, never changed; nullptr where nobody has looked yet.
using FoundRecordsPointer = std::shared_ptr<const FoundRecords>;

/// Those of @p records, which ascend, that lie in a block of @p count records that begins with @p first.
[[nodiscard]] std::span<const quint32> within(std::span<const quint32> records, quint32 first, std::size_t count);

} // namespace TmgLens
