// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace TmgLens {

class DetailPane;
class LogTableModel;
class LogTableView;
struct LoadError;

/// Keeps the detail pane at the current record of the table.
class DetailFollower : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this.
    DetailFollower(const LogTableModel* log, const LogTableView* table, DetailPane* details);

    /// Shows the current record anew, with what the log has come to say of its code.
    void showCurrentRecord();
    /// Shows the counts and the surroundings of the log as it is now, which takes a look at all of it. The reader stays
    /// in the same place.
    void followGrowth();

Q_SIGNALS:
    /// The current record cannot be read any more.
    void failed(const TmgLens::LoadError& error);

private:
    void followFolding();
    void followReading(int firstRow, int lastRow);

    const LogTableModel* m_log;
    const LogTableView* m_table;
    DetailPane* m_details;
    std::optional<RecordNumber> m_shown; // by the details, of the log that is in the model now
    QTimer m_pause;
    bool m_isAwaited = false; // the current record is still being read
};

} // namespace TmgLens
