// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace TmgLens {

/**
 * One line above the table that tells what happened without stopping anybody; it stays until it is dismissed or
 * replaced.
 */
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning };

    /// An answer to a message that asks something. The message goes when it is given.
    struct Answer
    {
        QString text;
        std::function<void()> action;
    };

    explicit MessageBar(QWidget* parent);

    /// @p text is shown as plain text, and behind it a button for each of @p answers.
    void showMessage(Kind kind, const QString& text, const QList<Answer>& answers = {});

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAnswers(const QList<Answer>& answers);
    void updateColors();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
    QHBoxLayout* m_answers;
};

} // namespace TmgLens
