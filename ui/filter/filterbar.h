// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/index/recordindex.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace TmgLens {

class FilterLine;

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
    /// The log's records as far as they are known: an expression about a field that they lack is refused, and what they
    /// hold is suggested. @p index must stay where it is; nullptr for none.
    void setRecords(const RecordIndex* index);
    /// Takes the keyboard and selects the text.
    void startTyping();
    /// Takes the filter away at once.
    void clear();

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

    FilterLine* m_line;
    QLabel* m_mistake;
    QTimer m_pause; // typing is damped: a filter can run over millions of records
    const RecordIndex* m_index = nullptr;
    QString m_appliedText;
    FilterExpression m_expression;
};

} // namespace TmgLens
