// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/find/findbar.h"

#include "ui/look/icons.h"
#include "ui/look/quietplaceholder.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QToolButton* iconButton(QWidget* parent, QLatin1StringView iconName, const QString& text)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent)
    , m_line(new QLineEdit(this))
    , m_matchCase(new QCheckBox(tr("Match &case"), this))
    , m_regularExpression(new QCheckBox(tr("Regular e&xpression"), this))
    , m_status(new QLabel(this))
{
    m_line->setObjectName(u"findLine"_s);
    m_line->setAccessibleName(tr("Find"));
    m_line->setPlaceholderText(tr("Find in the records shown"));
    new QuietPlaceholder(m_line);
    m_line->setMinimumWidth(160);
    m_line->setClearButtonEnabled(true);
    m_matchCase->setObjectName(u"findMatchCase"_s);
    m_regularExpression->setObjectName(u"findRegularExpression"_s);
    m_status->setObjectName(u"findStatus"_s);
    m_status->setTextFormat(Qt::PlainText); // it may name a column

    auto* next = iconButton(this, "go-down"_L1, tr("Find next (F3)"));
    auto* previous = iconButton(this, "go-up"_L1, tr("Find previous (Shift+F3)"));
    auto* close = iconButton(this, "window-close"_L1, tr("Close (Esc)"));
    connect(next, &QToolButton::clicked, this, [this] { findNext(TextFinder::Direction::Forward); });
    connect(previous, &QToolButton::clicked, this, [this] { findNext(TextFinder::Direction::Backward); });
    connect(close, &QToolButton::clicked, this, &FindBar::closeBar);

    auto* label = new QLabel(tr("Fi&nd:"), this);
    label->setBuddy(m_line);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(label);
    row->addWidget(m_line, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{previous, next, m_matchCase, m_regularExpression})
        row->addWidget(widget);
    row->addWidget(m_status, 1);
    row->addWidget(close);
    setupOptions();
    hide();
}

void FindBar::setupOptions()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150ms);
    const auto searchAgain = [this] { search(TextFinder::Direction::Forward, Start::SameRecord); };
    connect(&m_pause, &QTimer::timeout, this, searchAgain);
    connect(m_line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_matchCase, &QCheckBox::toggled, &m_pause, qOverload<>(&QTimer::start));
    connect(m_regularExpression, &QCheckBox::toggled, &m_pause, qOverload<>(&QTimer::start));
}

void FindBar::startTyping()
{
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

void FindBar::findNext(TextFinder::Direction direction)
{
    if (m_line->text().isEmpty()) {
        startTyping();
        return;
    }
    show();
    search(direction, Start::NextRecord);
}

void FindBar::search(TextFinder::Direction direction, Start start)
{
    m_pause.stop();
    const TextQuery query{m_line->text(), m_regularExpression->isChecked(), m_matchCase->isChecked()};
    if (query.text.isEmpty()) {
        m_status->clear();
        Q_EMIT searchDropped();
        return;
    }
    if (query.isRegularExpression) {
        if (const QRegularExpression pattern(query.text); !pattern.isValid()) {
            m_status->setText(tr("Not a regular expression: %1.").arg(pattern.errorString()));
            Q_EMIT searchDropped();
            return;
        }
    }
    Q_EMIT searchRequested(query, direction, start);
}

void FindBar::showSearching()
{
    m_status->setText(tr("Searching…"));
}

void FindBar::showFound(bool wasWrapped, const QString& hiddenColumn)
{
    QStringList sentences;
    if (wasWrapped)
        sentences += tr("Went on at the other end.");
    if (!hiddenColumn.isEmpty())
        sentences += tr("It is in the column “%1”, which is hidden.").arg(hiddenColumn);
    m_status->setText(sentences.join(u' '));
}

void FindBar::showNotFound()
{
    m_status->setText(tr("Not found in the records shown."));
}

void FindBar::showStopped()
{
    m_status->setText(tr("Search stopped."));
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        closeBar();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        const bool isBackward = event->modifiers().testFlag(Qt::ShiftModifier);
        findNext(isBackward ? TextFinder::Direction::Backward : TextFinder::Direction::Forward);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void FindBar::closeBar()
{
    m_pause.stop();
    m_status->clear();
    hide();
    Q_EMIT searchDropped();
    Q_EMIT closed();
}

} // namespace TmgLens
