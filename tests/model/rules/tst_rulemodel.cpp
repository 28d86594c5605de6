// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulemodel.h"
#include "model/rules/rulesortmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestRuleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnown();
    void neverTakesNamesForMarkup();
    void showsMomentsInAZone();
    void keepsRulesInTheirRows();
    void makesTerms_data();
    void makesTerms();
    void sorts_data();
    void sorts();
    void choosesRules_data();
    void choosesRules();
};

namespace {

LogTime secondsIn(int seconds)
{
    return LogTime(std::chrono::sys_days(std::chrono::year(2010) / 5 / 12) + std::chrono::seconds(seconds));
}

RuleTotals rule(const QString& name, std::array<quint64, ruleOutcomeCount> outcomes, int firstUse = 0)
{
    return {.name = name,
            .records = outcomes[0] + outcomes[1] + outcomes[2] + outcomes[3],
            .outcomes = outcomes,
            .first = secondsIn(firstUse),
            .last = secondsIn(firstUse + 10)};
}

/// Two rules, records without one, and rules that are taken together.
std::vector<RuleTotals> someRules()
{
    std::vector<RuleTotals> rules = {rule(u"Web access"_s, {1200, 34, 5, 0}, 7), rule(u"block"_s, {0, 60, 0, 1}, 3),
                                     rule({}, {2, 0, 0, 0}, 5), rule({}, {9, 9, 0, 0}, 4)};
    rules[3].furtherRules = 1234;
    return rules;
}

QStringList names(const QAbstractItemModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names += model.index(row, RuleModel::Name).data().toString();
    return names;
}

} // namespace

void TestRuleModel::showsWhatIsKnown()
{
    RuleModel model;
    const QAbstractItemModelTester tester(&model);
    std::vector<RuleTotals> rules = someRules();
    rules[0].clients = {.count = 5};
    rules[0].destinations = {.count = 1'000'000, .hasMore = true};
    rules[0].topCodes = {{.text = "200", .log = LogKind::Web, .count = 1200}, {.text = "\x1B", .count = 34}};
    rules[0].topCodes[0].result.entry.title = u"OK"_s;
    model.setRules(rules);
    QStringList first;
    for (int column = 0; column < model.columnCount(); ++column)
        first += model.index(0, column).data().toString();
    const QLocale locale;
    QCOMPARE(first,
             (QStringList{u"Web access"_s, locale.toString(1239), locale.toString(1200), u"34"_s, u"5"_s, u"–"_s,
                          u"5"_s, u"> "_s + locale.toString(1'000'000), u"2010-05-12 00:00:07"_s,
                          u"2010-05-12 00:00:17"_s, u"200 (%1), \\x1B (34)"_s.arg(locale.toString(1200))}));
    QCOMPARE(
        names(model),
        (QStringList{u"Web access"_s, u"block"_s, u"(no rule)"_s, u"(%1 further rules)"_s.arg(locale.toString(1234))}));
    const QString codes = model.index(0, RuleModel::TopCodes).data(Qt::ToolTipRole).toString();
    QVERIFY2(codes.contains(u"200 OK: %1 records"_s.arg(locale.toString(1200))), qPrintable(codes));
    QCOMPARE(model.mostRecords(), quint64(1239));
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole),
                 model.index(0, column).data(Qt::TextAlignmentRole));
    }
}

void TestRuleModel::neverTakesNamesForMarkup()
{
    RuleModel model;
    model.setRules({rule(u"<b>x</b>\u202E"_s + QString(5000, u'y'), {1, 0, 0, 0})});
    const QModelIndex name = model.index(0, RuleModel::Name);
    QVERIFY(name.data().toString().startsWith(u"<b>x</b>\\u202Eyyy"_s));
    QVERIFY(name.data().toString().size() < 300);
    QVERIFY(name.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;x&lt;/b&gt;\\u202Eyyy"_s));
    QVERIFY(model.term({0}).isEmpty()); // too long for a line
}

void TestRuleModel::showsMomentsInAZone()
{
    RuleModel model;
    model.setRules(someRules());
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setZone(QTimeZone("Europe/Berlin"));
    model.setZone(QTimeZone("Europe/Berlin"));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(model.index(0, RuleModel::FirstUse).data().toString(), u"2010-05-12 02:00:07"_s);
}

void TestRuleModel::keepsRulesInTheirRows()
{
    RuleModel model;
    const QAbstractItemModelTester tester(&model);
    std::vector<RuleTotals> rules = someRules();
    model.setRules(rules);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    rules[1].records = 5000;
    std::swap(rules[0], rules[1]);
    model.setRules(rules);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(names(model).first(2), (QStringList{u"Web access"_s, u"block"_s}));
    QCOMPARE(model.rule(1).records, quint64(5000));
    rules[0].name = u"new"_s;
    model.setRules(rules);
    QCOMPARE(resets.size(), 1);
    QCOMPARE(names(model).first(2), (QStringList{u"new"_s, u"Web access"_s}));
}

void TestRuleModel::makesTerms_data()
{
    QTest::addColumn<QList<int>>("rows");
    QTest::addColumn<QString>("term");
    QTest::newRow("a rule") << QList<int>{0} << u"rule=\"Web access\""_s;
    QTest::newRow("rules") << QList<int>{1, 0} << u"rule=block OR rule=\"Web access\""_s;
    QTest::newRow("no rule") << QList<int>{2} << u"rule:-"_s;
    QTest::newRow("further rules") << QList<int>{0, 3} << QString();
    QTest::newRow("nothing") << QList<int>{} << QString();
}

void TestRuleModel::makesTerms()
{
    QFETCH(const QList<int>, rows);
    RuleModel model;
    model.setRules(someRules());
    QTEST(model.term(rows).toString(), "term");
}

void TestRuleModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<QStringList>("expected"); // the further rules come last in any case
    const QString web = u"Web access"_s;
    const QString block = u"block"_s;
    const QString none = u"(no rule)"_s;
    QTest::newRow("name") << int(RuleModel::Name) << Qt::AscendingOrder << QStringList{none, block, web};
    QTest::newRow("name, backwards") << int(RuleModel::Name) << Qt::DescendingOrder << QStringList{web, block, none};
    QTest::newRow("records") << int(RuleModel::Records) << Qt::DescendingOrder << QStringList{web, block, none};
    QTest::newRow("allowed") << int(RuleModel::Allowed) << Qt::AscendingOrder << QStringList{block, none, web};
    QTest::newRow("denied") << int(RuleModel::Denied) << Qt::AscendingOrder << QStringList{none, web, block};
    QTest::newRow("first use") << int(RuleModel::FirstUse) << Qt::AscendingOrder << QStringList{block, none, web};
}

void TestRuleModel::sorts()
{
    QFETCH(const int, column);
    QFETCH(const Qt::SortOrder, order);
    QFETCH(const QStringList, expected);
    RuleModel model;
    model.setRules(someRules());
    RuleSortModel sorted(&model);
    const QAbstractItemModelTester tester(&sorted);
    sorted.sort(column, order);
    QCOMPARE(names(sorted).first(3), expected);
}

void TestRuleModel::choosesRules_data()
{
    QTest::addColumn<RuleSortModel::Choice>("choice");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("never allowed") << RuleSortModel::Choice::NeverAllowed << QStringList{u"block"_s};
    QTest::newRow("never denied") << RuleSortModel::Choice::NeverDenied << QStringList{u"safe"_s};
}

void TestRuleModel::choosesRules()
{
    QFETCH(const RuleSortModel::Choice, choice);
    RuleModel model;
    RuleSortModel sorted(&model);
    const QAbstractItemModelTester tester(&sorted);
    std::vector<RuleTotals> rules = someRules();
    rules.insert(rules.begin(), rule(u"safe"_s, {7, 0, 1, 0}));
    model.setRules(rules);
    QCOMPARE(sorted.rowCount(), 5);
    sorted.setChoice(choice);
    QTEST(names(sorted), "expected");
    sorted.setChoice(RuleSortModel::Choice::All);
    QCOMPARE(sorted.rowCount(), 5);
}

QTEST_GUILESS_MAIN(TestRuleModel)
#include "tst_rulemodel.moc"
