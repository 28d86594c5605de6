// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterbar.h"

#include "tests/support/testlog.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForPauseInTyping();
    void appliesAtOnceOnReturn();
    void keepsLastGoodExpression();
    void refusesFieldThatLogLacks();
    void ignoresBlanksAround();
};

void TestFilterBar::waitsForPauseInTyping()
{
    QWidget parent;
    FilterBar bar(&parent);
    QSignalSpy changed(&bar, &FilterBar::expressionChanged);
    QTest::keyClicks(bar.findChild<QLineEdit*>(), u"denied"_s);
    QVERIFY(changed.isEmpty());
    QVERIFY(changed.wait());
    QCOMPARE(changed.size(), 1);
    QVERIFY(!bar.expression().isEmpty());
}

void TestFilterBar::appliesAtOnceOnReturn()
{
    QWidget parent;
    FilterBar bar(&parent);
    QSignalSpy changed(&bar, &FilterBar::expressionChanged);
    QSignalSpy left(&bar, &FilterBar::left);
    auto* line = bar.findChild<QLineEdit*>();
    QTest::keyClicks(line, u"denied"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(left.size(), 1);
}

void TestFilterBar::keepsLastGoodExpression()
{
    QWidget parent;
    auto* bar = new FilterBar(&parent);
    parent.show();
    auto* line = bar->findChild<QLineEdit*>();
    const auto* mistake = bar->findChild<QLabel*>(u"filterMistake"_s);
    QSignalSpy changed(bar, &FilterBar::expressionChanged);
    line->setText(u"class:denied"_s);
    QVERIFY(changed.wait());
    line->setText(u"class:nonsense"_s);
    QTRY_VERIFY(mistake->isVisible());
    QVERIFY(mistake->text().contains(u"nonsense"_s));
    QVERIFY(mistake->text().contains(u"stays in force"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar->expression().toString(), FilterExpression::parse(u"class:denied")->toString());
    line->setText(u"class:denied"_s);
    QTRY_VERIFY(!mistake->isVisible());
    QCOMPARE(changed.size(), 1); // nothing has changed after all
}

void TestFilterBar::refusesFieldThatLogLacks()
{
    QWidget parent;
    auto* bar = new FilterBar(&parent);
    parent.show();
    auto* line = bar->findChild<QLineEdit*>();
    const auto* mistake = bar->findChild<QLabel*>(u"filterMistake"_s);
    QSignalSpy changed(bar, &FilterBar::expressionChanged);
    const RecordIndex web = indexOf(webLog({"200"}));
    bar->setRecords(&web);
    line->setText(u"user:user1"_s);
    QVERIFY(changed.wait());
    line->setText(u"rule:web method:GET"_s);
    QTRY_VERIFY(mistake->isVisible());
    QCOMPARE(mistake->text(),
             u"This log has none of the fields “rule”, “method”. The filter before it stays in force."_s);
    QCOMPARE(line->accessibleDescription(), mistake->text());
    QCOMPARE(bar->expression().toString(), FilterExpression::parse(u"user:user1")->toString());
    line->setText(u"rule:web"_s);
    QTRY_COMPARE(mistake->text(), u"This log has no field “rule”. The filter before it stays in force."_s);
    QCOMPARE(changed.size(), 1);

    // The next log has it.
    const RecordIndex other = indexOf("#Software: x\r\n#Fields: date\ttime\trule\tsc-status\r\n"
                                      "2010-05-12\t00:00:00\tweb\t200\r\n");
    bar->setRecords(&other);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!mistake->isVisible());

    // And the one after it does not again.
    bar->setRecords(&web);
    QTRY_COMPARE(mistake->text(), u"This log has no field “rule”."_s);
    QCOMPARE(changed.size(), 2);
}

void TestFilterBar::ignoresBlanksAround()
{
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    QSignalSpy changed(&bar, &FilterBar::expressionChanged);
    QTest::keyClicks(line, u"   "_s);
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(changed.isEmpty());
}

QTEST_MAIN(TestFilterBar)

#include "tst_filterbar.moc"
