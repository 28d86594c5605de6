// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/source/loaderror.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTreeView;

namespace TmgLens {

class FacetCounting;
class FacetModel;
class LogTableModel;
class ResultFilterModel;

/**
 * The most frequent values of some fields, with counts for what is visible, to tick what is shown.
 *
 * Counts are exact; they are made in the background while the panel can be seen. Ticks and the filter are one thing:
 * the panel reads them from setExpression(), and asks for another filter by termReplaced().
 */
class FacetPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both models must outlive the panel.
    FacetPanel(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent = nullptr);
    /// Stops counting and waits.
    ~FacetPanel() override;

    /// Takes the ticks from the filter in force.
    void setExpression(const FilterExpression& expression);
    /// Whether the panel can be seen, and so is worth counting for. It knows by itself when it is shown and hidden, but
    /// not when another one covers it.
    void setWatched(bool isWatched);
    /// Counts at once what a growing log would have counted later.
    void refresh();

Q_SIGNALS:
    /// Instead of its term @p old the filter is to have @p replacement; either may be empty.
    void termReplaced(const TmgLens::FilterExpression& old, const TmgLens::FilterExpression& replacement);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setupTree();
    void setupActions();
    void setupSearch();
    void setupCounting();
    void setupParts();
    void readColumns();
    void fillFieldMenu();
    void setFieldShown(const Filter::FieldName& field, bool isShown);
    void removeCurrentField();
    void onlyThis();
    void expandNewFields();
    void updateState();
    void showState(const QString& sentence);
    void showFailure(const LoadError& error);

    const LogTableModel* m_log;
    FacetModel* m_facets;
    FacetCounting* m_counting;
    QLineEdit* m_search;
    QMenu* m_fieldMenu;
    QTreeView* m_tree;
    QStackedWidget* m_pages;
    QLabel* m_state;
    QAction* m_onlyThis;
    QAction* m_allButThis;
    QAction* m_showAll;
    QAction* m_remove;
    QTimer m_searchPause; ///< Typing is damped: a search looks at the whole log.
    QTimer m_busyPause; ///< Until counting has lasted long enough to be worth a word.
    QStringList m_added; ///< Fields that a person wants to see beside the usual ones,
    QStringList m_removed; ///< and those that not; both are remembered for the next window.
    QStringList m_expanded; ///< Fields that have been expanded once; what is collapsed later stays so.
};

} // namespace TmgLens
