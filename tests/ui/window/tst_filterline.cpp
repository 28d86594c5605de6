// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testlog.h"
#include "ui/filter/filterline.h"
#include "ui/recentlist.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestFilterLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void suggestsFieldsAndValues();
    void finishesWhatIsChosen();
    void leavesReturnToThePersonWhoChoseNothing();
    void closesSuggestionsOnly();
    void suggestsAllWhenAsked();
    void recallsFilters();
    void keepsHistoryShort();
    void underlinesMistakes();
    void coloursDoNotDisturbSelectionAndUndo();
    void suggests_data();
    void suggests();

private:
    std::unique_ptr<FilterLine> m_line;
    RecordIndex m_index;
};

namespace {

QAbstractItemView* popupOf(const FilterLine& line)
{
    return line.findChild<QCompleter*>()->popup();
}

QStringList shownIn(const QAbstractItemView* popup)
{
    QStringList texts;
    for (int row = 0; popup->isVisible() && row < popup->model()->rowCount(); ++row)
        texts += popup->model()->index(row, 0).data().toString();
    return texts;
}

} // namespace

void TestFilterLine::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"TMGLens tests"_s);
    QCoreApplication::setApplicationName(u"tst_filterline"_s);
    m_index = indexOf(webLog({"200", "12202", "12202", "12209"}));
}

void TestFilterLine::init()
{
    QSettings().clear();
    m_line = std::make_unique<FilterLine>(nullptr);
    m_line->setSuggester([this](const CompletionPlace& place) { return filterSuggestions(place, m_index, {}); });
    m_line->show();
    m_line->activateWindow();
    m_line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_line.get()));
}

void TestFilterLine::suggestsFieldsAndValues()
{
    QTest::keyClicks(m_line.get(), u"cla"_s);
    QCOMPARE(shownIn(popupOf(*m_line)).first(), u"class:"_s);
    QTest::keyClicks(m_line.get(), u"ss:"_s);
    QCOMPARE(shownIn(popupOf(*m_line)).first(), u"denied"_s); // the most frequent one
    QTest::keyClicks(m_line.get(), u"fai"_s);
    QCOMPARE(shownIn(popupOf(*m_line)), QStringList(u"failed"_s));
    QTest::keyClicks(m_line.get(), u"led"_s);
    QVERIFY(!popupOf(*m_line)->isVisible()); // nothing is left to say
}

void TestFilterLine::finishesWhatIsChosen()
{
    QTest::keyClicks(m_line.get(), u"-cla"_s);
    QTest::keyClick(popupOf(*m_line), Qt::Key_Down);
    QTest::keyClick(popupOf(*m_line), Qt::Key_Return);
    QCOMPARE(m_line->text(), u"-class:"_s);
    QVERIFY(shownIn(popupOf(*m_line)).contains(u"denied"_s)); // goes on with the values
    QTest::keyClick(popupOf(*m_line), Qt::Key_Down);
    QTest::keyClick(popupOf(*m_line), Qt::Key_Tab);
    QCOMPARE(m_line->text(), u"-class:denied"_s);
}

void TestFilterLine::leavesReturnToThePersonWhoChoseNothing()
{
    QSignalSpy returned(m_line.get(), &QLineEdit::returnPressed);
    QTest::keyClicks(m_line.get(), u"us"_s);
    QVERIFY(popupOf(*m_line)->isVisible());
    QTest::keyClick(popupOf(*m_line), Qt::Key_Return);
    QCOMPARE(m_line->text(), u"us"_s);
    QCOMPARE(returned.size(), 1);
    QVERIFY(!popupOf(*m_line)->isVisible());
}

void TestFilterLine::closesSuggestionsOnly()
{
    QTest::keyClicks(m_line.get(), u"us"_s);
    QTest::keyClick(popupOf(*m_line), Qt::Key_Escape);
    QVERIFY(!popupOf(*m_line)->isVisible());
    QCOMPARE(m_line->text(), u"us"_s);
}

void TestFilterLine::suggestsAllWhenAsked()
{
    QVERIFY(!popupOf(*m_line)->isVisible());
    QTest::keyClick(m_line.get(), Qt::Key_Space, Qt::ControlModifier);
    const QStringList all = shownIn(popupOf(*m_line));
    QVERIFY(all.contains(u"user:"_s));
    QVERIFY(all.contains(u"cs-username:"_s));
    QVERIFY(!all.contains(u"rule:"_s)); // this log has none
}

void TestFilterLine::recallsFilters()
{
    recentFilters.add(u"class:failed"_s);
    recentFilters.add(u"class:denied"_s);
    m_line->setText(u"dra"_s);
    QTest::keyClick(m_line.get(), Qt::Key_Up);
    QCOMPARE(m_line->text(), u"class:denied"_s);
    QTest::keyClick(m_line.get(), Qt::Key_Up);
    QTest::keyClick(m_line.get(), Qt::Key_Up); // there is none before
    QCOMPARE(m_line->text(), u"class:failed"_s);
    QTest::keyClick(m_line.get(), Qt::Key_Down);
    QTest::keyClick(m_line.get(), Qt::Key_Down);
    QCOMPARE(m_line->text(), u"dra"_s);
}

void TestFilterLine::keepsHistoryShort()
{
    const auto remember = [this](const QString& filter) {
        m_line->setText(filter);
        m_line->remember();
    };
    for (int i = 0; i < 60; ++i)
        remember(u"code:%1"_s.arg(i));
    remember(u" code:58 "_s);
    remember(u"  "_s);
    QCOMPARE(recentFilters.entries().size(), 50);
    QCOMPARE(recentFilters.entries().first(), u"code:58"_s);
    QCOMPARE(recentFilters.entries().count(u"code:58"_s), 1);
}

void TestFilterLine::underlinesMistakes()
{
    m_line->setText(u"class:nonsense"_s);
    m_line->deselect();
    const QImage plain = m_line->grab().toImage();
    m_line->setMistake(FilterError{.position = 6, .length = 8, .message = u"Wrong."_s});
    const QImage marked = m_line->grab().toImage();
    QVERIFY(plain != marked);
    m_line->setMistake({});
    QCOMPARE(m_line->grab().toImage(), plain);
}

void TestFilterLine::coloursDoNotDisturbSelectionAndUndo()
{
    QTest::keyClicks(m_line.get(), u"class:denied words"_s);
    popupOf(*m_line)->hide();
    m_line->setSelection(6, 6);
    m_line->setMistake(FilterError{.position = 0, .length = 5, .message = u"Wrong."_s});
    QCOMPARE(m_line->selectedText(), u"denied"_s);
    QTest::keyClicks(m_line.get(), u"x"_s);
    QCOMPARE(m_line->text(), u"class:x words"_s);
    m_line->undo();
    QCOMPARE(m_line->text(), u"class:denied words"_s);
}

void TestFilterLine::suggests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("start of a name") << u"us"_s << u"user:"_s;
    QTest::newRow("middle of a name") << u"name"_s << u"cs-username:"_s;
    QTest::newRow("severity") << u"severity:war"_s << u"warning"_s;
    QTest::newRow("area") << u"area:pol"_s << u"policy"_s;
    QTest::newRow("family") << u"family:ht"_s << u"http"_s;
    QTest::newRow("code by number") << u"code:1220"_s << u"12202"_s;
    QTest::newRow("code by meaning") << u"code:authori"_s << u"12209"_s;
    QTest::newRow("most frequent value") << u"user:"_s << u"HALDEN\\anna"_s;
    QTest::newRow("value that begins so") << u"user:ann"_s << u"\"anna b\""_s;
    QTest::newRow("value in quotes") << u"user:\"anna "_s << u"\"anna b\""_s;
    QTest::newRow("value that holds it") << u"user:den"_s << u"HALDEN\\anna"_s;
    QTest::newRow("value that shows as something else") << u"user:evil"_s << QString();
    QTest::newRow("number of records is no value") << u"user:7"_s << QString();
    QTest::newRow("nobody knows") << u"time:2010"_s << QString();
    QTest::newRow("no such name") << u"zzz"_s << QString();
}

void TestFilterLine::suggests()
{
    QFETCH(const QString, text);
    const std::vector<FacetValue> values{
        {u"HALDEN\\anna"_s, 7}, {u"anna b"_s, 5}, {QString(), 4}, {u"bela"_s, 3}, {u"\u202Eevil"_s, 2}};
    const auto suggestions = filterSuggestions(completionPlace(text, text.size()), m_index, values);
    QTEST(suggestions.empty() ? QString() : suggestions.front().text, "first");
}

QTEST_MAIN(TestFilterLine)
#include "tst_filterline.moc"
