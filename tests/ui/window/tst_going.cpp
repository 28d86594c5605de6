// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QSignalSpy>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Going from record to record by what happened and when.
class TestGoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void goesFromProblemToProblem();
    void goesByCode();
    void saysWhenThereIsNoOther();
    void goesToTimes_data();
    void goesToTimes();
    void refusesWhatIsNoTime();
    void goesBackAndForward();
    void stepsAreNoPlaces();
    void restsArePlaces();
    void placesOutliveFilterAndOrder();
    void saysThatThePlaceIsHidden();
    void goesBackByMouse();
    void goesBackByMouseInQuickSuccession();

private:
    [[nodiscard]] int row() const { return m_window->findChild<LogTableView*>()->currentIndex().row(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    [[nodiscard]] LogTableView* table() const { return m_window->findChild<LogTableView*>(); }
    [[nodiscard]] bool isEnabled(const QString& action) const
    {
        return m_window->findChild<QAction*>(action)->isEnabled();
    }
    void click(int row) const
    {
        const QModelIndex cell = table()->model()->index(row, 0);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    }

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
    std::unique_ptr<MainWindow> m_window;
};

void TestGoing::initTestCase()
{
    // One record a second; rows 2, 5 and 6 tell of problems.
    m_log = writeFile(m_folder, u"going.w3c"_s, webLog({"200", "304", "11001", "200", "200", "502", "11001", "200"}));
}

void TestGoing::init()
{
    OwnSettings::forget();
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    m_window->open({m_log});
    QTRY_COMPARE(WindowDriver(*m_window).countText(), u"8 of 8 records"_s);
    QTRY_COMPARE(row(), 0);
}

void TestGoing::goesFromProblemToProblem()
{
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 2);
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 5);
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 6);
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 2); // from the other end
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"other end"_s));
    press(Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE(row(), 6);
    press(Qt::Key_F8, Qt::ShiftModifier);
    QTRY_COMPARE(row(), 5);
}

void TestGoing::goesByCode()
{
    press(Qt::Key_F8, Qt::ControlModifier);
    QTRY_COMPARE(row(), 3);
    press(Qt::Key_F8, Qt::ControlModifier);
    QTRY_COMPARE(row(), 4);
    press(Qt::Key_F8, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(row(), 3);
}

void TestGoing::saysWhenThereIsNoOther()
{
    WindowDriver(*m_window).type(u"filterLine", u"code:304"_s);
    QTRY_COMPARE(WindowDriver(*m_window).countText(), u"1 of 8 records"_s);
    press(Qt::Key_F8);
    QTRY_VERIFY(m_window->statusBar()->currentMessage().contains(u"no other"_s));
    QCOMPARE(row(), 0);
}

void TestGoing::goesToTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("row");
    QTest::newRow("day and time") << u"2010-05-12 00:00:05"_s << 5;
    QTest::newRow("time of the day") << u" 00:00:03 "_s << 3;
    QTest::newRow("before all") << u"2009"_s << 0;
    QTest::newRow("after all") << u"2011"_s << 4; // stays where it is
}

void TestGoing::goesToTimes()
{
    QFETCH(const QString, text);
    auto* table = m_window->findChild<LogTableView*>();
    table->setCurrentIndex(table->model()->index(4, 0));
    press(Qt::Key_G, Qt::ControlModifier);
    auto* dialog = m_window->findChild<QInputDialog*>();
    QVERIFY(dialog);
    dialog->setTextValue(text);
    dialog->accept();
    QTEST(row(), "row");
}

void TestGoing::refusesWhatIsNoTime()
{
    press(Qt::Key_G, Qt::ControlModifier);
    auto* dialog = m_window->findChild<QInputDialog*>();
    QVERIFY(dialog);
    dialog->setTextValue(u"soon"_s);
    dialog->accept();
    const QList<QLabel*> labels = m_window->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"“soon” is no time"_s);
    }));
}

void TestGoing::goesBackAndForward()
{
    QVERIFY(!isEnabled(u"back"_s));
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 2);
    press(Qt::Key_F8);
    QTRY_COMPARE(row(), 5);
    QVERIFY(!isEnabled(u"forward"_s));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 2);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 0);
    QVERIFY(!isEnabled(u"back"_s));
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(row(), 2);
    click(7); // another way on
    QVERIFY(!isEnabled(u"forward"_s));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 2);
}

void TestGoing::stepsAreNoPlaces()
{
    click(2);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(table(), Qt::Key_Down);
    QCOMPARE(row(), 5);
    click(7);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 5); // where the jump began
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 2);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(row(), 0);
    QTest::keyClick(table(), Qt::Key_Down);
    press(Qt::Key_Right, Qt::AltModifier); // a look around does not lose the way
    QCOMPARE(row(), 2);
}

void TestGoing::restsArePlaces()
{
    click(2);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::qWait(2200);
    QTest::keyClick(table(), Qt::Key_Down);
    click(7);
    for (const int place : {5, 4, 2, 0}) {
        press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(row(), place);
    }
}

void TestGoing::placesOutliveFilterAndOrder()
{
    click(5);
    click(6);
    WindowDriver(*m_window).type(u"filterLine", u"code:502,11001"_s);
    QTRY_COMPARE(WindowDriver(*m_window).countText(), u"3 of 8 records"_s);
    QTRY_COMPARE(row(), 2);
    table()->horizontalHeader()->setSortIndicator(3, Qt::DescendingOrder); // the latest first
    QTRY_COMPARE(row(), 0);
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(table()->currentRecord(), RecordNumber(5));
    QCOMPARE(row(), 1);
}

void TestGoing::saysThatThePlaceIsHidden()
{
    click(1);
    click(5);
    WindowDriver(*m_window).type(u"filterLine", u"code:502,200"_s);
    QTRY_COMPARE(WindowDriver(*m_window).countText(), u"5 of 8 records"_s);
    QTRY_COMPARE(table()->currentRecord(), RecordNumber(5));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(table()->currentRecord(), RecordNumber(5));
    QVERIFY(m_window->statusBar()->currentMessage().contains(u"hides the record in line 5"_s));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(table()->currentRecord(), RecordNumber(0));
}

void TestGoing::goesBackByMouse()
{
    click(3);
    const QPoint elsewhere = table()->visualRect(table()->model()->index(6, 0)).center();
    QTest::mouseClick(table()->viewport(), Qt::BackButton, {}, elsewhere);
    QCOMPARE(row(), 0);
    QTest::mouseClick(table()->viewport(), Qt::ForwardButton, {}, elsewhere);
    QCOMPARE(row(), 3);
}

void TestGoing::goesBackByMouseInQuickSuccession()
{
    click(3);
    click(5);
    const QPoint elsewhere = table()->visualRect(table()->model()->index(6, 0)).center();
    const auto pressTwice = [&](Qt::MouseButton button) {
        QTest::mouseClick(table()->viewport(), button, {}, elsewhere);
        QTest::mouseDClick(table()->viewport(), button, {}, elsewhere); // what the second press comes as
    };
    pressTwice(Qt::BackButton);
    QCOMPARE(row(), 0);
    pressTwice(Qt::ForwardButton);
    QCOMPARE(row(), 5);
}

QTEST_MAIN(TestGoing)
#include "tst_going.moc"
