// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/table/clientgaps.h"
#include "ui/backgroundtask.h"

#include <QTimer>

class QHeaderView;

namespace TmgLens {

class LogTableModel;

/**
 * Fills the column of gaps between the records of a client, off the GUI thread, while the column is on screen.
 *
 * Reads the log anew when records have come, once no more come.
 */
class GapReader : public QObject
{
    Q_OBJECT

public:
    /// @p header shows the columns of @p log; both must outlive this.
    GapReader(LogTableModel* log, QHeaderView* header);

    void cancel() { m_task.cancel(); }

Q_SIGNALS:
    /// The log cannot be read any more.
    void failed(const TmgLens::LoadError& error);

private:
    void read();
    [[nodiscard]] bool isColumnShown() const;

    LogTableModel* m_log;
    QHeaderView* m_header;
    QTimer m_pause;
    quint32 m_readRecords = 0; // of those the gaps are known, or being computed
    BackgroundTask<std::expected<ClientGapsPointer, LoadError>> m_task;
};

} // namespace TmgLens
