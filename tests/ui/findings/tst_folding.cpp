// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/findings/findingstory.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/categories/categorymodel.h"
#include "ui/summary/summarylist.h"

#include <QAccessible>
#include <QCheckBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolTip>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// The column of the codes of storyHeader.
static constexpr int resultColumn = 6;

/// A refusal of @p client at @p second.
static QByteArray refusal(int second, const QByteArray& client)
{
    return storyRecord(second, client, "anonymous", "www.example", "12209");
}

static QByteArray logon(int second, const QByteArray& client)
{
    return storyRecord(second, client, "CORP\\anna", "www.example", "200");
}

/// A logon with two refusals, and a refusal that no logon follows.
static QByteArray logonStory()
{
    return storyHeader + refusal(0, "10.0.0.1") + refusal(1, "10.0.0.1") + logon(2, "10.0.0.1")
        + refusal(600, "10.0.0.2");
}

/// Records that are shown as what they meant, in the window, by keys and clicks.
class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void showsWhatRecordsMeant_data();
    void showsWhatRecordsMeant();
    void unfoldsByOneKey();
    void remembersTheSwitch();
    void saysWhyInTips();
    void saysWhyToScreenReaders();
    void saysWhyInDetails();
    void countsWhatTheLogSays();
    void leavesOutByTheMenuOfACategory();
    void saysSoInTheSummary();
    void staysFoldedWhereItIsNoProblem();
    void foldsInASet();
    void foldsWhileALogGrows();
    void foldsAnewWhenTheLogIsReadAgain();
    void takesTheKeyboardToTheFindings();
    void exportsFindingsOnDemand();

private:
    void open(const QByteArrayList& logs);
    [[nodiscard]] ResultClass classAt(int row) const { return ResultClass(index(row).data(ResultClassRole).toInt()); }
    [[nodiscard]] QModelIndex index(int row) const { return m_driver->table()->model()->index(row, resultColumn); }
    [[nodiscard]] QTreeView* categories() const { return m_driver->part<QTreeView>(u"categoryTree"); }
    [[nodiscard]] QModelIndex category(const QString& title) const;
    [[nodiscard]] QString badge() const { return m_driver->part<QLabel>(u"resultBadge")->text(); }
    void go(int row) const { m_driver->table()->setCurrentIndex(index(row)); }
    void waitUntilFolded() const { QTRY_COMPARE(classAt(0), ResultClass::Info); }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_paths;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void TestFolding::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFolding::open(const QByteArrayList& logs)
{
    m_paths.clear();
    for (qsizetype i = 0; i < logs.size(); ++i)
        m_paths += writeFile(*m_folder, QString::number(i) + u".w3c"_s, logs[i]);
    m_window = std::make_unique<MainWindow>();
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(1300, 900);
    m_window->show();
    m_window->open(m_paths);
    const auto* tree = m_driver->part<QTreeView>(u"findingTree");
    QTRY_VERIFY(tree->model()->rowCount() > 0);
}

QModelIndex TestFolding::category(const QString& title) const
{
    const QAbstractItemModel* model = categories()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchStartsWith | Qt::MatchRecursive)
        .value(0);
}

void TestFolding::showsWhatRecordsMeant_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<ResultClass>("folded");
    QTest::addColumn<ResultClass>("logged");
    QTest::newRow("first refusal") << 0 << ResultClass::Info << ResultClass::Denied;
    QTest::newRow("second refusal") << 1 << ResultClass::Info << ResultClass::Denied;
    QTest::newRow("logon") << 2 << ResultClass::Allowed << ResultClass::Allowed;
    QTest::newRow("refusal without a logon") << 3 << ResultClass::Denied << ResultClass::Denied;
}

void TestFolding::showsWhatRecordsMeant()
{
    QFETCH(const int, row);
    QFETCH(const ResultClass, folded);
    QFETCH(const ResultClass, logged);
    open({logonStory()});
    waitUntilFolded();
    const QString text = index(row).data().toString();
    QCOMPARE(classAt(row), folded);
    m_driver->trigger(u"fold");
    QCOMPARE(classAt(row), logged);
    QCOMPARE(index(row).data().toString(), text); // the code and its title are what they are
}

void TestFolding::unfoldsByOneKey()
{
    open({logonStory()});
    waitUntilFolded();
    const QSignalSpy reset(m_driver->table()->model(), &QAbstractItemModel::modelReset);
    const auto* fold = m_driver->part<QAction>(u"fold");
    QVERIFY(fold->isCheckable() && fold->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(classAt(0), ResultClass::Denied);
    QVERIFY(!fold->isChecked());
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(classAt(0), ResultClass::Info);
    QCOMPARE(reset.size(), 0);
}

void TestFolding::remembersTheSwitch()
{
    open({logonStory()});
    waitUntilFolded();
    QTest::keyClick(m_window.get(), Qt::Key_J, Qt::ControlModifier);
    m_window.reset();
    open({logonStory()});
    QVERIFY(!m_driver->part<QAction>(u"fold")->isChecked());
    QCOMPARE(classAt(0), ResultClass::Denied);
    QCOMPARE(category(u"Denied"_s).data(CategoryModel::FoldedRole).toInt(), 0);
    m_driver->trigger(u"fold");
    QCOMPARE(classAt(0), ResultClass::Info);
}

void TestFolding::saysWhyInTips()
{
    open({logonStory()});
    waitUntilFolded();
    const auto tipAt = [this](int row) {
        QWidget* viewport = m_driver->table()->viewport();
        const QPoint place = m_driver->table()->visualRect(index(row)).center();
        QHelpEvent event(QEvent::ToolTip, place, viewport->mapToGlobal(place));
        QCoreApplication::sendEvent(viewport, &event);
        return QToolTip::text();
    };
    const QString tip = tipAt(0);
    QVERIFY2(tip.contains(u"Part of a logon<br/>The log says “Denied”, but this refusal was a step of a logon that "
                          "succeeded (finding A1)."_s),
             qPrintable(tip));
    QVERIFY2(tipAt(3).contains(u"Result class: Denied"_s), qPrintable(tipAt(3)));
}

void TestFolding::saysWhyToScreenReaders()
{
    open({logonStory()});
    waitUntilFolded();
    QAccessibleInterface* table = QAccessible::queryAccessibleInterface(m_driver->table());
    const auto* cells = table->tableInterface();
    const auto said = [&](int row) {
        for (int column = 0; column < cells->columnCount(); ++column)
            if (const QString text = cells->cellAt(row, column)->text(QAccessible::Name); text.startsWith(u"12209"_s))
                return text;
        return QString();
    };
    QCOMPARE(said(0), u"12209 Authorization required. Part of a logon; the log says denied"_s);
    QCOMPARE(said(3), u"12209 Authorization required"_s);
}

void TestFolding::saysWhyInDetails()
{
    open({logonStory()});
    waitUntilFolded();
    go(0);
    QTRY_COMPARE(badge(), u"Part of a logon"_s);
    const auto* meaning = m_driver->part<QLabel>(u"resultMeaning");
    QVERIFY(meaning->isVisible());
    QVERIFY2(meaning->text().startsWith(u"The log says “Denied”, but "_s), qPrintable(meaning->text()));
    QVERIFY(m_driver->part<QLabel>(u"resultTitle")->text().startsWith(u"12209"_s));
    m_driver->trigger(u"fold");
    QCOMPARE(badge(), u"Denied"_s);
    QVERIFY(!meaning->isVisible());
    m_driver->trigger(u"fold");
    QCOMPARE(badge(), u"Part of a logon"_s);
    go(3);
    QTRY_COMPARE(badge(), u"Denied"_s);
    QVERIFY(!meaning->isVisible());
}

void TestFolding::countsWhatTheLogSays()
{
    open({logonStory()});
    waitUntilFolded();
    QTRY_COMPARE(category(u"Denied"_s).data(CategoryModel::CountRole).toInt(), 3);
    const QModelIndex denied = category(u"Denied"_s);
    QCOMPARE(denied.data(CategoryModel::FoldedRole).toInt(), 2);
    QCOMPARE(category(u"12209"_s).data(CategoryModel::FoldedRole).toInt(), 2);
    QCOMPARE(category(u"Allowed"_s).data(CategoryModel::FoldedRole).toInt(), 0);
    QCOMPARE(denied.data(Qt::AccessibleTextRole).toString(),
             u"Denied, records: 3, of which 2 belong to logons, shown"_s);
    const QString tip = denied.data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"Denied: 3 of 4 records (75.0 %), of which 2 belong to logons"_s), qPrintable(tip));
    m_driver->type(u"filterLine", u"class:denied"_s); // is evidence, whatever is on screen
    QTRY_COMPARE(m_driver->countText(), u"3 of 4 records"_s);
}

void TestFolding::leavesOutByTheMenuOfACategory()
{
    open({logonStory()});
    waitUntilFolded();
    QTRY_VERIFY(category(u"Denied"_s).isValid());
    categories()->setFocus();
    categories()->setCurrentIndex(category(u"Allowed"_s));
    QVERIFY(!m_driver->part<QAction>(u"leaveOutA1"));
    categories()->setCurrentIndex(category(u"Denied"_s));
    auto* leaveOut = m_driver->part<QAction>(u"leaveOutA1");
    QVERIFY(leaveOut && categories()->actions().contains(leaveOut));
    QCOMPARE(leaveOut->text(), u"Leave out “Proxy logons” (-finding:A1)"_s);
    leaveOut->trigger();
    QTRY_COMPARE(m_driver->countText(), u"2 of 4 records"_s);
    const QModelIndex denied = category(u"Denied"_s);
    QTRY_COMPARE(denied.data(CategoryModel::CountTextRole).toString(), u"1 of 3"_s);
    QCOMPARE(denied.data(Qt::AccessibleTextRole).toString(),
             u"Denied, records: 1 of 3; of all these 2 belong to logons; shown"_s);
}

void TestFolding::saysSoInTheSummary()
{
    open({logonStory()});
    waitUntilFolded();
    QTest::keyClick(m_window.get(), Qt::Key_F4);
    const auto lineOf = [this](const QString& title) {
        const QList<SummaryList*> lists = m_window->findChildren<SummaryList*>();
        for (const SummaryList* list : lists)
            for (int row = 0; list->isVisible() && row < list->model()->rowCount(); ++row)
                if (const QModelIndex line = list->model()->index(row, 0); line.data().toString() == title)
                    return line;
        return QModelIndex();
    };
    QTRY_VERIFY(lineOf(u"Denied"_s).isValid());
    QCOMPARE(lineOf(u"Denied"_s).data(SummaryLines::MeaningRole).toString(), u"of which 2 belong to logons"_s);
    QVERIFY(lineOf(u"12209"_s).data(Qt::AccessibleTextRole).toString().endsWith(u"of which 2 belong to logons"_s));
    m_driver->type(u"filterLine", u"time<08:00:01"_s);
    QTRY_COMPARE(lineOf(u"Denied"_s).data(SummaryLines::MeaningRole).toString(), u"of which 1 belongs to a logon"_s);
    m_driver->trigger(u"fold");
    QTRY_COMPARE(lineOf(u"Denied"_s).data(SummaryLines::MeaningRole).toString(), QString());
}

void TestFolding::staysFoldedWhereItIsNoProblem()
{
    open({logonStory()});
    waitUntilFolded();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    auto* tree = m_driver->part<QTreeView>(u"findingTree");
    tree->setCurrentIndex(tree->model()->index(0, 0));
    QTest::keyClick(tree, Qt::Key_Delete);
    QCOMPARE(tree->model()->rowCount(), 0);
    QCOMPARE(classAt(0), ResultClass::Info);
    QTRY_COMPARE(category(u"Denied"_s).data(CategoryModel::FoldedRole).toInt(), 2);
}

/// The refusal is in one log, the logon in the other.
void TestFolding::foldsInASet()
{
    open({storyHeader + refusal(0, "10.0.0.1") + refusal(600, "10.0.0.2"), storyHeader + logon(2, "10.0.0.1")});
    waitUntilFolded();
    QTRY_COMPARE(classAt(2), ResultClass::Denied); // in the order of time
    QCOMPARE(classAt(1), ResultClass::Allowed);
    QTRY_COMPARE(category(u"Denied"_s).data(CategoryModel::FoldedRole).toInt(), 1);
}

void TestFolding::foldsWhileALogGrows()
{
    open({logonStory()});
    waitUntilFolded();
    go(1);
    const QSignalSpy reset(m_driver->table()->model(), &QAbstractItemModel::modelReset);
    QFile file(m_paths.constFirst());
    QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
    file.write(logon(605, "10.0.0.2"));
    QTRY_COMPARE_WITH_TIMEOUT(classAt(3), ResultClass::Info, 20s); // of which nobody could know before
    QTRY_COMPARE(category(u"Denied"_s).data(CategoryModel::FoldedRole).toInt(), 3);
    QCOMPARE(m_driver->table()->currentIndex().row(), 1);
    QCOMPARE(reset.size(), 0);
}

void TestFolding::foldsAnewWhenTheLogIsReadAgain()
{
    open({logonStory()});
    waitUntilFolded();
    writeFile(*m_folder, u"0.w3c"_s, storyHeader + refusal(0, "10.0.0.3") + logonStory().sliced(storyHeader.size()));
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_driver->countText(), u"5 of 5 records"_s);
    QTRY_COMPARE(classAt(1), ResultClass::Info);
    QCOMPARE(classAt(0), ResultClass::Denied);
}

void TestFolding::takesTheKeyboardToTheFindings()
{
    open({logonStory()});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_driver->table()->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTRY_VERIFY(m_driver->part<QTreeView>(u"findingTree")->hasFocus());
}

void TestFolding::exportsFindingsOnDemand()
{
    open({logonStory()});
    waitUntilFolded();
    const QString path = m_folder->filePath(u"out.csv"_s);
    m_driver->trigger(u"exportCsv");
    m_driver->part<QLineEdit>(u"exportPath")->setText(path);
    auto* findings = m_driver->part<QCheckBox>(u"exportFindings");
    QVERIFY(findings->isEnabled() && !findings->isChecked());
    QTest::keyClick(findings, Qt::Key_Space);
    QTest::mouseClick(m_driver->part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList rows = file.readAll().split('\n');
    QVERIFY2(rows[0].endsWith(",finding\r"), rows[0]);
    QVERIFY2(rows[1].endsWith(",A1\r") && rows[2].endsWith(",A1\r"), rows[1]);
    QVERIFY2(rows[3].endsWith(",\r") && rows[4].endsWith(",\r"), rows[3]);
}

QTEST_MAIN(TestFolding)
#include "tst_folding.moc"
