// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/resultselection.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QSortFilterProxyModel;
class QStackedWidget;
class QTreeView;

namespace TmgLens {

class CategoryCounting;
class CategoryModel;
class LogTableModel;
class ResultFilterModel;

/**
 * The result categories of a log with their counts, of what is visible and of all, to tick what is shown.
 *
 * Counts follow the model while it loads, ten times a second at most.
 */
class CategoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit CategoryPanel(QWidget* parent = nullptr);
    ~CategoryPanel() override;

    /// Shows the codes of @p log, and how many of its records are visible in @p records, which must go before it does.
    void setModels(LogTableModel* log, const ResultFilterModel* records);

    [[nodiscard]] ResultSelection selection() const;
    void setSelection(const ResultSelection& selection);

Q_SIGNALS:
    void selectionChanged(const TmgLens::ResultSelection& selection);
    /// What meets @p term is not to be shown, whatever its category.
    void exclusionRequested(const TmgLens::FilterExpression& term);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void setupParts();
    void setupActions();
    void setupTree();
    void readAll();
    void readCounts();
    void expandNewGroups();
    void updateState();
    void updateFoldedActions();
    [[nodiscard]] QModelIndex currentCategory() const;

    QPointer<LogTableModel> m_source;
    std::unique_ptr<CategoryCounting> m_counting;
    CategoryModel* m_categories;
    QSortFilterProxyModel* m_sorted;
    QTreeView* m_tree;
    QStackedWidget* m_pages;
    QAction* m_onlyThis;
    QAction* m_allButThis;
    QAction* m_showAll;
    QList<QAction*> m_foldedActions; ///< Of the current category.
    QTimer m_pause; ///< Runs after counts were read; until it ends they are only noted as stale.
    bool m_isStale = false;
    int m_expandedGroups = 0; ///< Groups that have been expanded once; what is collapsed later stays so.
};

} // namespace TmgLens
