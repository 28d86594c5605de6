// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "ui/filter/filtersuggestions.h"

#include <QLineEdit>

#include <functional>
#include <optional>

class QCompleter;
class QStandardItemModel;

namespace TmgLens {

/**
 * A line to write a filter in: in colours, with mistakes underlined, suggestions for what is being written, and the
 * filters used before on the arrow keys.
 */
class FilterLine : public QLineEdit
{
    Q_OBJECT

public:
    /// Says what could be written at a place.
    using Suggester = std::function<std::vector<FilterSuggestion>(const CompletionPlace&)>;

    explicit FilterLine(QWidget* parent);

    void setSuggester(Suggester suggester) { m_suggester = std::move(suggester); }
    /// Asks the suggester again, for somebody who waits for what it did not know at once.
    void renewSuggestions();

    /// Puts @p text in the place of what stands there; it can be undone. Suggests nothing, for nobody is typing.
    void replaceText(const QString& text);

    /// Underlines what is wrong, with the message as its tip; nothing if all is right. Holds until the text changes.
    void setMistake(const std::optional<FilterError>& mistake);

    /// Puts the text among the filters used before.
    void remember();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void setupCompleter();
    void followText();
    void showFormats();
    void suggest(bool isAsked);
    void insertSuggestion(const QModelIndex& index);
    void recall(int step);
    void showMistakeTip(const QPoint& position, const QPoint& globalPosition);

    Suggester m_suggester;
    QStandardItemModel* m_suggestions;
    QCompleter* m_completer;
    std::optional<qsizetype> m_suggestedAt; ///< Where the cursor was when somebody last wanted suggestions.
    std::optional<FilterError> m_mistake;
    bool m_isReplacing = false; ///< The text changes otherwise than by typing.
    bool m_isComposing = false; ///< An input method holds characters that are not yet text.
    qsizetype m_recalled = -1; ///< Which of the filters used before is shown; -1 for what was being written.
    QString m_draft; ///< What was being written before one was recalled.
    bool m_isRecalling = false;
};

} // namespace TmgLens
