// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "model/keeping/savedfilters.h"
#include "ui/savedfilters/filtermanagerdialog.h"
#include "ui/savedfilters/savefilterdialog.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Filters with names: chosen, saved and managed by hand.
class TestSavedFiltersMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init();
    void cleanup() { m_window.reset(); }

    void choosesStarterFilter();
    void addsToFilter();
    void tellsWhatTheLogLacks();
    void offersNothingWithoutLog();
    void savesFilter();
    void replacesFilterOnlyWhenTold();
    void keepsWhatWasTypedWhenAnotherWindowWasFaster();
    void leavesDamagedStoreAlone();
    void managesFilters();
    void refusesBadEdits();
    void exportsAndImports();
    void saysThatAFileCannotBeRead();
    void saysWhenAnotherWindowWasFaster();

private:
    [[nodiscard]] FilterStore store() const
    {
        return FilterStore(OwnSettings::keptFolder().filePath(u"filters.json"_s));
    }
    [[nodiscard]] QString lineText() const { return m_driver->part<QLineEdit>(u"filterLine")->text(); }
    [[nodiscard]] QMenu* menu() const { return m_driver->part<QToolButton>(u"filterMenuButton")->menu(); }
    /// The entry of @p menu that begins with @p text, as the open menu has it.
    [[nodiscard]] QAction* entry(QMenu* menu, const QString& text) const;
    void useFilter(const QString& text);

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestSavedFiltersMenu::init()
{
    OwnSettings::forget();
    m_window = std::make_unique<MainWindow>();
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->show();
    m_window->open({m_log});
    QTRY_COMPARE(m_driver->countText(), u"40 of 40 records"_s);
}

QAction* TestSavedFiltersMenu::entry(QMenu* menu, const QString& text) const
{
    Q_EMIT this->menu()->aboutToShow();
    const QList<QAction*> actions = menu->actions();
    const auto found = std::ranges::find_if(actions, [&](const QAction* one) { return one->text().startsWith(text); });
    return found == actions.end() ? nullptr : *found;
}

void TestSavedFiltersMenu::useFilter(const QString& text)
{
    auto* line = m_driver->part<QLineEdit>(u"filterLine");
    line->setText(text);
    QTest::keyClick(line, Qt::Key_Return);
}

void TestSavedFiltersMenu::choosesStarterFilter()
{
    useFilter(u"user5"_s);
    QVERIFY(m_driver->shows(u"filterMenuButton"));
    entry(menu(), u"Denials"_s)->trigger();
    QCOMPARE(lineText(), u"class:denied"_s);
    QTRY_COMPARE(m_driver->countText(), u"10 of 40 records"_s);
}

void TestSavedFiltersMenu::addsToFilter()
{
    auto* addMenu = menu()->findChild<QMenu*>(u"addFilterMenu"_s);
    QVERIFY(entry(addMenu, u"Denials"_s));
    QVERIFY(!addMenu->isEnabled()); // there is nothing to add to
    useFilter(u"user3"_s);
    QVERIFY(entry(addMenu, u"Name resolution"_s));
    QVERIFY(addMenu->isEnabled());
    entry(addMenu, u"Name resolution"_s)->trigger();
    QCOMPARE(lineText(), u"user3 area:name-resolution"_s);
    QTRY_COMPARE(m_driver->countText(), u"3 of 40 records"_s); // user30, user34, user38
}

void TestSavedFiltersMenu::tellsWhatTheLogLacks()
{
    const QAction* slow = entry(menu(), u"Slow requests"_s);
    QVERIFY(!slow->isEnabled());
    QVERIFY2(slow->text().contains(u"no field “time-taken”"_s), qPrintable(slow->text()));
    QVERIFY(slow->toolTip().contains(u"ten seconds"_s));
}

void TestSavedFiltersMenu::offersNothingWithoutLog()
{
    m_window = std::make_unique<MainWindow>();
    m_driver = std::make_unique<WindowDriver>(*m_window);
    QVERIFY(!entry(menu(), u"Denials"_s)->isEnabled());
    QVERIFY(!m_driver->part<QAction>(u"saveFilter")->isEnabled());
}

void TestSavedFiltersMenu::savesFilter()
{
    QVERIFY(!m_driver->part<QAction>(u"saveFilter")->isEnabled());
    useFilter(u"class:failed user1"_s);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    auto* dialog = m_window->findChild<SaveFilterDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"filterName"_s), u"Mine & yours"_s);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"filterNotes"_s), u"Why"_s);
    dialog->accept();
    QCOMPARE(store().read().value(), (QList<SavedFilter>{{u"Mine & yours"_s, u"class:failed user1"_s, u"Why"_s}}));

    useFilter(QString());
    entry(menu(), u"Mine && yours"_s)->trigger();
    QCOMPARE(lineText(), u"class:failed user1"_s);
}

void TestSavedFiltersMenu::replacesFilterOnlyWhenTold()
{
    QVERIFY(store().replace({}, {{u"a"_s, u"user1"_s, {}}, {u"b"_s, u"user2"_s, {}}}));
    useFilter(u"user3"_s);
    m_driver->trigger(u"saveFilter");
    auto* dialog = m_window->findChild<SaveFilterDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"filterName"_s), u"a"_s);
    QVERIFY(dialog->findChild<QLabel*>(u"filterNameHint"_s)->text().contains(u"user1"_s));
    dialog->accept();
    QCOMPARE(store().read().value(), (QList<SavedFilter>{{u"a"_s, u"user3"_s, {}}, {u"b"_s, u"user2"_s, {}}}));
}

void TestSavedFiltersMenu::keepsWhatWasTypedWhenAnotherWindowWasFaster()
{
    useFilter(u"user3"_s);
    m_driver->trigger(u"saveFilter");
    auto* dialog = m_window->findChild<SaveFilterDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"filterName"_s), u"a"_s);
    QVERIFY(store().replace({}, {{u"a"_s, u"user1"_s, {}}}));
    dialog->accept();
    QVERIFY(dialog->isVisible());
    const QString hint = dialog->findChild<QLabel*>(u"filterNameHint"_s)->text();
    QVERIFY2(hint.contains(u"another window"_s) && hint.contains(u"user1"_s), qPrintable(hint));
    QCOMPARE(store().read().value(), (QList<SavedFilter>{{u"a"_s, u"user1"_s, {}}}));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(u"filterName"_s), u"b"_s); // behind the other letter
    dialog->accept();
    QCOMPARE(store().read().value(), (QList<SavedFilter>{{u"a"_s, u"user1"_s, {}}, {u"ab"_s, u"user3"_s, {}}}));
}

void TestSavedFiltersMenu::leavesDamagedStoreAlone()
{
    OwnSettings::keptFolder().mkpath(u"."_s);
    QFile file(OwnSettings::keptFolder().filePath(u"filters.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    QVERIFY(entry(menu(), u"Denials"_s)->isEnabled());
    QVERIFY(entry(menu(), u"Your own filters cannot be read"_s));
    useFilter(u"user3"_s);
    m_driver->trigger(u"saveFilter");
    QVERIFY(!m_window->findChild<SaveFilterDialog*>());
    const QList<QLabel*> labels = m_window->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* one) {
        return one->isVisible() && one->text().contains(u"filters.json"_s) && one->text().contains(u"line 1"_s);
    }));
    QCOMPARE(file.size(), 1);
}

void TestSavedFiltersMenu::managesFilters()
{
    QVERIFY(store().replace({}, {{u"a"_s, u"user1"_s, {}}, {u"b"_s, u"user2"_s, {}}, {u"c"_s, u"user3"_s, {}}}));
    m_driver->trigger(u"manageFilters");
    auto* dialog = m_window->findChild<FilterManagerDialog*>();
    QVERIFY(dialog);
    auto* list = dialog->findChild<QTreeView*>(u"savedFilters"_s);
    QVERIFY(!dialog->findChild<QPushButton*>(u"filterUp"_s)->isEnabled());
    dialog->findChild<QPushButton*>(u"filterDown"_s)->click();
    QCOMPARE(list->currentIndex().row(), 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F2);
    auto* editor = list->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"renamed"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    list->setCurrentIndex(list->model()->index(0, 0));
    dialog->findChild<QPushButton*>(u"filterDelete"_s)->click();
    QCOMPARE(store().read()->size(), 3); // not before it is accepted
    dialog->accept();
    QCOMPARE(store().read().value(), (QList<SavedFilter>{{u"renamed"_s, u"user1"_s, {}}, {u"c"_s, u"user3"_s, {}}}));
}

void TestSavedFiltersMenu::refusesBadEdits()
{
    QVERIFY(store().replace({}, {{u"a"_s, u"user1"_s, {}}, {u"b"_s, u"user2"_s, {}}}));
    FilterManagerDialog dialog(store(), store().read().value(), nullptr);
    auto* model = dialog.findChild<QTreeView*>()->model();
    const auto* message = dialog.findChild<QLabel*>(u"filterManagerMessage"_s);
    QVERIFY(!model->setData(model->index(1, 0), u"a"_s));
    QVERIFY2(message->text().contains(u"Another filter is called “a”"_s), qPrintable(message->text()));
    QVERIFY(!model->setData(model->index(1, 0), u" "_s));
    QVERIFY(!model->setData(model->index(1, 1), u"client:"_s));
    QVERIFY2(message->text().contains(u"character 8"_s), qPrintable(message->text()));
    QVERIFY(model->setData(model->index(1, 1), u"client:10.0.0.1"_s));
    QCOMPARE(message->text(), QString());
}

void TestSavedFiltersMenu::exportsAndImports()
{
    const QList<SavedFilter> filters = {{u"a"_s, u"user1"_s, u"n"_s}, {u"b"_s, u"user2"_s, {}}};
    const QString path = m_folder.filePath(u"exported.json"_s);
    FilterManagerDialog(store(), filters, nullptr).exportTo(path);

    const QList<SavedFilter> own = {{u"b"_s, u"other"_s, {}}};
    QVERIFY(store().replace({}, own));
    FilterManagerDialog dialog(store(), own, nullptr);
    dialog.importFrom(path);
    const auto* message = dialog.findChild<QLabel*>(u"filterManagerMessage"_s);
    QCOMPARE(message->text(), u"Filters added: 2. Renamed, because the name was taken: 1."_s);
    dialog.accept();
    const QList<SavedFilter> expected = {{u"b"_s, u"other"_s, {}}, filters[0], {u"b (2)"_s, u"user2"_s, {}}};
    QCOMPARE(store().read().value(), expected);

    FilterManagerDialog again(store(), expected, nullptr);
    again.importFrom(writeFile(m_folder, u"bad.json"_s,
                               R"({"tmglens-filters": 1, "filters": [{"name": "x", "filter": "client:"}]})"));
    message = again.findChild<QLabel*>(u"filterManagerMessage"_s);
    QVERIFY2(message->text().contains(u"Nothing was imported. The filter “x”"_s), qPrintable(message->text()));
    again.importFrom(m_folder.filePath(u"absent.json"_s));
    QVERIFY2(message->text().contains(u"absent.json"_s), qPrintable(message->text()));
}

void TestSavedFiltersMenu::saysThatAFileCannotBeRead()
{
    const QString unreadable = u"/proc/self/mem"_s; // can be opened, but has nothing to read at its beginning
    if (!QFileInfo::exists(unreadable))
        QSKIP("no such file here");
    FilterManagerDialog dialog(store(), {}, nullptr);
    dialog.importFrom(unreadable);
    const QString message = dialog.findChild<QLabel*>(u"filterManagerMessage"_s)->text();
    QVERIFY2(message.contains(u"could not be read (Input/output error)"_s), qPrintable(message));
}

void TestSavedFiltersMenu::saysWhenAnotherWindowWasFaster()
{
    FilterManagerDialog dialog(store(), {}, nullptr);
    dialog.importFrom(writeFile(m_folder, u"one.json"_s, filtersToJson({{u"mine"_s, u"user1"_s, {}}})));
    QVERIFY(store().replace({}, {{u"theirs"_s, u"user2"_s, {}}}));
    dialog.accept();
    QVERIFY(dialog.findChild<QLabel*>(u"filterManagerMessage"_s)->text().contains(u"Another window"_s));
    QCOMPARE(store().read()->first().name, u"theirs"_s);
    dialog.accept();
    QCOMPARE(store().read()->first().name, u"mine"_s);
}

QTEST_MAIN(TestSavedFiltersMenu)
#include "tst_savedfiltersmenu.moc"
