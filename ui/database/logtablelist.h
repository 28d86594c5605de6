// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/database/logtable.h"

#include <QTreeWidget>

namespace TmgLens {

/// The logs that were found in a database: what they are of, how many records they have, and of which time.
class LogTableList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit LogTableList(QWidget* parent);

    void setTables(const QList<LogTable>& tables);
    /// The one that is chosen; nullptr if there are none.
    [[nodiscard]] const LogTable* current() const;

private:
    QList<LogTable> m_tables;
};

} // namespace TmgLens
