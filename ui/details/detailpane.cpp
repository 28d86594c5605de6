// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/detailpane.h"

#include "model/format/fieldcutter.h"
#include "model/output/errortext.h"
#include "model/output/wording.h"
#include "ui/details/resultview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

DetailPane::DetailPane(QWidget* parent) : QWidget(parent), m_view(new ResultView(this))
{
    setObjectName(u"detailPane"_s);
    setAccessibleName(tr("Result details"));
    auto* parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(m_view);
    setFocusProxy(m_view);

    connect(m_view, &ResultView::linkActivated, this, &DetailPane::follow);
    connect(m_view, &ResultView::menuAboutToShow, this, &DetailPane::fillMenu);
    setupContext();
    clear();
}

void DetailPane::setupContext()
{
    connect(&m_finder, &ContextFinder::neighboursFound, this, [this](const Neighbours& neighbours) {
        m_facts.context.neighbours = neighbours;
        updatePage();
    });
    connect(&m_finder, &ContextFinder::spreadFound, this, &DetailPane::showSpread);
    connect(&m_finder, &ContextFinder::failed, this, [this](const LoadError& error) {
        m_finder.cancel();
        m_facts.context.failure = describeLoadError(error);
        updatePage();
    });
}

void DetailPane::showRecord(const LogRecord& record, const RecordIndex& index, const ShownClock& clock)
{
    m_finder.cancel();
    const CodeEntry& code = index.codes().at(record.code);
    m_facts = {record, code, index.recordCount(), contextOf(record, code), clock};
    m_index = std::make_shared<const RecordIndex>(index);
    m_view->showPage(code.result, [facts = m_facts](PageWriter& page) { writeRecord(page, facts); });
    m_isContextWanted = true;
    if (isVisible())
        findContext();
}

void DetailPane::followGrowth(const RecordIndex& index)
{
    if (!m_index)
        return;
    m_facts.code = index.codes().at(m_facts.record.code);
    m_facts.recordCount = index.recordCount();
    m_index = std::make_shared<const RecordIndex>(index);
    updatePage();
    m_isContextWanted = true;
    if (isVisible())
        findContext();
}

void DetailPane::showFolding(const Pattern* folding)
{
    if (!m_index)
        return;
    m_view->showFolding(m_facts.code.result, folding);
    const ResultClass meant = folding ? folding->folded->resultClass : m_facts.code.result.entry.resultClass;
    if (std::exchange(m_facts.context.meantClass, meant) != meant)
        updatePage();
}

void DetailPane::clear()
{
    showNotice(tr("Select a record to read what its result code means and what to do about it."));
}

void DetailPane::showNotice(const QString& sentence)
{
    m_finder.cancel();
    m_isContextWanted = false;
    m_facts = {};
    m_index.reset();
    m_view->showNotice(sentence);
}

void DetailPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isContextWanted)
        findContext();
}

void DetailPane::findContext()
{
    m_isContextWanted = false;
    m_finder.find(m_index, m_facts.record.number);
}

void DetailPane::showSpread(const std::optional<CodeSpread>& spread)
{
    m_facts.context.isSpreadKnown = true;
    m_facts.context.spread = spread;
    if (spread) {
        const auto timeOf = [this](RecordNumber record) {
            return m_facts.clock.at(m_index->time(record)).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        };
        m_facts.context.firstTime = timeOf(spread->first);
        m_facts.context.lastTime = timeOf(spread->last);
    }
    updatePage();
}

void DetailPane::updatePage()
{
    m_view->updatePage([facts = m_facts](PageWriter& page) { writeRecord(page, facts); });
}

/// Does what the link @p address is for.
void DetailPane::follow(const QString& address)
{
    if (address == copyRecordAddress) {
        copyRecord();
    } else if (const auto command = commandOfAddress(address, m_facts.context)) {
        QGuiApplication::clipboard()->setText(command->text);
        Q_EMIT remarked(tr("Copied: %1").arg(command->text));
    } else if (const auto record = recordOfAddress(address)) {
        Q_EMIT recordChosen(*record);
    } else if (fieldOfAddress(address) || termOfAddress(address, m_facts.context)) {
        m_view->openMenu(address);
    }
}

void DetailPane::fillMenu(QMenu* menu, const QString& address)
{
    if (const auto field = fieldOfAddress(address))
        Q_EMIT fieldMenuAboutToShow(menu, m_facts.record, *field);
    else if (const auto term = termOfAddress(address, m_facts.context))
        Q_EMIT termMenuAboutToShow(menu, *term);
}

void DetailPane::copyRecord() const
{
    QGuiApplication::clipboard()->setText(cellText(toStringView(m_facts.record.bytes)));
}

} // namespace TmgLens
