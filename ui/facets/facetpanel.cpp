// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetpanel.h"

#include "model/facet/facetfields.h"
#include "model/output/errortext.h"
#include "model/table/logtablemodel.h"
#include "ui/facets/facetcounting.h"
#include "ui/facets/facetdelegate.h"
#include "ui/facets/facetmodel.h"
#include "ui/look/countlist.h"
#include "ui/look/quietplaceholder.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <chrono>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// In the settings.
constexpr auto addedKey = "facets/added"_L1;
constexpr auto removedKey = "facets/removed"_L1;

} // namespace

FacetPanel::FacetPanel(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_facets(new FacetModel(this))
    , m_counting(new FacetCounting(log, records, this))
    , m_search(new QLineEdit(this))
    , m_fieldMenu(new QMenu(this))
    , m_tree(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_state(new QLabel(this))
    , m_onlyThis(new QAction(tr("Only this"), this))
    , m_allButThis(new QAction(tr("All but this"), this))
    , m_showAll(new QAction(tr("Any value"), this))
    , m_remove(new QAction(tr("Remove this list"), this))
    , m_added(QSettings().value(addedKey).toStringList())
    , m_removed(QSettings().value(removedKey).toStringList())
{
    setObjectName(u"facetPanel"_s);
    setAccessibleName(tr("Values"));
    setupTree();
    setupActions();
    setupSearch();
    setupCounting();
    setupParts();
    connect(m_facets, &FacetModel::termReplaced, this, &FacetPanel::termReplaced);
    connect(log, &QAbstractItemModel::columnsInserted, this, &FacetPanel::readColumns);
    connect(log, &QAbstractItemModel::modelReset, this, [this] {
        m_facets->clearCounts();
        readColumns();
    });
    readColumns();
}

FacetPanel::~FacetPanel() = default;

// -- Parts -----------------------------------------------------------------------------------------------------------

void FacetPanel::setupTree()
{
    m_tree->setObjectName(u"facetTree"_s);
    m_tree->setAccessibleName(tr("Values of fields"));
    m_tree->setModel(m_facets);
    m_tree->setItemDelegate(new FacetDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(18);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->setPalette(calmHighlight(palette()));
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &FacetPanel::updateState);
    connect(m_facets, &QAbstractItemModel::dataChanged, this, &FacetPanel::updateState);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.data(FacetModel::KindRole).toInt() == int(FacetModel::Kind::Value))
            m_facets->showOnly(index);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (index.data(FacetModel::KindRole).toInt() == int(FacetModel::Kind::More))
            m_facets->toggleMore(index);
    });
}

void FacetPanel::setupActions()
{
    m_onlyThis->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    m_onlyThis->setToolTip(tr("Show the records with this value and no other of its field (Return)"));
    m_allButThis->setShortcuts({Qt::SHIFT | Qt::Key_Return, Qt::SHIFT | Qt::Key_Enter});
    m_allButThis->setToolTip(tr("Show the records without this value (Shift+Return)"));
    m_showAll->setShortcut(Qt::Key_Backspace);
    m_showAll->setToolTip(tr("Show the records with any value of this field (Backspace)"));
    m_remove->setShortcut(QKeySequence::Delete);
    for (QAction* action : {m_onlyThis, m_allButThis, m_showAll, m_remove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(m_onlyThis, &QAction::triggered, this, &FacetPanel::onlyThis);
    connect(m_allButThis, &QAction::triggered, this, [this] { m_facets->showAllBut(m_tree->currentIndex()); });
    connect(m_showAll, &QAction::triggered, this, [this] { m_facets->showAll(m_tree->currentIndex()); });
    connect(m_remove, &QAction::triggered, this, &FacetPanel::removeCurrentField);
}

void FacetPanel::setupSearch()
{
    m_search->setObjectName(u"facetSearch"_s);
    m_search->setAccessibleName(tr("Search values"));
    m_search->setPlaceholderText(tr("Search values"));
    new QuietPlaceholder(m_search);
    m_search->setToolTip(tr("Show the values that hold these words, however rare they are"));
    m_search->setClearButtonEnabled(true);
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(200ms);
    connect(m_search, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, m_tree, qOverload<>(&QWidget::setFocus));
    connect(&m_searchPause, &QTimer::timeout, this, [this] { m_counting->setWords(m_search->text().trimmed()); });
}

void FacetPanel::setupCounting()
{
    m_busyPause.setSingleShot(true);
    m_busyPause.setInterval(250ms);
    connect(&m_busyPause, &QTimer::timeout, this, [this] { showState(tr("Counting…")); });
    connect(m_counting, &FacetCounting::started, this, [this] { m_busyPause.start(); });
    connect(m_counting, &FacetCounting::counted, this,
            [this](const FacetCounting::Fields& fields, const std::vector<FacetCounts>& counts) {
                m_facets->setCounts(fields, counts);
                expandNewFields();
                showState({});
            });
    connect(m_counting, &FacetCounting::failed, this, &FacetPanel::showFailure);
}

void FacetPanel::setupParts()
{
    auto* fields = new QToolButton(this);
    fields->setObjectName(u"facetFields"_s);
    fields->setText(tr("Fields"));
    fields->setAccessibleName(tr("Fields whose values are listed"));
    fields->setToolTip(tr("Choose the fields whose values are listed"));
    fields->setPopupMode(QToolButton::InstantPopup);
    fields->setMenu(m_fieldMenu);
    fields->setFocusPolicy(Qt::TabFocus);
    connect(m_fieldMenu, &QMenu::aboutToShow, this, &FacetPanel::fillFieldMenu);
    auto* top = new QHBoxLayout;
    top->addWidget(m_search, 1);
    top->addWidget(fields);

    auto* notice = new QLabel(tr("No log open"), this);
    notice->setAlignment(Qt::AlignCenter);
    notice->setEnabled(false);
    m_pages->addWidget(notice);
    m_pages->addWidget(m_tree);
    m_state->setObjectName(u"facetState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->hide();

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (QAction* action : {m_onlyThis, m_allButThis, m_showAll}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        buttons->addWidget(button);
    }

    auto* parts = new QVBoxLayout(this);
    parts->setContentsMargins(6, 6, 6, 6);
    parts->addLayout(top);
    parts->addWidget(m_pages, 1);
    parts->addWidget(m_state);
    parts->addLayout(buttons);
}

void FacetPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    setWatched(true);
}

void FacetPanel::hideEvent(QHideEvent* event)
{
    setWatched(false);
    QWidget::hideEvent(event);
}

void FacetPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        m_tree->setPalette(calmHighlight(palette()));
    QWidget::changeEvent(event);
}

// -- Fields ----------------------------------------------------------------------------------------------------------

void FacetPanel::setExpression(const FilterExpression& expression)
{
    m_facets->setExpression(expression);
}

void FacetPanel::setWatched(bool isWatched)
{
    m_counting->setWatched(isWatched);
    if (!isWatched)
        showState({});
}

void FacetPanel::refresh()
{
    m_counting->refresh();
}

/// Lists the usual fields and those that a person wants, as far as the log has them.
void FacetPanel::readColumns()
{
    const ColumnSet& columns = m_log->records().columns();
    std::vector<Filter::FieldName> fields = defaultFacetFields(columns);
    std::erase_if(fields, [this](const Filter::FieldName& field) { return m_removed.contains(field.name); });
    const std::vector<Filter::FieldName> all = facetFields(columns);
    for (const QString& name : std::as_const(m_added))
        if (const auto found = std::ranges::find(all, name, &Filter::FieldName::name); found != all.end())
            fields.push_back(*found);
    m_facets->setFields(fields);
    m_counting->setFields(fields);
    expandNewFields();
    updateState();
}

void FacetPanel::fillFieldMenu()
{
    m_fieldMenu->clear();
    const std::vector<Filter::FieldName> shown = m_facets->fields();
    for (const Filter::FieldName& field : facetFields(m_log->records().columns())) {
        // An ampersand in a name of the log would mark a key.
        QAction* action = m_fieldMenu->addAction(facetTitle(field).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(std::ranges::contains(shown, field));
        connect(action, &QAction::toggled, this, [this, field](bool isShown) { setFieldShown(field, isShown); });
    }
}

void FacetPanel::setFieldShown(const Filter::FieldName& field, bool isShown)
{
    m_added.removeAll(field.name);
    m_removed.removeAll(field.name);
    const bool isUsual = std::ranges::contains(defaultFacetFields(m_log->records().columns()), field);
    if (isShown && !isUsual)
        m_added += field.name;
    else if (!isShown && isUsual)
        m_removed += field.name;
    m_expanded.removeAll(field.name);
    QSettings settings;
    settings.setValue(addedKey, m_added);
    settings.setValue(removedKey, m_removed);
    readColumns();
}

void FacetPanel::removeCurrentField()
{
    if (m_tree->currentIndex().isValid())
        setFieldShown(m_facets->fieldOf(m_tree->currentIndex()), false);
}

void FacetPanel::onlyThis()
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.data(FacetModel::KindRole).toInt() == int(FacetModel::Kind::More))
        m_facets->toggleMore(current);
    else
        m_facets->showOnly(current);
}

void FacetPanel::expandNewFields()
{
    for (int row = 0; row < m_facets->rowCount(); ++row) {
        const QModelIndex field = m_facets->index(row, 0);
        const QString& name = m_facets->fieldOf(field).name;
        if (m_facets->rowCount(field) == 0 || m_expanded.contains(name))
            continue;
        m_tree->expand(field);
        m_expanded += name;
    }
}

// -- State -----------------------------------------------------------------------------------------------------------

void FacetPanel::updateState()
{
    m_pages->setCurrentIndex(m_log->records().columns().size() > 0 ? 1 : 0);
    const QModelIndex current = m_tree->currentIndex();
    const bool isMore = current.data(FacetModel::KindRole).toInt() == int(FacetModel::Kind::More);
    const bool isComparable = m_facets->isComparable(current);
    m_onlyThis->setEnabled(isComparable || (current.isValid() && isMore));
    m_allButThis->setEnabled(isComparable);
    m_showAll->setEnabled(current.isValid() && m_facets->isTicked(current));
    m_remove->setEnabled(current.isValid());
}

void FacetPanel::showState(const QString& sentence)
{
    m_busyPause.stop();
    m_state->setText(sentence);
    m_state->setVisible(!sentence.isEmpty());
}

void FacetPanel::showFailure(const LoadError& error)
{
    m_facets->clearCounts();
    showState(describeLoadError(error));
}

} // namespace TmgLens
