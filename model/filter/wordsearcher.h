// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/bytesearcher.h"
#include "model/format/loglayout.h"

#include <QString>

#include <string_view>

namespace TmgLens::Filter {

/// The text of a whole record for people: each cell decoded as cellText() does it, with what stands between them.
[[nodiscard]] QString recordText(std::string_view record, const LogLayout& layout);

/**
 * Looks for words in records.
 *
 * ASCII words are found in the bytes as they are; only words beyond ASCII need decoded text. Immutable; may be used
 * from any thread.
 */
class WordSearcher
{
public:
    /// @p words must not be empty.
    WordSearcher(const QString& words, Qt::CaseSensitivity caseSensitivity);

    [[nodiscard]] bool isIn(std::string_view record, const LogLayout& layout) const;

    /// Finds the records that hold the words in the bytes of many. Nullptr if each must be looked at for itself.
    [[nodiscard]] const ByteSearcher* inBytes() const { return m_inBytes ? &*m_inBytes : nullptr; }

private:
    QString m_text;
    Qt::CaseSensitivity m_caseSensitivity;
    std::optional<ByteSearcher> m_inBytes; // if they are ASCII
};

} // namespace TmgLens::Filter
