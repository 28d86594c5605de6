// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QObject>
#include <QTimer>

namespace TmgLens {

class LogTableView;

/**
 * The records that a person has visited in a table, to go back and forward through as in a browser.
 *
 * Visited is what was jumped to or from, and what was rested on for a while; steps from row to row only pass by. Places
 * are record numbers: they outlive another filter and another order.
 */
class VisitedRecords : public QObject
{
    Q_OBJECT

public:
    /// The table must outlive this.
    explicit VisitedRecords(LogTableView* table);

    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    /// Makes the place before this one current, if there is one; a record that the filter hides is told by hidden().
    void goBack();
    /// The same with the place after this one.
    void goForward();
    /// For another log, whose records have other numbers.
    void forget();

Q_SIGNALS:
    /// There are other places to go to.
    void changed();
    /// The place is now at @p record, which the table does not show.
    void hidden(TmgLens::RecordNumber record);

private:
    [[nodiscard]] bool isAtEnd() const { return m_here + 1 >= m_places.size(); }
    void visit(RecordNumber record);
    void visitCurrent();
    void goTo(std::size_t place);

    LogTableView* m_table;
    std::vector<RecordNumber> m_places;
    std::size_t m_here = 0; // among the places, if there are any
    QTimer m_rest; // runs while the person may rest where steps have led
    bool m_isElsewhere = false; // steps have led away from the place
    bool m_isGoing = false;
};

} // namespace TmgLens
