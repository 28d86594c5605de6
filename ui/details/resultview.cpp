// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/resultview.h"

#include "ui/details/pagewriter.h"
#include "ui/details/resultheader.h"

#include <QEvent>
#include <QPointer>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

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

void ResultView::showNotice(const QString& text)
{
    m_header->hide();
    m_page = [text](PageWriter& page) { page.addParagraph(text, PageWriter::Tone::Quiet); };
    rewrite();
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
    // A fresh document, filled before it is shown, is laid out once.
    auto* document = new QTextDocument(m_browser);
    PageWriter writer(document, palette(), font());
    m_page(writer);
    const QPointer<QTextDocument> old = m_browser->document();
    m_browser->setDocument(document); // deletes the document that the browser was born with, and no other
    delete old;
}

} // namespace TmgLens
