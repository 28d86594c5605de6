// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/activityindicator.h"

#include "ui/look/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace TmgLens {

using namespace Qt::StringLiterals;

ActivityIndicator::ActivityIndicator(const QString& stopText, QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_bar->setFixedWidth(110);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setTextVisible(false);
    auto* stop = new QToolButton(this);
    stop->setObjectName(u"stopButton"_s);
    stop->setIcon(icon("process-stop"_L1));
    stop->setToolTip(stopText);
    stop->setAccessibleName(stopText);
    stop->setAutoRaise(true);
    stop->setFocusPolicy(Qt::TabFocus);
    connect(stop, &QToolButton::clicked, this, &ActivityIndicator::stopRequested);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    row->addWidget(stop);
    hide();
}

void ActivityIndicator::showProgress(const QString& text, std::optional<int> percent)
{
    m_text->setText(text);
    m_bar->setRange(0, percent ? 100 : 0);
    m_bar->setValue(percent.value_or(0));
    m_bar->setAccessibleName(text);
    show();
}

} // namespace TmgLens
