// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/rules/ruletotals.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace TmgLens {

class FilterExpression;
class LogTableModel;
class NamedLabel;
class ResultFilterModel;
class RuleCounting;
class RuleTable;
struct LoadError;

/**
 * What each rule of the firewall did in the visible records.
 *
 * Counts while it is shown, off the GUI thread, and follows the filter and the log.
 */
class RulePage : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive the page.
    RulePage(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent);

    /// Asks for a file and writes the rules that are shown to it.
    void exportRules();
    /// Writes them to @p path as CSV; saved() or failed() follows.
    void saveTo(const QString& path);

Q_SIGNALS:
    /// Of the visible records only those that meet @p term are to stay.
    void termRequested(const TmgLens::FilterExpression& term);
    /// The person wants the records again.
    void left();
    void saved(const QString& path);
    /// Writing did not work; @p sentence says why.
    void failed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupHead();
    [[nodiscard]] QLayout* createButtons();
    void setupTable();
    void setupCounting();
    void showReport(const RuleReport& report);
    void showFailure(const LoadError& error);
    void showChoice();
    void showTimes();
    void showState(const QString& sentence);
    void updateColors();
    [[nodiscard]] QString emptyState() const;

    const LogTableModel* m_log;
    RuleCounting* m_counting;
    NamedLabel* m_facts;
    QLabel* m_scope;
    QLabel* m_state;
    QComboBox* m_choice;
    QPushButton* m_export = nullptr;
    QBoxLayout* m_head;
    RuleTable* m_table;
    RuleReport m_report;
    QTimer m_busyPause; ///< Before it is told that it takes a while.
};

} // namespace TmgLens
