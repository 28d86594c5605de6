// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filtermatcher.h"
#include "model/filter/filterterms.h"
#include "model/table/recordrows.h"

#include <QObject>

#include <optional>

class QAction;
class QShortcut;

namespace TmgLens {

class CategoryPanel;
class FilterBar;
class LiftBar;
class LogTableModel;
class LogTableView;
class ResultFilterModel;

/**
 * Lifts the filter for a look at what happened around a record, and puts it back.
 *
 * To lift it is to switch off all that filters: the terms stay as chips, which are off. Meanwhile the records that the
 * filter let through are marked, also those that come. To switch terms or categories during the look narrows it, and
 * going back is to the filter as it was. The look ends, too, once all that was lifted is in force again, and when the
 * person makes another filter: then terms stay as chips that are off, and the rest of what was lifted comes back.
 */
class FilterLift : public QObject
{
    Q_OBJECT

public:
    /// All that filters and all that shows it.
    struct Parts
    {
        LogTableModel* log;
        const ResultFilterModel* records;
        LogTableView* table;
        LiftBar* bar;
        FilterBar* filterBar;
        CategoryPanel* categories;
        QAction* onlyMalformed;
    };

    /// The parts must outlive this.
    explicit FilterLift(const Parts& parts);

    /// Lifts the filter around the current record, or goes back to the filter.
    void toggle();
    /// Makes @p record current; if the filter hides it, lifts the filter for that.
    void goTo(RecordNumber record);
    /// Ends it without a change to the filter.
    void drop();

    /// All that filters.
    struct Filtering
    {
        FilterTerms terms;
        ResultSelection selection;
        bool onlyMalformed = false;

        bool operator==(const Filtering&) const = default;
    };

    /// What filters, or will when the look is over.
    [[nodiscard]] Filtering filtering() const { return m_lifted.value_or(current()); }

Q_SIGNALS:
    void changed(bool isLifted);
    /// Why there is nothing to lift.
    void remarked(const QString& sentence);

private:
    [[nodiscard]] Filtering current() const;
    void lift();
    void showLifted(RecordNumber record);
    void goBack();
    void putBack();
    void followFilter();
    void followLog();
    void showMatches(const RowsPointer& matches);
    void apply(const Filtering& filtering);
    void end();

    Parts m_parts;
    QShortcut* m_escape;
    std::optional<Filtering> m_lifted; // what is to be put back
    RecordFilter m_liftedFilter; // the same, as it chooses records
    quint64 m_line = 0; // of the record that the look is around
    ResultFilterModel* m_matches; // looks for records to mark once some have come
    bool m_isApplying = false;
};

} // namespace TmgLens
