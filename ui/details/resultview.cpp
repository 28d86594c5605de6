// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/resultview.h"

#include "ui/details/pagewriter.h"
#include "ui/details/resultheader.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

ResultView::ResultView(QWidget* parent)
    : QWidget(parent)
    , m_header(new ResultHeader(this))
    , m_browser(new QTextBrowser(this))
{
    m_browser->setObjectName(u"resultPage"_s);
    m_browser->setAccessibleName(tr("Explanation"));
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setOpenLinks(false);
    m_browser->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::TextSelectableByKeyboard);
    m_browser->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // no second layout when a page grows past the edge
    m_browser->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // every line wraps
    connect(m_browser, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& address) { Q_EMIT linkActivated(address.toString()); });

    m_browser->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_browser, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& position) { showMenu(addressAt(position), position); });

    auto* parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_header);
    parts->addWidget(m_browser, 1);
    m_header->hide();
    setFocusProxy(m_browser);
}

void ResultView::showPage(const DecodedResult& result, const Page& page)
{
    m_header->showResult(result);
    m_header->show();
    m_page = page;
    rewrite();
    m_browser->verticalScrollBar()->setValue(0);
}

void ResultView::showFolding(const DecodedResult& result, const Pattern* folding)
{
    m_header->showResult(result, folding);
}

void ResultView::updatePage(const Page& page)
{
    m_page = page;
    const int anchor = m_browser->textCursor().anchor();
    const int position = m_browser->textCursor().position();
    const int top = m_browser->verticalScrollBar()->value();
    rewrite();
    const int last = m_browser->document()->characterCount() - 1;
    QTextCursor now(m_browser->document());
    now.setPosition(std::min(anchor, last));
    now.setPosition(std::min(position, last), QTextCursor::KeepAnchor);
    m_browser->setTextCursor(now);
    if (top > 0)
        m_browser->document()->documentLayout()->documentSize(); // lays it out to its end: else there is nowhere to go
    m_browser->verticalScrollBar()->setValue(top);
}

void ResultView::showNotice(const QString& text)
{
    m_header->hide();
    m_page = [text](PageWriter& page) { page.addParagraph(text, PageWriter::Tone::Quiet); };
    rewrite();
}

void ResultView::openMenu(const QString& address)
{
    showMenu(address, m_browser->cursorRect().bottomLeft());
}

void ResultView::showMenu(const QString& address, const QPoint& position)
{
    auto* menu = new QMenu(m_browser);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    Q_EMIT menuAboutToShow(menu, address);
    menu->addSeparator();
    menu->addAction(tr("&Copy"), m_browser, &QTextEdit::copy)->setEnabled(m_browser->textCursor().hasSelection());
    menu->addAction(tr("Select a&ll"), m_browser, &QTextEdit::selectAll);
    menu->popup(m_browser->viewport()->mapToGlobal(position));
}

/// The link of the fact at @p position, in whichever of its columns.
QString ResultView::addressAt(const QPoint& position) const
{
    const QTextCursor place = m_browser->cursorForPosition(position);
    const QTextTable* table = place.currentTable();
    if (!table)
        return {};
    QTextCursor name = table->cellAt(table->cellAt(place).row(), 0).firstCursorPosition();
    name.movePosition(QTextCursor::NextCharacter); // a cursor has the format of the character before it
    return name.charFormat().anchorHref();
}

void ResultView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        rewrite();
    }
    QWidget::changeEvent(event);
}

void ResultView::rewrite()
{
    if (!m_page) {
        return;
    }
    auto* document = new QTextDocument(m_browser);
    const QPointer<QTextDocument> old = m_browser->document();
    m_browser->setDocument(document); // deletes the document that the browser was born with, and no other
    delete old;
    // The browser lays out whatever document it is given, and then again in its own width: so it gets an empty one.
    document->setLayoutEnabled(false);
    PageWriter writer(document, palette(), font());
    m_page(writer);
    document->setLayoutEnabled(true);
    m_browser->setTextCursor(QTextCursor(document)); // the reader's cursor has gone with the writer's to the end
}

} // namespace TmgLens
