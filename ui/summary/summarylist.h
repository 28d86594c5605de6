// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/summary/summarylines.h"

#include <QListView>

class QLabel;

namespace TmgLens {

class SummaryDelegate;

/// One list of a summary, as high as its lines, which each filter.
class SummaryList : public QListView
{
    Q_OBJECT

public:
    explicit SummaryList(QWidget* parent);

    /// Shows @p lines; the line that was current stays so if it is among them.
    void setLines(std::vector<SummaryLine> lines);

    /// Takes the keyboard, at the first line, or at the last one if it comes from below.
    void enter(bool isForward);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    /// Records are to be shown only if they meet @p term.
    void termRequested(const TmgLens::FilterExpression& term);
    /// The keyboard moved to a line that is at @p line in the list.
    void lineReached(const QRect& line);
    /// The keyboard went beyond the first line, or beyond the last one.
    void left(bool isForward);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void changeEvent(QEvent* event) override;

private:
    void setupActions();
    void choose(const QModelIndex& index);
    void exclude(const QModelIndex& index);
    void restoreCurrent(const QString& text);
    void measure();

    SummaryLines* m_lines;
    SummaryDelegate* m_delegate;
};

} // namespace TmgLens
