// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/textsearch.h"
#include "ui/find/textfinder.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace TmgLens {

/// The bar for finding text: what to look for, which way, and what came of it. Searches nothing itself.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    enum class Start {
        NextRecord, ///< Go on from the current record.
        SameRecord, ///< The current record counts too: the text has just changed.
    };

    explicit FindBar(QWidget* parent);

    /// Shows the bar and takes the keyboard.
    void startTyping();
    /// As F3 and Shift+F3 do; opens the bar if there is nothing to look for yet.
    void findNext(TextFinder::Direction direction);

    void showSearching();
    /// @p hiddenColumn is the one that holds the text, if none on screen does.
    void showFound(bool wasWrapped, const QString& hiddenColumn);
    void showNotFound();
    void showStopped();

Q_SIGNALS:
    void searchRequested(const TmgLens::TextQuery& query, TmgLens::TextFinder::Direction direction,
                         TmgLens::FindBar::Start start);
    /// Nothing is looked for any more.
    void searchDropped();
    /// The bar was closed; the keyboard belongs back to the records.
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupOptions();
    void search(TextFinder::Direction direction, Start start);
    void closeBar();

    QLineEdit* m_line;
    QCheckBox* m_matchCase;
    QCheckBox* m_regularExpression;
    QLabel* m_status;
    QTimer m_pause;
};

} // namespace TmgLens
