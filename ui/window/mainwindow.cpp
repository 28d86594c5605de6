// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/mainwindow.h"

#include "model/output/errortext.h"
#include "ui/archive/memberdialog.h"
#include "ui/bookmarks/bookmarkpanel.h"
#include "ui/categories/categorypanel.h"
#include "ui/details/codelookupdialog.h"
#include "ui/details/detailpane.h"
#include "ui/facets/facetpanel.h"
#include "ui/filter/filterbar.h"
#include "ui/look/icons.h"
#include "ui/look/linehighlighter.h"
#include "ui/savedfilters/savedfiltersmenu.h"
#include "ui/summary/summarypage.h"
#include "ui/window/aboutbox.h"
#include "ui/window/bookmarkcontrol.h"
#include "ui/window/detailfollower.h"
#include "ui/window/errorpage.h"
#include "ui/window/filterlift.h"
#include "ui/window/keyboarddialog.h"
#include "ui/window/loadingcontrol.h"
#include "ui/window/logpage.h"
#include "ui/window/logpanels.h"
#include "ui/window/logstatusbar.h"
#include "ui/window/recentfilesmenu.h"
#include "ui/window/startpage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMimeData>
#include <QMouseEvent>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;
constexpr auto timesKey = "window/times"_L1;
constexpr auto rawValuesKey = "window/rawValues"_L1;

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            paths += url.toLocalFile();
    return paths;
}

/// Shows @p dialog beside its window, so that the log can be read meanwhile.
void showDialog(QDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

MainWindow* windowShowing(const QString& path)
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget* widget : widgets) {
        auto* window = qobject_cast<MainWindow*>(widget);
        if (window && window->isVisible() && window->filePath() == path)
            return window;
    }
    return nullptr;
}

} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent)
    , m_records(&m_log)
    , m_actions(WindowActions::create(this))
    , m_menus(m_actions.createMenus(this))
{
    readDataAhead();
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setupPages();
    setupPanels();
    setupStatusBar();
    setupMenus();
    setupLoading();
    setupFiltering();
    setupSavedFilters();
    setupLogPage();
    setupPlaces();
    setupBookmarks();
    setupDetails();
    setupTimes();
    setupValues();
    restoreWindow();
    showPage(m_startPage);
    showTitle();
    showLogActions(false);
}

MainWindow::~MainWindow()
{
    // The members go before the widgets do: nobody may answer them with half a window.
    m_loading.reset();
    m_details.reset();
    m_lift.reset();
    for (QObject* member : std::initializer_list<QObject*>{&m_log, &m_records, m_logPage, m_table, m_categories})
        member->disconnect(this);
    delete m_categories;
    delete m_facets;
    delete m_bookmarks->panel();
    delete takeCentralWidget();
}

/// Reads what the details of the first record need, while the window is being made.
void MainWindow::readDataAhead()
{
    QThreadPool::globalInstance()->start([] { LineHighlighter::prepare(); });
}

void MainWindow::setupPages()
{
    m_startPage = new StartPage(this);
    m_errorPage = new ErrorPage(this);
    m_logPage = new LogPage(&m_log, &m_records, this);
    m_table = m_logPage->table();
    m_pages = new QStackedWidget(this);
    for (QWidget* page : std::initializer_list<QWidget*>{m_startPage, m_errorPage, m_logPage})
        m_pages->addWidget(page);
    setCentralWidget(m_pages);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::askForFiles);
    connect(m_startPage, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(m_errorPage, &ErrorPage::openRequested, this, &MainWindow::askForFiles);
}

void MainWindow::setupPanels()
{
    m_categories = new CategoryPanel(this);
    m_categories->setModel(&m_log);
    m_facets = new FacetPanel(&m_log, &m_records, this);
    m_detailPane = new DetailPane(this);
    m_bookmarks = std::make_unique<BookmarkControl>(&m_log, &m_records, m_table);
    m_panels =
        new LogPanels(this, m_categories, m_facets, m_detailPane, m_bookmarks->createPanel(this), m_menus.panels);
    connect(m_panels, &LogPanels::valuesShown, m_facets, &FacetPanel::setWatched);
}

void MainWindow::setupStatusBar()
{
    m_status = new LogStatusBar(this);
    m_status->setTimesMenu(m_menus.times);
    setStatusBar(m_status);
    connect(m_status, &LogStatusBar::malformedRequested, m_actions.onlyMalformed, &QAction::toggle);
    connect(m_status, &LogStatusBar::stopFilteringRequested, &m_records, &ResultFilterModel::cancel);
    connect(m_status, &LogStatusBar::stopExportingRequested, m_logPage->exporter(), &CsvExport::cancel);
    connect(m_logPage->exporter(), &CsvExport::progressChanged, m_status, &LogStatusBar::showExporting);
    connect(m_logPage->exporter(), &CsvExport::finished, m_status, &LogStatusBar::hideExporting);
    connect(m_logPage->exporter(), &CsvExport::failed, m_status, &LogStatusBar::hideExporting);
}

void MainWindow::setupMenus()
{
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::askForFiles);
    connect(m_actions.exportCsv, &QAction::triggered, this, [this] { m_logPage->exportRecords(filePath()); });
    connect(m_actions.close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.quit, &QAction::triggered, qApp, &QApplication::quit);
    connect(m_actions.filter, &QAction::triggered, m_logPage->filterBar(), &FilterBar::startTyping);
    connect(m_actions.lookUpCode, &QAction::triggered, this, [this] { showDialog(new CodeLookupDialog(this)); });
    connect(m_actions.showAll, &QAction::triggered, this, &MainWindow::showAllRecords);
    connect(m_actions.onlyMalformed, &QAction::toggled, this, &MainWindow::applyFilter);
    connect(m_actions.showKeyboard, &QAction::triggered, this, [this] { showDialog(new KeyboardDialog(this)); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAboutBox(this); });
    const auto* recent = new RecentFilesMenu(m_menus.recent, this);
    connect(recent, &RecentFilesMenu::fileChosen, this, [this](const QString& path) { openFiles({path}); });
    connect(recent, &RecentFilesMenu::forgotten, m_startPage, &StartPage::updateRecentFiles);
    connect(m_menus.columns, &QMenu::aboutToShow, this, [this] { m_table->fillColumnMenu(m_menus.columns); });
}

void MainWindow::setupLoading()
{
    m_loading = std::make_unique<LoadingControl>(&m_log, m_logPage, m_status);
    connect(m_loading.get(), &LoadingControl::started, this, [this] {
        showPage(m_logPage);
        m_table->setFocus();
        showTitle();
        showLogActions(false);
    });
    connect(m_loading.get(), &LoadingControl::opened, this, &MainWindow::showTitle);
    connect(m_loading.get(), &LoadingControl::choiceNeeded, this, &MainWindow::askForMember);
    connect(m_loading.get(), &LoadingControl::grown, this, [this] { showLogActions(true); });
    connect(m_loading.get(), &LoadingControl::finished, this, &MainWindow::finishLoading);
    connect(m_loading.get(), &LoadingControl::failed, this, &MainWindow::showFailure);
    connect(m_errorPage, &ErrorPage::retryRequested, m_loading.get(), &LoadingControl::repeat);
    connect(m_errorPage, &ErrorPage::unpackingRequested, m_loading.get(), &LoadingControl::repeatWithoutLimit);
    connect(m_actions.reload, &QAction::triggered, m_loading.get(), &LoadingControl::reload);
    connect(m_status, &LogStatusBar::stopLoadingRequested, m_loading.get(), &LoadingControl::cancel);
    connect(&m_records, &ResultFilterModel::updated, m_loading.get(), &LoadingControl::returnToPlace);
}

void MainWindow::finishLoading()
{
    showLogActions(true);
    showCounts();
    m_facets->refresh();
    m_details->showCurrentRecord();
    if (const auto view = std::exchange(m_awaited, std::nullopt))
        m_logPage->arrangeLike(*view);
}

/// Sets of logs will take all of them; until then the window has one.
void MainWindow::askForMember(const MemberChoice& choice)
{
    auto* dialog = new MemberDialog(choice, this);
    connect(dialog, &MemberDialog::chosen, this, [this](const QString& path) { openFile(path); });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_loading->forget();
        showPage(m_startPage);
        showTitle();
        showLogActions(false);
    });
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showFailure(const QString& sentence)
{
    if (m_awaited) { // nobody has asked for this log just now
        m_awaited.reset();
        m_loading->forget();
        showAllRecords(); // the next log has nothing to do with this one
        m_status->clearLog();
        showStartRemark(tr("What was open last time could not be opened again. %1").arg(sentence));
        showPage(m_startPage);
        showTitle();
    } else {
        m_errorPage->showError(m_loading->name(), sentence, m_loading->isOverLimit());
        showPage(m_errorPage);
    }
    showLogActions(false);
}

void MainWindow::setupFiltering()
{
    connect(m_logPage->filterBar(), &FilterBar::expressionChanged, this, &MainWindow::applyFilter);
    connect(m_logPage->filterBar(), &FilterBar::expressionChanged, m_facets, &FacetPanel::setExpression);
    connect(m_facets, &FacetPanel::termReplaced, m_logPage->filterBar(), &FilterBar::replaceTerm);
    connect(m_categories, &CategoryPanel::selectionChanged, this, &MainWindow::applyFilter);
    connect(&m_records, &ResultFilterModel::busyChanged, this, &MainWindow::showBusy);
    connect(&m_records, &ResultFilterModel::progressChanged, m_status, &LogStatusBar::showFiltering);
    connect(&m_records, &ResultFilterModel::failed, this,
            [this](const LoadError& error) { m_logPage->showProblem(describeLoadError(error)); });
    connect(&m_records, &QAbstractItemModel::rowsInserted, this, &MainWindow::showCounts);
    connect(&m_records, &QAbstractItemModel::modelReset, this, &MainWindow::showCounts);
    connect(&m_log, &LogTableModel::codesChanged, this, &MainWindow::showCounts);
}

void MainWindow::setupSavedFilters()
{
    FilterBar* bar = m_logPage->filterBar();
    bar->setMenu(m_menus.filters);
    auto* saved = new SavedFiltersMenu(m_menus.filters, &m_log, this);
    const auto followFilter = [this, saved](const FilterExpression& expression) {
        saved->setExpression(expression);
        m_actions.saveFilter->setEnabled(!expression.isEmpty());
    };
    followFilter({});
    connect(bar, &FilterBar::expressionChanged, saved, followFilter);
    const auto use = [bar](TermUse how) {
        return [bar, how](const FilterExpression& expression) { bar->useTerm(expression, how); };
    };
    connect(saved, &SavedFiltersMenu::chosen, bar, use(TermUse::Only));
    connect(saved, &SavedFiltersMenu::added, bar, use(TermUse::Add));
    connect(saved, &SavedFiltersMenu::failed, m_logPage, &LogPage::showProblem);
    connect(m_actions.saveFilter, &QAction::triggered, saved, &SavedFiltersMenu::saveExpression);
    connect(m_actions.manageFilters, &QAction::triggered, saved, &SavedFiltersMenu::manage);
}

void MainWindow::setupLogPage()
{
    const auto find = [this](TextFinder::Direction direction) { m_logPage->findBar()->findNext(direction); };
    connect(m_actions.find, &QAction::triggered, m_logPage->findBar(), &FindBar::startTyping);
    connect(m_actions.findNext, &QAction::triggered, this, [find] { find(TextFinder::Direction::Forward); });
    connect(m_actions.findPrevious, &QAction::triggered, this, [find] { find(TextFinder::Direction::Backward); });
    const auto copy = [this](RecordCopier::Format format) { m_logPage->copySelection(format); };
    connect(m_actions.copyText, &QAction::triggered, this, [copy] { copy(RecordCopier::Format::Text); });
    connect(m_actions.copyCsv, &QAction::triggered, this, [copy] { copy(RecordCopier::Format::Csv); });
    connect(m_logPage, &LogPage::copied, this, [this](int records) {
        m_status->showMessage(tr("Records copied: %1.").arg(QLocale().toString(records)), 4000);
    });
    const auto connectGoing = [this](const QAction* action, void (LogPage::*go)(CodeFinder::Direction),
                                     CodeFinder::Direction direction) {
        connect(action, &QAction::triggered, m_logPage, [this, go, direction] { (m_logPage->*go)(direction); });
    };
    using Direction = CodeFinder::Direction;
    connectGoing(m_actions.nextProblem, &LogPage::goToProblem, Direction::Forward);
    connectGoing(m_actions.previousProblem, &LogPage::goToProblem, Direction::Backward);
    connectGoing(m_actions.nextSameCode, &LogPage::goToSameCode, Direction::Forward);
    connectGoing(m_actions.previousSameCode, &LogPage::goToSameCode, Direction::Backward);
    connect(m_actions.goToTime, &QAction::triggered, m_logPage, &LogPage::askForTime);
    connect(m_logPage, &LogPage::remarked, this,
            [this](const QString& sentence) { m_status->showMessage(sentence, 4000); });
    const auto sort = [this](Qt::SortOrder order) { m_logPage->sortByCurrentColumn(order); };
    connect(m_actions.sortAscending, &QAction::triggered, this, [sort] { sort(Qt::AscendingOrder); });
    connect(m_actions.sortDescending, &QAction::triggered, this, [sort] { sort(Qt::DescendingOrder); });
    connect(m_actions.fileOrder, &QAction::triggered, m_logPage, &LogPage::sortByFile);
    connect(m_actions.selectAll, &QAction::triggered, m_table, &QAbstractItemView::selectAll);
    m_table->addActions({m_actions.toggleBookmark, m_actions.editNote, m_actions.copyText, m_actions.copyCsv,
                         m_actions.sortAscending, m_actions.sortDescending});
    setupSummary();
}

void MainWindow::setupBookmarks()
{
    BookmarkControl* marks = m_bookmarks.get();
    connect(m_actions.toggleBookmark, &QAction::triggered, marks, &BookmarkControl::toggle);
    connect(m_actions.editNote, &QAction::triggered, marks, &BookmarkControl::editNote);
    const auto go = [marks](SearchDirection direction) { marks->goToNext(direction); };
    connect(m_actions.nextBookmark, &QAction::triggered, marks, [go] { go(SearchDirection::Forward); });
    connect(m_actions.previousBookmark, &QAction::triggered, marks, [go] { go(SearchDirection::Backward); });
    connect(marks, &BookmarkControl::panelNeeded, m_panels, &LogPanels::showBookmarks);
    connect(marks, &BookmarkControl::failed, m_logPage, &LogPage::showProblem);
    connect(marks, &BookmarkControl::remarked, this,
            [this](const QString& sentence) { m_status->showMessage(sentence, 4000); });
}

void MainWindow::setupPlaces()
{
    VisitedRecords* visited = m_logPage->visited();
    const auto showWays = [this, visited] {
        m_actions.back->setEnabled(visited->canGoBack());
        m_actions.forward->setEnabled(visited->canGoForward());
    };
    connect(m_actions.back, &QAction::triggered, visited, &VisitedRecords::goBack);
    connect(m_actions.forward, &QAction::triggered, visited, &VisitedRecords::goForward);
    connect(visited, &VisitedRecords::changed, this, showWays);
    showWays();

    m_lift = std::make_unique<FilterLift>(FilterLift::Parts{.log = &m_log,
                                                            .records = &m_records,
                                                            .table = m_table,
                                                            .bar = m_logPage->liftBar(),
                                                            .filterBar = m_logPage->filterBar(),
                                                            .categories = m_categories,
                                                            .onlyMalformed = m_actions.onlyMalformed});
    connect(m_actions.showAround, &QAction::triggered, m_lift.get(), &FilterLift::toggle);
    connect(m_lift.get(), &FilterLift::changed, m_actions.showAround, &QAction::setChecked);
    connect(m_lift.get(), &FilterLift::remarked, m_logPage, &LogPage::remarked);
    m_table->addAction(m_actions.showAround);
}

void MainWindow::setupSummary()
{
    const auto connectWork = [this](const QAction* action, void (SummaryPage::*work)()) {
        connect(action, &QAction::triggered, this, [this, work] {
            m_logPage->showSummary(true);
            (m_logPage->summary()->*work)();
        });
    };
    connectWork(m_actions.saveSummary, &SummaryPage::save);
    connectWork(m_actions.printSummary, &SummaryPage::print);
    for (const QAction* going : {m_actions.back, m_actions.forward, m_actions.nextBookmark, m_actions.previousBookmark})
        connect(going, &QAction::triggered, m_logPage, [this] { m_logPage->showSummary(false); });
    connect(m_actions.summary, &QAction::toggled, m_logPage, &LogPage::showSummary);
    connect(m_logPage, &LogPage::summaryShown, m_actions.summary, &QAction::setChecked);
    connect(m_logPage, &LogPage::summaryShown, this, [this] { showLogActions(m_actions.summary->isEnabled()); });
}

void MainWindow::setupDetails()
{
    m_details = std::make_unique<DetailFollower>(&m_log, m_table, m_detailPane);
    connect(m_details.get(), &DetailFollower::failed, this,
            [this](const LoadError& error) { m_logPage->showProblem(describeLoadError(error)); });
    connect(m_detailPane, &DetailPane::fieldMenuAboutToShow, m_logPage, &LogPage::addFieldActions);
}

void MainWindow::setupTimes()
{
    const auto remembered = TimeDisplay(QSettings().value(timesKey, int(TimeDisplay::AsLogged)).toInt());
    connect(m_actions.times, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTimes(action->data().value<TimeDisplay>()); });
    const QList<QAction*> actions = m_actions.times->actions();
    for (QAction* action : actions)
        action->setChecked(action->data().value<TimeDisplay>() == remembered);
    m_log.setTimeDisplay(remembered);
}

void MainWindow::setupValues()
{
    m_actions.rawValues->setChecked(QSettings().value(rawValuesKey, false).toBool());
    m_log.setValueDisplay(m_actions.rawValues->isChecked() ? ValueDisplay::Raw : ValueDisplay::Readable);
    connect(m_actions.rawValues, &QAction::toggled, this, &MainWindow::setRawValues);
}

void MainWindow::restoreWindow()
{
    const QSettings settings;
    setWindowIcon(applicationIcon());
    resize((screen()->availableSize() * 0.9).boundedTo({1600, 1000}));
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_panels->arrange(width());
    restoreState(settings.value(stateKey).toByteArray());
    const auto isOther = [this](const QWidget* widget) {
        return widget != this && widget->isVisible() && qobject_cast<const MainWindow*>(widget);
    };
    const auto others = int(std::ranges::count_if(QApplication::topLevelWidgets(), isOther));
    move(pos() + QPoint(30, 30) * others); // so that one does not hide the other
}

QString MainWindow::filePath() const
{
    return m_loading->path();
}

std::optional<WindowView> MainWindow::view() const
{
    if (!m_loading->canReload() || m_pages->currentWidget() != m_logPage)
        return {};
    WindowView view = m_awaited.value_or(WindowView());
    if (!m_awaited)
        m_logPage->describeTo(view);
    view.terms = m_logPage->filterBar()->terms();
    view.path = filePath();
    view.geometry = saveGeometry();
    view.selection = m_categories->selection();
    view.isOnlyMalformed = m_actions.onlyMalformed->isChecked();
    return view;
}

void MainWindow::restore(const WindowView& view)
{
    restoreGeometry(view.geometry);
    m_logPage->filterBar()->setTerms(view.terms);
    m_categories->setSelection(view.selection);
    m_actions.onlyMalformed->setChecked(view.isOnlyMalformed);
    TablePlace place{.selected = {},
                     .current = view.current,
                     .currentColumn = view.currentColumn,
                     .anchor = view.anchor,
                     .rowsAbove = view.rowsAbove};
    if (view.current)
        place.selected = {qToUnderlying(*view.current)};
    m_awaited = view;
    m_loading->open(view.path, place);
}

void MainWindow::showStartRemark(const QString& sentence)
{
    m_startPage->showRemark(sentence);
}

void MainWindow::openFile(const QString& path)
{
    m_awaited.reset();
    m_loading->open(path);
}

void MainWindow::askForFiles()
{
    const QString folder = m_loading->canReload() ? QFileInfo(m_loading->filePath()).absolutePath() : QString();
    openFiles(
        QFileDialog::getOpenFileNames(this, tr("Open logs"), folder,
                                      tr("Logs (*.w3c *.log *.iis *.txt);;Archives (*.zip *.7z *.gz *.bz2 *.xz *.zst "
                                         "*.tar *.tgz);;All files (*)")));
}

void MainWindow::openFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        const bool isFree = m_pages->currentWidget() != m_logPage;
        if (isFree)
            openFile(path);
        else
            openElsewhere(path);
    }
}

void MainWindow::openElsewhere(const QString& path)
{
    MainWindow* window = windowShowing(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (!window) {
        window = new MainWindow;
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->openFile(path);
        window->show();
    }
    window->raise();
    window->activateWindow();
}

void MainWindow::applyFilter()
{
    m_records.setFilter(
        {m_categories->selection(), m_logPage->filterBar()->expression(), m_actions.onlyMalformed->isChecked()});
}

void MainWindow::showAllRecords()
{
    m_lift->drop();
    m_logPage->filterBar()->clear();
    m_categories->setSelection({});
    m_actions.onlyMalformed->setChecked(false);
    applyFilter();
}

void MainWindow::showCounts()
{
    if (m_log.rowCount() > 0 || !m_loading->isRunning())
        m_status->showCounts(quint64(m_records.rowCount()), m_log.records());
}

void MainWindow::showBusy(bool busy)
{
    if (!busy)
        m_status->hideFiltering();
}

void MainWindow::setTimes(TimeDisplay times)
{
    m_log.setTimeDisplay(times);
    m_status->showLog(m_log.records(), times);
    QSettings().setValue(timesKey, int(times));
}

void MainWindow::setRawValues(bool areRaw)
{
    m_log.setValueDisplay(areRaw ? ValueDisplay::Raw : ValueDisplay::Readable);
    QSettings().setValue(rawValuesKey, areRaw);
}

void MainWindow::showLogActions(bool hasLog)
{
    const QList<QAction*> actions = m_actions.needingLog();
    for (QAction* action : actions)
        action->setEnabled(hasLog);
    const QList<QAction*> onRecords = m_actions.needingRecords();
    for (QAction* action : onRecords)
        action->setEnabled(hasLog && !m_actions.summary->isChecked());
    m_actions.reload->setEnabled(m_loading->canReload());
    m_menus.columns->setEnabled(hasLog);
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    m_panels->setHasLog(page == m_logPage);
}

void MainWindow::showTitle()
{
    setWindowTitle(filePath().isEmpty() ? u"TMGLens"_s : QString(m_loading->name() % u" — TMGLens"_s));
    setWindowFilePath(m_loading->canReload() ? filePath() : QString());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    if (m_panels->hasLog()) // else they are hidden, and not by the person
        settings.setValue(stateKey, saveState());
    m_loading->cancel();
    m_records.cancel();
    m_logPage->cancelWork();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

/// The side buttons of a mouse do here what they do in a browser.
void MainWindow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::BackButton)
        m_actions.back->trigger();
    else if (event->button() == Qt::ForwardButton)
        m_actions.forward->trigger();
    else
        QMainWindow::mousePressEvent(event);
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openFiles(localFiles(event->mimeData()));
}

} // namespace TmgLens
