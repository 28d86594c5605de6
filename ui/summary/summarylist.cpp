// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summarylist.h"

#include "ui/look/countlist.h"
#include "ui/summary/summarydelegate.h"

#include <QAction>
#include <QKeyEvent>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestText = 150; // before a meaning, in pixels

} // namespace

SummaryList::SummaryList(QWidget* parent)
    : QListView(parent)
    , m_lines(new SummaryLines(this))
    , m_delegate(new SummaryDelegate(this))
{
    setModel(m_lines);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMouseTracking(true); // shows the line under the pointer
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setPalette(calmHighlight(palette()));
    setupActions();
    connect(this, &QListView::clicked, this, &SummaryList::choose);
}

void SummaryList::setupActions()
{
    const auto add = [this](const QString& text, const QList<QKeySequence>& keys,
                            void (SummaryList::*act)(const QModelIndex&)) {
        auto* action = new QAction(text, this);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, act] { (this->*act)(currentIndex()); });
        addAction(action);
    };
    add(tr("Only records with this"), {Qt::Key_Return, Qt::Key_Enter}, &SummaryList::choose);
    add(tr("Only records without this"), {Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter},
        &SummaryList::exclude);
}

void SummaryList::setLines(std::vector<SummaryLine> lines)
{
    const QString current = currentIndex().data().toString();
    m_lines->setLines(std::move(lines));
    measure();
    restoreCurrent(current);
}

void SummaryList::restoreCurrent(const QString& text)
{
    const QModelIndexList found = m_lines->match(m_lines->index(0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
    if (!text.isEmpty() && !found.isEmpty())
        setCurrentIndex(found.first());
    else if (hasFocus())
        setCurrentIndex(m_lines->index(0));
}

void SummaryList::enter(bool isForward)
{
    setCurrentIndex(m_lines->index(isForward ? 0 : m_lines->rowCount() - 1));
    setFocus();
}

/// Makes room for the texts before meanings, and for all lines.
void SummaryList::measure()
{
    int width = 0;
    for (int row = 0; row < m_lines->rowCount(); ++row)
        width = std::max(width, fontMetrics().horizontalAdvance(m_lines->index(row).data().toString()));
    m_delegate->setTextWidth(std::min(width + 2, widestText)); // what is measured is rounded
    updateGeometry();
}

QSize SummaryList::sizeHint() const
{
    const int rows = m_lines->rowCount();
    return {300, rows == 0 ? 0 : rows * sizeHintForRow(0)};
}

void SummaryList::choose(const QModelIndex& index)
{
    if (index.data(SummaryLines::IsMoreRole).toBool()) {
        m_lines->toggleMore();
        measure();
        setCurrentIndex(m_lines->index(m_lines->rowCount() - 1));
    } else if (const FilterExpression term = m_lines->term(index); !term.isEmpty()) {
        Q_EMIT termRequested(term);
    }
}

void SummaryList::exclude(const QModelIndex& index)
{
    if (const FilterExpression term = m_lines->term(index); !term.isEmpty())
        Q_EMIT termRequested(term.inverted());
}

void SummaryList::keyPressEvent(QKeyEvent* event)
{
    const int row = currentIndex().row();
    if (event->key() == Qt::Key_Up && row <= 0)
        Q_EMIT left(false);
    else if (event->key() == Qt::Key_Down && row == m_lines->rowCount() - 1)
        Q_EMIT left(true);
    else
        QListView::keyPressEvent(event);
}

void SummaryList::focusInEvent(QFocusEvent* event)
{
    QListView::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        return;
    if (!currentIndex().isValid())
        setCurrentIndex(m_lines->index(0));
    selectionModel()->select(currentIndex(), QItemSelectionModel::ClearAndSelect);
    Q_EMIT lineReached(visualRect(currentIndex()));
}

void SummaryList::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        selectionModel()->clearSelection(); // one line of all lists is marked: that of the keyboard
    QListView::focusOutEvent(event);
}

void SummaryList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && hasFocus())
        Q_EMIT lineReached(visualRect(current));
}

void SummaryList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ApplicationPaletteChange)
        setPalette(calmHighlight(parentWidget()->palette()));
    else if (event->type() == QEvent::FontChange)
        measure();
    QListView::changeEvent(event);
}

} // namespace TmgLens
