// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/facets/facetpanel.h"

#include "model/table/resultfiltermodel.h"
#include "tests/support/gonesource.h"
#include "tests/support/ownsettings.h"
#include "tests/support/testlog.h"
#include "ui/facets/facetcounting.h"
#include "ui/facets/facetmodel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;

namespace {

/// Users a (6), b (3), none (2), and 15 others once each; rule web (20) and none (6); clients of all kinds.
QByteArray someLog()
{
    QByteArray log = "#Software: x\r\n#Fields: c-ip\tcs-username\tdate\ttime\trule\tsc-status\tr-port\r\n";
    QByteArrayList users(6, "a");
    users += QByteArrayList(3, "b");
    users += {"-", ""};
    for (int i = 10; i < 25; ++i)
        users += "user" + QByteArray::number(i);
    for (qsizetype i = 0; i < users.size(); ++i)
        log += "10.0.0." + QByteArray::number(i % 3) + '\t' + users[i] + "\t2010-05-12\t00:00:00\t"
            + (i < 20 ? "web" : "-") + "\t200\t" + (i == 0 ? "http" : "80") + "\r\n";
    return log;
}

/// A panel beside a log, with the filter that it asks for: what the window does with both.
struct Bench
{
    Bench()
    {
        QObject::connect(&panel, &FacetPanel::termReplaced, &panel,
                         [this](const FilterExpression& old, const FilterExpression& replacement) {
                             QList<FilterExpression> terms = expression.terms();
                             terms.removeOne(old);
                             if (!replacement.isEmpty())
                                 terms += replacement;
                             filter(FilterExpression::allOf(terms).toString());
                         });
        panel.resize(260, 700);
        panel.show();
        panel.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&panel)); // shortcuts go by the focus
    }

    void load(const QByteArray& bytes = someLog())
    {
        const auto blocks = Test::blocksOf(bytes);
        QVERIFY(blocks);
        log.append(*blocks);
        waitForCounts();
    }

    void filter(const QString& text)
    {
        expression = FilterExpression::parse(text).value();
        records.setFilter({.selection = {}, .expression = expression});
        panel.setExpression(expression);
    }

    void waitForCounts() const
    {
        QSignalSpy counted(panel.findChild<FacetCounting*>(), &FacetCounting::counted);
        QVERIFY(counted.wait());
    }

    [[nodiscard]] QTreeView* tree() const { return panel.findChild<QTreeView*>(u"facetTree"_s); }
    [[nodiscard]] QLineEdit* search() const { return panel.findChild<QLineEdit*>(u"facetSearch"_s); }

    /// The rows below a field as one sees them: `[x] bob 3`.
    [[nodiscard]] QStringList rows(const QString& field) const
    {
        const QModelIndex parent = find(field);
        QStringList rows;
        for (int row = 0; row < tree()->model()->rowCount(parent); ++row) {
            const QModelIndex index = tree()->model()->index(row, 0, parent);
            const QVariant state = index.data(Qt::CheckStateRole);
            const QString text = index.data().toString();
            rows += state.isNull() ? text
                                   : (state.value<Qt::CheckState>() == Qt::Checked ? u"[x] "_s : u"[ ] "_s) + text
                    + u' ' + index.data(FacetModel::CountRole).toString();
        }
        return rows;
    }

    [[nodiscard]] QStringList fields() const
    {
        QStringList fields;
        for (int row = 0; row < tree()->model()->rowCount(); ++row)
            fields += tree()->model()->index(row, 0).data().toString();
        return fields;
    }

    /// A field, or the row @p text below it.
    [[nodiscard]] QModelIndex find(const QString& field, const QString& text = {}) const
    {
        const QAbstractItemModel* model = tree()->model();
        const QModelIndex parent =
            model->match(model->index(0, 0), Qt::DisplayRole, field, 1, Qt::MatchFixedString).value(0);
        if (text.isEmpty())
            return parent;
        return model->match(model->index(0, 0, parent), Qt::DisplayRole, text, 1, Qt::MatchFixedString).value(0);
    }

    void go(const QModelIndex& index) const
    {
        QVERIFY(index.isValid());
        tree()->setCurrentIndex(index);
        tree()->setFocus();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const { QTest::keyClick(tree(), key, modifiers); }

    /// The entry of the menu of fields that reads @p text.
    [[nodiscard]] QAction* fieldAction(const QString& text) const
    {
        QMenu* menu = panel.findChild<QToolButton*>(u"facetFields"_s)->menu();
        Q_EMIT menu->aboutToShow();
        const QList<QAction*> actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    LogTableModel log;
    ResultFilterModel records{&log};
    FilterExpression expression;
    FacetPanel panel{&log, &records};
};

} // namespace

class TestFacetPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::OwnSettings::forget(); }
    void listsUsualFields();
    void showsMoreAndFewer();
    void spaceTicks();
    void clickTicks();
    void tickedFieldKeepsItsOtherValues();
    void readsTicksFromFilter();
    void onlyThisAndAllBut();
    void anyValueByKeyboard();
    void ticksNoValue();
    void doesNotTickWhatFiltersCannotTell();
    void searchFindsRareValues();
    void keepsTickedValuesInSight();
    void addsAndRemovesFields();
    void followsTheFilter();
    void followsALogThatGrows();
    void countsOnlyWhatIsSeen();
    void forgetsAnotherLog();
    void tellsFailure();
    void modelKeepsItsContract();
    void hostileValuesAreHarmless();
    void namesForScreenReaders();

private:
    const Test::OwnSettings m_settings;
};

void TestFacetPanel::listsUsualFields()
{
    Bench bench;
    QVERIFY(!bench.tree()->isVisible());
    bench.load();
    QVERIFY(bench.tree()->isVisible());
    QCOMPARE(bench.fields(), (QStringList{u"Rule"_s, u"Client"_s, u"User"_s}));
    QCOMPARE(bench.rows(u"Rule"_s), (QStringList{u"[ ] web 20"_s, u"[ ] (no value) 6"_s}));
    QCOMPARE(bench.rows(u"Client"_s), (QStringList{u"[ ] 10.0.0.0 9"_s, u"[ ] 10.0.0.1 9"_s, u"[ ] 10.0.0.2 8"_s}));
    QVERIFY(bench.tree()->isExpanded(bench.find(u"User"_s)));
}

void TestFacetPanel::showsMoreAndFewer()
{
    Bench bench;
    bench.load();
    QStringList rows = bench.rows(u"User"_s);
    QCOMPARE(rows.size(), 11);
    QCOMPARE(rows.first(3), (QStringList{u"[ ] a 6"_s, u"[ ] b 3"_s, u"[ ] (no value) 2"_s}));
    QCOMPARE(rows.last(), u"Show all 18"_s);
    bench.go(bench.find(u"User"_s, u"Show all 18"_s));
    bench.press(Qt::Key_Return);
    rows = bench.rows(u"User"_s);
    QCOMPARE(rows.size(), 19);
    QCOMPARE(rows.last(), u"Show fewer"_s);
    const QModelIndex fewer = bench.find(u"User"_s, u"Show fewer"_s);
    bench.tree()->scrollTo(fewer);
    QTest::mouseClick(bench.tree()->viewport(), Qt::LeftButton, {}, bench.tree()->visualRect(fewer).center());
    QCOMPARE(bench.rows(u"User"_s).size(), 11);
}

void TestFacetPanel::spaceTicks()
{
    Bench bench;
    bench.load();
    bench.go(bench.find(u"User"_s, u"b"_s));
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.expression.toString(), u"user=b"_s);
    QCOMPARE(bench.rows(u"User"_s).at(1), u"[x] b 3"_s);
    bench.go(bench.find(u"User"_s, u"a"_s));
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.expression.toString(), u"user=b OR user=a"_s);
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.expression.toString(), u"user=b"_s);
    bench.go(bench.find(u"User"_s, u"b"_s));
    bench.press(Qt::Key_Space);
    QVERIFY(bench.expression.isEmpty());
    QCOMPARE(bench.rows(u"User"_s).at(1), u"[ ] b 3"_s);
}

void TestFacetPanel::clickTicks()
{
    Bench bench;
    bench.load();
    const QModelIndex web = bench.find(u"Rule"_s, u"web"_s);
    const QRect row = bench.tree()->visualRect(web);
    QTest::mouseClick(bench.tree()->viewport(), Qt::LeftButton, {}, {row.left() + 10, row.center().y()});
    QCOMPARE(bench.expression.toString(), u"rule=web"_s);
    QTRY_COMPARE(bench.rows(u"User"_s).at(2), u"[ ] (no value) 2"_s);
}

void TestFacetPanel::tickedFieldKeepsItsOtherValues()
{
    Bench bench;
    bench.load();
    bench.filter(u"user=a rule=web"_s);
    bench.waitForCounts();
    QCOMPARE(bench.records.rowCount(), 6);
    QCOMPARE(bench.rows(u"User"_s).first(2), (QStringList{u"[x] a 6"_s, u"[ ] b 3"_s})); // of the rule web
    QCOMPARE(bench.rows(u"Rule"_s), QStringList{u"[x] web 6"_s}); // of the user a
    QCOMPARE(bench.rows(u"Client"_s), (QStringList{u"[ ] 10.0.0.0 2"_s, u"[ ] 10.0.0.1 2"_s, u"[ ] 10.0.0.2 2"_s}));
}

void TestFacetPanel::readsTicksFromFilter()
{
    Bench bench;
    bench.load();
    bench.filter(u"(user=a OR USER=\"b\" OR user:-) rule:web client=::ffff:10.0.0.1"_s);
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"User"_s).first(3), (QStringList{u"[x] a 2"_s, u"[x] (no value) 1"_s, u"[x] b 1"_s}));
    QCOMPARE(bench.rows(u"Rule"_s), QStringList{u"[ ] web 4"_s}); // any spelling of web is more than the value
    QVERIFY(bench.rows(u"Client"_s).contains(u"[x] 10.0.0.1 4"_s));
    bench.filter(u"user=a OR rule=web"_s);
    QCOMPARE(bench.rows(u"User"_s).at(0).first(3), u"[ ]"_s);
}

void TestFacetPanel::onlyThisAndAllBut()
{
    Bench bench;
    bench.load();
    bench.filter(u"user=a OR user=b"_s);
    bench.go(bench.find(u"User"_s, u"b"_s));
    bench.press(Qt::Key_Return);
    QCOMPARE(bench.expression.toString(), u"user=b"_s);
    bench.press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.expression.toString(), u"-user=b"_s);
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"User"_s).at(1), u"[ ] (no value) 2"_s);
    const QModelIndex web = bench.find(u"Rule"_s, u"web"_s);
    bench.tree()->scrollTo(web);
    const QPoint onWeb = bench.tree()->visualRect(web).center();
    QTest::mouseClick(bench.tree()->viewport(), Qt::LeftButton, {}, onWeb);
    QTest::mouseDClick(bench.tree()->viewport(), Qt::LeftButton, {}, onWeb);
    QCOMPARE(bench.expression.toString(), u"-user=b rule=web"_s);
}

void TestFacetPanel::anyValueByKeyboard()
{
    Bench bench;
    bench.load();
    bench.filter(u"word user=a rule=web"_s);
    bench.go(bench.find(u"User"_s));
    bench.press(Qt::Key_Backspace);
    QCOMPARE(bench.expression.toString(), u"word rule=web"_s);
}

void TestFacetPanel::ticksNoValue()
{
    Bench bench;
    bench.load();
    bench.go(bench.find(u"User"_s, u"(no value)"_s));
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.expression.toString(), u"user:-"_s);
    QTRY_COMPARE(bench.records.rowCount(), 2);
    QCOMPARE(bench.rows(u"User"_s).at(2), u"[x] (no value) 2"_s);
}

void TestFacetPanel::doesNotTickWhatFiltersCannotTell()
{
    Bench bench;
    bench.load();
    bench.fieldAction(u"Port"_s)->trigger();
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"Port"_s), (QStringList{u"[ ] 80 25"_s, u"[ ] http 1"_s}));
    bench.go(bench.find(u"Port"_s, u"http"_s));
    bench.press(Qt::Key_Space);
    bench.press(Qt::Key_Return);
    bench.press(Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(bench.expression.isEmpty());
    QVERIFY(bench.find(u"Port"_s, u"http"_s).data(Qt::ToolTipRole).toString().contains(u"no word"_s));
}

void TestFacetPanel::searchFindsRareValues()
{
    Bench bench;
    bench.load();
    bench.search()->setFocus();
    QTest::keyClicks(bench.search(), u"USER2"_s);
    bench.waitForCounts();
    QCOMPARE(
        bench.rows(u"User"_s),
        (QStringList{u"[ ] user20 1"_s, u"[ ] user21 1"_s, u"[ ] user22 1"_s, u"[ ] user23 1"_s, u"[ ] user24 1"_s}));
    QVERIFY(bench.rows(u"Rule"_s).isEmpty());
    bench.go(bench.find(u"User"_s, u"user22"_s));
    bench.press(Qt::Key_Space);
    QCOMPARE(bench.expression.toString(), u"user=user22"_s);
    bench.search()->clear();
    bench.waitForCounts();
    QVERIFY(bench.rows(u"User"_s).contains(u"[x] user22 1"_s));
    QVERIFY(bench.tree()->isExpanded(bench.find(u"Rule"_s)));
}

void TestFacetPanel::keepsTickedValuesInSight()
{
    Bench bench;
    bench.load();
    bench.filter(u"user=user24 OR user=nobody"_s);
    bench.waitForCounts();
    const QStringList rows = bench.rows(u"User"_s);
    QCOMPARE(rows.size(), 13);
    QVERIFY(rows.contains(u"[x] user24 1"_s));
    QVERIFY(rows.contains(u"[x] nobody 0"_s));
}

void TestFacetPanel::addsAndRemovesFields()
{
    Bench bench;
    bench.load();
    QVERIFY(!bench.fieldAction(u"Code"_s)->isChecked());
    bench.fieldAction(u"Code"_s)->trigger();
    bench.waitForCounts();
    QCOMPARE(bench.fields(), (QStringList{u"Rule"_s, u"Client"_s, u"User"_s, u"Code"_s}));
    QCOMPARE(bench.rows(u"Code"_s), QStringList{u"[ ] 200 26"_s});
    QVERIFY(bench.fieldAction(u"Rule"_s)->isChecked());
    bench.fieldAction(u"Rule"_s)->trigger();
    bench.go(bench.find(u"User"_s, u"a"_s));
    bench.press(Qt::Key_Delete);
    QCOMPARE(bench.fields(), (QStringList{u"Client"_s, u"Code"_s}));
    // And so it stays in the next log.
    bench.log.clear();
    QVERIFY(bench.fields().isEmpty());
    bench.load();
    QCOMPARE(bench.fields(), (QStringList{u"Client"_s, u"Code"_s}));
    bench.fieldAction(u"User"_s)->trigger();
    QCOMPARE(bench.fields(), (QStringList{u"Client"_s, u"User"_s, u"Code"_s}));
    // And in the next window.
    Bench other;
    other.load();
    QCOMPARE(other.fields(), (QStringList{u"Client"_s, u"User"_s, u"Code"_s}));
}

void TestFacetPanel::followsTheFilter()
{
    Bench bench;
    bench.load();
    bench.filter(u"user10"_s);
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"User"_s), QStringList{u"[ ] user10 1"_s});
    bench.records.sort(1, Qt::DescendingOrder);
    bench.filter(u"user:a,b"_s);
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"User"_s), (QStringList{u"[ ] a 6"_s, u"[ ] b 3"_s}));
}

void TestFacetPanel::followsALogThatGrows()
{
    Bench bench;
    bench.load();
    bench.log.append(*Test::blocksOf(someLog()));
    QTRY_COMPARE(bench.rows(u"User"_s).at(0), u"[ ] a 12"_s);
    bench.log.append(*Test::blocksOf(someLog()));
    bench.panel.refresh();
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"User"_s).at(0), u"[ ] a 18"_s);
}

void TestFacetPanel::countsOnlyWhatIsSeen()
{
    Bench bench;
    bench.load();
    QSignalSpy started(bench.panel.findChild<FacetCounting*>(), &FacetCounting::started);
    bench.panel.hide();
    bench.filter(u"user=b"_s);
    QTRY_COMPARE(bench.records.rowCount(), 3);
    QTest::qWait(100);
    QVERIFY(started.isEmpty());
    bench.panel.show();
    bench.waitForCounts();
    QCOMPARE(bench.rows(u"Rule"_s), QStringList{u"[ ] web 3"_s});
}

void TestFacetPanel::forgetsAnotherLog()
{
    Bench bench;
    bench.load();
    bench.log.clear();
    QVERIFY(!bench.tree()->isVisible());
    bench.load(Test::webLog({"200"}));
    QCOMPARE(bench.fields(), (QStringList{u"Client"_s, u"User"_s}));
    QCOMPARE(bench.rows(u"User"_s), QStringList{u"[ ] user0 1"_s});
}

void TestFacetPanel::tellsFailure()
{
    Bench bench;
    auto block = std::make_shared<IndexBlock>(*Test::blocksOf(someLog())->first());
    block->source = std::make_shared<Test::GoneSource>(LoadError::Kind::Shrunk);
    QSignalSpy failed(bench.panel.findChild<FacetCounting*>(), &FacetCounting::failed);
    bench.log.append({block});
    QVERIFY(failed.wait());
    const auto* state = bench.panel.findChild<QLabel*>(u"facetState"_s);
    QVERIFY(state->isVisible());
    QVERIFY(state->text().contains(u"gone.w3c"_s));
    QVERIFY(bench.rows(u"User"_s).isEmpty());
}

void TestFacetPanel::modelKeepsItsContract()
{
    Bench bench;
    const QAbstractItemModelTester tester(bench.tree()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    bench.load();
    auto* model = bench.panel.findChild<FacetModel*>();
    model->toggleMore(bench.find(u"User"_s, u"Show all 18"_s));
    bench.filter(u"user=a"_s);
    bench.waitForCounts();
    bench.filter(u"user=nobody rule=web"_s);
    bench.waitForCounts();
    QTest::keyClicks(bench.search(), u"b"_s);
    bench.waitForCounts();
    bench.fieldAction(u"Code"_s)->trigger();
    bench.waitForCounts();
    bench.log.clear();
}

void TestFacetPanel::hostileValuesAreHarmless()
{
    QByteArray log = Test::webHeader;
    for (const QByteArray& user : {"<b>bold</b>"_ba, "\x1B[31m\xE2\x80\xAE"_ba, QByteArray(20'000, 'x')})
        log += "10.0.0.1\t" + user + "\t2010-05-12\t00:00:00\thttp://a/\t200\r\n";
    Bench bench;
    bench.load(log);
    const QStringList rows = bench.rows(u"User"_s);
    QVERIFY(rows.contains(u"[ ] \\x1B[31m\\u202E 1"_s));
    QVERIFY(rows.contains(u"[ ] <b>bold</b> 1"_s));
    QVERIFY(std::ranges::all_of(rows, [](const QString& row) { return row.size() < 300; }));
    const QModelIndex bold = bench.find(u"User"_s, u"<b>bold</b>"_s);
    QVERIFY(bold.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;bold"_s));
    bench.go(bold);
    bench.press(Qt::Key_Space);
    QTRY_COMPARE(bench.records.rowCount(), 1);
    // What is cut is not the value.
    const QModelIndex cut = bench.tree()
                                ->model()
                                ->match(bench.find(u"User"_s).model()->index(0, 0, bench.find(u"User"_s)),
                                        Qt::DisplayRole, u"xxx"_s, 1, Qt::MatchStartsWith)
                                .value(0);
    QVERIFY(cut.isValid());
    QVERIFY(!cut.flags().testFlag(Qt::ItemIsUserCheckable));
}

void TestFacetPanel::namesForScreenReaders()
{
    Bench bench;
    bench.load();
    bench.filter(u"user=a"_s);
    QCOMPARE(bench.panel.accessibleName(), u"Values"_s);
    for (const QWidget* widget : std::initializer_list<const QWidget*>{bench.tree(), bench.search()})
        QVERIFY(!widget->accessibleName().isEmpty());
    QCOMPARE(bench.find(u"User"_s, u"a"_s).data(Qt::AccessibleTextRole).toString(), u"a, records: 6, ticked"_s);
    QCOMPARE(bench.find(u"User"_s).data(Qt::AccessibleTextRole).toString(), u"User, different values: 18"_s);
}

QTEST_MAIN(TestFacetPanel)
#include "tst_facetpanel.moc"
