// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/mainwindow.h"

#include "model/finding/findingfilter.h"
#include "model/output/errortext.h"
#include "ui/bookmarks/bookmarkpanel.h"
#include "ui/categories/categorypanel.h"
#include "ui/details/codelookupdialog.h"
#include "ui/details/detailpane.h"
#include "ui/facets/facetpanel.h"
#include "ui/files/filepanel.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/valuemenu.h"
#include "ui/findings/findingpanel.h"
#include "ui/look/icons.h"
#include "ui/look/linehighlighter.h"
#include "ui/window/aboutbox.h"
#include "ui/window/actionconnections.h"
#include "ui/window/bookmarkcontrol.h"
#include "ui/window/detailfollower.h"
#include "ui/window/errorpage.h"
#include "ui/window/filterlift.h"
#include "ui/window/findingcontrol.h"
#include "ui/window/followcontrol.h"
#include "ui/window/keyboarddialog.h"
#include "ui/window/loadingcontrol.h"
#include "ui/window/logopener.h"
#include "ui/window/logpage.h"
#include "ui/window/logpanels.h"
#include "ui/window/logstatusbar.h"
#include "ui/window/recentfilesmenu.h"
#include "ui/window/serverzonedialog.h"
#include "ui/window/startpage.h"
#include "ui/window/storycontrol.h"

#include <QApplication>
#include <QCloseEvent>
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
constexpr auto foldKey = "window/fold"_L1;

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
    setupStatusBar();
    setupPanels();
    setupMenus();
    setupLoading();
    setupOpening();
    setupFollowing();
    setupFiles();
    setupFiltering();
    setupRecords();
    setupLift();
    setupBookmarks();
    setupFindings();
    setupDetails();
    setupStories();
    setupTimes();
    setupValues();
    setupFolding();
    restoreWindow();
    showPage(m_startPage);
    showTitle();
    showLogActions(false);
}

MainWindow::~MainWindow()
{
    // The members go before the widgets do: nobody may answer them with half a window.
    m_following.reset();
    m_loading.reset();
    m_details.reset();
    m_stories.reset();
    m_lift.reset();
    for (QObject* member : std::initializer_list<QObject*>{&m_log, &m_records, m_logPage, m_table, m_categories})
        member->disconnect(this);
    delete m_categories;
    delete m_facets;
    delete m_files;
    delete m_bookmarks->panel();
    delete m_findings->panel();
    m_findings.reset();
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
}

void MainWindow::setupPanels()
{
    m_categories = new CategoryPanel(this);
    m_categories->setModels(&m_log, &m_records);
    m_facets = new FacetPanel(&m_log, &m_records, this);
    m_detailPane = new DetailPane(this);
    m_files = new FilePanel(this);
    m_bookmarks = std::make_unique<BookmarkControl>(&m_log, &m_records, m_table);
    m_findings =
        std::make_unique<FindingControl>(FindingControl::Parts{.log = &m_log, .page = m_logPage, .status = m_status});
    m_panels = new LogPanels(this, m_categories, m_facets, m_detailPane, m_bookmarks->createPanel(this), m_files,
                             m_findings->createPanel(this), m_menus.panels);
    connect(m_panels, &LogPanels::valuesShown, m_facets, &FacetPanel::setWatched);
}

void MainWindow::setupStatusBar()
{
    m_status = new LogStatusBar(this);
    m_status->setTimesMenu(m_menus.times);
    setStatusBar(m_status);
    connect(m_status, &LogStatusBar::malformedRequested, m_actions.onlyMalformed, &QAction::toggle);
    connect(m_status, &LogStatusBar::stopFilteringRequested, &m_records, &ResultFilterModel::cancel);
    const CsvExport* exporter = m_logPage->exporter();
    connect(m_status, &LogStatusBar::stopExportingRequested, exporter, &CsvExport::cancel);
    connect(exporter, &CsvExport::progressChanged, m_status, &LogStatusBar::showExporting);
    connect(exporter, &CsvExport::digestProgressChanged, m_status, &LogStatusBar::showDigesting);
    connect(exporter, &CsvExport::finished, m_status, &LogStatusBar::hideExporting);
    connect(exporter, &CsvExport::provenanceFailed, m_status, &LogStatusBar::hideExporting);
    connect(exporter, &CsvExport::failed, m_status, &LogStatusBar::hideExporting);
}

void MainWindow::setupMenus()
{
    connect(m_actions.exportCsv, &QAction::triggered, this,
            [this] { m_logPage->exportRecords(paths().value(0), m_findings->findings()); });
    connect(m_actions.close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.quit, &QAction::triggered, qApp, &QApplication::quit);
    connect(m_actions.filter, &QAction::triggered, m_logPage->filterBar(), &FilterBar::startTyping);
    connect(m_actions.lookUpCode, &QAction::triggered, this, [this] { showDialog(new CodeLookupDialog(this)); });
    connect(m_actions.showAll, &QAction::triggered, this, &MainWindow::showAllRecords);
    connect(m_actions.onlyMalformed, &QAction::toggled, this, &MainWindow::applyFilter);
    connect(m_actions.showKeyboard, &QAction::triggered, this, [this] { showDialog(new KeyboardDialog(this)); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAboutBox(this); });
    connect(m_menus.columns, &QMenu::aboutToShow, this, [this] { m_table->fillColumnMenu(m_menus.columns); });
}

void MainWindow::setupLoading()
{
    m_loading = std::make_unique<LoadingControl>(&m_log, m_logPage, m_status);
    connect(m_loading.get(), &LoadingControl::started, this, [this] {
        m_records.setTimeOrder(false); // until all are there: nothing is to jump
        showPage(m_logPage);
        m_table->setFocus();
        showTitle();
        showLogActions(false);
    });
    connect(m_loading.get(), &LoadingControl::opened, this, &MainWindow::showTitle);
    connect(m_loading.get(), &LoadingControl::grown, this, [this] { showLogActions(true); });
    connect(m_loading.get(), &LoadingControl::finished, this, &MainWindow::finishLoading);
    connect(m_loading.get(), &LoadingControl::failed, this, &MainWindow::showFailure);
    connect(m_errorPage, &ErrorPage::retryRequested, m_loading.get(), &LoadingControl::repeat);
    connect(m_errorPage, &ErrorPage::unpackingRequested, m_loading.get(), &LoadingControl::repeatWithoutLimit);
    connect(m_actions.reload, &QAction::triggered, m_loading.get(), &LoadingControl::reload);
    connect(m_status, &LogStatusBar::stopLoadingRequested, m_loading.get(), &LoadingControl::cancel);
    connect(&m_records, &ResultFilterModel::updated, m_loading.get(), &LoadingControl::returnToPlace);
}

void MainWindow::setupOpening()
{
    m_opener = std::make_unique<LogOpener>(this, m_loading.get(), m_status);
    LogOpener* const opener = m_opener.get();
    connect(m_actions.open, &QAction::triggered, opener, &LogOpener::askForFiles);
    connect(m_actions.openFolder, &QAction::triggered, opener, &LogOpener::askForFolder);
    connect(m_actions.addLogs, &QAction::triggered, opener, &LogOpener::askForMore);
    connect(m_actions.openDatabase, &QAction::triggered, opener, &LogOpener::askForDatabase);
    connect(m_actions.pasteRows, &QAction::triggered, opener, &LogOpener::paste);
    connect(m_startPage, &StartPage::openRequested, opener, &LogOpener::askForFiles);
    connect(m_startPage, &StartPage::fileChosen, this, [this](const QString& path) { open({path}); });
    connect(m_errorPage, &ErrorPage::openRequested, opener, &LogOpener::askForFiles);
    const auto* recent = new RecentFilesMenu(m_menus.recent, this);
    connect(recent, &RecentFilesMenu::fileChosen, opener, [opener](const QString& path) { opener->open({path}); });
    connect(recent, &RecentFilesMenu::forgotten, m_startPage, &StartPage::updateRecentFiles);
}

void MainWindow::setupFollowing()
{
    m_following = std::make_unique<FollowControl>(FollowControl::Parts{.log = &m_log,
                                                                       .records = &m_records,
                                                                       .loading = m_loading.get(),
                                                                       .page = m_logPage,
                                                                       .status = m_status,
                                                                       .follow = m_actions.follow});
    connect(m_following.get(), &FollowControl::grown, this, &MainWindow::showMembers);
    connect(m_loading.get(), &LoadingControl::begun, this, [this] {
        treatAsSet();
        showMembers();
        showTitle();
    });
}

/// Puts several logs in the order of time, and shows the panel that lists them.
void MainWindow::treatAsSet()
{
    m_records.setTimeOrder(m_log.records().files().size() > 1);
    m_panels->setHasSeveralLogs(m_loading->logs().size() > 1);
}

void MainWindow::showMembers()
{
    const ShownClock& clock = m_log.shownClock();
    m_files->setClock(clock.clock, clock.title());
    m_files->setMembers(setMembers(m_loading->logs(), m_log.records()));
}

void MainWindow::finishLoading()
{
    treatAsSet();
    showMembers();
    showLogActions(true);
    showCounts();
    m_facets->refresh();
    m_details->showCurrentRecord();
    if (const auto view = std::exchange(m_awaited, std::nullopt))
        m_logPage->arrangeLike(*view);
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

void MainWindow::setupFiles()
{
    connect(m_files, &FilePanel::hiddenFilesChanged, this, &MainWindow::applyFilter);
    connect(m_files, &FilePanel::addRequested, m_opener.get(), &LogOpener::askForMore);
    connect(m_files, &FilePanel::removalRequested, m_loading.get(), &LoadingControl::remove);
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

void MainWindow::setupRecords()
{
    connectRecordActions(m_actions, m_logPage);
    connectSummaryActions(m_actions, m_logPage);
    connectSavedFilters(m_actions, m_menus.filters, &m_log, m_logPage);
    connect(m_logPage, &LogPage::summaryShown, this, [this] { showLogActions(m_actions.summary->isEnabled()); });
    connect(m_logPage, &LogPage::rulesShown, this, [this] { showLogActions(m_actions.rules->isEnabled()); });
    connect(m_logPage, &LogPage::remarked, this,
            [this](const QString& sentence) { m_status->showMessage(sentence, 4000); });
}

void MainWindow::setupLift()
{
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

void MainWindow::setupBookmarks()
{
    connectBookmarkActions(m_actions, m_bookmarks.get(), m_logPage);
    connect(m_bookmarks.get(), &BookmarkControl::panelNeeded, m_panels, &LogPanels::showBookmarks);
}

void MainWindow::setupFindings()
{
    connect(m_loading.get(), &LoadingControl::started, m_findings.get(), &FindingControl::forget);
    connect(m_loading.get(), &LoadingControl::finished, m_findings.get(), &FindingControl::begin);
    connect(m_status, &LogStatusBar::findingsRequested, m_panels, &LogPanels::showFindings);
    connect(m_findings.get(), &FindingControl::chosen, this, &MainWindow::showOnly);
    connect(m_findings.get(), &FindingControl::foundChanged, this, &MainWindow::applyFindings);
    connect(m_findings.get(), &FindingControl::failed, m_logPage, &LogPage::showProblem);
    connect(&m_records, &ResultFilterModel::updated, this, &MainWindow::goToAwaited);
}

void MainWindow::setupDetails()
{
    m_details = std::make_unique<DetailFollower>(&m_log, m_table, m_detailPane);
    connect(m_details.get(), &DetailFollower::failed, this,
            [this](const LoadError& error) { m_logPage->showProblem(describeLoadError(error)); });
    connect(m_following.get(), &FollowControl::grown, m_details.get(), &DetailFollower::followGrowth);
    connect(&m_log, &LogTableModel::unreadable, this, [this](const LoadError& error) {
        // A follower tells what has become of its logs, and a message that is there may tell more of the same mishap.
        if (!m_loading->follower().isRunning() && !m_logPage->showsMessage())
            m_logPage->showProblem(describeLoadError(error));
    });
    connect(m_detailPane, &DetailPane::fieldMenuAboutToShow, m_logPage, &LogPage::addFieldActions);
    connect(m_detailPane, &DetailPane::termMenuAboutToShow, m_logPage->filterBar(),
            [bar = m_logPage->filterBar()](QMenu* menu, const FilterExpression& term) {
                addFilterActions(menu, term, bar);
            });
    connect(m_detailPane, &DetailPane::recordChosen, this, &MainWindow::goTo);
    connect(m_detailPane, &DetailPane::remarked, m_logPage, &LogPage::remarked);
}

void MainWindow::setupStories()
{
    m_stories = std::make_unique<StoryControl>(&m_log, m_table, this);
    connect(m_actions.story, &QAction::triggered, m_stories.get(), &StoryControl::tellOfCurrent);
    connect(m_logPage, &LogPage::menuAboutToShow, m_stories.get(), &StoryControl::addStories);
    connect(m_stories.get(), &StoryControl::recordChosen, this, &MainWindow::goTo);
    connect(m_stories.get(), &StoryControl::termMenuAboutToShow, m_logPage->filterBar(),
            [bar = m_logPage->filterBar()](QMenu* menu, const FilterExpression& term) {
                addFilterActions(menu, term, bar);
            });
    connect(m_stories.get(), &StoryControl::remarked, m_logPage, &LogPage::remarked);
    connect(m_stories.get(), &StoryControl::failed, this,
            [this](const LoadError& error) { m_logPage->showProblem(describeLoadError(error)); });
}

void MainWindow::setupTimes()
{
    const auto remembered = TimeDisplay(QSettings().value(timesKey, int(TimeDisplay::AsLogged)).toInt());
    connect(m_actions.times, &QActionGroup::triggered, this,
            [this](const QAction* action) { setTimes(action->data().value<TimeDisplay>()); });
    const QList<QAction*> actions = m_actions.times->actions();
    for (QAction* action : actions)
        action->setChecked(action->data().value<TimeDisplay>() == remembered);
    connect(&m_log, &LogTableModel::timesChanged, this, &MainWindow::showClock);
    connect(m_actions.serverZone, &QAction::triggered, this, &MainWindow::askForServerZone);
    m_log.setTimeDisplay(remembered);
}

void MainWindow::setupValues()
{
    m_actions.rawValues->setChecked(QSettings().value(rawValuesKey, false).toBool());
    m_log.setValueDisplay(m_actions.rawValues->isChecked() ? ValueDisplay::Raw : ValueDisplay::Readable);
    connect(m_actions.rawValues, &QAction::toggled, this, &MainWindow::setRawValues);
}

void MainWindow::setupFolding()
{
    m_actions.fold->setChecked(QSettings().value(foldKey, true).toBool());
    connect(m_findings.get(), &FindingControl::foundChanged, this, &MainWindow::fold);
    connect(m_actions.fold, &QAction::toggled, this, [this](bool isWanted) {
        QSettings().setValue(foldKey, isWanted);
        fold();
    });
    connect(m_categories, &CategoryPanel::exclusionRequested, m_logPage->filterBar(),
            [bar = m_logPage->filterBar()](const FilterExpression& term) { bar->useTerm(term, TermUse::Exclude); });
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

QStringList MainWindow::paths() const
{
    return m_loading->paths();
}

std::optional<WindowView> MainWindow::view() const
{
    if (!m_loading->canReload() || m_pages->currentWidget() != m_logPage)
        return {};
    WindowView view = m_awaited.value_or(WindowView());
    if (!m_awaited)
        m_logPage->describeTo(view);
    const FilterLift::Filtering filtering = m_lift->filtering();
    view.terms = filtering.terms;
    view.paths = paths();
    view.geometry = saveGeometry();
    view.selection = filtering.selection;
    view.hiddenFiles = m_files->hiddenFiles();
    view.isOnlyMalformed = filtering.onlyMalformed;
    return view;
}

void MainWindow::restore(const WindowView& view)
{
    restoreGeometry(view.geometry);
    m_logPage->filterBar()->setTerms(view.terms);
    m_categories->setSelection(view.selection);
    m_actions.onlyMalformed->setChecked(view.isOnlyMalformed);
    m_files->setHiddenFiles(view.hiddenFiles);
    KeptPlace place{.selected = {},
                    .current = view.current,
                    .currentColumn = view.currentColumn,
                    .anchor = view.anchor,
                    .rowsAbove = view.rowsAbove};
    if (view.current)
        place.selected = {*view.current};
    m_awaited = view;
    m_loading->open(view.paths, place, view.serverZone);
}

void MainWindow::showStartRemark(const QString& sentence)
{
    m_startPage->showRemark(sentence);
}

void MainWindow::open(const QStringList& paths, const std::optional<QTimeZone>& serverZone)
{
    m_awaited.reset();
    m_loading->open(paths, {}, serverZone);
}

void MainWindow::openSource(const SourcePointer& log, const FilterExpression& filter)
{
    m_loading->openSource(log);
    if (!filter.isEmpty())
        m_logPage->filterBar()->useTerm(filter, TermUse::Only);
}

bool MainWindow::isFree() const
{
    return paths().isEmpty() || m_pages->currentWidget() == m_errorPage;
}

void MainWindow::applyFilter()
{
    m_records.setFilter({.selection = m_categories->selection(),
                         .expression = m_logPage->filterBar()->expression(),
                         .onlyMalformed = m_actions.onlyMalformed->isChecked(),
                         .hiddenFiles = m_files->hiddenFiles(),
                         .found = m_findings->found(),
                         .picked = m_logPage->filterBar()->picked()});
}

void MainWindow::applyFindings()
{
    if (asksForFindings(m_records.filter().expression))
        applyFilter();
}

void MainWindow::showAllRecords()
{
    m_lift->drop();
    m_logPage->filterBar()->clear();
    m_categories->setSelection({});
    m_actions.onlyMalformed->setChecked(false);
    m_files->setHiddenFiles({});
    applyFilter();
}

/// Terms of the filter stay as chips that are off.
void MainWindow::showOnly(const PickedRecordsPointer& picked)
{
    m_lift->drop();
    m_logPage->showSummary(false);
    m_awaitedRecords = picked;
    FilterTerms terms = m_logPage->filterBar()->terms();
    terms.switchAllOff();
    terms.setPicked({.records = picked});
    m_logPage->filterBar()->setTerms(terms);
    m_categories->setSelection({});
    m_actions.onlyMalformed->setChecked(false);
    m_files->setHiddenFiles({});
    if (!m_records.isBusy()) // they are shown already, and the person has gone on from the first
        goToAwaited();
}

void MainWindow::goToAwaited()
{
    const PickedRecordsPointer awaited = std::exchange(m_awaitedRecords, nullptr);
    if (awaited && m_records.filter().picked == awaited)
        m_table->goToFirstRow();
}

/// Shows @p record among the records, whatever hides it.
void MainWindow::goTo(RecordNumber record)
{
    m_logPage->showSummary(false);
    m_lift->goTo(record);
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
    const ZoneClock before = m_log.shownClock().clock;
    m_log.setTimeDisplay(times);
    m_logPage->filterBar()->changeClock(before, m_log.shownClock().clock);
    QSettings().setValue(timesKey, int(times));
}

/// Says everywhere by which clock times are shown.
void MainWindow::showClock()
{
    m_status->showLog(m_log.records(), m_log.shownClock());
    if (m_loading->isRunning())
        return;
    showMembers();
    m_facets->refresh();
    m_details->showCurrentRecord();
}

void MainWindow::askForServerZone()
{
    auto* dialog = new ServerZoneDialog(m_log.records(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ServerZoneDialog::chosen, m_loading.get(), &LoadingControl::setServerZone);
    dialog->open();
}

void MainWindow::setRawValues(bool areRaw)
{
    m_log.setValueDisplay(areRaw ? ValueDisplay::Raw : ValueDisplay::Readable);
    QSettings().setValue(rawValuesKey, areRaw);
}

/// Shows records as what they meant, or as their codes say.
void MainWindow::fold()
{
    m_log.setFolded(m_actions.fold->isChecked() ? m_findings->folded() : nullptr);
}

void MainWindow::showLogActions(bool hasLog)
{
    const QList<QAction*> actions = m_actions.needingLog();
    for (QAction* action : actions)
        action->setEnabled(hasLog);
    const QList<QAction*> onRecords = m_actions.needingRecords();
    for (QAction* action : onRecords)
        action->setEnabled(hasLog && !m_actions.summary->isChecked() && !m_actions.rules->isChecked());
    m_actions.reload->setEnabled(m_loading->canReload());
    m_actions.addLogs->setEnabled(m_loading->canReload());
    m_actions.pasteRows->setEnabled(isFree());
    m_menus.columns->setEnabled(hasLog);
}

void MainWindow::showPage(QWidget* page)
{
    m_pages->setCurrentWidget(page);
    m_panels->setHasLog(page == m_logPage);
}

void MainWindow::showTitle()
{
    setWindowTitle(paths().isEmpty() ? u"TMGLens"_s : QString(m_loading->name() % u" — TMGLens"_s));
    setWindowFilePath(m_loading->canReload() ? paths().constFirst() : QString());
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
    m_findings->cancel();
    m_stories->close();
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
    m_opener->open(localFiles(event->mimeData()));
}

} // namespace TmgLens
