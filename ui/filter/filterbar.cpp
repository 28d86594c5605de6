// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterbar.h"

#include "model/filter/missingfields.h"
#include "model/filter/timerange.h"
#include "model/finding/findingfilter.h"
#include "ui/filter/filterchips.h"
#include "ui/filter/filterline.h"
#include "ui/filter/valuecounting.h"
#include "ui/look/icons.h"
#include "ui/look/quietplaceholder.h"
#include "ui/look/resultcolors.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Nothing is missing from a log that has not told its columns.
QStringList fieldsMissing(const FilterExpression& expression, const RecordIndex* index)
{
    return !index || index->columns().size() == 0 ? QStringList() : missingFields(expression, index->columns());
}

} // namespace

FilterBar::FilterBar(QWidget* parent)
    : QWidget(parent)
    , m_line(new FilterLine(this))
    , m_values(new ValueCounting(this))
    , m_chips(new FilterChips(this))
    , m_menuButton(new QToolButton(this))
    , m_mistake(new QLabel(this))
{
    m_line->setObjectName(u"filterLine"_s);
    m_line->setAccessibleName(tr("Filter"));
    m_line->setPlaceholderText(tr("Words, or class:denied  client:10.0.0.0/8  code:12202..12239  -user:anonymous"));
    new QuietPlaceholder(m_line);
    m_line->setClearButtonEnabled(true);
    m_line->setAcceptDrops(false); // a log dropped here is to be opened by the window
    m_line->installEventFilter(this);
    m_line->setSuggester([this](const CompletionPlace& place) { return suggestions(place); });
    m_menuButton->setObjectName(u"filterMenuButton"_s);
    m_menuButton->setAccessibleName(tr("Saved filters"));
    m_menuButton->setToolTip(tr("Filters to choose from"));
    m_menuButton->setIcon(icon("view-filter"_L1));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAutoRaise(true);
    m_menuButton->hide();
    m_mistake->setObjectName(u"filterMistake"_s);
    m_mistake->setTextFormat(Qt::PlainText);
    m_mistake->setWordWrap(true);
    m_mistake->hide();

    auto* label = new QLabel(tr("Fi&lter:"), this);
    label->setBuddy(m_line);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 6, 6, 6);
    grid->setVerticalSpacing(2);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_line, 0, 1);
    grid->addWidget(m_menuButton, 0, 2);
    grid->addWidget(m_mistake, 1, 1);
    grid->addWidget(m_chips, 2, 1);

    connect(m_values, &ValueCounting::counted, m_line, &FilterLine::renewSuggestions);
    connect(m_chips, &FilterChips::termsChanged, this, &FilterBar::setTerms);
    connect(m_chips, &FilterChips::editRequested, this, &FilterBar::editTerm);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        apply();
        if (!m_mistake->isHidden())
            return;
        m_settledText = m_appliedText;
        m_line->remember();
        Q_EMIT left();
    });
}

void FilterBar::setRecords(const RecordIndex* index)
{
    m_index = index;
    m_values->clear();
    m_pause.start(); // what was missing can be there now, and the other way round
}

void FilterBar::setMenu(QMenu* menu)
{
    m_menuButton->setMenu(menu);
    m_menuButton->show();
}

void FilterBar::startTyping()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FilterBar::clear()
{
    setTerms({});
}

/// Up brings back what was typed.
void FilterBar::takeBack()
{
    m_line->remember();
    m_line->replaceText(m_settledText);
    apply();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            m_settledText = m_appliedText;
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (m_line->text().trimmed() == m_settledText)
            Q_EMIT left();
        else
            takeBack();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

std::vector<FilterSuggestion> FilterBar::suggestions(const CompletionPlace& place)
{
    if (!m_index)
        return {};
    if (needsValues(place))
        return filterSuggestions(place, *m_index, m_values->values(place.field, place.typed, *m_index));
    return filterSuggestions(place, *m_index, {});
}

void FilterBar::apply()
{
    m_pause.stop();
    const QString text = m_line->text();
    const auto parsed = FilterExpression::parse(text);
    if (!parsed) {
        showMistake(parsed.error());
        return;
    }
    if (const QStringList missing = fieldsMissing(*parsed, m_index); !missing.isEmpty()) {
        showMissing(missing);
        return;
    }
    if (const QStringList unknown = unknownFindings(*parsed); !unknown.isEmpty()) {
        showUnknown(unknown.front());
        return;
    }
    hideMistake();
    m_terms.setExpression(*parsed);
    m_chips->setTerms(m_terms);
    if (text.trimmed() == m_appliedText && m_terms.pickedInForce() == m_picked)
        return;
    m_appliedText = text.trimmed();
    m_expression = *parsed;
    m_picked = m_terms.pickedInForce();
    Q_EMIT expressionChanged(m_expression);
}

void FilterBar::setTerms(const FilterTerms& terms)
{
    if (!m_mistake->isHidden())
        m_line->remember(); // what was being written is not lost: Up brings it back
    m_terms = terms;
    m_line->replaceText(terms.expression().toString());
    apply();
    m_settledText = m_appliedText;
}

void FilterBar::useTerm(const FilterExpression& term, TermUse use)
{
    apply(); // what has been typed until now counts, unless it is a mistake
    FilterTerms terms = use == TermUse::Only ? FilterTerms() : m_terms;
    terms.add(use == TermUse::Exclude ? term.inverted() : term);
    setTerms(terms);
    m_line->remember();
}

void FilterBar::replaceTerm(const FilterExpression& old, const FilterExpression& now)
{
    apply(); // what has been typed until now counts, unless it is a mistake
    FilterTerms terms = m_terms;
    terms.replace(old, now);
    setTerms(terms);
}

void FilterBar::setTimeRange(const std::optional<Filter::Times>& range, const ZoneClock& clock)
{
    apply();
    FilterTerms terms = m_terms;
    terms.setExpression(withTimeRange(m_expression, range, clock));
    setTerms(terms);
}

void FilterBar::changeClock(const ZoneClock& from, const ZoneClock& to)
{
    if (from == to)
        return; // the same stretch, as it was typed
    const auto range = timeRange(m_expression, from);
    if (range && range->begin < range->end)
        setTimeRange(range, to);
}

/// Selects the term where it stands in the line, switched on if it was off.
void FilterBar::editTerm(qsizetype position)
{
    FilterTerms terms = m_terms;
    terms.setOn(position, true);
    setTerms(terms);
    QList<FilterExpression> before;
    const QList<FilterTerms::Term> left = terms.terms().first(position);
    for (const FilterTerms::Term& term : left) {
        if (term.isOn)
            before += term.expression;
    }
    const auto endOf = [](const QList<FilterExpression>& expressions) {
        // Beside others a term can have parentheses: the words behind stand for them.
        const FilterExpression other = *FilterExpression::parse(u"x");
        return FilterExpression::allOf(expressions + QList{other, other}).toString().size()
            - qsizetype("x x"_L1.size());
    };
    const bool isAlone = terms.expression().terms().size() == 1;
    const qsizetype begin = isAlone ? 0 : endOf(before);
    const qsizetype end =
        isAlone ? m_line->text().size() : endOf(before + QList{terms.terms()[position].expression}) - 1;
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->setSelection(int(begin), int(end - begin));
}

void FilterBar::showMistake(const FilterError& mistake)
{
    const QString wrong = m_line->text().mid(mistake.position, mistake.length);
    const QString sentence = wrong.isEmpty()
        ? tr("At the end: %1").arg(mistake.message)
        : tr("At character %1, “%2”: %3").arg(QString::number(mistake.position + 1), wrong, mistake.message);
    showUnderLine(sentence);
    m_line->setMistake(mistake);
}

void FilterBar::showMissing(const QStringList& fields)
{
    const QString names = fields.join(u"”, “"_s);
    showUnderLine(fields.size() == 1 ? tr("This log has no field “%1”.").arg(names)
                                     : tr("This log has none of the fields “%1”.").arg(names));
    m_line->setMistake(FilterError{.position = m_line->text().indexOf(fields.first()),
                                   .length = fields.first().size(),
                                   .message = m_mistake->text()});
}

void FilterBar::showUnknown(const QString& finding)
{
    showUnderLine(tr("No pattern and no severity is called “%1”.").arg(finding));
    m_line->setMistake(FilterError{
        .position = m_line->text().indexOf(finding), .length = finding.size(), .message = m_mistake->text()});
}

void FilterBar::showUnderLine(const QString& sentence)
{
    const bool isOlderInForce = !m_expression.isEmpty() && m_line->text().trimmed() != m_appliedText;
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, resultColor(ResultClass::Failed, palette()));
    m_mistake->setPalette(warning);
    m_mistake->setText(isOlderInForce ? tr("%1 The filter before it stays in force.").arg(sentence) : sentence);
    m_mistake->show();
    m_line->setAccessibleDescription(m_mistake->text());
}

void FilterBar::hideMistake()
{
    m_mistake->hide();
    m_line->setMistake({});
    m_line->setAccessibleDescription({});
}

} // namespace TmgLens
