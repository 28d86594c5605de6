// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace TmgLens {

/// The texts that were used last for one purpose, newest first, remembered between runs in the settings. GUI thread.
class RecentList
{
public:
    /// Under @p key in the settings, of at most @p maximumCount texts.
    constexpr RecentList(QLatin1StringView key, qsizetype maximumCount) : m_key(key), m_maximumCount(maximumCount) {}

    [[nodiscard]] QStringList entries() const;
    /// Puts @p text, which must not be empty, on top.
    void add(const QString& text) const;
    void clear() const;

private:
    QLatin1StringView m_key;
    qsizetype m_maximumCount;
};

/// Absolute paths of logs.
inline constexpr RecentList recentFiles(QLatin1StringView("recentFiles"), 10);
/// Filters as they were written, blanks aside.
inline constexpr RecentList recentFilters(QLatin1StringView("recentFilters"), 50);

} // namespace TmgLens
