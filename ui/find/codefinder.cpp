// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/find/codefinder.h"

#include "model/query/findcode.h"

namespace TmgLens {

void CodeFinder::find(const RecordIndex& index, const RowsPointer& rows, std::function<bool(const CodeEntry&)> isWanted,
                      qint64 from, Direction direction)
{
    const bool isBackward = direction == Direction::Backward;
    auto work = [index, rows, isWanted = std::move(isWanted), from, isBackward](const std::stop_token& stop) -> Answer {
        return findCode(index, rows->numbers(), isWanted, from, isBackward, stop);
    };
    auto done = [this, rows, from, isBackward](const Answer& answer) {
        if (!answer || !answer->has_value()) {
            Q_EMIT notFound();
            return;
        }
        const qint64 row = **answer;
        Q_EMIT found(rows->recordAt(int(row)), from >= 0 && (isBackward ? row > from : row < from));
    };
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
