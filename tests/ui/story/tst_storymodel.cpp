// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/exactvalue.h"
#include "model/story/tellstory.h"
#include "tests/model/story/storylogs.h"
#include "ui/story/storymodel.h"
#include "ui/story/storyphrases.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

class TestStoryModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void tellsWhatHappened_data();
    void tellsWhatHappened();
    void marksSilences();
    void showsTimesInTheZone();
    void saysWhatIsNotTold();
    void makesTextsHarmless();
    void startsAnew();
};

namespace {

StorySubject client()
{
    return {.kind = StorySubject::Kind::Client,
            .name = u"10.0.0.1"_s,
            .term = Filter::valueTerm(Filter::fieldName(u"client"_s), {u"10.0.0.1"_s})};
}

void tell(StoryModel& model, const QByteArray& log)
{
    const auto index = std::make_shared<const RecordIndex>(indexOf(log));
    model.setStory(tellStory(*index, client(), {}).value_or(Story()), StorySubject::Kind::Client, index);
}

QString textAt(const StoryModel& model, int row, StoryModel::Column column = StoryModel::What)
{
    return model.index(row, column).data().toString();
}

} // namespace

void TestStoryModel::tellsWhatHappened_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QString>("text");
    QTest::newRow("connection")
        << storyFirewallHeader + firewallLine({.time = "10:00:00"})
            + firewallLine(
                {.time = "10:10:00", .action = "Terminate", .code = "0x80074e20", .sent = "500", .received = "70000"})
        << u"HTTP connection to 192.0.2.1:80; 70.0 kB received, 500 B sent; ended with 0x80074e20 "
           "Closed in order (FIN); rule \u201COut\u201D"_s;
    QTest::newRow("open connection")
        << storyFirewallHeader + firewallLine({.time = "10:00:00"})
        << u"HTTP connection to 192.0.2.1:80; still open when the log ends; rule \u201COut\u201D"_s;
    QTest::newRow("begun before the log")
        << storyFirewallHeader + firewallLine({.time = "10:00:00", .action = "Terminate", .code = "0x80074e20"})
        << u"HTTP connection to 192.0.2.1:80; its beginning is not among these records; ended with 0x80074e20 "
           "Closed in order (FIN); rule \u201COut\u201D"_s;
    QTest::newRow("visit") << storyWebHeader + webLine({.time = "10:00:00", .code = "12209"})
            + webLine({.time = "10:00:01", .user = "ann"}) + webLine({.time = "10:00:02", .user = "ann"})
                           << u"3 requests to a.example; 300 B received, 0 B sent; one refusal was part of a logon; "
                              "user ann"_s;
    QTest::newRow("series") << storyFirewallHeader
            + firewallLine({.time = "10:00:00", .action = "Denied", .code = "0xc004000d"})
            + firewallLine({.time = "10:00:01", .action = "Denied", .code = "0xc004000d"})
                            << u"Denied, 2 times: HTTP to 192.0.2.1:80; 0xc004000d Denied by policy rules; rule "
                               "\u201COut\u201D"_s;
}

void TestStoryModel::tellsWhatHappened()
{
    QFETCH(const QByteArray, log);
    QFETCH(const QString, text);
    StoryModel model(nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tell(model, log);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(textAt(model, 0), text);
}

void TestStoryModel::marksSilences()
{
    StoryModel model(nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tell(model, storyWebHeader + webLine({.time = "10:00:00"}) + webLine({.time = "12:00:00"}));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.stepAt(0));
    QVERIFY(!model.stepAt(1));
    QCOMPARE(textAt(model, 1), u"Nothing for 2 h 0 min"_s);
    QVERIFY(model.index(1, StoryModel::Track).data(StoryModel::BeginRole).isNull());
    QCOMPARE(model.index(0, StoryModel::Track).data(StoryModel::BeginRole).toDouble(), 0.0);
    QCOMPARE(model.index(2, StoryModel::Track).data(StoryModel::EndRole).toDouble(), 1.0);
    QVERIFY(!model.stepAt(3));
    QVERIFY(!model.stepAt(-1));
}

void TestStoryModel::showsTimesInTheZone()
{
    StoryModel model(nullptr);
    tell(model, storyWebHeader + webLine({.time = "10:00:00"}) + webLine({.time = "10:00:30"}));
    QCOMPARE(textAt(model, 0, StoryModel::Time), u"2010-05-12 10:00:00"_s);
    QCOMPARE(textAt(model, 0, StoryModel::Lasted), u"30 s"_s);
    model.setZone(QTimeZone(2 * 3600), u"there"_s);
    QCOMPARE(textAt(model, 0, StoryModel::Time), u"2010-05-12 12:00:00"_s);
    QCOMPARE(model.headerData(StoryModel::Time, Qt::Horizontal).toString(), u"Time (there)"_s);
    QCOMPARE(model.spanText(), u"2010-05-12 12:00:00 to 2010-05-12 12:00:30 (there)"_s);
}

void TestStoryModel::saysWhatIsNotTold()
{
    QByteArray log = storyFirewallHeader;
    for (int i = 0; i < int(mostStorySteps) + 3; ++i)
        log += firewallLine({.time = "10:00:00", .source = "10.0.0.1:" + QByteArray::number(1024 + i)});
    StoryModel model(nullptr);
    tell(model, log);
    QCOMPARE(model.rowCount(), int(mostStorySteps) + 1);
    QVERIFY(textAt(model, int(mostStorySteps)).contains(u"others: 3"_s));
    QVERIFY(!model.stepAt(int(mostStorySteps)));
}

void TestStoryModel::makesTextsHarmless()
{
    StoryModel model(nullptr);
    tell(model, storyWebHeader + webLine({.time = "10:00:00", .host = "<b>\xE2\x80\xAE\x1B[31m"}));
    const QString text = textAt(model, 0);
    QVERIFY(!text.contains(QChar(0x202E)));
    QVERIFY(!text.contains(QChar(0x1B)));
    const QString tip = model.index(0, StoryModel::What).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.startsWith(u"<qt>"_s));
    QVERIFY(!tip.contains(u"<b>"_s));
}

void TestStoryModel::startsAnew()
{
    StoryModel model(nullptr);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    tell(model, storyWebHeader + webLine({.time = "10:00:00"}));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.spanText().isEmpty());
    tell(model, storyWebHeader + webLine({.time = "10:00:00"}) + webLine({.time = "10:05:00"}));
    QCOMPARE(model.rowCount(), 2);
}

QTEST_MAIN(TestStoryModel)
#include "tst_storymodel.moc"
