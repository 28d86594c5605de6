// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/look/namedlabel.h"
#include "ui/rules/rulepage.h"
#include "ui/rules/ruletable.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// The rules in the window: they must say what is visible, and lead to their records.
class TestRulePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"rules.w3c"_s, rulesLog()); }
    void init() { OwnSettings::forget(); }

    void takesThePlaceOfTheRecords();
    void changesPlacesWithTheSummary();
    void showsTheRecordsOfARule_data();
    void showsTheRecordsOfARule();
    void filtersInPlace_data();
    void filtersInPlace();
    void followsTheFilter();
    void followsTheLog();
    void choosesRules();
    void sortsByClick();
    void copies();
    void exports();
    void neverWritesOverTheLog();
    void tellsWhyItIsEmpty();
    void goesBackForWhatIsAboutRecords();

private:
    /// 20 records of `Web, "all"`, 6 of `Block`, 4 of `Safe`, 2 without a rule.
    static QByteArray rulesLog();
    /// Opens @p log in @p window and shows its rules.
    void open(MainWindow& window, const QString& log);
    static RulePage* page(const MainWindow& window) { return window.findChild<RulePage*>(); }
    static RuleTable* table(const MainWindow& window) { return window.findChild<RuleTable*>(); }
    static QString text(const MainWindow& window, const QString& label)
    {
        return window.findChild<QLabel*>(label)->text();
    }
    static QString filter(const MainWindow& window) { return window.findChild<QLineEdit*>(u"filterLine"_s)->text(); }
    /// Of each row the rule, its records, and how many were allowed, denied, failed.
    static QStringList rows(const MainWindow& window);
    static QModelIndex rowOf(const MainWindow& window, const QString& rule);

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

QByteArray TestRulePage::rulesLog()
{
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                     "#Fields: c-ip\tcs-username\tdate\ttime\tr-host\tsc-status\trule\r\n";
    int number = 0;
    const auto add = [&](int count, const QByteArray& rule, const QByteArrayList& codes) {
        for (int i = 0; i < count; ++i, ++number)
            log += "10.0.0." + QByteArray::number(i % 5)
                + "\tuser\t2010-05-12\t08:00:" + QByteArray::number(number).rightJustified(2, '0') + "\thost"
                + QByteArray::number(i) + "\t" + codes[i % codes.size()] + '\t' + rule + "\r\n";
    };
    add(20, "Web, \"all\"", {"200", "12209", "11001", "304"});
    add(6, "Block", {"12202"});
    add(4, "Safe", {"200"});
    add(2, "-", {"200"});
    return log;
}

void TestRulePage::open(MainWindow& window, const QString& log)
{
    window.resize(1300, 800);
    window.show();
    window.activateWindow();
    window.open({log});
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.findChild<QAction*>(u"rules"_s)->isEnabled());
    QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
    QTRY_VERIFY(page(window)->isVisible());
    QTRY_VERIFY(!text(window, u"ruleFacts"_s).isEmpty());
}

QStringList TestRulePage::rows(const MainWindow& window)
{
    QStringList rows;
    const QAbstractItemModel* model = table(window)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        QStringList cells;
        for (int column = RuleModel::Name; column <= RuleModel::Failed; ++column)
            cells += model->index(row, column).data().toString();
        rows += cells.join(u' ');
    }
    return rows;
}

QModelIndex TestRulePage::rowOf(const MainWindow& window, const QString& rule)
{
    const QAbstractItemModel* model = table(window)->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, rule, 1, Qt::MatchExactly).value(0);
}

void TestRulePage::takesThePlaceOfTheRecords()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    const QAbstractItemModelTester tester(table(window)->model());
    QCOMPARE(text(window, u"ruleFacts"_s), u"3 rules"_s);
    QCOMPARE(text(window, u"ruleScope"_s), u"In all 32 records."_s);
    QCOMPARE(rows(window),
             (QStringList{u"Web, \"all\" 20 10 5 5"_s, u"Block 6 – 6 –"_s, u"Safe 4 4 – –"_s, u"(no rule) 2 2 – –"_s}));
    QVERIFY(!driver.table()->isVisible());
    QTRY_VERIFY(table(window)->hasFocus());
    QVERIFY(!window.findChild<QAction*>(u"copyText"_s)->isEnabled());

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(driver.table()->isVisible());
    QVERIFY(driver.table()->hasFocus());
    QVERIFY(!window.findChild<QAction*>(u"rules"_s)->isChecked());
    QVERIFY(window.findChild<QAction*>(u"copyText"_s)->isEnabled());
}

void TestRulePage::changesPlacesWithTheSummary()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    const auto* summary = window.findChild<QAction*>(u"summary"_s);
    const auto* rules = window.findChild<QAction*>(u"rules"_s);
    QTest::keyClick(&window, Qt::Key_F4);
    QVERIFY(driver.shows(u"summaryPage"_s));
    QVERIFY(summary->isChecked() && !rules->isChecked());
    QVERIFY(!window.findChild<QAction*>(u"copyText"_s)->isEnabled());
    QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY(page(window)->isVisible());
    QVERIFY(!summary->isChecked() && rules->isChecked());
    QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
    QVERIFY(driver.table()->isVisible());
    QVERIFY(!summary->isChecked() && !rules->isChecked());
}

void TestRulePage::showsTheRecordsOfARule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<bool>("byKey");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("count");
    QTest::newRow("double click") << u"Web, \"all\""_s << false << uR"(rule="Web, \"all\"")"_s << u"20 of 32 records"_s;
    QTest::newRow("Return") << u"Block"_s << true << u"rule=Block"_s << u"6 of 32 records"_s;
    QTest::newRow("no rule") << u"(no rule)"_s << true << u"rule:-"_s << u"2 of 32 records"_s;
}

void TestRulePage::showsTheRecordsOfARule()
{
    QFETCH(const QString, rule);
    QFETCH(const bool, byKey);
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    RuleTable* rules = table(window);
    const QModelIndex row = rowOf(window, rule);
    QVERIFY(row.isValid());
    const QPoint center = rules->visualRect(row).center();
    QTest::mouseClick(rules->viewport(), Qt::LeftButton, {}, center);
    if (byKey)
        QTest::keyClick(rules, Qt::Key_Return);
    else
        QTest::mouseDClick(rules->viewport(), Qt::LeftButton, {}, center);
    QVERIFY(driver.table()->isVisible());
    QTEST(filter(window), "expected");
    QFETCH(const QString, count);
    QTRY_COMPARE(driver.countText(), count);
}

void TestRulePage::filtersInPlace_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("scope");
    QTest::newRow("only") << u"onlyRule"_s << u"rule=Block OR rule=Safe"_s << u"In the 10 visible records of 32."_s;
    QTest::newRow("exclude") << u"excludeRule"_s << u"-(rule=Block OR rule=Safe)"_s
                             << u"In the 22 visible records of 32."_s;
}

/// By the context menu, for two rules at once.
void TestRulePage::filtersInPlace()
{
    QFETCH(const QString, action);
    MainWindow window;
    open(window, m_log);
    RuleTable* rules = table(window);
    QTest::mouseClick(rules->viewport(), Qt::LeftButton, {}, rules->visualRect(rowOf(window, u"Block"_s)).center());
    QTest::mouseClick(rules->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      rules->visualRect(rowOf(window, u"Safe"_s)).center());
    rules->findChild<QAction*>(action)->trigger();
    QTEST(filter(window), "expected");
    QFETCH(const QString, scope);
    QTRY_COMPARE(text(window, u"ruleScope"_s), scope);
    QVERIFY(page(window)->isVisible());
}

void TestRulePage::followsTheFilter()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"code:12209"_s);
    QTRY_COMPARE(text(window, u"ruleScope"_s), u"In the 5 visible records of 32."_s);
    QCOMPARE(rows(window), QStringList{u"Web, \"all\" 5 – 5 –"_s});
    QCOMPARE(text(window, u"ruleFacts"_s), u"1 rule"_s);

    // What changes while nobody looks is counted when somebody does.
    QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
    driver.trigger(u"showAll"_s);
    QTRY_COMPARE(driver.countText(), u"32 of 32 records"_s);
    QTest::keyClick(&window, Qt::Key_F4, Qt::ShiftModifier);
    QTRY_COMPARE(text(window, u"ruleScope"_s), u"In all 32 records."_s);
}

void TestRulePage::followsTheLog()
{
    const QString path = writeFile(m_folder, u"growing.w3c"_s, rulesLog());
    MainWindow window;
    open(window, path);
    RuleTable* rules = table(window);
    QTest::mouseClick(rules->viewport(), Qt::LeftButton, {}, rules->visualRect(rowOf(window, u"Safe"_s)).center());
    QFile log(path);
    QVERIFY(log.open(QIODevice::Append));
    log.write("10.0.0.9\tuser\t2010-05-12\t09:00:00\thost\t12202\tSafe\r\n"
              "10.0.0.9\tuser\t2010-05-12\t09:00:01\thost\t12202\tNew\r\n");
    log.close();
    QTRY_COMPARE_WITH_TIMEOUT(text(window, u"ruleScope"_s), u"In all 34 records."_s, 20'000);
    QVERIFY(rows(window).contains(u"Safe 5 4 1 –"_s));
    QVERIFY(rows(window).contains(u"New 1 – 1 –"_s));
    QCOMPARE(rules->currentIndex().siblingAtColumn(RuleModel::Name).data().toString(), u"Safe"_s);
}

void TestRulePage::choosesRules()
{
    MainWindow window;
    open(window, m_log);
    auto* choice = window.findChild<QComboBox*>(u"ruleChoice"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(rows(window), QStringList{u"Block 6 – 6 –"_s});
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(rows(window), QStringList{u"Safe 4 4 – –"_s});

    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"rule:Block"_s);
    QTRY_COMPARE(text(window, u"ruleState"_s), u"Each rule has denied something."_s);
    QVERIFY(!window.findChild<QPushButton*>(u"exportRulesButton"_s)->isEnabled());
    choice->setCurrentIndex(0);
    QVERIFY(!driver.shows(u"ruleState"_s));
    QCOMPARE(rows(window), QStringList{u"Block 6 – 6 –"_s});
}

void TestRulePage::sortsByClick()
{
    MainWindow window;
    open(window, m_log);
    QHeaderView* header = table(window)->header();
    const QPoint name(header->sectionViewportPosition(RuleModel::Name) + 20, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(rows(window).first(), u"(no rule) 2 2 – –"_s);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(rows(window).first(), u"Web, \"all\" 20 10 5 5"_s);
}

void TestRulePage::copies()
{
    MainWindow window;
    open(window, m_log);
    RuleTable* rules = table(window);
    QTest::mouseClick(rules->viewport(), Qt::LeftButton, {}, rules->visualRect(rowOf(window, u"Block"_s)).center());
    QTest::keyClick(rules, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             u"Block\t6\t–\t6\t–\t–\t5\t6\t2010-05-12 08:00:20\t2010-05-12 08:00:25\t12202 (6)\n"_s);
}

void TestRulePage::exports()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    QTest::mouseClick(driver.part<QPushButton>(u"exportRulesButton"_s), Qt::LeftButton);
    auto* dialog = window.findChild<QFileDialog*>(u"exportRulesDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"rules-rules.csv"_s));
    const QString path = m_folder.filePath(u"exported.csv"_s);
    QVERIFY(QMetaObject::invokeMethod(dialog, "fileSelected", Q_ARG(QString, path)));
    dialog->reject();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 6);
    QVERIFY(lines[0].startsWith("rule,records,allowed,"));
    QCOMPARE(lines[1],
             "\"Web, \"\"all\"\"\",20,10,5,5,0,5,20,2010-05-12T08:00:00Z,2010-05-12T08:00:19Z,"
             "200,5,12209,5,11001,5\r"_ba);
    QVERIFY(driver.part<QLabel>(u"messageText"_s)->text().contains(u"exported.csv"_s));
}

void TestRulePage::neverWritesOverTheLog()
{
    MainWindow window;
    open(window, m_log);
    const QSignalSpy failures(page(window), &RulePage::failed);
    page(window)->saveTo(m_log);
    QCOMPARE(failures.size(), 1);
    QFile file(m_log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), rulesLog());
    page(window)->saveTo(m_folder.filePath(u"no/such/folder.csv"_s));
    QCOMPARE(failures.size(), 2);
}

void TestRulePage::tellsWhyItIsEmpty()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"user:nobody"_s);
    QTRY_VERIFY(text(window, u"ruleState"_s).contains(u"No record is shown"_s));
    driver.trigger(u"showAll"_s);
    QTRY_VERIFY(!driver.shows(u"ruleState"_s));

    MainWindow other;
    open(other, writeFile(m_folder, u"forty.w3c"_s, fortyRecords()));
    QTRY_COMPARE(text(other, u"ruleState"_s), u"These logs do not say which rule was used."_s);
}

void TestRulePage::goesBackForWhatIsAboutRecords()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.trigger(u"nextProblem"_s);
    QVERIFY(driver.table()->isVisible());
    QVERIFY(!window.findChild<QAction*>(u"rules"_s)->isChecked());
}

QTEST_MAIN(TestRulePage)
#include "tst_rulepage.moc"
