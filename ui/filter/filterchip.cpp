// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterchip.h"

#include "ui/look/quietcolors.h"
#include "ui/look/visibletext.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 80; // in the middle of the window's width; the tip says more
constexpr qsizetype longestTip = 1000;
constexpr int padding = 8;
constexpr int crossWidth = 20;

} // namespace

FilterChip::FilterChip(const QString& term, bool isOn, QWidget* parent)
    : QAbstractButton(parent)
    , m_term(visibleText(term, longestText))
{
    setCheckable(true);
    setChecked(isOn);
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    const QString tip = visibleText(term, longestTip).toHtmlEscaped();
    setToolTip(u"<p>"_s + tip + u"</p><p>"_s
               + (isOn ? tr("Click to switch this off.") : tr("Switched off. Click to switch it on.")) + u"</p>"_s);
    setAccessibleName(m_term);
    setAccessibleDescription(isOn ? tr("Filter term, on") : tr("Filter term, off"));
}

QSize FilterChip::sizeHint() const
{
    return {2 * padding + fontMetrics().horizontalAdvance(m_term) + 4 + crossWidth, fontMetrics().height() + 8};
}

QSize FilterChip::minimumSizeHint() const
{
    return {2 * padding + crossWidth + fontMetrics().averageCharWidth() * 8, sizeHint().height()};
}

QRect FilterChip::crossRect() const
{
    const QRect right(width() - crossWidth - padding / 2, 0, crossWidth, height());
    return QStyle::visualRect(layoutDirection(), rect(), right);
}

void FilterChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(underMouse() ? 0.28F : 0.18F);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Highlight), 2) : QPen(separatorColor(palette()), 1));
    painter.setBrush(isChecked() ? QBrush(ground) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(outline, height() / 2.0, height() / 2.0);

    painter.setPen(isChecked() ? palette().color(QPalette::WindowText) : quietTextColor(palette()));
    QFont shown = font();
    shown.setStrikeOut(!isChecked());
    painter.setFont(shown);
    const QRect text =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(padding + 2, 0, -padding - crossWidth, 0));
    painter.drawText(text, Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_term, Qt::ElideMiddle, text.width()));

    QColor cross = palette().color(QPalette::WindowText);
    cross.setAlphaF(m_isOverCross ? 1.0F : 0.55F);
    painter.setPen(QPen(cross, 1.5));
    const QPointF middle = QRectF(crossRect()).center();
    painter.drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5));
    painter.drawLine(middle + QPointF(-3.5, 3.5), middle + QPointF(3.5, -3.5));
}

void FilterChip::mousePressEvent(QMouseEvent* event)
{
    m_isCrossPressed = event->button() == Qt::LeftButton && crossRect().contains(event->position().toPoint());
    if (!m_isCrossPressed)
        QAbstractButton::mousePressEvent(event);
}

void FilterChip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_isCrossPressed)
        QAbstractButton::mouseReleaseEvent(event);
    else if (crossRect().contains(event->position().toPoint()))
        Q_EMIT removalRequested();
    m_isCrossPressed = false;
}

void FilterChip::mouseMoveEvent(QMouseEvent* event)
{
    m_isOverCross = crossRect().contains(event->position().toPoint());
    update();
    QAbstractButton::mouseMoveEvent(event);
}

void FilterChip::leaveEvent(QEvent* event)
{
    m_isOverCross = false;
    QAbstractButton::leaveEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT removalRequested();
        break;
    case Qt::Key_F2:
        if (m_isWritten)
            Q_EMIT editRequested();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        break;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void FilterChip::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(isChecked() ? tr("Switch &off") : tr("Switch &on"), this, &QAbstractButton::click);
    if (m_isWritten) {
        menu->addAction(tr("Turn into the &opposite"), this, &FilterChip::inversionRequested);
        menu->addAction(tr("&Edit"), this, &FilterChip::editRequested);
    }
    menu->addAction(tr("Keep only &this"), this, &FilterChip::onlyThisRequested);
    menu->addSeparator();
    menu->addAction(tr("&Remove"), this, &FilterChip::removalRequested);
    menu->popup(event->globalPos());
}

} // namespace TmgLens
