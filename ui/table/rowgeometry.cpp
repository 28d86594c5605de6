// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/rowgeometry.h"

#include <algorithm>

namespace TmgLens {

int RowGeometry::rowsInView() const
{
    return std::max(1, viewHeight / rowHeight);
}

int RowGeometry::maximumScroll() const
{
    return std::max(0, rowCount - rowsInView());
}

qint64 RowGeometry::offset() const
{
    const bool isAtEnd = scrolledRows > 0 && scrolledRows == maximumScroll();
    return isAtEnd ? qint64(rowCount) * rowHeight - viewHeight : qint64(scrolledRows) * rowHeight;
}

qint64 RowGeometry::positionOf(int row) const
{
    return qint64(row) * rowHeight - offset();
}

int RowGeometry::rowAt(qint64 position) const
{
    const qint64 fromFirst = position + offset();
    return fromFirst >= 0 && fromFirst < qint64(rowCount) * rowHeight ? int(fromFirst / rowHeight) : -1;
}

int RowGeometry::rowNear(qint64 position) const
{
    const qint64 row = std::max<qint64>(0, position + offset()) / rowHeight;
    return int(std::min<qint64>(row, rowCount - 1));
}

} // namespace TmgLens
