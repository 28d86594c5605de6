// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timestrip.h"

#include "tests/ui/window/windowdriver.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>

using namespace std::chrono;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

namespace {

constexpr LogTime midnight = sys_days(2010y / May / 12);

/// A record a minute for two hours: those of the second hour fail. The last one has no time.
QByteArray twoHours()
{
    QByteArray log = webHeader;
    for (int minute = 0; minute < 120; ++minute)
        log += webRecord(minute * 60, minute < 60 ? "200" : "11001") + "\r\n";
    return log + webRecord(0, "200").replace("2010-05-12", "2010-99-99") + "\r\n";
}

} // namespace

class TestTimeStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void selectsByMouse();
    void movesBorder();
    void goesToRecordOnClick();
    void tellsWhatIsUnderMouse();
    void zoomsByWheelAndBack();
    void followsTypedFilter();
    void keepsOtherTerms();
    void selectsByKeys();
    void goesToRecordOnReturn();
    void zoomsByKeys();
    void paintsProblems();
    void paintsHiddenRecordsPale();
    void saysThatThereAreNoTimes();
    void isEmptyWithoutLog();

private:
    [[nodiscard]] QPoint at(LogTime time) const;
    [[nodiscard]] QString filter() const { return m_driver->part<QLineEdit>(u"filterLine"_s)->text(); }
    [[nodiscard]] int rows() const { return m_driver->table()->model()->rowCount(); }
    [[nodiscard]] QString told() const { return m_strip->accessibleDescription(); }
    void open(const QByteArray& log);
    void drag(LogTime from, LogTime to) const;
    void wheel(LogTime time, int notches) const;

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
    TimeStrip* m_strip = nullptr;
};

void TestTimeStrip::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestTimeStrip::init()
{
    OwnSettings::forget();
    m_window = std::make_unique<MainWindow>();
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_strip = m_window->findChild<TimeStrip*>();
    m_strip->setFixedWidth(432); // so that a bin is a minute
    m_window->show();
    open(twoHours());
    QTRY_COMPARE(rows(), 121);
    QTRY_VERIFY(told().contains(u"2010-05-12 00:00 to 01:59:01"_s));
}

void TestTimeStrip::cleanup()
{
    m_window.reset();
}

void TestTimeStrip::open(const QByteArray& log)
{
    m_window->open({writeFile(m_folder, u"log.w3c"_s, log)});
}

/// A place in the bin of @p time while the whole log is shown.
QPoint TestTimeStrip::at(LogTime time) const
{
    const TimeAxis axis({midnight, midnight + 1h + 59min + 1s}, m_strip->width() - 12);
    return {int(axis.position(time + 30s)) + 6, m_strip->height() / 3};
}

void TestTimeStrip::drag(LogTime from, LogTime to) const
{
    QTest::mousePress(m_strip, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(m_strip, (at(from) + at(to)) / 2);
    QTest::mouseMove(m_strip, at(to));
    QTest::mouseRelease(m_strip, Qt::LeftButton, {}, at(to));
}

void TestTimeStrip::wheel(LogTime time, int notches) const
{
    QWheelEvent event(at(time), m_strip->mapToGlobal(at(time)), {}, {0, 120 * notches}, Qt::NoButton, {},
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_strip, &event);
}

void TestTimeStrip::selectsByMouse()
{
    QSignalSpy selected(m_strip, &TimeStrip::rangeSelected);
    QSignalSpy activated(m_strip, &TimeStrip::timeActivated);
    drag(midnight + 10min, midnight + 19min);
    QCOMPARE(selected.size(), 1);
    QVERIFY(activated.isEmpty());
    QCOMPARE(filter(), u"time:2010-05-12T00:10..2010-05-12T00:19"_s);
    QTRY_COMPARE(rows(), 10);
    QVERIFY(told().contains(u"Selected: 2010-05-12 00:10 to 00:20 (UTC)"_s));

    drag(midnight + 40min, midnight + 30min); // backwards, in its place
    QCOMPARE(filter(), u"time:2010-05-12T00:30..2010-05-12T00:40"_s);
    QTRY_COMPARE(rows(), 11);

    QTest::keyClick(m_strip, Qt::Key_Escape);
    QCOMPARE(filter(), QString());
    QTRY_COMPARE(rows(), 121);
    QVERIFY(!told().contains(u"Selected"_s));
}

void TestTimeStrip::movesBorder()
{
    drag(midnight + 10min, midnight + 19min);
    const QPoint border = at(midnight + 20min - 30s);
    QTest::mouseMove(m_strip, border);
    QCOMPARE(m_strip->cursor().shape(), Qt::SplitHCursor);
    drag(midnight + 20min - 30s, midnight + 29min);
    QCOMPARE(filter(), u"time:2010-05-12T00:10..2010-05-12T00:29"_s);
    drag(midnight + 10min - 30s, midnight + 5min);
    QCOMPARE(filter(), u"time:2010-05-12T00:05..2010-05-12T00:29"_s);
}

void TestTimeStrip::goesToRecordOnClick()
{
    QTest::mouseClick(m_strip, Qt::LeftButton, {}, at(midnight + 1h + 10min));
    QCOMPARE(m_driver->table()->currentIndex().row(), 70);
    QCOMPARE(filter(), QString());
}

void TestTimeStrip::tellsWhatIsUnderMouse()
{
    QTest::mouseMove(m_strip, at(midnight + 1h + 10min));
    QTRY_VERIFY(QToolTip::text().startsWith(u"2010-05-12 01:10 to "_s));
    QVERIFY(QToolTip::text().contains(u"\nFailed: "_s));
    QVERIFY(QToolTip::text().contains(u"\nRecords without a time: 1"_s));
    QVERIFY(QToolTip::text().contains(u"square root"_s));
}

void TestTimeStrip::zoomsByWheelAndBack()
{
    const QPoint place = at(midnight + 30min);
    const QRegularExpression oneSecond(u"^2010-05-12 00:(29|30|31):?\\d* to 00:\\d\\d:\\d\\d \\("_s);
    for (int i = 0; i < 40; ++i)
        wheel(midnight + 30min, 1);
    // Ten seconds fill the strip now: a click anywhere goes to the next record after the place that was pointed at.
    QTRY_VERIFY([&] {
        QTest::mouseMove(m_strip, place + QPoint(1, 0));
        QTest::mouseMove(m_strip, place);
        return oneSecond.match(QToolTip::text()).hasMatch();
    }());
    QTest::mouseClick(m_strip, Qt::LeftButton, {}, place);
    QCOMPARE(m_driver->table()->currentIndex().row(), 31);

    QTest::mouseDClick(m_strip, Qt::LeftButton, {}, place);
    QTRY_VERIFY([&] {
        QTest::mouseMove(m_strip, place + QPoint(1, 0));
        QTest::mouseMove(m_strip, place);
        return QToolTip::text().startsWith(u"2010-05-12 00:30 to "_s);
    }());

    // What is shown is all: the second time takes the selection away.
    drag(midnight + 10min, midnight + 19min);
    QVERIFY(!filter().isEmpty());
    QTest::mouseDClick(m_strip, Qt::LeftButton, {}, place);
    QCOMPARE(filter(), QString());
}

void TestTimeStrip::followsTypedFilter()
{
    m_driver->type(u"filterLine"_s, u"time>=2010-05-12T01:00"_s);
    QTRY_VERIFY(told().contains(u"Selected: 2010-05-12 01:00 to 01:59:01"_s));
    m_driver->type(u"filterLine"_s, u"user:user60"_s);
    QTRY_VERIFY(!told().contains(u"Selected"_s));
}

void TestTimeStrip::keepsOtherTerms()
{
    m_driver->type(u"filterLine"_s, u"class:failed time:2010-05-12T00 -user:nobody"_s);
    drag(midnight + 55min, midnight + 1h + 4min); // while the pause in typing still runs
    QCOMPARE(filter(), u"class:failed time:2010-05-12T00:55..2010-05-12T01:04 -user:nobody"_s);
    QTRY_COMPARE(rows(), 5);
}

void TestTimeStrip::selectsByKeys()
{
    m_strip->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_strip, Qt::Key_Home);
    QVERIFY(told().startsWith(u"2010-05-12 00:00 to 00:0"_s));
    QTest::keyClick(m_strip, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_strip, Qt::Key_Right, Qt::ShiftModifier);
    const QString three = filter();
    QVERIFY(three.startsWith(u"time:2010-05-12T00:00"_s));
    QTest::keyClick(m_strip, Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(filter() != three);
    QTest::keyClick(m_strip, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(filter(), three);
    QTest::keyClick(m_strip, Qt::Key_Escape);
    QCOMPARE(filter(), QString());
}

void TestTimeStrip::goesToRecordOnReturn()
{
    m_strip->setFocus(Qt::TabFocusReason);
    QTest::keyClick(m_strip, Qt::Key_End);
    QTest::keyClick(m_strip, Qt::Key_Return);
    QCOMPARE(m_driver->table()->currentIndex().row(), 119);
    QTest::keyClick(m_strip, Qt::Key_Home);
    QTest::keyClick(m_strip, Qt::Key_Return);
    QCOMPARE(m_driver->table()->currentIndex().row(), 0);
}

void TestTimeStrip::zoomsByKeys()
{
    m_strip->setFocus(Qt::TabFocusReason);
    const auto binAtHome = [this] {
        QTest::keyClick(m_strip, Qt::Key_Home);
        return told().section(u", "_s, 0, 0);
    };
    const QString wide = binAtHome();
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(m_strip, Qt::Key_Plus);
    QTRY_COMPARE(binAtHome(), u"2010-05-12 00:00 to 00:00:01 (UTC)"_s);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(m_strip, Qt::Key_Minus);
    QTRY_COMPARE(binAtHome(), wide);
}

void TestTimeStrip::paintsProblems()
{
    const int foot = m_strip->height() - labelLineHeight(m_strip->fontMetrics()) - 2;
    const QImage image = m_strip->grab().toImage();
    const auto color = [&](LogTime time) { return image.pixelColor(at(time).x(), foot); };
    QVERIFY(color(midnight + 1h + 10min).red() > color(midnight + 1h + 10min).green() + 60);
    QVERIFY(color(midnight + 10min).green() > color(midnight + 10min).red());
}

void TestTimeStrip::paintsHiddenRecordsPale()
{
    const int foot = m_strip->height() - labelLineHeight(m_strip->fontMetrics()) - 2;
    const auto color = [&](LogTime time) { return m_strip->grab().toImage().pixelColor(at(time).x(), foot); };
    const QColor full = color(midnight + 1h + 10min);
    m_driver->type(u"filterLine"_s, u"class:allowed"_s);
    QTRY_VERIFY(color(midnight + 1h + 10min).saturation() < full.saturation() / 2);
    QVERIFY(color(midnight + 1h + 10min) != m_strip->palette().color(QPalette::Base));
}

void TestTimeStrip::saysThatThereAreNoTimes()
{
    open(webHeader + webRecord(0, "200").replace("2010-05-12", "2010-99-99") + "\r\n");
    QTRY_COMPARE(rows(), 1);
    QTRY_COMPARE(told(), QString());
    QVERIFY(!m_strip->grab().isNull());
    QTest::mouseClick(m_strip, Qt::LeftButton);
    QTest::keyClick(m_strip, Qt::Key_Right);
    wheel(midnight, 1);
    QCOMPARE(filter(), QString());
}

void TestTimeStrip::isEmptyWithoutLog()
{
    LogTableModel source;
    ResultFilterModel records(&source);
    TimeStrip strip(&source, &records, nullptr);
    strip.resize(400, 60);
    strip.show();
    QVERIFY(!strip.grab().isNull());
    QCOMPARE(strip.accessibleName(), u"Time strip"_s);
}

QTEST_MAIN(TestTimeStrip)
#include "tst_timestrip.moc"
