// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterbar.h"

#include "model/filter/exactvalue.h"
#include "tests/support/ownsettings.h"
#include "tests/support/testlog.h"
#include "ui/filter/valuecounting.h"
#include "ui/recentlist.h"

#include <QAbstractItemView>
#include <QCompleter>
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
    void replacesTerms_data();
    void replacesTerms();
    void replacesTermsOfWhatIsInForce();
    void takesHostileValues();
    void suggestsValuesThatOccur();
    void suggestsNothingToWhoHasGoneOn();
    void keepsWhatWasBeingWritten();
    void takesBackWhatWasTyped_data();
    void takesBackWhatWasTyped();
    void leavesWhatWasTypedBefore();
    void closesSuggestionsFirst();
    void suggestsNothingUnasked();

private:
    const OwnSettings m_settings;
};

namespace {

/// What the list of suggestions of @p bar shows.
QStringList suggestedBy(const FilterBar& bar)
{
    const QAbstractItemView* popup = bar.findChild<QCompleter*>()->popup();
    QStringList texts;
    for (int row = 0; popup->isVisible() && row < popup->model()->rowCount(); ++row)
        texts += popup->model()->index(row, 0).data().toString();
    return texts;
}

} // namespace

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
    line->setText(u"nosuch>5"_s);
    QTRY_COMPARE(mistake->text(), u"This log has no field “nosuch”. The filter before it stays in force."_s);
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

void TestFilterBar::replacesTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("result");
    QTest::newRow("first") << QString() << QString() << u"user=a"_s << u"user=a"_s;
    QTest::newRow("one more") << u"word"_s << QString() << u"user=a"_s << u"word user=a"_s;
    QTest::newRow("beside alternatives") << u"a OR b"_s << QString() << u"user=a"_s << u"(a OR b) user=a"_s;
    QTest::newRow("in its place") << u"a user=a b"_s << u"user=a"_s << u"user=a OR user=b"_s
                                  << u"a (user=a OR user=b) b"_s;
    QTest::newRow("in another spelling") << u"a AND user=\"a\""_s << u"user=a"_s << u"user=b"_s << u"a user=b"_s;
    QTest::newRow("away") << u"a user=a"_s << u"user=a"_s << QString() << u"a"_s;
    QTest::newRow("the last one") << u"user=a"_s << u"user=a"_s << QString() << QString();
    QTest::newRow("not there") << u"a"_s << u"user=a"_s << u"user=b"_s << u"a user=b"_s;
}

void TestFilterBar::replacesTerms()
{
    QFETCH(const QString, text);
    QFETCH(const QString, old);
    QFETCH(const QString, replacement);
    QFETCH(const QString, result);
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    line->setText(text); // still to be applied
    bar.replaceTerm(FilterExpression::parse(old).value(), FilterExpression::parse(replacement).value());
    QCOMPARE(line->text(), result);
    QCOMPARE(bar.expression(), FilterExpression::parse(result).value());
}

void TestFilterBar::replacesTermsOfWhatIsInForce()
{
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    line->setText(u"class:denied"_s);
    QTest::keyClick(line, Qt::Key_Return);
    line->setText(u"class:nonsense"_s);
    bar.replaceTerm({}, FilterExpression::parse(u"user=a").value());
    QCOMPARE(line->text(), u"class:denied user=a"_s);
}

/// What a log can hold stays what it is in the line.
void TestFilterBar::takesHostileValues()
{
    QWidget parent;
    FilterBar bar(&parent);
    const Filter::FieldName user = Filter::fieldName(u"user"_s);
    for (const QString& value : {u"a\tb\nc\rd"_s, QString::fromLatin1("\0\x01\x1B\x7F", 4), u"\u2028\u202E\uFEFF"_s,
                                 u"\"\\ (x), *"_s, QString(4000, u'"')}) {
        const FilterExpression term = Filter::valueTerm(user, {value});
        bar.replaceTerm(bar.expression(), term);
        QCOMPARE(bar.expression(), term);
    }
}

void TestFilterBar::suggestsValuesThatOccur()
{
    RecordIndex index = indexOf(webLog({"200", "12202", "12209"}));
    QWidget parent;
    FilterBar bar(&parent);
    bar.setRecords(&index);
    parent.show();
    auto* line = bar.findChild<QLineEdit*>();
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&parent));
    QTest::keyClicks(line, u"client:"_s);
    QTRY_COMPARE(suggestedBy(bar).size(), 3);
    QTest::keyClicks(line, u"10.0.0.2"_s);
    QCOMPARE(suggestedBy(bar), QStringList()); // that is all there is
    line->clear();
    index = indexOf(webLog({"200"}));
    bar.setRecords(&index);
    parent.activateWindow(); // the list was a window of its own
    QVERIFY(QTest::qWaitForWindowActive(&parent));
    QTest::keyClicks(line, u"client:"_s);
    QTRY_COMPARE(suggestedBy(bar).size(), 1);
}

void TestFilterBar::suggestsNothingToWhoHasGoneOn()
{
    const RecordIndex index = indexOf(webLog({"200", "12202", "12209"}));
    QWidget parent;
    FilterBar bar(&parent);
    bar.setRecords(&index);
    parent.show();
    auto* line = bar.findChild<QLineEdit*>();
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&parent));
    QSignalSpy counted(bar.findChild<ValueCounting*>(), &ValueCounting::counted);
    QTest::keyClicks(line, u"client:1"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!counted.isEmpty());
    QCOMPARE(suggestedBy(bar), QStringList());
}

void TestFilterBar::keepsWhatWasBeingWritten()
{
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    line->setText(u"class:denied client:"_s);
    bar.useTerm(*FilterExpression::parse(u"code:12202"), TermUse::Only);
    QCOMPARE(line->text(), u"code:12202"_s);
    QVERIFY(recentFilters.entries().contains(u"class:denied client:"_s)); // Up brings it back
}

void TestFilterBar::takesBackWhatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("in force") << u" user1"_s;
    QTest::newRow("a mistake") << u" client:"_s;
}

void TestFilterBar::takesBackWhatWasTyped()
{
    QFETCH(const QString, typed);
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    QSignalSpy left(&bar, &FilterBar::left);
    bar.useTerm(*FilterExpression::parse(u"class:denied"), TermUse::Only);
    QTest::keyClicks(line, typed);
    QTest::qWait(200); // it is in force, as far as it can be
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), u"class:denied"_s);
    QCOMPARE(bar.expression().toString(), u"class:denied"_s);
    QVERIFY(left.isEmpty());
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(line->text(), u"class:denied"_s + typed);
    QTest::keyClick(line, Qt::Key_Escape);

    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    QCOMPARE(bar.expression().toString(), u"class:denied"_s);
}

void TestFilterBar::leavesWhatWasTypedBefore()
{
    QWidget parent;
    FilterBar bar(&parent);
    auto* line = bar.findChild<QLineEdit*>();
    QSignalSpy left(&bar, &FilterBar::left);
    QTest::keyClicks(line, u"class:denied"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(left.size(), 1);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(left.size(), 2);
    QCOMPARE(line->text(), u"class:denied"_s);
    QTest::keyClicks(line, u" x"_s);
    QTRY_COMPARE(bar.expression().toString(), u"class:denied x"_s);
    QFocusEvent comesAgain(QEvent::FocusIn, Qt::MouseFocusReason);
    QCoreApplication::sendEvent(line, &comesAgain);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(left.size(), 3);
    QCOMPARE(line->text(), u"class:denied x"_s);
}

void TestFilterBar::closesSuggestionsFirst()
{
    const RecordIndex index = indexOf(webLog({"200"}));
    QWidget parent;
    FilterBar bar(&parent);
    bar.setRecords(&index);
    parent.show();
    auto* line = bar.findChild<QLineEdit*>();
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&parent));
    QTest::keyClicks(line, u"cla"_s);
    QAbstractItemView* popup = bar.findChild<QCompleter*>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(line->text(), u"cla"_s);
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QString());
}

/// A filter that comes from elsewhere in the window, a tick, a chip, ends in a word that could be completed.
void TestFilterBar::suggestsNothingUnasked()
{
    const RecordIndex index = indexOf(webLog({"200"}));
    QWidget parent;
    FilterBar bar(&parent);
    bar.setRecords(&index);
    parent.show();
    QVERIFY(QTest::qWaitForWindowActive(&parent));
    bar.findChild<QLineEdit*>()->setFocus();
    bar.useTerm(*FilterExpression::parse(u"cla"_s), TermUse::Add);
    QCOMPARE(suggestedBy(bar), QStringList());
    QTest::keyClicks(bar.findChild<QLineEdit*>(), u"s"_s);
    QVERIFY(!suggestedBy(bar).isEmpty());
    bar.clear();
    QCOMPARE(suggestedBy(bar), QStringList());
}

QTEST_MAIN(TestFilterBar)

#include "tst_filterbar.moc"
