// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/resultfiltermodel.h"
#include "tests/support/testlog.h"
#include "ui/categories/categorymodel.h"
#include "ui/categories/categorypanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// A panel beside a model, with what a test needs of both. The log: 3 x 200, 2 x 12202, 1 x 12209, 1 x 10060.
struct Bench
{
    Bench()
    {
        panel.resize(260, 500);
        panel.setModels(&model, &records);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel)); // shortcuts go by the focus
    }

    void load(const QByteArrayList& codes = {"200", "12202", "200", "12209", "10060", "12202", "200"})
    {
        const auto blocks = Test::blocksOf(Test::webLog(codes));
        QVERIFY(blocks);
        model.append(*blocks);
    }

    [[nodiscard]] QTreeView* tree() const { return panel.findChild<QTreeView*>(u"categoryTree"_s); }

    /// The rows as one sees them: `[x] Denied 3`, codes indented.
    [[nodiscard]] QStringList rows() const
    {
        QStringList result;
        const QAbstractItemModel* shown = tree()->model();
        const auto line = [&](const QModelIndex& index) {
            const auto state = index.data(Qt::CheckStateRole).value<Qt::CheckState>();
            const QString box = state == Qt::Checked ? u"[x] "_s : state == Qt::Unchecked ? u"[ ] "_s : u"[-] "_s;
            const QString word = index.data().toString().section(u' ', 0, 0);
            return QString(box + word + u' ' + index.data(CategoryModel::CountRole).toString());
        };
        for (int row = 0; row < shown->rowCount(); ++row) {
            const QModelIndex group = shown->index(row, 0);
            result << line(group);
            for (int child = 0; child < shown->rowCount(group); ++child)
                result << u"  "_s + line(shown->index(child, 0, group));
        }
        return result;
    }

    /// Makes the row that starts with @p word the current one.
    void go(const QString& word) const
    {
        const QModelIndexList found = tree()->model()->match(tree()->model()->index(0, 0), Qt::DisplayRole, word, 1,
                                                             Qt::MatchStartsWith | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        tree()->setCurrentIndex(found.first());
        tree()->setFocus();
    }

    /// What the counts of the row that starts with @p word say.
    [[nodiscard]] QString counts(const QString& word) const
    {
        const QAbstractItemModel* shown = tree()->model();
        const QModelIndexList found =
            shown->match(shown->index(0, 0), Qt::DisplayRole, word, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
        return found.isEmpty() ? QString() : found.first().data(CategoryModel::CountTextRole).toString();
    }

    LogTableModel model;
    ResultFilterModel records{&model};
    CategoryPanel panel;
};

class TestCategoryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatNoLogIsOpen();
    void sortsByClassAndCount();
    void groupsByFamily();
    void spaceTicksACode();
    void spaceTicksAClass();
    void onlyThisByKeyboard();
    void allButThisByKeyboard();
    void showAllByKeyboard();
    void onlyThisFamily();
    void tickOfFamilyBeatsHiddenClass();
    void setSelectionTellsOnce();
    void countsFollowLoading();
    void keepsSelectionWhenLogChanges();
    void tellsWhatIsVisible();
    void tellsWhatIsVisibleWhileLoading();
    void collapsedClassStaysCollapsed();
    void survivesDestroyedModel();
    void modelKeepsItsContract();
    void tellsWhatIsFolded_data();
    void tellsWhatIsFolded();
    void listsNoMoreThanOneCanRead();
    void hostileCodesAreHarmless();
    void namesForScreenReaders();
};

void TestCategoryPanel::saysThatNoLogIsOpen()
{
    Bench bench;
    const auto* notice = bench.panel.findChild<QWidget*>(u"categoryNotice"_s);
    QVERIFY(notice->isVisible());
    QVERIFY(!bench.tree()->isVisible());
    bench.load();
    QVERIFY(!notice->isVisible());
    QVERIFY(bench.tree()->isVisible());
    bench.model.clear();
    QVERIFY(notice->isVisible());
}

void TestCategoryPanel::sortsByClassAndCount()
{
    Bench bench;
    bench.load();
    const QStringList expected{u"[x] Allowed 3"_s, u"  [x] 200 3"_s,  u"[x] Denied 3"_s, u"  [x] 12202 2"_s,
                               u"  [x] 12209 1"_s, u"[x] Failed 1"_s, u"  [x] 10060 1"_s};
    QCOMPARE(bench.rows(), expected);
}

void TestCategoryPanel::groupsByFamily()
{
    Bench bench;
    bench.load();
    bench.panel.findChild<QComboBox*>(u"categoryGrouping"_s)->setCurrentIndex(1);
    const QStringList expected{u"[x] HTTP 3"_s, u"  [x] 200 3"_s,   u"[x] Winsock 1"_s, u"  [x] 10060 1"_s,
                               u"[x] TMG 3"_s,  u"  [x] 12202 2"_s, u"  [x] 12209 1"_s};
    QCOMPARE(bench.rows(), expected);
    QVERIFY(bench.tree()->isExpanded(bench.tree()->model()->index(0, 0)));
}

void TestCategoryPanel::spaceTicksACode()
{
    Bench bench;
    bench.load();
    QSignalSpy changes(&bench.panel, &CategoryPanel::selectionChanged);
    bench.go(u"12209"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QCOMPARE(changes.size(), 1);
    QVERIFY(bench.rows().contains(u"  [ ] 12209 1"_s));
    QVERIFY(bench.rows().contains(u"[-] Denied 3"_s));
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QVERIFY(bench.panel.selection().showsAll());
}

void TestCategoryPanel::spaceTicksAClass()
{
    Bench bench;
    bench.load();
    bench.go(u"Denied"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QVERIFY(bench.rows().contains(u"[ ] Denied 3"_s));
    QVERIFY(bench.rows().contains(u"  [ ] 12202 2"_s));
    QVERIFY(bench.rows().contains(u"[x] Failed 1"_s));
    QVERIFY(!bench.panel.selection().showsClass(ResultClass::Denied));
}

void TestCategoryPanel::onlyThisByKeyboard()
{
    Bench bench;
    bench.load();
    bench.go(u"Denied"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Return);
    QCOMPARE(bench.rows().filter(u"[x]"_s), QStringList({u"[x] Denied 3"_s, u"  [x] 12202 2"_s, u"  [x] 12209 1"_s}));
    bench.go(u"12202"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Return);
    QCOMPARE(bench.rows().filter(u"[x]"_s), QStringList({u"  [x] 12202 2"_s}));
}

void TestCategoryPanel::allButThisByKeyboard()
{
    Bench bench;
    bench.load();
    bench.go(u"200"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.rows().filter(u"[ ]"_s), QStringList({u"[ ] Allowed 3"_s, u"  [ ] 200 3"_s}));
}

void TestCategoryPanel::showAllByKeyboard()
{
    Bench bench;
    bench.load();
    bench.go(u"Failed"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Return);
    QVERIFY(!bench.panel.selection().showsAll());
    QTest::keyClick(bench.tree(), Qt::Key_Backspace);
    QVERIFY(bench.panel.selection().showsAll());
    QVERIFY(bench.rows().filter(u"[ ]"_s).isEmpty());
}

void TestCategoryPanel::onlyThisFamily()
{
    Bench bench;
    bench.load();
    bench.panel.findChild<QComboBox*>(u"categoryGrouping"_s)->setCurrentIndex(1);
    bench.go(u"Winsock"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Return);
    QCOMPARE(bench.rows().filter(u"[x]"_s), QStringList({u"[x] Winsock 1"_s, u"  [x] 10060 1"_s}));
}

void TestCategoryPanel::tickOfFamilyBeatsHiddenClass()
{
    Bench bench;
    bench.load();
    bench.go(u"Failed"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    bench.panel.findChild<QComboBox*>(u"categoryGrouping"_s)->setCurrentIndex(1);
    QVERIFY(bench.rows().contains(u"[ ] Winsock 1"_s));
    bench.go(u"Winsock"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QVERIFY(bench.rows().contains(u"[x] Winsock 1"_s));
}

void TestCategoryPanel::setSelectionTellsOnce()
{
    Bench bench;
    bench.load();
    QSignalSpy changes(&bench.panel, &CategoryPanel::selectionChanged);
    ResultSelection selection;
    selection.showOnlyClass(ResultClass::Failed);
    bench.panel.setSelection(selection);
    bench.panel.setSelection(selection);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(bench.panel.selection(), selection);
    QVERIFY(bench.rows().contains(u"[x] Failed 1"_s));
    QVERIFY(bench.rows().contains(u"[ ] Denied 3"_s));
}

void TestCategoryPanel::countsFollowLoading()
{
    Bench bench;
    const QAbstractItemModelTester tester(bench.tree()->model());
    bench.load();
    bench.load({"200", "407", "502"});
    bench.load({"502"});
    QVERIFY(QTest::qWaitFor([&] { return bench.rows().contains(u"[x] Failed 3"_s); })); // at the end of the pause
    QVERIFY(bench.rows().contains(u"  [x] 200 4"_s));
    QVERIFY(bench.rows().contains(u"  [x] 502 2"_s));
}

void TestCategoryPanel::keepsSelectionWhenLogChanges()
{
    Bench bench;
    bench.load();
    bench.go(u"Allowed"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    bench.model.clear();
    bench.load({"204", "502"});
    QVERIFY(QTest::qWaitFor([&] { return bench.rows().contains(u"  [ ] 204 1"_s); }));
}

void TestCategoryPanel::tellsWhatIsVisible()
{
    Bench bench;
    const QAbstractItemModelTester tester(bench.tree()->model());
    bench.load();
    QObject::connect(
        &bench.panel, &CategoryPanel::selectionChanged, &bench.records, [&](const ResultSelection& selection) {
            bench.records.setFilter({.selection = selection, .expression = bench.records.filter().expression});
        });
    QCOMPARE(bench.counts(u"Denied"_s), u"3"_s);
    bench.go(u"12202"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QCOMPARE(bench.counts(u"Denied"_s), u"1 of 3"_s); // at once: nothing is counted for it
    QCOMPARE(bench.counts(u"12202"_s), u"2"_s);
    QCOMPARE(bench.counts(u"12209"_s), u"1"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QCOMPARE(bench.counts(u"Denied"_s), u"3"_s);

    bench.records.setFilter({.selection = {}, .expression = *FilterExpression::parse(u"user:user0,user1")});
    QTRY_COMPARE(bench.counts(u"Denied"_s), u"1 of 3"_s);
    QCOMPARE(bench.counts(u"12202"_s), u"1 of 2"_s);
    QCOMPARE(bench.counts(u"12209"_s), u"0 of 1"_s);
    QCOMPARE(bench.counts(u"Allowed"_s), u"1 of 3"_s);
    bench.go(u"Allowed"_s);
    QTest::keyClick(bench.tree(), Qt::Key_Space);
    QTRY_COMPARE(bench.counts(u"Allowed"_s), u"3"_s);
    bench.records.setFilter({.selection = bench.panel.selection(), .expression = {}});
    QTRY_COMPARE(bench.counts(u"Denied"_s), u"3"_s);

    bench.records.setFilter({.selection = {}, .expression = {}, .onlyMalformed = true});
    QTRY_COMPARE(bench.counts(u"Denied"_s), u"0 of 3"_s);
}

void TestCategoryPanel::tellsWhatIsVisibleWhileLoading()
{
    Bench bench;
    bench.records.setFilter({.selection = {}, .expression = *FilterExpression::parse(u"user:user0")});
    bench.load();
    QTRY_COMPARE(bench.counts(u"200"_s), u"1 of 3"_s);
    bench.load({"407", "502"});
    QTRY_COMPARE(bench.counts(u"407"_s), u"1"_s);
    QCOMPARE(bench.counts(u"200"_s), u"1 of 3"_s);
    bench.model.clear();
    bench.load({"200", "502"});
    QTRY_COMPARE(bench.counts(u"502"_s), u"0 of 1"_s);
}

void TestCategoryPanel::collapsedClassStaysCollapsed()
{
    Bench bench;
    bench.load();
    const QModelIndex first = bench.tree()->model()->index(0, 0);
    QVERIFY(bench.tree()->isExpanded(first));
    bench.tree()->collapse(first);
    bench.load({"200", "204"});
    QVERIFY(QTest::qWaitFor([&] { return bench.rows().contains(u"  [x] 204 1"_s); }));
    QVERIFY(!bench.tree()->isExpanded(bench.tree()->model()->index(0, 0)));
}

void TestCategoryPanel::survivesDestroyedModel()
{
    CategoryPanel panel;
    {
        LogTableModel model;
        const ResultFilterModel records(&model);
        panel.setModels(&model, &records);
        model.append(*Test::blocksOf(Test::webLog({"200"})));
    }
    panel.grab();
    QCOMPARE(panel.findChild<QTreeView*>(u"categoryTree"_s)->model()->rowCount(), 0);
}

void TestCategoryPanel::modelKeepsItsContract()
{
    CategoryModel model;
    const QAbstractItemModelTester tester(&model);
    CodeTable codes;
    model.setCodes(&codes);
    codes.add("200", LogKind::Web, 1);
    codes.add("12202", LogKind::Web, 2);
    model.update();
    codes.add("407", LogKind::Web, 2);
    codes.add("200", LogKind::Web, 5);
    model.update();
    const QModelIndex allowed = model.index(0, 0);
    QCOMPARE(allowed.data(CategoryModel::CountRole).toULongLong(), 6ULL);
    QCOMPARE(allowed.data(CategoryModel::ShareRole).toDouble(), 0.6);
    QVERIFY(model.setData(model.index(0, 0, allowed), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(allowed.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Unchecked);
    model.setGrouping(CategoryGrouping::ByFamily);
    model.setCodes(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestCategoryPanel::tellsWhatIsFolded_data()
{
    QTest::addColumn<CategoryGrouping>("grouping");
    QTest::addColumn<QList<int>>("groups");
    QTest::newRow("by class") << CategoryGrouping::ByClass << QList<int>{0, 42, 0};
    QTest::newRow("by family") << CategoryGrouping::ByFamily << QList<int>{0, 42};
}

void TestCategoryPanel::tellsWhatIsFolded()
{
    QFETCH(const CategoryGrouping, grouping);
    CategoryModel model;
    const QAbstractItemModelTester tester(&model);
    CodeTable codes;
    codes.add("200", LogKind::Web, 100);
    codes.add("12202", LogKind::Web, 7);
    codes.add("12209", LogKind::Web, 50);
    Pattern pattern;
    pattern.folded = {
        .resultClass = ResultClass::Info, .title = {}, .reason = {}, .count = u"{record|is|are} no denial"_s};
    auto folded = std::make_shared<FoldedRecords>();
    folded->counts = {{.pattern = &pattern, .ofCode = {0, 0, 42}}};
    model.setFolded(folded); // before there are codes
    model.setCodes(&codes);
    model.setGrouping(grouping);
    codes.add("11001", LogKind::Web, 3); // comes when the search has ended
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setFolded(folded);
    QVERIFY(!changes.isEmpty());
    model.update();
    QFETCH(const QList<int>, groups);
    for (qsizetype i = 0; i < groups.size(); ++i)
        QCOMPARE(model.index(int(i), 0).data(CategoryModel::FoldedRole).toInt(), groups[i]);
    const QModelIndexList found =
        model.match(model.index(0, 0), Qt::DisplayRole, u"12209"_s, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
    QCOMPARE(found.first().data(CategoryModel::CountRole).toInt(), 50);
    QVERIFY(found.first().data(Qt::AccessibleTextRole).toString().contains(u"50, of which 42 are no denial, "_s));
    QVERIFY(found.first().data(Qt::ToolTipRole).toString().contains(u"of which 42 are no denial"_s));
    model.setFolded(nullptr);
    QCOMPARE(found.first().data(CategoryModel::FoldedRole).toInt(), 0);
    QVERIFY(!found.first().data(Qt::AccessibleTextRole).toString().contains(u"of which"_s));
}

void TestCategoryPanel::listsNoMoreThanOneCanRead()
{
    CategoryModel model;
    CodeTable codes;
    for (int i = 0; i < 5000; ++i)
        codes.add("junk" + QByteArray::number(i), LogKind::Web, 1);
    model.setCodes(&codes);
    const QModelIndex unknown = model.index(0, 0);
    QCOMPARE(model.rowCount(unknown), int(CategoryModel::mostCodesOfGroup));
    QCOMPARE(unknown.data(CategoryModel::CountRole).toULongLong(), 5000ULL); // counted all the same
    QVERIFY(unknown.data().toString().contains(QLocale().toString(5000)));
}

void TestCategoryPanel::hostileCodesAreHarmless()
{
    CategoryModel model;
    CodeTable codes;
    codes.add("<img src=x>\x1b[2J\xe2\x80\xae" + QByteArray(100'000, 'x'), LogKind::Web, 1);
    model.setCodes(&codes);
    const QModelIndex code = model.index(0, 0, model.index(0, 0));
    QVERIFY(code.data().toString().startsWith(u"<img src=x>\\x1B[2J\\u202Exxx"));
    QCOMPARE_LT(code.data().toString().size(), 200);
    QVERIFY(!code.data(Qt::ToolTipRole).toString().contains(u"<img"));
}

void TestCategoryPanel::namesForScreenReaders()
{
    Bench bench;
    QCOMPARE(bench.panel.accessibleName(), u"Result categories"_s);
    bench.load();
    const QString spoken = bench.tree()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, u"Allowed, records: 3, shown"_s);
    bench.records.setFilter({.selection = {}, .expression = *FilterExpression::parse(u"user:user0")});
    QTRY_COMPARE(bench.tree()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Allowed, records: 1 of 3, shown"_s);
}

QTEST_MAIN(TestCategoryPanel)
#include "tst_categorypanel.moc"
