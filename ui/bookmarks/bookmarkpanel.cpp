// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bookmarks/bookmarkpanel.h"

#include "ui/look/listaction.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

BookmarkPanel::BookmarkPanel(BookmarkModel* bookmarks, QWidget* parent)
    : QWidget(parent)
    , m_bookmarks(bookmarks)
    , m_list(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_absent(new QLabel(this))
{
    setObjectName(u"bookmarkPanel"_s);
    setAccessibleName(tr("Bookmarks"));
    setFocusProxy(m_list);
    auto* hint = new QLabel(
        tr("There are no bookmarks.\nCtrl+B sets one at the current record, Ctrl+Shift+B one with a note."), this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    m_absent->setObjectName(u"absentBookmarks"_s);
    m_absent->setWordWrap(true);
    m_absent->setMargin(4);
    m_pages->addWidget(hint);
    m_pages->addWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_absent);
    setupList();
    setupActions();
    connect(bookmarks, &BookmarkModel::countChanged, this, &BookmarkPanel::updateState);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BookmarkPanel::updateState);
    updateState();
}

void BookmarkPanel::setupList()
{
    m_list->setObjectName(u"bookmarkList"_s);
    m_list->setAccessibleName(tr("Bookmarks"));
    m_list->setModel(m_bookmarks);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const QFontMetrics metrics = m_list->fontMetrics();
    m_list->header()->resizeSection(BookmarkModel::Log, metrics.horizontalAdvance(u"ISALOG_20100512_WEB_000.w3c  "_s));
    m_list->header()->resizeSection(BookmarkModel::Line, metrics.horizontalAdvance(u"000,000,000  "_s));
    m_list->header()->resizeSection(BookmarkModel::Time, metrics.horizontalAdvance(u"0000-00-00 00:00:00   "_s));
    m_list->header()->resizeSection(BookmarkModel::Result,
                                    metrics.horizontalAdvance(u"0xc004000d Denied by policy "_s));
    m_list->installEventFilter(this);
    connect(m_list, &QAbstractItemView::clicked, this, &BookmarkPanel::choose);
    connect(m_list, &QAbstractItemView::activated, this, &BookmarkPanel::choose);
}

void BookmarkPanel::setupActions()
{
    const auto add = [this](const char* name, const QString& text, const QKeySequence& keys, auto&& whenTriggered) {
        QAction* action = addListAction(m_list, name, text, keys);
        connect(action, &QAction::triggered, this, whenTriggered);
        return action;
    };
    m_forSelection = {
        add("goToBookmark", tr("&Go to the record"), {}, [this] { choose(m_list->currentIndex()); }),
        add("editNote", tr("&Edit the note"), Qt::Key_F2,
            [this] { editNote(m_bookmarks->recordAt(m_list->currentIndex().row())); }),
        add("removeBookmark", tr("&Remove"), QKeySequence::Delete, [this] { removeSelected(); }),
    };
    m_bringBack = add("bringBackBookmarks", tr("&Bring back what was removed"), QKeySequence::Undo,
                      [this] { m_bookmarks->bringBack(); });
    m_forSelection += add("copyBookmarks", tr("&Copy as text"), {}, [this] { copy(ListFormat::Tabs); });
    m_forSelection += add("copyBookmarksCsv", tr("Copy as C&SV"), {}, [this] { copy(ListFormat::Csv); });
}

/// The keys to copy and to select all belong to the window, but for the list that has the keyboard.
bool BookmarkPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll))
            event->accept();
        return false;
    }
    if (!key->matches(QKeySequence::Copy))
        return false;
    copy(ListFormat::Tabs);
    return true;
}

void BookmarkPanel::editNote(RecordNumber record)
{
    const QModelIndex note = m_bookmarks->index(m_bookmarks->rowOf(record), BookmarkModel::Note);
    if (!note.isValid())
        return;
    m_list->setFocus();
    m_list->setCurrentIndex(note);
    m_list->scrollTo(note);
    m_list->edit(note);
}

void BookmarkPanel::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT recordChosen(m_bookmarks->recordAt(index.row()));
}

std::vector<int> BookmarkPanel::selectedRows() const
{
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    std::vector<int> rows;
    std::ranges::transform(selected, std::back_inserter(rows), &QModelIndex::row);
    std::ranges::sort(rows);
    return rows;
}

void BookmarkPanel::removeSelected()
{
    std::vector<RecordNumber> records;
    for (const int row : selectedRows())
        records.push_back(m_bookmarks->recordAt(row));
    m_bookmarks->remove(records);
}

void BookmarkPanel::copy(ListFormat format)
{
    QGuiApplication::clipboard()->setText(bookmarksAsText(*m_bookmarks, selectedRows(), format));
}

void BookmarkPanel::updateState()
{
    m_pages->setCurrentIndex(m_bookmarks->rowCount() > 0 || m_bookmarks->canBringBack() ? 1 : 0);
    m_list->setColumnHidden(BookmarkModel::Log, !m_bookmarks->isOfSeveralLogs());
    m_absent->setText(tr("Bookmarks whose records have not been read: %1.").arg(m_bookmarks->absentCount()));
    m_absent->setVisible(m_bookmarks->absentCount() > 0);
    for (QAction* action : std::as_const(m_forSelection))
        action->setEnabled(m_list->selectionModel()->hasSelection());
    m_bringBack->setEnabled(m_bookmarks->canBringBack());
}

} // namespace TmgLens
