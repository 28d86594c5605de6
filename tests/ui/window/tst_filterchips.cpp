// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterbar.h"
#include "ui/filter/filterchip.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// The chips of a filter bar, driven by mouse and keyboard; line and chips must always say the same.
class TestFilterChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void standForTheTerms();
    void switchTermsOffAndOn();
    void removeTerms();
    void doWhatTheMenuSays_data();
    void doWhatTheMenuSays();
    void selectWhatIsToBeEdited_data();
    void selectWhatIsToBeEdited();
    void keepOffTermsWhileOneWrites();
    void keepOffTermsWhenTheLineIsCleared();
    void useTerms_data();
    void useTerms();
    void growIntoSeveralLines();
    void showHostileTextHarmlessly();

private:
    [[nodiscard]] QLineEdit* line() const { return m_bar->findChild<QLineEdit*>(); }
    /// Those on screen, in their order.
    [[nodiscard]] QList<FilterChip*> chips() const;
    void write(const QString& text) const;

    std::unique_ptr<QWidget> m_window;
    FilterBar* m_bar = nullptr;
};

void TestFilterChips::init()
{
    m_window = std::make_unique<QWidget>();
    m_bar = new FilterBar(m_window.get());
    m_bar->resize(600, 120);
    m_window->resize(600, 120);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

QList<FilterChip*> TestFilterChips::chips() const
{
    QList<FilterChip*> shown = m_bar->findChildren<FilterChip*>();
    shown.removeIf([](const FilterChip* chip) { return !chip->isVisibleTo(chip->parentWidget()); });
    return shown;
}

void TestFilterChips::write(const QString& text) const
{
    line()->setText(text);
    QTest::keyClick(line(), Qt::Key_Return);
}

void TestFilterChips::standForTheTerms()
{
    QVERIFY(chips().isEmpty());
    write(u"class:denied user:anna words"_s);
    QCOMPARE(chips().size(), 3);
    QCOMPARE(chips()[1]->accessibleName(), u"user:anna"_s);
    write({});
    QVERIFY(chips().isEmpty());
}

void TestFilterChips::switchTermsOffAndOn()
{
    write(u"class:denied user:anna"_s);
    QSignalSpy changed(m_bar, &FilterBar::expressionChanged);
    QTest::mouseClick(chips()[0], Qt::LeftButton, {}, QPoint(15, 8));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(line()->text(), u"user:anna"_s);
    QCOMPARE(chips().size(), 2);
    QVERIFY(!chips()[0]->isChecked());
    chips()[0]->setFocus();
    QTest::keyClick(chips()[0], Qt::Key_Space);
    QCOMPARE(line()->text(), u"class:denied user:anna"_s);
    QTest::keyClick(chips()[1], Qt::Key_Return);
    QCOMPARE(line()->text(), u"class:denied"_s);
}

void TestFilterChips::removeTerms()
{
    write(u"a b c"_s);
    QTest::keyClick(chips()[1], Qt::Key_Delete);
    QCOMPARE(line()->text(), u"a c"_s);
    FilterChip* first = chips()[0];
    QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(first->width() - 12, first->height() / 2));
    QCOMPARE(line()->text(), u"c"_s);
    QCOMPARE(m_bar->expression().toString(), u"c"_s);
}

void TestFilterChips::doWhatTheMenuSays_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("text");
    QTest::newRow("off") << u"off"_s << u"a c"_s;
    QTest::newRow("opposite") << u"opposite"_s << u"a -b c"_s;
    QTest::newRow("only") << u"only"_s << u"b"_s;
    QTest::newRow("remove") << u"Remove"_s << u"a c"_s;
}

void TestFilterChips::doWhatTheMenuSays()
{
    QFETCH(const QString, entry);
    write(u"a b c"_s);
    QContextMenuEvent request(QContextMenuEvent::Keyboard, QPoint(5, 5), chips()[1]->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(chips()[1], &request);
    auto* menu = chips()[1]->findChild<QMenu*>();
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    const auto action =
        std::ranges::find_if(actions, [&](const QAction* one) { return one->text().remove(u'&').contains(entry); });
    QVERIFY(action != actions.end());
    (*action)->trigger();
    menu->close();
    QTEST(line()->text(), "text");
}

void TestFilterChips::selectWhatIsToBeEdited_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("chip");
    QTest::addColumn<QString>("selected");
    QTest::newRow("first") << u"class:denied b"_s << 0 << u"class:denied"_s;
    QTest::newRow("middle") << u"a class:denied b"_s << 1 << u"class:denied"_s;
    QTest::newRow("last") << u"a b"_s << 1 << u"b"_s;
    QTest::newRow("alone") << u"class:denied"_s << 0 << u"class:denied"_s;
    QTest::newRow("alternatives alone") << u"(a OR b)"_s << 0 << u"a OR b"_s;
    QTest::newRow("alternatives first") << u"(a OR b) c"_s << 0 << u"(a OR b)"_s;
    QTest::newRow("behind alternatives") << u"(a OR b) c"_s << 1 << u"c"_s;
    QTest::newRow("in quotes") << u"a \"b c\" d"_s << 1 << u"\"b c\""_s;
}

void TestFilterChips::selectWhatIsToBeEdited()
{
    QFETCH(const QString, filter);
    QFETCH(const int, chip);
    write(filter);
    QTest::keyClick(chips()[chip], Qt::Key_F2);
    QTEST(line()->selectedText(), "selected");
}

void TestFilterChips::keepOffTermsWhileOneWrites()
{
    write(u"a b"_s);
    chips()[0]->click();
    write(u"b c"_s);
    QCOMPARE(chips().size(), 3);
    QVERIFY(!chips()[0]->isChecked());
    chips()[0]->click();
    QCOMPARE(line()->text(), u"a b c"_s);
}

void TestFilterChips::keepOffTermsWhenTheLineIsCleared()
{
    write(u"class:denied user:anna"_s);
    QTest::keyClick(chips()[0], Qt::Key_Space);
    write(QString());
    QVERIFY(m_bar->expression().isEmpty());
    QCOMPARE(chips().size(), 1);
    QCOMPARE(chips()[0]->accessibleName(), u"class:denied"_s);
}

void TestFilterChips::useTerms_data()
{
    QTest::addColumn<TermUse>("use");
    QTest::addColumn<QString>("text");
    QTest::newRow("only") << TermUse::Only << u"user=anna"_s;
    QTest::newRow("add") << TermUse::Add << u"class:denied user=anna"_s;
    QTest::newRow("exclude") << TermUse::Exclude << u"class:denied -user=anna"_s;
}

void TestFilterChips::useTerms()
{
    QFETCH(const TermUse, use);
    write(u"class:denied"_s);
    m_bar->useTerm(*FilterExpression::parse(u"user=anna"), use);
    QTEST(line()->text(), "text");
    QCOMPARE(m_bar->expression().toString(), line()->text());
}

void TestFilterChips::growIntoSeveralLines()
{
    write(u"alpha"_s);
    const int oneLine = m_bar->heightForWidth(300);
    QString text;
    for (int i = 0; i < 20; ++i)
        text += u"word%1 "_s.arg(i);
    write(text);
    QCOMPARE(chips().size(), 20);
    QVERIFY(m_bar->heightForWidth(300) > oneLine + 60);
}

void TestFilterChips::showHostileTextHarmlessly()
{
    write(u"\"<b>bold</b>\u202Etxt\""_s);
    QVERIFY(!chips()[0]->accessibleName().contains(u'\u202E'));
    QVERIFY(!chips()[0]->toolTip().contains(u"<b>"_s));
}

QTEST_MAIN(TestFilterChips)
#include "tst_filterchips.moc"
