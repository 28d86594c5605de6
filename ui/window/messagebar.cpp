// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/messagebar.h"

#include "ui/look/icons.h"
#include "ui/look/resultcolors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace TmgLens {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_answers(new QHBoxLayout)
{
    setObjectName(u"messageBar"_s);
    setAccessibleName(tr("Message"));
    setAutoFillBackground(true);
    m_text->setObjectName(u"messageText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto* dismiss = new QToolButton(this);
    dismiss->setObjectName(u"dismissMessage"_s);
    dismiss->setIcon(icon("window-close"_L1));
    dismiss->setText(tr("Dismiss"));
    dismiss->setToolTip(tr("Dismiss this message"));
    dismiss->setAutoRaise(true);
    connect(dismiss, &QToolButton::clicked, this, &QWidget::hide);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addLayout(m_answers);
    row->addWidget(dismiss, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString& text, const QList<Answer>& answers)
{
    m_kind = kind;
    m_text->setText(text);
    showAnswers(answers);
    setAccessibleDescription(text);
    updateColors();
    show();
}

void MessageBar::showAnswers(const QList<Answer>& answers)
{
    while (const auto* item = m_answers->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    for (const Answer& answer : answers) {
        auto* button = new QPushButton(answer.text, this);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, this, [this, action = answer.action] {
            hide();
            action();
        });
        m_answers->addWidget(button);
    }
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        updateColors();
}

void MessageBar::updateColors()
{
    const bool isWarning = m_kind == Kind::Warning;
    const QPalette inherited = parentWidget()->palette();
    QPalette own = inherited;
    own.setColor(QPalette::Window, resultTint(isWarning ? ResultClass::Denied : ResultClass::Info, inherited));
    own.setColor(QPalette::WindowText, inherited.color(QPalette::Text));
    setPalette(own);
    const int size = fontMetrics().height();
    m_icon->setPixmap(icon(isWarning ? "dialog-warning"_L1 : "dialog-information"_L1).pixmap(size, size));
}

} // namespace TmgLens
