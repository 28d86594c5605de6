// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/errorpage.h"

#include "ui/look/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace TmgLens {

using namespace Qt::StringLiterals;

ErrorPage::ErrorPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_unpack(new QPushButton(tr("&Unpack it nevertheless"), this))
{
    setObjectName(u"errorPage"_s);
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setMinimumWidth(1);
    m_title->setObjectName(u"errorTitle"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(1); // a long word of a broken file must not widen the window
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sentence->setObjectName(u"errorText"_s);
    auto* sign = new QLabel(this);
    sign->setPixmap(icon("dialog-warning"_L1).pixmap(48, 48));

    auto* retry = new QPushButton(icon("view-refresh"_L1), tr("&Try again"), this);
    auto* open = new QPushButton(icon("document-open"_L1), tr("&Open another log…"), this);
    retry->setObjectName(u"retryButton"_s);
    m_unpack->setObjectName(u"unpackButton"_s);
    connect(m_unpack, &QPushButton::clicked, this, &ErrorPage::unpackingRequested);
    connect(retry, &QPushButton::clicked, this, &ErrorPage::retryRequested);
    connect(open, &QPushButton::clicked, this, &ErrorPage::openRequested);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_unpack);
    buttons->addWidget(retry);
    buttons->addWidget(open);
    buttons->addStretch();

    auto* box = new QWidget(this);
    box->setMaximumWidth(640);
    auto* grid = new QGridLayout(box);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 2);
    grid->addWidget(sign, 1, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(m_title, 1, 1);
    grid->addWidget(m_sentence, 2, 1);
    grid->addLayout(buttons, 3, 1);
    grid->setRowStretch(4, 3);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(box, 100);
    row->addStretch(1);
}

void ErrorPage::showError(const QString& fileName, const QString& sentence, bool isOverLimit)
{
    m_unpack->setVisible(isOverLimit);
    m_title->setText(tr("%1 cannot be shown").arg(fileName));
    m_sentence->setText(sentence);
    setAccessibleName(m_title->text());
    setAccessibleDescription(sentence);
}

} // namespace TmgLens
