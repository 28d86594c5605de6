// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <utility>

namespace TmgLens {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[std::size_t(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem* item = m_items[std::size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return flow(QRect(0, 0, width, 0), Purpose::Measure);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto& item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    flow(rect, Purpose::Place);
}

/// Goes through the items as they stand in @p rect. Returns the height that they take.
int FlowLayout::flow(const QRect& rect, Purpose purpose) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    QPoint next = room.topLeft();
    int lineHeight = 0;
    for (const auto& item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size =
            item->sizeHint().boundedTo(QSize(std::max(room.width(), item->minimumSize().width()), QWIDGETSIZE_MAX));
        if (next.x() > room.left() && next.x() + size.width() > room.right() + 1)
            next = QPoint(room.left(), next.y() + std::exchange(lineHeight, 0) + spacing());
        if (purpose == Purpose::Place)
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(next, size)));
        next.rx() += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
    }
    return next.y() + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace TmgLens
