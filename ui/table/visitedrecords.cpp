// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/visitedrecords.h"

#include "ui/table/logtableview.h"

#include <QScopedValueRollback>

#include <utility>

namespace TmgLens {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t mostPlaces = 200;
constexpr auto restingTime = 2s;

} // namespace

VisitedRecords::VisitedRecords(LogTableView* table) : m_table(table)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restingTime);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (isAtEnd()) // else the places to go forward to would be lost by looking around
            visitCurrent();
    });
    connect(table, &LogTableView::stepped, this, [this] {
        m_rest.start();
        if (!std::exchange(m_isElsewhere, true))
            Q_EMIT changed();
    });
    connect(table, &LogTableView::jumped, this, [this](RecordNumber from, RecordNumber to) {
        if (m_isGoing)
            return;
        m_rest.stop();
        visit(from);
        visit(to);
    });
}

bool VisitedRecords::canGoBack() const
{
    return m_here > 0 || (m_isElsewhere && isAtEnd() && !m_places.empty());
}

bool VisitedRecords::canGoForward() const
{
    return !isAtEnd();
}

void VisitedRecords::goBack()
{
    if (m_isElsewhere && isAtEnd())
        visitCurrent(); // to come forward to
    if (m_here > 0)
        goTo(m_here - 1);
}

void VisitedRecords::goForward()
{
    if (canGoForward())
        goTo(m_here + 1);
}

void VisitedRecords::forget()
{
    m_rest.stop();
    m_places.clear();
    m_here = 0;
    m_isElsewhere = false;
    Q_EMIT changed();
}

void VisitedRecords::visit(RecordNumber record)
{
    const bool wasElsewhere = std::exchange(m_isElsewhere, false);
    if (!m_places.empty()) {
        if (m_places[m_here] == record) {
            if (wasElsewhere)
                Q_EMIT changed();
            return;
        }
        m_places.resize(m_here + 1);
    }
    if (m_places.size() == mostPlaces)
        m_places.erase(m_places.begin());
    m_places.push_back(record);
    m_here = m_places.size() - 1;
    Q_EMIT changed();
}

void VisitedRecords::visitCurrent()
{
    if (const auto current = m_table->currentRecord())
        visit(*current);
}

void VisitedRecords::goTo(std::size_t place)
{
    m_here = place;
    m_rest.stop();
    m_isElsewhere = false;
    const RecordNumber record = m_places[m_here];
    const QScopedValueRollback guard(m_isGoing, true);
    if (!m_table->showRecord(record))
        Q_EMIT hidden(record);
    Q_EMIT changed();
}

} // namespace TmgLens
