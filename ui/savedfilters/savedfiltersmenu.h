// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/keeping/savedfilters.h"

#include <QObject>

class QAction;
class QMenu;

namespace TmgLens {

class LogTableModel;

/**
 * The menu of filters with names: those that the program comes with and the person's own, read each time that the menu
 * opens, because other windows save filters too.
 *
 * A filter that the log cannot serve is disabled, with the reason beside it.
 */
class SavedFiltersMenu : public QObject
{
    Q_OBJECT

public:
    /// Fills @p menu behind the actions that are in it, for the fields of @p log. Both must outlive this.
    SavedFiltersMenu(QMenu* menu, const LogTableModel* log, QWidget* window);

    /// The filter in force, which can be saved and added to.
    void setExpression(const FilterExpression& expression) { m_expression = expression; }
    /// Asks for a name and saves the filter in force.
    void saveExpression();
    /// Lets the person rename, delete, import, export…
    void manage();

Q_SIGNALS:
    /// The person wants @p expression in place of the filter in force.
    void chosen(const TmgLens::FilterExpression& expression);
    /// The person wants @p expression beside the filter in force.
    void added(const TmgLens::FilterExpression& expression);
    /// Filters could not be read or written, for the reason that @p sentence gives.
    void failed(const QString& sentence);

private:
    using Signal = void (SavedFiltersMenu::*)(const FilterExpression&);

    void fill();
    void addFilters(QMenu* menu, const QList<SavedFilter>& own, Signal signal);
    void addFilter(QMenu* menu, const SavedFilter& filter, Signal signal);
    QMenu* m_menu;
    QMenu* m_addMenu;
    const LogTableModel* m_log;
    QWidget* m_window;
    FilterStore m_store;
    FilterExpression m_expression;
    QList<QAction*> m_fixed; ///< Entries that are not filters.
};

} // namespace TmgLens
