// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/categories/categorypanel.h"

#include "model/filter/exactvalue.h"
#include "model/table/resultfiltermodel.h"
#include "ui/categories/categorycounting.h"
#include "ui/categories/categorydelegate.h"
#include "ui/categories/categorymodel.h"
#include "ui/look/countlist.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <chrono>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CategoryPanel::CategoryPanel(QWidget* parent)
    : QWidget(parent)
    , m_categories(new CategoryModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_tree(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_onlyThis(new QAction(tr("Only this"), this))
    , m_allButThis(new QAction(tr("All but this"), this))
    , m_showAll(new QAction(tr("Show all"), this))
{
    setObjectName(u"categoryPanel"_s);
    setAccessibleName(tr("Result categories"));
    setupTree();
    setupActions();
    setupParts();
    m_tree->setPalette(calmHighlight(palette()));

    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale) {
            readCounts();
        }
    });
    connect(m_categories, &CategoryModel::selectionChanged, this, [this](const ResultSelection& selection) {
        updateState();
        Q_EMIT selectionChanged(selection);
    });
    updateState();
}

CategoryPanel::~CategoryPanel() = default;

void CategoryPanel::setupTree()
{
    m_sorted->setSourceModel(m_categories);
    m_sorted->setSortRole(CategoryModel::SortRole);
    m_sorted->sort(0);
    m_tree->setObjectName(u"categoryTree"_s);
    m_tree->setAccessibleName(tr("Classes and codes"));
    m_tree->setModel(m_sorted);
    m_tree->setItemDelegate(new CategoryDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(18);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &CategoryPanel::updateState);
    connect(m_tree, &QTreeView::doubleClicked, m_onlyThis, &QAction::trigger);
}

void CategoryPanel::setupActions()
{
    m_onlyThis->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_onlyThis->setToolTip(tr("Show the records of this category and nothing else (Return)"));
    m_allButThis->setShortcuts({Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter});
    m_allButThis->setToolTip(tr("Show all records but those of this category (Shift+Return)"));
    m_showAll->setShortcut(Qt::Key_Backspace);
    m_showAll->setToolTip(tr("Show the records of all categories (Backspace)"));
    for (QAction* action : {m_onlyThis, m_allButThis, m_showAll}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(m_onlyThis, &QAction::triggered, this, [this] { m_categories->showOnly(currentCategory()); });
    connect(m_allButThis, &QAction::triggered, this, [this] { m_categories->showAllBut(currentCategory()); });
    connect(m_showAll, &QAction::triggered, this, [this] { setSelection({}); });
}

void CategoryPanel::setupParts()
{
    auto* grouping = new QComboBox(this);
    grouping->setObjectName(u"categoryGrouping"_s);
    grouping->setAccessibleName(tr("Group codes by"));
    grouping->addItem(tr("By class: what happened"), int(CategoryGrouping::ByClass));
    grouping->addItem(tr("By family: where codes come from"), int(CategoryGrouping::ByFamily));
    grouping->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    grouping->setMinimumContentsLength(10);
    connect(grouping, &QComboBox::currentIndexChanged, this, [this, grouping] {
        m_categories->setGrouping(CategoryGrouping(grouping->currentData().toInt()));
        m_expandedGroups = 0;
        expandNewGroups();
        updateState();
    });

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (QAction* action : {m_onlyThis, m_allButThis, m_showAll}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(button);
    }

    auto* notice = new QLabel(tr("No log open"), this);
    notice->setObjectName(u"categoryNotice"_s);
    notice->setAlignment(Qt::AlignCenter);
    notice->setEnabled(false);
    m_pages->addWidget(notice);
    m_pages->addWidget(m_tree);

    auto* parts = new QVBoxLayout(this);
    parts->setContentsMargins(6, 6, 6, 6);
    parts->addWidget(grouping);
    parts->addWidget(m_pages, 1);
    parts->addLayout(buttons);
}

void CategoryPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_tree->setPalette(calmHighlight(palette()));
    QWidget::changeEvent(event);
}

void CategoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_counting)
        m_counting->setWatched(true);
}

void CategoryPanel::hideEvent(QHideEvent* event)
{
    if (m_counting)
        m_counting->setWatched(false);
    QWidget::hideEvent(event);
}

void CategoryPanel::setModels(LogTableModel* log, const ResultFilterModel* records)
{
    m_source = log;
    connect(log, &QAbstractItemModel::modelReset, this, &CategoryPanel::readAll);
    connect(log, &LogTableModel::codesChanged, this, [this] {
        m_isStale = true;
        if (!m_pause.isActive()) {
            readCounts();
        }
    });
    m_counting = std::make_unique<CategoryCounting>(log, records);
    connect(m_counting.get(), &CategoryCounting::counted, m_categories, &CategoryModel::setVisibleCounts);
    connect(log, &LogTableModel::foldedChanged, this, [this] {
        m_categories->setFolded(m_source->folded());
        updateFoldedActions();
    });
    connect(records, &QObject::destroyed, this, [this] { m_counting.reset(); });
    connect(log, &QObject::destroyed, this, &CategoryPanel::readAll);
    m_counting->setWatched(isVisible());
    readAll();
}

ResultSelection CategoryPanel::selection() const
{
    return m_categories->selection();
}

void CategoryPanel::setSelection(const ResultSelection& selection)
{
    m_categories->setSelection(selection);
}

void CategoryPanel::readAll()
{
    m_isStale = false;
    m_categories->setCodes(m_source ? &m_source->records().codes() : nullptr);
    m_expandedGroups = 0;
    expandNewGroups();
    updateState();
}

void CategoryPanel::readCounts()
{
    m_isStale = false;
    m_pause.start();
    m_categories->update();
    expandNewGroups();
    updateState();
}

void CategoryPanel::expandNewGroups()
{
    for (; m_expandedGroups < m_categories->rowCount(); ++m_expandedGroups) {
        m_tree->expand(m_sorted->mapFromSource(m_categories->index(m_expandedGroups, 0)));
    }
}

void CategoryPanel::updateState()
{
    const bool hasCodes = m_categories->rowCount() > 0;
    m_pages->setCurrentIndex(hasCodes ? 1 : 0);
    const bool hasCurrent = currentCategory().isValid();
    m_onlyThis->setEnabled(hasCurrent);
    m_allButThis->setEnabled(hasCurrent);
    m_showAll->setEnabled(!selection().showsAll());
    updateFoldedActions();
}

/// Offers to leave out those records of the current category that meant something else.
void CategoryPanel::updateFoldedActions()
{
    qDeleteAll(std::exchange(m_foldedActions, {}));
    for (const FoldedPart& part : m_categories->foldedAt(currentCategory())) {
        const QString id = part.pattern->id;
        auto* action = new QAction(tr("Leave out “%1” (-finding:%2)").arg(part.pattern->name, id), m_tree);
        action->setObjectName("leaveOut"_L1 + id);
        connect(action, &QAction::triggered, this,
                [this, id] { Q_EMIT exclusionRequested(Filter::valueTerm(Filter::fieldName(u"finding"_s), {id})); });
        m_tree->addAction(action);
        m_foldedActions += action;
    }
}

QModelIndex CategoryPanel::currentCategory() const
{
    return m_sorted->mapToSource(m_tree->currentIndex());
}

} // namespace TmgLens
