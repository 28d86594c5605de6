// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/filterterms.h"
#include "model/index/recordindex.h"
#include "ui/filter/filtersuggestions.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace TmgLens {

class ValueCounting;
class FilterChips;
class FilterLine;

/// What to do with a term that a person has pointed at.
enum class TermUse : std::uint8_t {
    Only, ///< Show nothing else.
    Add, ///< Show what meets the filter and the term.
    Exclude, ///< Hide what meets the term.
};

/**
 * The filter: a line to write it in, and under it its terms as chips. Both are the same expression, always in step.
 *
 * A mistake, or a field that the log does not have, is told under the line, and the last good expression stays in
 * force. Escape takes back what was typed since the keyboard came here, or since Return; then it leaves.
 */
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget* parent);

    /// The expression in force.
    [[nodiscard]] const FilterExpression& expression() const { return m_expression; }
    /// The records in force that somebody has picked; nullptr for none.
    [[nodiscard]] const PickedRecordsPointer& picked() const { return m_picked; }
    /// The log's records as far as they are known: an expression about a field that they lack is refused, and what they
    /// hold is suggested. @p index must stay where it is; nullptr for none.
    void setRecords(const RecordIndex* index);
    /// What the chips show: the expression in force, what is switched off, and what is picked.
    [[nodiscard]] const FilterTerms& terms() const { return m_terms; }
    /// Puts @p terms in the place of the filter at once.
    void setTerms(const FilterTerms& terms);
    /// Puts a button with @p menu behind the line.
    void setMenu(QMenu* menu);
    /// Takes the keyboard and selects the text.
    void startTyping();
    /// Takes the filter away at once.
    void clear();
    /// Changes the filter by @p term at once.
    void useTerm(const FilterExpression& term, TermUse use);
    /// Puts @p now in the place of @p old at once; see FilterTerms::replace().
    void replaceTerm(const FilterExpression& old, const FilterExpression& now);
    /// Puts @p range in the place of the times that the expression in force asks for, or takes these away, at once.
    /// Its ends are moments; they are written by @p clock.
    void setTimeRange(const std::optional<Filter::Times>& range, const ZoneClock& clock);
    /// Writes the stretch of time that the filter has by another clock, so that it stays the same stretch.
    void changeClock(const ZoneClock& from, const ZoneClock& to);

Q_SIGNALS:
    /// Another expression is in force, or picked() are others.
    void expressionChanged(const TmgLens::FilterExpression& expression);
    /// The person is done here; the keyboard belongs back to the records.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] std::vector<FilterSuggestion> suggestions(const CompletionPlace& place);
    void apply();
    void takeBack();
    void editTerm(qsizetype position);
    void showMistake(const FilterError& mistake);
    void showMissing(const QStringList& fields);
    void showUnknown(const QString& finding);
    void showUnderLine(const QString& sentence);
    void hideMistake();

    FilterLine* m_line;
    ValueCounting* m_values;
    FilterChips* m_chips;
    QToolButton* m_menuButton;
    QLabel* m_mistake;
    QTimer m_pause; // typing is damped: a filter can run over millions of records
    const RecordIndex* m_index = nullptr;
    QString m_appliedText;
    QString m_settledText; ///< What Escape goes back to.
    FilterExpression m_expression;
    PickedRecordsPointer m_picked;
    FilterTerms m_terms;
};

} // namespace TmgLens
