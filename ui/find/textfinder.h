// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/textsearch.h"
#include "model/table/recordrows.h"
#include "ui/backgroundtask.h"
#include "ui/find/searchdirection.h"

#include <QObject>

namespace TmgLens {

/**
 * Looks for text in the visible records, off the GUI thread.
 *
 * GUI thread only. Each find() ends in exactly one of the signals, unless a later find() overtakes it.
 */
class TextFinder : public QObject
{
    Q_OBJECT

public:
    using Direction = SearchDirection;

    using QObject::QObject;

    /// Looks through @p rows of @p index, after row @p from (before it, if backward) and on from the other end.
    void find(const RecordIndex& index, const RowsPointer& rows, const TextQuery& query, qint64 from,
              Direction direction);
    void cancel() { m_task.cancel(); }
    [[nodiscard]] bool isRunning() const { return m_task.isRunning(); }

Q_SIGNALS:
    void found(TmgLens::RecordNumber record, bool wasWrapped);
    void notFound();
    void cancelled();
    void failed(const TmgLens::LoadError& error);

private:
    using Answer = std::expected<std::optional<quint32>, LoadError>;
    BackgroundTask<Answer> m_task;
};

} // namespace TmgLens
