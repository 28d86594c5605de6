// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/gapreader.h"

#include "model/table/logtablemodel.h"

#include <QHeaderView>

namespace TmgLens {

using namespace std::chrono_literals;

GapReader::GapReader(LogTableModel* log, QHeaderView* header) : m_log(log), m_header(header)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms); // while a log is being loaded, records come more often
    connect(&m_pause, &QTimer::timeout, this, &GapReader::read);
    connect(log, &QAbstractItemModel::rowsInserted, &m_pause, qOverload<>(&QTimer::start));
    connect(header, &QHeaderView::sectionResized, &m_pause, qOverload<>(&QTimer::start)); // also shown and hidden
    connect(log, &LogTableModel::timesChanged, this, [this] {
        m_readRecords = 0;
        m_pause.start();
    });
    connect(log, &QAbstractItemModel::modelReset, this, [this] {
        m_task.cancel();
        m_readRecords = 0;
    });
}

bool GapReader::isColumnShown() const
{
    const int column = m_log->records().columns().size() + int(DerivedColumn::ClientGap);
    return column < m_header->count() && !m_header->isSectionHidden(column);
}

void GapReader::read()
{
    const quint32 count = m_log->records().recordCount();
    if (count == m_readRecords || !isColumnShown())
        return;
    m_readRecords = count;
    m_task.start(
        this,
        [index = m_log->records()](const std::stop_token& stop) {
            return clientGaps(index, stop).transform([](ClientGaps&& gaps) {
                return std::make_shared<const ClientGaps>(std::move(gaps));
            });
        },
        [this](const std::expected<ClientGapsPointer, LoadError>& gaps) {
            if (m_task.isCancelled())
                return;
            if (gaps) {
                m_log->setClientGaps(*gaps);
                return;
            }
            m_readRecords = 0; // to be tried again when the column is shown the next time
            Q_EMIT failed(gaps.error());
        });
}

} // namespace TmgLens
