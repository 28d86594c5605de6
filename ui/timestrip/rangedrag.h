// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/timebins.h"
#include "ui/timestrip/timeaxis.h"

namespace TmgLens {

/// A range that is being drawn out from a fixed end, in whole bins. A value.
class RangeDrag
{
public:
    /// Begins with the bin that @p time is in.
    RangeDrag(const TimeBins& bins, LogTime time);
    /// Begins with @p range, of which the end nearer to @p time is taken hold of.
    RangeDrag(const TimeRange& range, LogTime time);

    /// Takes the loose end to the bin with @p time.
    void moveTo(const TimeBins& bins, LogTime time);
    [[nodiscard]] const TimeRange& range() const { return m_range; }

private:
    TimeRange m_fixed; // part of the range whatever happens; empty for a border
    TimeRange m_range;
};

} // namespace TmgLens
