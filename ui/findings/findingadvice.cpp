// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingadvice.h"

#include "model/finding/findingsentence.h"
#include "ui/findings/findinglook.h"
#include "ui/look/quietcolors.h"
#include "ui/look/visibletext.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 2000;

QLabel* plainLabel(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FindingAdvice::FindingAdvice(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(u"findingAdvice"_s);
    setAccessibleName(tr("What to do"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus); // the texts have it
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_title = plainLabel(content, u"findingTitle"_s);
    m_advice = plainLabel(content, u"findingAdviceText"_s);
    m_source = plainLabel(content, u"findingSource"_s);
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_hint = plainLabel(content, u"findingHint"_s);
    m_hint->setText(tr("Click a finding, or go to it and press Return: the records that it rests on are shown."));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 6, 8, 6);
    for (QLabel* label : {m_hint, m_title, m_advice, m_source})
        column->addWidget(label);
    column->addStretch(1);
    setWidget(content);
    readPalette();
    showFinding(nullptr);
}

void FindingAdvice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_source)
        readPalette();
    QScrollArea::changeEvent(event);
}

void FindingAdvice::readPalette()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietTextColor(palette()));
    m_source->setPalette(quiet);
}

void FindingAdvice::showFinding(const Finding* finding)
{
    m_hint->setVisible(!finding);
    for (QLabel* label : {m_title, m_advice, m_source})
        label->setVisible(finding);
    if (!finding)
        return;
    const Pattern& pattern = *finding->pattern;
    m_title->setText(tr("%1: what to do").arg(pattern.name));
    m_advice->setText(visibleText(findingAdvice(*finding), longestText));
    m_source->setText(tr("Pattern %1. Where this is known from: %2").arg(pattern.id, pattern.source));
}

} // namespace TmgLens
