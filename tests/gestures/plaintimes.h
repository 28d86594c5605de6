// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QTimeZone>

#include <optional>

namespace TmgLens::Test {

/// A stretch of moments, in seconds since 1970 in UTC; the end is not part of it.
struct PlainTimes
{
    qint64 begin = 0;
    qint64 end = 0;

    [[nodiscard]] bool contains(qint64 moment) const { return begin <= moment && moment < end; }
    bool operator==(const PlainTimes&) const = default;
};

/// The moments that a term like `time:2010-05-12T10:00..2010-05-12T10:29` lets through where clocks are those of
/// @p zone; nothing if @p term is of another kind.
[[nodiscard]] std::optional<PlainTimes> readTimes(const QString& term, const QTimeZone& zone);

} // namespace TmgLens::Test
