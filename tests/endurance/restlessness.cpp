// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/endurance/restlessness.h"

#include "tests/gestures/plainlog.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

namespace TmgLens::Test {

using namespace Qt::StringLiterals;

Restlessness::Restlessness(MainWindow& window, QStringList logs, const QTemporaryDir& folder, unsigned seed)
    : m_window(window)
    , m_driver(window)
    , m_logs(std::move(logs))
    , m_folder(folder)
    , m_random(seed)
{
}

void Restlessness::doOne()
{
    using Deed = void (Restlessness::*)();
    static const std::vector<Deed> deeds = {
        &Restlessness::openSomething,    &Restlessness::triggerSomething, &Restlessness::triggerSomething,
        &Restlessness::triggerSomething, &Restlessness::typeSomething,    &Restlessness::typeSomething,
        &Restlessness::findSomething,    &Restlessness::sortSomething,    &Restlessness::stopSomething,
        &Restlessness::stopSomething,    &Restlessness::exportSomething,  &Restlessness::goSomewhere,
        &Restlessness::closeDialogs,     &Restlessness::chooseCategory,   &Restlessness::tickFacet,
        &Restlessness::resizeWindow,
    };
    (this->*oneOf(m_random, deeds))();
    if (numberFrom(m_random, 0, 2) > 0)
        QTest::qWait(oneOf(m_random, std::to_array({0, 1, 5, 20, 60})));
}

void Restlessness::openSomething()
{
    QStringList paths = {oneOf(m_random, m_logs)};
    if (numberFrom(m_random, 0, 2) == 0)
        paths += oneOf(m_random, m_logs);
    m_window.open(paths);
}

void Restlessness::triggerSomething()
{
    // None that waits for an answer in a loop of its own.
    static const auto actions = std::to_array<const char*>(
        {"reload",         "showAll",      "onlyMalformed", "summary",       "rules",        "follow",
         "nextProblem",    "nextSameCode", "showAround",    "story",         "fold",         "rawValues",
         "timesUtc",       "timesLocal",   "timesServer",   "timesAsLogged", "copyText",     "selectAll",
         "toggleBookmark", "nextBookmark", "back",          "forward",       "lookUpCode",   "goToTime",
         "serverZone",     "saveFilter",   "fileOrder",     "showKeyboard",  "manageFilters"});
    m_driver.trigger(QLatin1StringView(oneOf(m_random, actions)));
}

void Restlessness::typeSomething()
{
    static const QStringList filters = {
        u"class:denied"_s,  u"page1"_s,       u"user=anna -code:200"_s, u"/a+b/"_s, u"code:"_s,
        u"finding:alarm"_s, u"bytes-in>1k"_s, u"(user:b* OR"_s,         QString(),  u"file:*w3c page7"_s};
    m_driver.type(u"filterLine", oneOf(m_random, filters));
    if (numberFrom(m_random, 0, 1) == 0)
        QTest::keyClick(m_driver.part<QWidget>(u"filterLine"), Qt::Key_Return);
}

void Restlessness::findSomething()
{
    m_driver.trigger(u"find");
    m_driver.type(u"findLine", oneOf(m_random, QStringList{u"page20"_s, u"nowhere"_s, u"berta"_s}));
    QTest::keyClick(m_driver.part<QWidget>(u"findLine"), Qt::Key_Return);
}

void Restlessness::sortSomething()
{
    const int columns = m_driver.table()->model()->columnCount();
    if (columns > 0)
        m_driver.table()->horizontalHeader()->setSortIndicator(numberFrom(m_random, -1, columns - 1),
                                                               numberFrom(m_random, 0, 1) == 0 ? Qt::AscendingOrder
                                                                                               : Qt::DescendingOrder);
}

void Restlessness::stopSomething()
{
    for (const auto* name : {"loading", "filtering", "exporting"}) {
        auto* work = m_driver.part<QWidget>(QLatin1StringView(name));
        if (work->isVisible() && numberFrom(m_random, 0, 1) == 0)
            work->findChild<QToolButton*>(u"stopButton"_s)->click();
    }
}

void Restlessness::exportSomething()
{
    m_driver.trigger(u"exportCsv");
    auto* path = m_driver.part<QLineEdit>(u"exportPath");
    if (!path) // there is nothing to export
        return;
    path->setText(m_folder.filePath(u"export%1.csv"_s.arg(numberFrom(m_random, 0, 3))));
    if (auto* button = m_driver.part<QPushButton>(u"exportButton"); button->isEnabled())
        button->click();
}

void Restlessness::goSomewhere()
{
    const QAbstractItemModel* model = m_driver.table()->model();
    if (model->rowCount() > 0)
        m_driver.table()->setCurrentIndex(model->index(numberFrom(m_random, 0, model->rowCount() - 1), 0));
}

void Restlessness::closeDialogs()
{
    const QList<QDialog*> dialogs = m_window.findChildren<QDialog*>();
    for (QDialog* dialog : dialogs)
        if (dialog->isVisible())
            dialog->close();
}

void Restlessness::chooseCategory()
{
    auto* tree = m_driver.part<QTreeView>(u"categoryTree");
    m_driver.part<QDockWidget>(u"categoryDock")->raise();
    const int rows = tree->model()->rowCount();
    if (rows == 0)
        return;
    tree->setCurrentIndex(tree->model()->index(numberFrom(m_random, 0, rows - 1), 0));
    QTest::keyClick(tree, oneOf(m_random, std::to_array({Qt::Key_Space, Qt::Key_Return, Qt::Key_Backspace})));
}

void Restlessness::tickFacet()
{
    auto* tree = m_driver.part<QTreeView>(u"facetTree");
    m_driver.part<QDockWidget>(u"facetDock")->raise();
    const QAbstractItemModel* model = tree->model();
    const QModelIndex field = model->index(numberFrom(m_random, 0, std::max(0, model->rowCount() - 1)), 0);
    if (!field.isValid() || model->rowCount(field) == 0)
        return;
    tree->setCurrentIndex(model->index(numberFrom(m_random, 0, model->rowCount(field) - 1), 0, field));
    QTest::keyClick(tree, Qt::Key_Space);
}

void Restlessness::resizeWindow()
{
    m_window.resize(numberFrom(m_random, 500, 1500), numberFrom(m_random, 400, 1000));
}

} // namespace TmgLens::Test
