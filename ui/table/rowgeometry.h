// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace TmgLens {

/**
 * Rows of one height in a view that scrolls by whole rows.
 *
 * Positions are pixels from the upper edge of the view, and 64 bits wide: the rows of a big log are higher than an int
 * counts. At the end of the scroll bar the last row ends where the view ends, and the first one may be cut off.
 */
struct RowGeometry
{
    int rowCount = 0;
    int rowHeight = 1; ///< Above 0.
    int viewHeight = 0;
    int scrolledRows = 0; ///< The value of the scroll bar.

    /// A page of the scroll bar.
    [[nodiscard]] int rowsInView() const;
    /// The last value of the scroll bar.
    [[nodiscard]] int maximumScroll() const;
    /// How much of the rows lies above the view.
    [[nodiscard]] qint64 offset() const;
    /// Where @p row begins.
    [[nodiscard]] qint64 positionOf(int row) const;
    /// The row at @p position; -1 if there is none.
    [[nodiscard]] int rowAt(qint64 position) const;
    /// The row at @p position; above the rows the first, below them the last, -1 if there are no rows.
    [[nodiscard]] int rowNear(qint64 position) const;
    [[nodiscard]] int lastRowInView() const { return rowNear(viewHeight - 1); }
};

} // namespace TmgLens
