// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/pickedrecords.h"
#include "model/keeping/hiddenfindings.h"

#include <QSet>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace TmgLens {

class FindingAdvice;
class FindingModel;

/**
 * What has been found in a log, the worst first, and what to do about the current finding.
 *
 * A click or Return on a finding asks for its records; Delete calls it, or a whole pattern, no problem here.
 */
class FindingPanel : public QWidget
{
    Q_OBJECT

public:
    /// @p findings must outlive the panel.
    explicit FindingPanel(FindingModel* findings, QWidget* parent = nullptr);

    /// There is no log, or it is being read.
    void showNoLog();
    /// The search goes on, and is at @p percent.
    void showSearching(int percent);
    /// What the model has is all.
    void showFound();
    /// The search has failed, for the reason that @p sentence gives.
    void showFailure(const QString& sentence);

Q_SIGNALS:
    /// The person wants to see @p records, which are from @p span by the clock of the log.
    void chosen(const TmgLens::PickedRecordsPointer& records, const std::optional<TmgLens::Filter::Times>& span);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupTree();
    void setupActions();
    void setupParts();
    void remember();
    void restore();
    void click(const QModelIndex& index);
    void showAt(const QModelIndex& index);
    void hideCurrent(bool isHidden);
    void copyCurrent();
    void followCurrent();
    void updateState();
    void showState(const QString& sentence);

    FindingModel* m_findings;
    QTreeView* m_tree;
    FindingAdvice* m_advice;
    QSplitter* m_splitter;
    QStackedWidget* m_pages;
    QLabel* m_state;
    QToolButton* m_showHidden;
    QAction* m_showRecords = nullptr;
    QAction* m_hide = nullptr;
    QAction* m_bringBack = nullptr;
    QAction* m_copy = nullptr;
    QSet<QString> m_seen; ///< Patterns that have been in the list; these are as the person left them,
    QSet<QString> m_expanded; ///< which is expanded.
    std::optional<HiddenFinding> m_current; ///< What was current before other rows came,
    std::pair<int, int> m_place = {-1, -1}; ///< and its rows, as a pattern and below it; -1 for none.
    int m_scroll = 0;
};

} // namespace TmgLens
