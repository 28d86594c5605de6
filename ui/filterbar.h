// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/index/columnset.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace TmgLens {

/**
 * The line in which a filter expression is typed.
 *
 * A mistake, or a field that the log does not have, is told under the line, and the last good expression stays in
 * force.
 */
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent);

    /// The expression in force.
    [[nodiscard]] const FilterExpression& expression() const { return m_expression; }
    /// The columns of the log; an expression about a field that is none of them is refused. Without any column, none
    /// is.
    void setColumns(const ColumnSet& columns);
    /// Takes the keyboard and selects the text.
    void startTyping();
    /// Takes the filter away at once.
    void clear();
    /// Puts @p range in the place of the times that the expression in force asks for, or takes these away, at once.
    void setTimeRange(const std::optional<Filter::Times>& range);

Q_SIGNALS:
    void expressionChanged(const TmgLens::FilterExpression& expression);
    /// The person is done here; the keyboard belongs back to the records.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void showMistake(const FilterError& mistake);
    void showMissing(const QStringList& fields);
    void showUnderLine(const QString& sentence);
    void hideMistake();

    QLineEdit* m_line;
    QLabel* m_mistake;
    QTimer m_pause; // typing is damped: a filter can run over millions of records
    ColumnSet m_columns;
    QString m_appliedText;
    FilterExpression m_expression;
};

} // namespace TmgLens
