// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/findings/findingpanel.h"

#include "ui/findings/findingadvice.h"
#include "ui/findings/findingdelegate.h"
#include "ui/findings/findingmodel.h"
#include "ui/look/countlist.h"
#include "ui/look/listaction.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostExpanded = 5; // findings of a pattern that is expanded at first

} // namespace

FindingPanel::FindingPanel(FindingModel* findings, QWidget* parent)
    : QWidget(parent)
    , m_findings(findings)
    , m_tree(new QTreeView(this))
    , m_advice(new FindingAdvice(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_pages(new QStackedWidget(this))
    , m_state(new QLabel(this))
    , m_showHidden(new QToolButton(this))
{
    setObjectName(u"findingPanel"_s);
    setAccessibleName(tr("Findings"));
    setFocusProxy(m_tree);
    setupTree();
    setupActions();
    setupParts();
    connect(findings, &QAbstractItemModel::modelAboutToBeReset, this, &FindingPanel::remember);
    connect(findings, &QAbstractItemModel::modelReset, this, &FindingPanel::restore);
    connect(findings, &FindingModel::changed, this, &FindingPanel::updateState);
    showNoLog();
}

void FindingPanel::setupTree()
{
    m_tree->setObjectName(u"findingTree"_s);
    m_tree->setAccessibleName(tr("Patterns and findings"));
    m_tree->setModel(m_findings);
    m_tree->setItemDelegate(new FindingDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(18);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setPalette(calmHighlight(palette()));
    connect(m_tree, &QAbstractItemView::clicked, this, &FindingPanel::click);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingPanel::followCurrent);
}

void FindingPanel::setupActions()
{
    m_showRecords = addListAction(m_tree, "showFindingRecords", tr("&Show the records"), {});
    m_showRecords->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    connect(m_showRecords, &QAction::triggered, this, [this] { showAt(m_tree->currentIndex()); });
    m_copy = addListAction(m_tree, "copyFinding", tr("&Copy as text"), {});
    connect(m_copy, &QAction::triggered, this, &FindingPanel::copyCurrent);
    m_hide = addListAction(m_tree, "hideFinding", tr("&Not a problem here"), QKeySequence::Delete);
    connect(m_hide, &QAction::triggered, this, [this] { hideCurrent(true); });
    m_bringBack = addListAction(m_tree, "bringBackFinding", tr("&A problem after all"), {});
    connect(m_bringBack, &QAction::triggered, this, [this] { hideCurrent(false); });
    m_showHidden->setObjectName(u"showHiddenFindings"_s);
    m_showHidden->setCheckable(true);
    m_showHidden->setAutoRaise(true);
    m_showHidden->setFocusPolicy(Qt::TabFocus);
    m_showHidden->setToolTip(tr("What somebody has called no problem here"));
    connect(m_showHidden, &QToolButton::toggled, m_findings, &FindingModel::setShowsHidden);
}

void FindingPanel::setupParts()
{
    m_state->setObjectName(u"findingState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setWordWrap(true);
    m_state->setMargin(12);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_advice);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_pages->addWidget(m_state);
    m_pages->addWidget(m_splitter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_showHidden);
}

// -- What there is ---------------------------------------------------------------------------------------------------

void FindingPanel::showNoLog()
{
    showState(tr("No log open"));
}

void FindingPanel::showSearching(int percent)
{
    if (m_findings->rowCount() == 0) // else what is there stays, and more will come
        showState(tr("Looking for patterns… %1 %").arg(percent));
}

void FindingPanel::showFailure(const QString& sentence)
{
    showState(tr("The log could not be searched for patterns. %1").arg(sentence));
}

void FindingPanel::showFound()
{
    if (m_findings->rowCount() > 0)
        m_pages->setCurrentWidget(m_splitter);
    else if (m_findings->hiddenCount() > 0)
        showState(tr("Nothing else was found: all that is in this log was called no problem."));
    else if (m_findings->findings())
        showState(tr("Nothing was found: no pattern of %1 occurs in this log.")
                      .arg(QLocale().toString(qulonglong(m_findings->findings()->patterns->size()))));
    updateState();
}

void FindingPanel::showState(const QString& sentence)
{
    m_state->setText(sentence);
    m_pages->setCurrentWidget(m_state);
    updateState();
}

void FindingPanel::updateState()
{
    const QModelIndex current = m_tree->currentIndex();
    const bool isSomething = current.isValid() && !m_findings->isMore(current);
    const bool isHidden = current.data(FindingModel::HiddenRole).toBool();
    m_showRecords->setEnabled(current.isValid());
    m_showRecords->setText(m_findings->isMore(current)          ? tr("&Show more")
                               : m_findings->isPattern(current) ? tr("&Show the records of all")
                                                                : tr("&Show the records"));
    m_copy->setEnabled(isSomething);
    m_hide->setEnabled(isSomething && !isHidden);
    m_hide->setText(m_findings->isPattern(current) ? tr("&Not a problem here: all of this pattern")
                                                   : tr("&Not a problem here"));
    m_bringBack->setEnabled(isSomething && isHidden);
    m_bringBack->setVisible(isHidden);
    const int hidden = m_findings->hiddenCount();
    m_showHidden->setText(tr("Show hidden (%1)").arg(QLocale().toString(hidden)));
    m_showHidden->setVisible(hidden > 0);
}

void FindingPanel::followCurrent()
{
    m_advice->showFinding(m_findings->findingAt(m_tree->currentIndex()));
    updateState();
}

/// Before other rows take the place of those that are there.
void FindingPanel::remember()
{
    for (int row = 0; row < m_findings->rowCount(); ++row) {
        const QModelIndex pattern = m_findings->index(row, 0);
        const QString id = m_findings->findingAt(pattern)->pattern->id;
        m_seen.insert(id);
        if (m_tree->isExpanded(pattern))
            m_expanded.insert(id);
        else
            m_expanded.remove(id);
    }
    const QModelIndex current = m_tree->currentIndex();
    m_current = m_findings->identityAt(current);
    m_place = m_findings->isPattern(current) ? std::pair(current.row(), -1)
                                             : std::pair(current.parent().row(), current.row());
    m_scroll = m_tree->verticalScrollBar()->value();
}

/// Who is reading goes on reading; after a removal the next one is current.
void FindingPanel::restore()
{
    for (int row = 0; row < m_findings->rowCount(); ++row) {
        const QModelIndex pattern = m_findings->index(row, 0);
        const QString id = m_findings->findingAt(pattern)->pattern->id;
        const bool isExpanded =
            m_seen.contains(id) ? m_expanded.contains(id) : m_findings->rowCount(pattern) <= mostExpanded;
        m_tree->setExpanded(pattern, isExpanded);
    }
    if (const QModelIndex current = m_current ? m_findings->find(*m_current) : QModelIndex(); current.isValid()) {
        m_tree->setCurrentIndex(current);
    } else if (m_current && m_findings->rowCount() > 0) {
        const QModelIndex pattern = m_findings->index(std::min(m_place.first, m_findings->rowCount() - 1), 0);
        const int row = std::min(m_place.second, m_findings->rowCount(pattern) - 1);
        m_tree->setCurrentIndex(row < 0 ? pattern : m_findings->index(row, 0, pattern));
    }
    m_tree->verticalScrollBar()->setValue(m_scroll);
    followCurrent();
    if (m_findings->findings())
        showFound();
    else
        showNoLog();
}

// -- What a person does ----------------------------------------------------------------------------------------------

/// Titles of patterns open and close by a click; what is below them is shown.
void FindingPanel::click(const QModelIndex& index)
{
    if (m_findings->isPattern(index))
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else
        showAt(index);
}

/// Shows the records of a finding or of all findings of a pattern, or more findings.
void FindingPanel::showAt(const QModelIndex& index)
{
    if (!m_findings->isMore(index)) {
        Q_EMIT chosen(m_findings->recordsAt(index), m_findings->spanAt(index));
        return;
    }
    const int row = index.row();
    const QModelIndex pattern = index.parent();
    m_findings->showMore(index);
    m_tree->setCurrentIndex(m_findings->index(row, 0, pattern));
}

void FindingPanel::hideCurrent(bool isHidden)
{
    const QModelIndex current = m_tree->currentIndex();
    if (!current.isValid() || m_findings->isMore(current))
        return;
    m_findings->hide(current, isHidden);
    showFound();
}

void FindingPanel::copyCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    const QString facts = current.data(FindingModel::FactsRole).toString();
    const QString text = current.data().toString();
    QGuiApplication::clipboard()->setText(facts.isEmpty() ? text : QString(text % u'\n' % facts));
}

// -- How it looks ----------------------------------------------------------------------------------------------------

void FindingPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_tree->setPalette(calmHighlight(palette()));
    QWidget::changeEvent(event);
}

/// The advice stands beside the list where that leaves both wide enough.
void FindingPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_splitter->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

} // namespace TmgLens
