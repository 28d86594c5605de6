// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "model/output/errortext.h"
#include "ui/categorypanel.h"
#include "ui/codelookupdialog.h"
#include "ui/detailpane.h"
#include "ui/errorpage.h"
#include "ui/exportdialog.h"
#include "ui/filterbar.h"
#include "ui/icons.h"
#include "ui/keyboarddialog.h"
#include "ui/logpage.h"
#include "ui/logstatusbar.h"
#include "ui/recentfiles.h"
#include "ui/startpage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto stateKey = "window/state"_L1;
constexpr auto timesKey = "window/times"_L1;
constexpr auto standardInput = "-"_L1;

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

/// What stands behind the last record of a file that was copied while the service held it.
QString describeTail(const LogTail& tail)
{
    const QLocale locale;
    return MainWindow::tr(
               "All records are shown. The %1 behind the last one hold nothing: the service had reserved them "
               "for records to come when this file was copied (NUL bytes from byte %2 on).")
        .arg(locale.formattedDataSize(qint64(tail.nulBytes)), locale.toString(qulonglong(tail.offset)));
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
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    setupPages();
    setupDocks();
    setupStatusBar();
    setupMenus();
    setupLoading();
    setupFiltering();
    setupLogPage();
    setupExporting();
    setupDetails();
    setupTimes();
    restoreWindow();
    showTitle();
    showLogActions(false);
}

MainWindow::~MainWindow()
{
    // The members go before the widgets do, and say so: nobody may answer them with half a window.
    for (QObject* member : std::initializer_list<QObject*>{&m_log, &m_records, &m_loader, &m_export, &m_detailPause,
                                                           m_logPage, m_table, m_categories}) {
        member->disconnect(this);
    }
    delete m_categories;
    delete takeCentralWidget();
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
    connect(m_errorPage, &ErrorPage::retryRequested, this, &MainWindow::load);
    connect(m_errorPage, &ErrorPage::openRequested, this, &MainWindow::askForFiles);
}

void MainWindow::setupDocks()
{
    m_categories = new CategoryPanel(this);
    m_categories->setModel(&m_log);
    m_details = new DetailPane(this);
    const auto addDock = [this](const QString& title, const char* name, QWidget* content, Qt::DockWidgetArea area) {
        auto* dock = new QDockWidget(title, this);
        dock->setObjectName(QString::fromLatin1(name));
        dock->setWidget(content);
        addDockWidget(area, dock);
        m_menus.panels->addAction(dock->toggleViewAction());
        addAction(dock->toggleViewAction());
        return dock;
    };
    m_categoryDock = addDock(tr("Result categories"), "categoryDock", m_categories, Qt::LeftDockWidgetArea);
    m_categoryDock->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F7));
    m_detailDock = addDock(tr("Result details"), "detailDock", m_details, Qt::RightDockWidgetArea);
    m_detailDock->toggleViewAction()->setShortcut(QKeySequence(Qt::Key_F8));
    resizeDocks({m_categoryDock, m_detailDock}, {230, 330}, Qt::Horizontal);
}

void MainWindow::setupStatusBar()
{
    m_status = new LogStatusBar(this);
    m_status->setTimesMenu(m_menus.times);
    setStatusBar(m_status);
    connect(m_status, &LogStatusBar::malformedRequested, m_actions.onlyMalformed, &QAction::toggle);
    connect(m_status, &LogStatusBar::stopLoadingRequested, &m_loader, &LogLoader::cancel);
    connect(m_status, &LogStatusBar::stopFilteringRequested, &m_records, &ResultFilterModel::cancel);
    connect(m_status, &LogStatusBar::stopExportingRequested, &m_export, &CsvExport::cancel);
}

void MainWindow::setupMenus()
{
    connect(m_actions.open, &QAction::triggered, this, &MainWindow::askForFiles);
    connect(m_actions.reload, &QAction::triggered, this, &MainWindow::reload);
    connect(m_actions.exportCsv, &QAction::triggered, this, &MainWindow::exportRecords);
    connect(m_actions.close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(m_actions.filter, &QAction::triggered, m_logPage->filterBar(), &FilterBar::startTyping);
    connect(m_actions.lookUpCode, &QAction::triggered, this, [this] { showDialog(new CodeLookupDialog(this)); });
    connect(m_actions.showAll, &QAction::triggered, this, &MainWindow::showAllRecords);
    connect(m_actions.onlyMalformed, &QAction::toggled, this, &MainWindow::applyFilter);
    connect(m_actions.showKeyboard, &QAction::triggered, this, [this] { showDialog(new KeyboardDialog(this)); });
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_menus.recent, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    connect(m_menus.columns, &QMenu::aboutToShow, this, [this] { m_table->fillColumnMenu(m_menus.columns); });
}

void MainWindow::setupLoading()
{
    connect(&m_loader, &LogLoader::blocksReady, this, [this](const QList<BlockPointer>& blocks) {
        m_log.append(blocks);
        m_status->showLog(m_log.records(), m_log.timeDisplay());
        showLogActions(true);
    });
    connect(&m_loader, &LogLoader::progressChanged, m_status, &LogStatusBar::showLoading);
    connect(&m_loader, &LogLoader::finished, this, &MainWindow::finishLoading);
    connect(&m_loader, &LogLoader::failed, this, &MainWindow::failLoading);
}

void MainWindow::setupFiltering()
{
    connect(m_logPage->filterBar(), &FilterBar::expressionChanged, this, &MainWindow::applyFilter);
    connect(m_categories, &CategoryPanel::selectionChanged, this, &MainWindow::applyFilter);
    connect(&m_records, &ResultFilterModel::busyChanged, this, &MainWindow::showBusy);
    connect(&m_records, &ResultFilterModel::progressChanged, m_status, &LogStatusBar::showFiltering);
    connect(&m_records, &ResultFilterModel::updated, this, &MainWindow::returnToPlace);
    connect(&m_records, &ResultFilterModel::failed, this,
            [this](const LoadError& error) { m_logPage->showProblem(describeLoadError(error)); });
    connect(&m_records, &QAbstractItemModel::rowsInserted, this, &MainWindow::showCounts);
    connect(&m_records, &QAbstractItemModel::modelReset, this, &MainWindow::showCounts);
    connect(&m_log, &LogTableModel::codesChanged, this, &MainWindow::showCounts);
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
    const auto sort = [this](Qt::SortOrder order) { m_logPage->sortByCurrentColumn(order); };
    connect(m_actions.sortAscending, &QAction::triggered, this, [sort] { sort(Qt::AscendingOrder); });
    connect(m_actions.sortDescending, &QAction::triggered, this, [sort] { sort(Qt::DescendingOrder); });
    connect(m_actions.fileOrder, &QAction::triggered, m_logPage, &LogPage::sortByFile);
    connect(m_actions.selectAll, &QAction::triggered, m_table, &QAbstractItemView::selectAll);
    m_table->addActions({m_actions.copyText, m_actions.copyCsv, m_actions.sortAscending, m_actions.sortDescending});
}

void MainWindow::setupExporting()
{
    connect(&m_export, &CsvExport::progressChanged, m_status, &LogStatusBar::showExporting);
    connect(&m_export, &CsvExport::finished, this, [this](const QString& path, quint64 records) {
        m_status->hideExporting();
        m_logPage->showNotice(tr("Records exported to %1: %2.")
                                  .arg(QDir::toNativeSeparators(path), QLocale().toString(qulonglong(records))));
    });
    connect(&m_export, &CsvExport::failed, this, [this](const QString& path, const ExportError& error) {
        m_status->hideExporting();
        m_logPage->showProblem(describeExportError(path, error));
    });
}

void MainWindow::setupDetails()
{
    // A held arrow key runs through records faster than their details can be laid out.
    m_detailPause.setSingleShot(true);
    m_detailPause.setInterval(30ms);
    connect(&m_detailPause, &QTimer::timeout, this, &MainWindow::showCurrentRecord);
    connect(m_table, &LogTableView::currentRecordChanged, &m_detailPause, qOverload<>(&QTimer::start));
    m_details->clear();
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

void MainWindow::restoreWindow()
{
    const QSettings settings;
    setWindowIcon(applicationIcon());
    resize((screen()->availableSize() * 0.9).boundedTo({1600, 1000}));
    restoreGeometry(settings.value(geometryKey).toByteArray());
    restoreState(settings.value(stateKey).toByteArray());
    const auto isOther = [this](const QWidget* widget) {
        return widget != this && widget->isVisible() && qobject_cast<const MainWindow*>(widget);
    };
    const auto others = int(std::ranges::count_if(QApplication::topLevelWidgets(), isOther));
    move(pos() + QPoint(30, 30) * others); // so that one does not hide the other
}

void MainWindow::openFile(const QString& path)
{
    m_path = path == standardInput ? path : QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    m_placeAfterReload.reset();
    load();
}

void MainWindow::askForFiles()
{
    const QString folder = m_path.isEmpty() ? QString() : QFileInfo(m_path).absolutePath();
    openFiles(QFileDialog::getOpenFileNames(this, tr("Open logs"), folder,
                                            tr("Logs (*.w3c *.log *.iis *.txt);;All files (*)")));
}

void MainWindow::openFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        const bool isFree = m_path.isEmpty() || m_pages->currentWidget() == m_errorPage;
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

void MainWindow::load()
{
    m_log.clear();
    m_logPage->hideMessage();
    m_status->clearLog();
    m_pages->setCurrentWidget(m_logPage);
    m_table->setEmptyText(tr("Loading…"));
    m_table->setFocus();
    showTitle();
    showLogActions(false);
    m_status->showLoading({});
    m_loader.start(m_path);
}

void MainWindow::reload()
{
    m_placeAfterReload = m_table->place();
    load();
}

void MainWindow::finishLoading(const ScanOutcome& outcome)
{
    m_status->hideLoading();
    m_table->setEmptyText(m_log.rowCount() == 0
                              ? tr("The log has a header, but no record follows it yet.")
                              : tr("No record passes the filter.\nView, Show all records (%1) "
                                   "takes every filter away.")
                                    .arg(m_actions.showAll->shortcut().toString(QKeySequence::NativeText)));
    showLogActions(true);
    showCounts();
    if (m_path != standardInput)
        RecentFiles::add(m_path);
    if (!outcome.isComplete)
        m_logPage->showProblem(tr("Loading was stopped: these are the records up to there. Reload reads all of them."));
    else if (outcome.tail)
        m_logPage->showNotice(describeTail(*outcome.tail));
    if (!m_table->currentIndex().isValid() && !m_placeAfterReload && m_records.rowCount() > 0)
        m_table->showRecord(m_table->recordAt(0));
    returnToPlace();
}

void MainWindow::failLoading(const LoadError& error)
{
    m_status->hideLoading();
    const QString sentence = describeLoadError(error);
    if (m_log.rowCount() > 0) {
        m_table->setEmptyText({});
        m_logPage->showProblem(sentence);
        return;
    }
    m_errorPage->showError(fileName(), sentence);
    m_pages->setCurrentWidget(m_errorPage);
    showLogActions(false);
}

void MainWindow::returnToPlace()
{
    if (m_placeAfterReload && !m_loader.isRunning() && !m_records.isBusy()) {
        m_table->goTo(*m_placeAfterReload);
        m_placeAfterReload.reset();
    }
}

void MainWindow::applyFilter()
{
    m_records.setFilter(
        {m_categories->selection(), m_logPage->filterBar()->expression(), m_actions.onlyMalformed->isChecked()});
}

void MainWindow::showAllRecords()
{
    m_logPage->filterBar()->clear();
    m_categories->setSelection({});
    m_actions.onlyMalformed->setChecked(false);
    applyFilter();
}

void MainWindow::showCounts()
{
    if (m_log.rowCount() > 0 || !m_loader.isRunning())
        m_status->showCounts(quint64(m_records.rowCount()), m_log.records());
}

void MainWindow::showBusy(bool busy)
{
    if (!busy)
        m_status->hideFiltering();
}

void MainWindow::showCurrentRecord()
{
    const auto current = m_table->currentRecord();
    if (!current) {
        m_details->clear();
        return;
    }
    const auto record = m_log.record(*current);
    if (record) {
        m_details->showRecord(*record, m_log.records());
    } else {
        m_details->clear();
        m_logPage->showProblem(describeLoadError(record.error()));
    }
}

void MainWindow::exportRecords()
{
    if (m_export.isRunning()) {
        m_logPage->showProblem(tr("An export is under way. Wait for it, or stop it in the status bar."));
        return;
    }
    ExportRequest request;
    request.options.columns = m_table->shownColumns();
    request.index = m_log.records();
    request.records = m_records.visibleRecords();
    auto* dialog = new ExportDialog(m_path, {request.records->size(), request.options.columns.size()}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, request]() mutable {
        request.path = dialog->path();
        dialog->applyTo(request.options);
        m_export.start(request);
    });
    dialog->open();
}

void MainWindow::setTimes(TimeDisplay times)
{
    m_log.setTimeDisplay(times);
    m_status->showLog(m_log.records(), times);
    QSettings().setValue(timesKey, int(times));
}

void MainWindow::showLogActions(bool hasLog)
{
    const QList<QAction*> actions = m_actions.needingLog();
    for (QAction* action : actions)
        action->setEnabled(hasLog);
    m_actions.reload->setEnabled(!m_path.isEmpty() && m_path != standardInput);
    m_menus.columns->setEnabled(hasLog);
}

void MainWindow::showTitle()
{
    setWindowTitle(m_path.isEmpty() ? u"TMGLens"_s : QString(fileName() % u" — TMGLens"_s));
    setWindowFilePath(m_path == standardInput ? QString() : m_path);
}

void MainWindow::fillRecentMenu()
{
    m_menus.recent->clear();
    const QStringList paths = RecentFiles::list();
    for (const QString& path : paths) {
        QString text = QDir::toNativeSeparators(path);
        QAction* action = m_menus.recent->addAction(text.replace(u'&', "&&"_L1));
        connect(action, &QAction::triggered, this, [this, path] { openFiles({path}); });
    }
    m_menus.recent->addSeparator();
    QAction* clear = m_menus.recent->addAction(icon("edit-clear"_L1), tr("&Forget these"));
    clear->setEnabled(!paths.isEmpty());
    connect(clear, &QAction::triggered, m_startPage, [this] {
        RecentFiles::clear();
        m_startPage->updateRecentFiles();
    });
}

void MainWindow::showAbout()
{
    QMessageBox::about(
        this, tr("About TMGLens"),
        tr("<h3>TMGLens %1</h3>"
           "<p>Shows the logs of Forefront TMG 2010 and ISA Server 2000 to 2006, tells what their result "
           "codes mean, and what to do about them.</p>"
           "<p>Copyright 2026 The TMGLens authors. Free software under the GNU General Public License, "
           "version 3 or later; it comes without any warranty.</p>")
            .arg(QCoreApplication::applicationVersion().toHtmlEscaped()));
}

QString MainWindow::fileName() const
{
    return m_path == standardInput ? tr("Standard input") : QFileInfo(m_path).fileName();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(stateKey, saveState());
    m_loader.cancel();
    m_records.cancel();
    m_export.cancel();
    m_logPage->cancelFinding();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    openFiles(localFiles(event->mimeData()));
}

} // namespace TmgLens
