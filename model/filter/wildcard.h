// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <string_view>

namespace TmgLens::Filter {

/// True if @p pattern holds `*` or `?`.
[[nodiscard]] inline bool hasWildcards(QStringView pattern)
{
    return pattern.contains(u'*') || pattern.contains(u'?');
}

/// ASCII letters in lower case, everything else unchanged.
[[nodiscard]] constexpr char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

/// Case is folded by the caller for text beyond ASCII.
[[nodiscard]] constexpr QChar folded(QChar c)
{
    return c;
}

/**
 * True if @p pattern stands for all of @p text: `*` for any characters, `?` for one. @p pattern must be folded.
 *
 * Takes at most the product of both lengths: only the last star is ever tried again.
 */
template <typename View> [[nodiscard]] bool matchesWildcard(View pattern, View text)
{
    using Character = typename View::value_type;
    decltype(pattern.size()) p = 0;
    decltype(text.size()) t = 0;
    auto afterStar = pattern.size() + 1; // beyond the end: no star yet
    auto retry = t;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == Character(u'*')) {
            afterStar = ++p;
            retry = t;
        } else if (p < pattern.size() && (pattern[p] == Character(u'?') || pattern[p] == folded(text[t]))) {
            ++p;
            ++t;
        } else if (afterStar <= pattern.size()) {
            p = afterStar;
            t = ++retry;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == Character(u'*'))
        ++p;
    return p == pattern.size();
}

} // namespace TmgLens::Filter
