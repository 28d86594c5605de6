// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/find/textfinder.h"

namespace TmgLens {

void TextFinder::find(const RecordIndex& index, const RowsPointer& rows, const TextQuery& query, qint64 from,
                      Direction direction)
{
    const bool isBackward = direction == Direction::Backward;
    auto work = [index, rows, query, from, isBackward](const std::stop_token& stop) -> Answer {
        return findText(index, rows->numbers(), query, from, isBackward, stop);
    };
    auto done = [this, rows, from, isBackward](const Answer& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
        } else if (answer->has_value()) {
            const qint64 row = **answer;
            const bool wasWrapped = from >= 0 && (isBackward ? row >= from : row <= from);
            Q_EMIT found(rows->recordAt(int(row)), wasWrapped);
        } else if (m_task.isCancelled()) {
            Q_EMIT cancelled();
        } else {
            Q_EMIT notFound();
        }
    };
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
