// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gestures/plainview.h"
#include "tests/ui/window/windowdriver.h"

namespace TmgLens::Test {

/// The titles of the columns that are on screen, in their order, with `file` before them if that is.
[[nodiscard]] QByteArrayList exportedTitles(const PlainView& view, const WindowDriver& driver);

/// How the CSV at @p path differs from what @p view says of @p titles, if it should begin with the times in UTC or not;
/// empty if it does not.
[[nodiscard]] QString differenceOfExport(const PlainView& view, const QByteArrayList& titles, bool hasUtc,
                                         const QString& path);

} // namespace TmgLens::Test
