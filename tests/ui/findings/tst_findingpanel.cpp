// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/findings/findingstory.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/filter/filterchip.h"
#include "ui/findings/findingmodel.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Findings in the window, by keys and clicks.
class TestFindingPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void tellsOfAnAlarm();
    void saysWhatToDo();
    void saysThatThereIsNothing();
    void showsTheRecordsOfAFinding();
    void takesTheChipAway();
    void goesToTheFirstRecordOnceMore();
    void isLiftedForALookAround();
    void isNarrowedByAFilter();
    void isGoneWhenTheLogIsReadAgain();
    void isNotKeptBySessions();
    void hidesAndBringsBack();
    void hidesAPatternForGood();
    void opensAndClosesPatterns();
    void findsInWhatComes();
    void findsInSeveralLogs();
    void canBeClosedInTheMiddle();

private:
    void open(const QByteArrayList& logs);
    void openPanel() const
    {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(m_driver->shows(u"findingDock"));
    }
    [[nodiscard]] QTreeView* tree() const { return m_driver->part<QTreeView>(u"findingTree"); }
    [[nodiscard]] QString state() const { return m_driver->part<QLabel>(u"findingState")->text(); }
    [[nodiscard]] QString strip() const { return m_driver->part<QWidget>(u"timeStrip")->accessibleDescription(); }
    [[nodiscard]] QString alarms() const
    {
        const auto* button = m_driver->part<QToolButton>(u"findingsButton");
        return button->isVisible() ? button->text() : QString();
    }
    [[nodiscard]] QModelIndex firstFinding() const
    {
        return tree()->model()->index(0, 0, tree()->model()->index(0, 0));
    }
    [[nodiscard]] QStringList patterns() const
    {
        QStringList names;
        for (int row = 0; row < tree()->model()->rowCount(); ++row)
            names += tree()->model()->index(row, 0).data().toString();
        return names;
    }
    [[nodiscard]] bool hasAlarm() const { return patterns().contains(u"Name resolution down"_s); }
    void click(const QModelIndex& index) const
    {
        tree()->scrollTo(index);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
    }
    [[nodiscard]] FilterChip* chip(const QString& text) const
    {
        const QList<FilterChip*> chips = m_window->findChildren<FilterChip*>();
        const auto found = std::ranges::find_if(
            chips, [&text](const FilterChip* one) { return one->isVisible() && one->accessibleName().contains(text); });
        return found == chips.end() ? nullptr : *found;
    }
    void pressOnChip(Qt::Key key) const
    {
        FilterChip* finding = chip(u"Finding:"_s);
        QVERIFY(finding);
        finding->setFocus();
        QTest::keyClick(finding, key);
    }
    [[nodiscard]] int row() const { return m_driver->table()->currentIndex().row(); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_paths;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestFindingPanel::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
}

/// Opens logs of these bytes, and waits until they are searched.
void TestFindingPanel::open(const QByteArrayList& logs)
{
    m_paths.clear();
    for (qsizetype i = 0; i < logs.size(); ++i)
        m_paths += writeFile(*m_folder, QString::number(i) + u".w3c"_s, logs[i]);
    m_window = std::make_unique<MainWindow>();
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(1300, 900);
    m_window->show();
    m_window->open(m_paths);
    QTRY_VERIFY(!patterns().isEmpty() || state().startsWith(u"Nothing"_s));
}

void TestFindingPanel::tellsOfAnAlarm()
{
    open({dnsStory()});
    QVERIFY(!m_driver->shows(u"findingDock"));
    QTRY_COMPARE(alarms(), u"1 alarm"_s);
    QTest::mouseClick(m_driver->part<QToolButton>(u"findingsButton"), Qt::LeftButton);
    QVERIFY(m_driver->shows(u"findingDock"));
    QVERIFY(tree()->hasFocus());
    QCOMPARE(patterns().constFirst(), u"Name resolution down"_s);
    QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
}

void TestFindingPanel::saysWhatToDo()
{
    open({dnsStory()});
    openPanel();
    const auto* advice = m_driver->part<QLabel>(u"findingAdviceText");
    QVERIFY(advice->isVisible()); // the keyboard is in the list, at the worst pattern
    tree()->setCurrentIndex(firstFinding());
    QVERIFY(advice->isVisible());
    QVERIFY(advice->text().contains(u"nslookup"_s));
    QVERIFY(m_driver->part<QLabel>(u"findingSource")->text().startsWith(u"Pattern D1."_s));
    QCOMPARE(m_driver->countText(), u"52 of 52 records"_s); // to read is not to filter
}

void TestFindingPanel::saysThatThereIsNothing()
{
    open({storyHeader + quietRecords()});
    openPanel();
    QVERIFY(m_driver->shows(u"findingState"));
    QVERIFY2(state().startsWith(u"Nothing was found: no pattern of "_s), qPrintable(state()));
    QCOMPARE(alarms(), QString());
}

void TestFindingPanel::showsTheRecordsOfAFinding()
{
    open({dnsStory()});
    m_driver->type(u"filterLine", u"code:200"_s);
    QTest::keyClick(m_driver->part<QLineEdit>(u"filterLine"), Qt::Key_Return);
    QTRY_COMPARE(m_driver->countText(), u"40 of 52 records"_s);
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QCOMPARE(row(), 0);
    QCOMPARE(m_driver->cell(0, 6), u"11001"_s);
    QVERIFY2(strip().contains(u"Marked: 2010-05-12 08:41"_s), qPrintable(strip()));
    QVERIFY(chip(u"Finding: Name resolution down, 2010-05-12 08:41:00"_s)->isChecked());
    QVERIFY(!chip(u"code:200"_s)->isChecked());
    QCOMPARE(m_driver->part<QLineEdit>(u"filterLine")->text(), QString());
}

void TestFindingPanel::takesTheChipAway()
{
    open({dnsStory()});
    openPanel();
    tree()->setFocus();
    tree()->setCurrentIndex(firstFinding());
    QTest::keyClick(tree(), Qt::Key_Return);
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    pressOnChip(Qt::Key_Space);
    QTRY_COMPARE(m_driver->countText(), u"52 of 52 records"_s);
    QVERIFY(!strip().contains(u"Marked"_s));
    pressOnChip(Qt::Key_Space);
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QVERIFY(strip().contains(u"Marked"_s));
    pressOnChip(Qt::Key_F2); // nothing that could be written
    pressOnChip(Qt::Key_Delete);
    QTRY_COMPARE(m_driver->countText(), u"52 of 52 records"_s);
    QVERIFY(!chip(u"Finding:"_s));
    QVERIFY(!strip().contains(u"Marked"_s));
}

void TestFindingPanel::goesToTheFirstRecordOnceMore()
{
    open({dnsStory()});
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    m_driver->table()->setCurrentIndex(m_driver->table()->model()->index(7, 0));
    click(firstFinding());
    QCOMPARE(row(), 0);
    m_driver->trigger(u"showAll");
    QTRY_COMPARE(m_driver->countText(), u"52 of 52 records"_s);
    QVERIFY(!chip(u"Finding:"_s));
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
}

void TestFindingPanel::isLiftedForALookAround()
{
    open({dnsStory()});
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_COMPARE(m_driver->countText(), u"52 of 52 records"_s);
    QVERIFY(!chip(u"Finding:"_s)->isChecked());
    QCOMPARE(row(), 40);
    QTest::keyClick(m_window.get(), Qt::Key_F9);
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QVERIFY(strip().contains(u"Marked"_s));
}

void TestFindingPanel::isNarrowedByAFilter()
{
    open({dnsStory()});
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    m_driver->type(u"filterLine", u"client:10.0.0.1"_s);
    QTRY_COMPARE(m_driver->countText(), u"4 of 52 records"_s);
    m_driver->type(u"filterLine", QString());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
}

void TestFindingPanel::isGoneWhenTheLogIsReadAgain()
{
    open({dnsStory()});
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_driver->countText(), u"52 of 52 records"_s);
    QVERIFY(!chip(u"Finding:"_s));
    QTRY_VERIFY(hasAlarm());
}

void TestFindingPanel::isNotKeptBySessions()
{
    open({dnsStory()});
    openPanel();
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    const auto view = m_window->view();
    QVERIFY(view);
    const auto read = sessionFromJson(sessionToJson({*view}), u"session.json"_s);
    QVERIFY(read);
    QVERIFY(!read->constFirst().terms.picked().records);
}

void TestFindingPanel::hidesAndBringsBack()
{
    open({dnsStory()});
    openPanel();
    const QStringList before = patterns();
    tree()->setFocus();
    tree()->setCurrentIndex(firstFinding());
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(!hasAlarm());
    QCOMPARE(alarms(), QString());
    auto* showHidden = m_driver->part<QToolButton>(u"showHiddenFindings");
    QVERIFY(showHidden->isVisible());
    QCOMPARE(showHidden->text(), u"Show hidden (1)"_s);
    showHidden->click();
    QVERIFY(hasAlarm());
    QCOMPARE(alarms(), QString());
    tree()->setCurrentIndex(tree()->model()->index(0, 0, tree()->model()->index(int(before.size()) - 1, 0)));
    m_driver->trigger(u"bringBackFinding");
    QCOMPARE(patterns(), before);
    QCOMPARE(alarms(), u"1 alarm"_s);
    QVERIFY(!showHidden->isVisible());
}

void TestFindingPanel::hidesAPatternForGood()
{
    open({dnsStory()});
    openPanel();
    tree()->setFocus();
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QTest::keyClick(tree(), Qt::Key_Delete);
    QVERIFY(!hasAlarm());
    m_window.reset();
    open({dnsStory()});
    QVERIFY(!hasAlarm());
    QCOMPARE(m_driver->part<QToolButton>(u"showHiddenFindings")->text(), u"Show hidden (1)"_s);
    open({storyHeader + quietRecords(), dnsStory()}); // another log, where nobody has said so
    QVERIFY(hasAlarm());
}

void TestFindingPanel::opensAndClosesPatterns()
{
    open({dnsStory()});
    openPanel();
    const QModelIndex pattern = tree()->model()->index(0, 0);
    click(pattern);
    QVERIFY(!tree()->isExpanded(pattern));
    QCOMPARE(m_driver->countText(), u"52 of 52 records"_s);
    tree()->setFocus();
    QTest::keyClick(tree(), Qt::Key_Right);
    QVERIFY(tree()->isExpanded(pattern));
    QTest::keyClick(tree(), Qt::Key_Return);
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s);
    QVERIFY(chip(u"Findings: Name resolution down (1)"_s));
}

void TestFindingPanel::findsInWhatComes()
{
    open({storyHeader + quietRecords() + namesNotFound(0, 6)});
    QVERIFY(!hasAlarm());
    openPanel();
    QFile file(m_paths.constFirst());
    QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
    file.write(namesNotFound(6, 12));
    QTRY_VERIFY_WITH_TIMEOUT(hasAlarm(), 20s);
    click(firstFinding());
    QTRY_COMPARE(m_driver->countText(), u"12 of 52 records"_s); // those that had been there before, too
}

void TestFindingPanel::findsInSeveralLogs()
{
    open({storyHeader + quietRecords() + namesNotFound(0, 6), storyHeader + namesNotFound(6, 12)});
    QTRY_VERIFY(hasAlarm());
    QCOMPARE(alarms(), u"1 alarm"_s);
}

void TestFindingPanel::canBeClosedInTheMiddle()
{
    QByteArray log = storyHeader;
    for (int i = 0; i < 200'000; ++i)
        log += storyRecord(i / 10, "10.0.0." + QByteArray::number(i % 200), "CORP\\anna", "a.example", "11001");
    m_paths = {writeFile(*m_folder, u"long.w3c"_s, log)};
    for (int i = 0; i < 3; ++i) {
        m_window = std::make_unique<MainWindow>();
        m_driver = std::make_unique<WindowDriver>(*m_window);
        m_window->show();
        m_window->open(m_paths);
        QTRY_VERIFY(state().startsWith(u"Looking for patterns…"_s) || !patterns().isEmpty());
        if (i == 1)
            m_window->open(m_paths); // another log, in the middle of the search
        if (i == 2)
            m_window->close();
        m_window.reset();
    }
}

QTEST_MAIN(TestFindingPanel)
#include "tst_findingpanel.moc"
