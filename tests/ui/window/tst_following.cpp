// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include <QAction>
#include <QScrollBar>
#include <QStatusBar>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestFollowing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsWhatComes();
    void countsWhatComesInTheDetails();
    void followsOnlyWhenWanted();
    void doesNotFollowOldLogsByItself();
    void scrollsOnlyFromTheEnd_data();
    void scrollsOnlyFromTheEnd();
    void filtersWhatComes();
    void countsNewProblems();
    void tellsOfAProblemThatTheFilterHides();
    void goesOnToTheNextLog();
    void keepsTheTimeOrderOfASet();
    void keepsThePlaceWhenHalfARecordGoesOn_data();
    void keepsThePlaceWhenHalfARecordGoesOn();
    void offersToReloadAShorterLog();
    void saysThatTheLogIsGone();
    void canBeClosedWhileFollowing();

private:
    [[nodiscard]] QString log(const QByteArray& bytes, const QString& name = u"a.w3c"_s) const
    {
        return writeFile(*m_folder, name, bytes);
    }

    OwnSettings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

void append(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append | QIODevice::Unbuffered));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray records(int first, int count, const QByteArray& code = "200")
{
    QByteArray bytes;
    for (int i = first; i < first + count; ++i)
        bytes += webRecord(i, code) + "\r\n";
    return bytes;
}

/// A window that follows a log.
class LiveWindow
{
public:
    explicit LiveWindow(const QStringList& paths) : user(window)
    {
        window.resize(1200, 500);
        window.show();
        window.open(paths);
    }

    [[nodiscard]] bool isFollowing() const { return followingText().startsWith(u"Following"); }
    [[nodiscard]] QString followingText() const { return user.part<QLabel>(u"following")->text(); }
    [[nodiscard]] int rows() const { return user.table()->model()->rowCount(); }
    [[nodiscard]] QScrollBar* bar() const { return user.table()->verticalScrollBar(); }

    MainWindow window;
    WindowDriver user;
};

} // namespace

void TestFollowing::init()
{
    OwnSettings::forget();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFollowing::showsWhatComes()
{
    const QString path = log(webLog({"200", "304"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    QVERIFY(live.user.part<QAction>(u"follow")->isChecked());
    append(path, records(2, 3));
    QTRY_COMPARE_WITH_TIMEOUT(live.rows(), 5, std::chrono::seconds(1));
    QCOMPARE(live.user.cell(4, 0), u"10.0.0.4"_s);
    QCOMPARE(live.user.countText(), u"5 of 5 records"_s);
}

void TestFollowing::countsWhatComesInTheDetails()
{
    const QString path = log(webLog({"200", "304"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    const auto page = [&live] {
        return live.user.part<QWidget>(u"detailPane")->findChild<QTextBrowser*>()->toPlainText();
    };
    QTRY_VERIFY2(page().contains(u"1 of 2 ("_s), qPrintable(page()));
    append(path, records(2, 3));
    QTRY_VERIFY2(page().contains(u"4 of 5 ("_s), qPrintable(page()));
}

void TestFollowing::followsOnlyWhenWanted()
{
    const QString path = log(webLog({"200"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    live.user.trigger(u"follow");
    QVERIFY(!live.user.shows(u"following"));
    append(path, records(1, 1));
    QTest::qWait(700);
    QCOMPARE(live.rows(), 1);
    live.user.trigger(u"follow");
    QTRY_COMPARE(live.rows(), 2);
    live.user.trigger(u"follow");
    live.user.trigger(u"follow");
    append(path, records(2, 1));
    QTRY_COMPARE(live.rows(), 3);
}

void TestFollowing::doesNotFollowOldLogsByItself()
{
    const QString path = log(webLog({"200"}));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-2), QFileDevice::FileModificationTime));
    }
    const LiveWindow live({path});
    QTRY_COMPARE(live.rows(), 1);
    auto* follow = live.user.part<QAction>(u"follow");
    QTRY_VERIFY(follow->isEnabled());
    QVERIFY(!follow->isChecked());
    follow->trigger();
    append(path, records(1, 1));
    QTRY_COMPARE(live.rows(), 2);
}

void TestFollowing::scrollsOnlyFromTheEnd_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("all") << QString();
    QTest::newRow("filtered") << u"host"_s;
}

void TestFollowing::scrollsOnlyFromTheEnd()
{
    QFETCH(const QString, filter);
    const QString path = log(webHeader + records(0, 200));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    if (!filter.isEmpty()) {
        live.user.type(u"filterLine", filter);
        QTest::keyClick(live.user.part<QWidget>(u"filterLine"), Qt::Key_Return);
        QTest::qWait(50);
    }
    append(path, records(200, 10));
    QTRY_COMPARE(live.rows(), 210);
    QCOMPARE(live.bar()->value(), 0);
    live.bar()->setValue(live.bar()->maximum());
    append(path, records(210, 10));
    QTRY_COMPARE(live.rows(), 220);
    QTRY_COMPARE(live.bar()->value(), live.bar()->maximum());
    live.bar()->setValue(live.bar()->maximum() - 1);
    const int before = live.bar()->value();
    append(path, records(220, 10));
    QTRY_COMPARE(live.rows(), 230);
    QCOMPARE(live.bar()->value(), before);
}

void TestFollowing::filtersWhatComes()
{
    const QString path = log(webLog({"200", "12209"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    live.user.type(u"filterLine", u"code:12209"_s);
    QTest::keyClick(live.user.part<QWidget>(u"filterLine"), Qt::Key_Return);
    QTRY_COMPARE(live.rows(), 1);
    append(path, records(2, 2) + records(4, 3, "12209"));
    QTRY_COMPARE(live.rows(), 4);
    QCOMPARE(live.user.countText(), u"4 of 7 records"_s);
}

void TestFollowing::countsNewProblems()
{
    const QString path = log(webLog({"11001", "200"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    QVERIFY(!live.user.shows(u"newProblems"));
    append(path, records(2, 2) + records(4, 2, "11001"));
    QTRY_VERIFY(live.user.shows(u"newProblems"));
    auto* button = live.user.part<QToolButton>(u"newProblems");
    QCOMPARE(button->text(), u"New problems: 2"_s);
    append(path, records(6, 1, "11001"));
    QTRY_COMPARE(button->text(), u"New problems: 3"_s);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(live.user.table()->currentIndex().row(), 4);
    QVERIFY(!button->isVisible());
    append(path, records(7, 1, "11001"));
    QTRY_COMPARE(button->text(), u"New problems: 1"_s);
    QVERIFY(button->isVisible());
}

void TestFollowing::tellsOfAProblemThatTheFilterHides()
{
    const QString path = log(webLog({"200"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    live.user.type(u"filterLine", u"code:200"_s);
    QTest::keyClick(live.user.part<QWidget>(u"filterLine"), Qt::Key_Return);
    append(path, records(1, 1, "11001"));
    QTRY_VERIFY(live.user.shows(u"newProblems"));
    live.user.part<QToolButton>(u"newProblems")->click();
    QCOMPARE(live.window.statusBar()->currentMessage(), u"The filter hides the first new problem, in line 5."_s);
}

void TestFollowing::goesOnToTheNextLog()
{
    const QString path = log(webLog({"200"}), u"ISALOG_20100512_WEB_000.w3c"_s);
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    const QString next = log("#Date: 2010-05-12\r\n" + webHeader + records(5, 2), u"ISALOG_20100512_WEB_001.w3c"_s);
    QTRY_COMPARE(live.rows(), 3);
    QTRY_COMPARE(live.followingText(), u"Following 2 logs"_s);
    QCOMPARE(live.window.paths(), (QStringList{path, next}));
    QVERIFY(live.window.statusBar()->currentMessage().contains(u"WEB_001.w3c"_s));
    append(next, records(7, 1));
    append(path, records(1, 1));
    QTRY_COMPARE(live.rows(), 5);
    QTRY_COMPARE(live.user.cell(1, 0), u"10.0.0.1"_s); // in the order of time
    live.user.trigger(u"reload");
    QTRY_COMPARE(live.rows(), 5);
}

void TestFollowing::keepsTheTimeOrderOfASet()
{
    const QString one = log(webHeader + records(0, 100), u"a.w3c"_s);
    const QString other = log("#Date: x\r\n" + webHeader + records(0, 100), u"b.w3c"_s);
    const LiveWindow live({one, other});
    QTRY_VERIFY(live.isFollowing());
    QTRY_COMPARE(live.user.cell(1, 0), u"10.0.0.0"_s);
    live.bar()->setValue(live.bar()->maximum());
    append(one, records(100, 5));
    QTRY_COMPARE(live.rows(), 205);
    append(other, records(100, 5));
    QTRY_COMPARE(live.rows(), 210);
    QTRY_COMPARE(live.user.cell(209, 0), u"10.0.0.104"_s);
    QCOMPARE(live.user.cell(208, 0), u"10.0.0.104"_s);
    QCOMPARE(live.bar()->value(), live.bar()->maximum());
}

void TestFollowing::keepsThePlaceWhenHalfARecordGoesOn_data()
{
    QTest::addColumn<bool>("isAtEnd");
    QTest::newRow("in the middle") << false;
    QTest::newRow("at the end") << true;
}

void TestFollowing::keepsThePlaceWhenHalfARecordGoesOn()
{
    QFETCH(const bool, isAtEnd);
    const QByteArray half = webRecord(200, "12209");
    const QString path = log(webHeader + records(0, 200) + half.first(20));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    live.user.table()->setCurrentIndex(live.user.table()->model()->index(100, 0));
    if (isAtEnd)
        live.bar()->setValue(live.bar()->maximum());
    const int before = live.bar()->value();
    append(path, half.sliced(20) + "\r\n" + records(201, 1));
    QTRY_COMPARE(live.rows(), 202);
    QCOMPARE(live.user.cell(200, 0), u"10.0.0.200"_s);
    QTRY_COMPARE(live.user.table()->currentIndex().row(), 100);
    QTRY_COMPARE(live.bar()->value(), isAtEnd ? live.bar()->maximum() : before);
    QVERIFY(live.isFollowing());
    QVERIFY(!live.user.shows(u"malformedButton"));
}

void TestFollowing::offersToReloadAShorterLog()
{
    const QString path = log(webHeader + records(0, 200));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    QVERIFY(QFile::resize(path, webHeader.size() + records(0, 100).size()));
    QTRY_COMPARE(live.followingText(), u"Waiting: “a.w3c” became shorter"_s);
    QCOMPARE(live.rows(), 200);
    QTRY_VERIFY_WITH_TIMEOUT(live.user.shows(u"messageText"), std::chrono::seconds(5));
    QVERIFY(live.user.part<QLabel>(u"messageText")->text().contains(u"became shorter"));
    live.user.trigger(u"reload");
    QTRY_COMPARE(live.rows(), 100);
    QTRY_VERIFY(live.isFollowing());
}

void TestFollowing::saysThatTheLogIsGone()
{
#ifdef Q_OS_WIN
    QSKIP("An open file cannot be moved here.");
#endif
    const QString path = log(webLog({"200"}));
    const LiveWindow live({path});
    QTRY_VERIFY(live.isFollowing());
    QVERIFY(QFile::rename(path, path + u".away"_s));
    QTRY_COMPARE(live.followingText(), u"Waiting: “a.w3c” is not there any more"_s);
    QCOMPARE(live.user.cell(0, 0), u"10.0.0.0"_s);
    QVERIFY(QFile::rename(path + u".away"_s, path));
    QTRY_COMPARE(live.followingText(), u"Following"_s);
}

void TestFollowing::canBeClosedWhileFollowing()
{
    const QString path = log(webLog({"200"}));
    auto live = std::make_unique<LiveWindow>(QStringList{path});
    QTRY_VERIFY(live->isFollowing());
    append(path, records(1, 2000));
    QTest::qWait(499); // a look is under way, or just over
    live->window.close();
    append(path, records(2001, 1));
    QTest::qWait(10);
    live.reset();
}

QTEST_MAIN(TestFollowing)
#include "tst_following.moc"
