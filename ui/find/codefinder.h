// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/loaderror.h"
#include "model/table/recordrows.h"
#include "ui/backgroundtask.h"
#include "ui/find/searchdirection.h"

#include <functional>

namespace TmgLens {

/**
 * Looks for visible records by their result codes, off the GUI thread.
 *
 * GUI thread only. Each find() ends in one of the signals, unless a later find() overtakes it.
 */
class CodeFinder : public QObject
{
    Q_OBJECT

public:
    using Direction = SearchDirection;

    using QObject::QObject;

    /// Looks through @p rows of @p index, after row @p from (before it, if backward) and on from the other end, for a
    /// code that @p isWanted wants, which is called on another thread.
    void find(const RecordIndex& index, const RowsPointer& rows, std::function<bool(const CodeEntry&)> isWanted,
              qint64 from, Direction direction);
    void cancel() { m_task.cancel(); }

Q_SIGNALS:
    void found(TmgLens::RecordNumber record, bool wasWrapped);
    void notFound();

private:
    using Answer = std::expected<std::optional<quint32>, LoadError>;
    BackgroundTask<Answer> m_task;
};

} // namespace TmgLens
