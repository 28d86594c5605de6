// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <QString>

#include <string>
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

private:
    [[nodiscard]] bool isInBytes(std::string_view bytes) const;
    [[nodiscard]] bool isAt(const char* bytes) const;

    QString m_text;
    Qt::CaseSensitivity m_caseSensitivity;
    std::string m_bytes; // the words; folded if case does not matter; empty if they are not ASCII
    std::size_t m_anchor = 0; // position of the byte of m_bytes that logs hold least often
    char m_lowerAnchor = 0;
    char m_upperAnchor = 0;
};

} // namespace TmgLens::Filter
