// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

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

Q_SIGNALS:
    /// The current record cannot be read any more.
    void failed(const TmgLens::LoadError& error);

private:
    void followFolding();

    const LogTableModel* m_log;
    const LogTableView* m_table;
    DetailPane* m_details;
    QTimer m_pause;
};

} // namespace TmgLens
