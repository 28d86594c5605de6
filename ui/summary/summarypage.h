// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/summary/summarylines.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace TmgLens {

class LogTableModel;
class NamedLabel;
class ResultFilterModel;
class SummaryCounting;
class SummaryList;

/**
 * What the visible records hold, in lists of which each line filters; as paper and as a file, too.
 *
 * Counts while it is shown, off the GUI thread, and follows the filter and the log.
 */
class SummaryPage : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive the page.
    SummaryPage(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent);

    /// Asks for a printer once the counts are there; the page must be shown.
    void print();
    /// Asks for a file in the same way.
    void save();
    /// Writes what is shown to @p path as HTML; saved() or failed() follows.
    void saveTo(const QString& path);

Q_SIGNALS:
    /// Of the visible records only those that meet @p term are to stay.
    void termRequested(const TmgLens::FilterExpression& term);
    /// The person wants the records again.
    void left();
    void saved(const QString& path);
    /// Counting or writing did not work; @p sentence says why.
    void failed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// A list with its heading.
    struct Part
    {
        QWidget* box;
        QLabel* heading;
        SummaryList* list;
    };

    [[nodiscard]] QWidget* createHead();
    void setupLists();
    void setupCounting();
    Part createPart();
    void showSummary(const LogSummary& summary);
    void showPart(const Part& part, const QString& title, std::vector<SummaryLine> lines);
    void showState(const QString& sentence);
    void updateColors();
    void moveOn(const SummaryList* from, bool isForward);
    void whenCounted(std::function<void()> act);

    SummaryCounting* m_counting;
    NamedLabel* m_facts;
    QLabel* m_origin;
    QLabel* m_state;
    QScrollArea* m_scroll;
    QBoxLayout* m_head = nullptr;
    QBoxLayout* m_columns = nullptr;
    Part m_classes;
    Part m_codes;
    std::vector<Part> m_values;
    LogSummary m_summary;
    bool m_hasCounts = false; ///< The last counting did not fail.
    std::function<void()> m_whenCounted;
    QTimer m_busyPause; ///< Before it is told that it takes a while.
};

} // namespace TmgLens
