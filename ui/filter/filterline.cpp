// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterline.h"

#include "ui/filter/suggestiondelegate.h"
#include "ui/look/linehighlighter.h"
#include "ui/look/resultcolors.h"
#include "ui/recentlist.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QToolTip>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestColoured = 4000; // what is longer was pasted, and nobody reads it in one line

} // namespace

FilterLine::FilterLine(QWidget* parent)
    : QLineEdit(parent)
    , m_suggestions(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_suggestions, this))
{
    setupCompleter();
    connect(this, &QLineEdit::textChanged, this, &FilterLine::followText);
    connect(this, &QLineEdit::textEdited, this, [this] {
        if (!m_isReplacing)
            suggest(false);
    });
}

void FilterLine::setupCompleter()
{
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setItemDelegate(new SuggestionDelegate(m_completer->popup()));
    m_completer->popup()->setAccessibleName(tr("Suggestions"));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FilterLine::insertSuggestion);
}

void FilterLine::replaceText(const QString& text)
{
    m_completer->popup()->hide();
    m_suggestedAt.reset();
    m_isReplacing = true;
    selectAll();
    insert(text);
    m_isReplacing = false;
}

void FilterLine::setMistake(const std::optional<FilterError>& mistake)
{
    if (!mistake && !m_mistake)
        return; // the text has its colours already
    m_mistake = mistake;
    showFormats();
}

void FilterLine::remember()
{
    if (const QString filter = text().trimmed(); !filter.isEmpty())
        recentFilters.add(filter);
}

void FilterLine::followText()
{
    m_mistake.reset();
    if (!m_isRecalling)
        m_recalled = -1;
    showFormats();
}

/// A line edit takes formats for its text in one way only: as an input method gives them.
void FilterLine::showFormats()
{
    if (m_isComposing)
        return;
    QList<QTextLayout::FormatRange> ranges;
    if (!text().isEmpty() && text().size() <= longestColoured)
        ranges = LineHighlighter::highlight(text(), LineHighlighter::Language::Filter, palette(), QPalette::Base);
    if (m_mistake) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(resultColor(ResultClass::Failed, palette()));
        ranges.append({int(m_mistake->position), int(m_mistake->length), wrong});
    }
    QList<QInputMethodEvent::Attribute> attributes;
    for (const QTextLayout::FormatRange& range : std::as_const(ranges))
        attributes.append({QInputMethodEvent::TextFormat, range.start - cursorPosition(), range.length, range.format});
    QInputMethodEvent formats(QString(), attributes);
    QLineEdit::inputMethodEvent(&formats);
}

// -- Suggestions -----------------------------------------------------------------------------------------------------

/// @p isAsked says that the person wants to see all there is; else the list waits for the first letter of a term.
void FilterLine::suggest(bool isAsked)
{
    const CompletionPlace place = completionPlace(text(), cursorPosition());
    const bool isWanted = isAsked || place.kind == CompletionPlace::Kind::Value || !place.typed.isEmpty();
    m_suggestedAt = isWanted ? std::optional(cursorPosition()) : std::nullopt;
    const auto suggestions = m_suggester && isWanted ? m_suggester(place) : std::vector<FilterSuggestion>();
    m_suggestions->clear();
    for (const FilterSuggestion& suggestion : suggestions) {
        auto* item = new QStandardItem(suggestion.text);
        item->setData(suggestion.note, SuggestionDelegate::NoteRole);
        m_suggestions->appendRow(item);
    }
    if (m_suggestions->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    QAbstractItemView* popup = m_completer->popup();
    QRect below = cursorRect();
    below.translate(-fontMetrics().horizontalAdvance(place.typed), 0);
    below.setWidth(popup->sizeHintForColumn(0) + popup->verticalScrollBar()->sizeHint().width());
    m_completer->complete(below);
    popup->setCurrentIndex({}); // nothing is chosen before the person chooses
}

void FilterLine::renewSuggestions()
{
    const QAbstractItemView* popup = m_completer->popup();
    const bool isChoosing = popup->isVisible() && popup->currentIndex().isValid();
    if (m_suggestedAt == cursorPosition() && hasFocus() && !isChoosing)
        suggest(true);
}

void FilterLine::insertSuggestion(const QModelIndex& index)
{
    const CompletionPlace place = completionPlace(text(), cursorPosition());
    setSelection(int(place.begin), int(place.end - place.begin));
    insert(index.data().toString());
    m_suggestedAt.reset();
    if (place.kind == CompletionPlace::Kind::Term)
        suggest(true); // the values of the field
}

// -- Filters used before ---------------------------------------------------------------------------------------------

/// Goes @p step filters back in time.
void FilterLine::recall(int step)
{
    const QStringList filters = recentFilters.entries();
    if (m_recalled < 0)
        m_draft = text();
    const qsizetype wanted = std::clamp<qsizetype>(m_recalled + step, -1, filters.size() - 1);
    if (wanted == m_recalled)
        return;
    m_recalled = wanted;
    m_isRecalling = true;
    setText(wanted < 0 ? m_draft : filters[wanted]);
    m_isRecalling = false;
}

// -- Events ----------------------------------------------------------------------------------------------------------

bool FilterLine::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QLineEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    showMistakeTip(help->pos(), help->globalPos());
    return true;
}

void FilterLine::showMistakeTip(const QPoint& position, const QPoint& globalPosition)
{
    const int character = cursorPositionAt(position);
    const bool isWrong = m_mistake && character >= m_mistake->position
        && character <= m_mistake->position + std::max<qsizetype>(m_mistake->length, 1);
    if (isWrong)
        QToolTip::showText(globalPosition, m_mistake->message.toHtmlEscaped(), this);
    else
        QToolTip::hideText();
}

void FilterLine::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn || event->key() == Qt::Key_Escape)
        m_suggestedAt.reset();
    if (m_completer->popup()->isVisible()) {
        const bool isChosen = m_completer->popup()->currentIndex().isValid();
        // The list takes these itself when they are ignored here.
        if (event->key() == Qt::Key_Escape || ((isReturn || event->key() == Qt::Key_Tab) && isChosen))
            return event->ignore();
        if (isReturn)
            m_completer->popup()->hide();
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
        suggest(true);
    else if (isPlain && event->key() == Qt::Key_Up)
        recall(1);
    else if (isPlain && event->key() == Qt::Key_Down)
        recall(-1);
    else
        QLineEdit::keyPressEvent(event);
}

void FilterLine::inputMethodEvent(QInputMethodEvent* event)
{
    m_isComposing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_isComposing)
        showFormats();
}

void FilterLine::changeEvent(QEvent* event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showFormats();
}

void FilterLine::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason)
        m_completer->popup()->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace TmgLens
