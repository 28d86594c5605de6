// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/liftbar.h"

#include "ui/look/resultcolors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace TmgLens {

using namespace Qt::StringLiterals;

LiftBar::LiftBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this))
{
    setObjectName(u"liftBar"_s);
    setAccessibleName(tr("The filter is lifted"));
    setAutoFillBackground(true);
    m_text->setObjectName(u"liftText"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* back = new QPushButton(tr("&Back to the filter"), this);
    back->setObjectName(u"returnToFilter"_s);
    back->setToolTip(tr("Esc in the table does the same"));
    connect(back, &QPushButton::clicked, this, &LiftBar::returnRequested);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 4, 4);
    row->addWidget(m_text, 1);
    row->addWidget(back);
    hide();
}

void LiftBar::showLift(quint64 line, quint64 matches)
{
    m_text->setText(tr("The filter is lifted around line %1. The records that it lets through are marked: %2.")
                        .arg(locale().toString(qulonglong(line)), locale().toString(qulonglong(matches))));
    setAccessibleDescription(m_text->text());
    updateColors();
    show();
}

void LiftBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        updateColors();
}

void LiftBar::updateColors()
{
    const QPalette inherited = parentWidget()->palette();
    QPalette own = inherited;
    own.setColor(QPalette::Window, resultTint(ResultClass::Info, inherited));
    own.setColor(QPalette::WindowText, inherited.color(QPalette::Text));
    setPalette(own);
}

} // namespace TmgLens
