// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/detailfollower.h"

#include "model/output/errortext.h"
#include "model/table/logtablemodel.h"
#include "ui/details/detailpane.h"
#include "ui/table/logtableview.h"

namespace TmgLens {

using namespace std::chrono_literals;

DetailFollower::DetailFollower(const LogTableModel* log, const LogTableView* table, DetailPane* details)
    : m_log(log)
    , m_table(table)
    , m_details(details)
{
    // A held arrow key runs through records faster than their details can be laid out.
    m_pause.setSingleShot(true);
    m_pause.setInterval(30ms);
    connect(&m_pause, &QTimer::timeout, this, &DetailFollower::showCurrentRecord);
    connect(table, &LogTableView::currentRecordChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(log, &LogTableModel::modelAboutToBeReset, this, [this] { m_shown.reset(); });
    connect(log, &LogTableModel::foldedChanged, this, &DetailFollower::followFolding);
    connect(log, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) { followReading(first.row(), last.row()); });
}

/// The page stays as it is: its reader may be anywhere in it.
void DetailFollower::followFolding()
{
    if (m_shown)
        m_details->showFolding(m_log->foldingOf(*m_shown));
}

void DetailFollower::followGrowth()
{
    if (m_shown)
        m_details->followGrowth(m_log->records());
}

/// Shows the current record if it has come now.
void DetailFollower::followReading(int firstRow, int lastRow)
{
    const auto current = m_table->currentRecord();
    const bool isRead =
        current && qToUnderlying(*current) >= quint32(firstRow) && qToUnderlying(*current) <= quint32(lastRow);
    if (m_isAwaited && isRead && !m_pause.isActive())
        showCurrentRecord();
}

void DetailFollower::showCurrentRecord()
{
    m_isAwaited = false;
    m_shown = m_table->currentRecord();
    if (!m_shown) {
        m_details->clear();
        return;
    }
    const auto record = m_log->record(*m_shown);
    if (record) {
        m_details->showRecord(*record, m_log->records(), m_log->shownClock());
        m_details->showFolding(m_log->foldingOf(*m_shown));
    } else if (record.error().kind == LoadError::Kind::StillReading) {
        m_isAwaited = true;
        m_shown.reset();
        m_details->showNotice(describeLoadError(record.error()));
    } else {
        m_shown.reset();
        m_details->clear();
        Q_EMIT failed(record.error());
    }
}

} // namespace TmgLens
