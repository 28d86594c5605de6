// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/samelog.h"
#include "model/set/setfinding.h"
#include "model/source/bytesinmemory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestSetFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsGapsInNames_data();
    void findsGapsInNames();
    void findsOverlaps_data();
    void findsOverlaps();
    void findsCopies();
};

namespace {

/// Names have a bar where an archive ends and its member begins.
LogAddress addressOf(const QString& name)
{
    return {.file = u"/logs/"_s + name.section(u'|', 0, 0), .member = name.section(u'|', 1)};
}

std::vector<SetMember> named(const QStringList& names)
{
    std::vector<SetMember> members;
    for (const QString& name : names)
        members.push_back({.name = name, .path = u"/logs/"_s + name, .address = addressOf(name)});
    return members;
}

QStringList sentences(const std::vector<SetFinding>& findings, const std::vector<SetMember>& members)
{
    QStringList texts;
    for (const SetFinding& finding : findings)
        texts += describeSetFinding(finding, members);
    return texts;
}

LogTime secondsIn(int seconds)
{
    return LogTime(std::chrono::sys_days(std::chrono::year(2010) / 5 / 12) + std::chrono::seconds(seconds));
}

} // namespace

void TestSetFinding::findsGapsInNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* title, const QStringList& names, const QStringList& expected) {
        QTest::newRow(title) << names << expected;
    };
    row("nothing", {}, {});
    row("other names", {u"a.w3c"_s, u"ISALOG_2010_WEB_000.w3c"_s, u"ISALOG_20101332_WEB_000.w3c"_s}, {});
    row("whole", {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100513_WEB_000.w3c"_s, u"ISALOG_20100513_WEB_001.w3c"_s},
        {});
    row("end of month", {u"ISALOG_20100228_FWS_000.w3c"_s, u"ISALOG_20100301_FWS_000.w3c"_s}, {});
    row("a day", {u"ISALOG_20100514_WEB_000.w3c"_s, u"isalog_20100512_web_000.iis"_s},
        {u"There is no WEB log of 2010-05-13."_s});
    row("days", {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100601_WEB_000.w3c"_s},
        {u"There are no WEB logs from 2010-05-13 to 2010-05-31 (19 days)."_s});
    row("each kind by itself", {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100513_FWS_000.w3c"_s}, {});
    row("each folder by itself",
        {u"A/ISALOG_20100512_WEB_000.w3c"_s, u"A/ISALOG_20100514_WEB_000.w3c"_s, u"B/ISALOG_20100513_WEB_000.w3c"_s},
        {u"There is no A/WEB log of 2010-05-13."_s});
    row("a number", {u"ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100512_WEB_002.w3c"_s},
        {u"The WEB log 001 of 2010-05-12 is not there."_s});
    row("the first numbers", {u"ISALOG_20100512_WEB_003.w3c"_s},
        {u"The WEB logs 000 to 002 of 2010-05-12 are not there."_s});
    row("packed", {u"ISALOG_20100512_WEB_000.w3c.gz|ISALOG_20100512_WEB_000.w3c"_s, u"ISALOG_20100514_WEB_000.w3c"_s},
        {u"There is no WEB log of 2010-05-13."_s});
    row("in an archive", {u"all.zip|ISALOG_20100512_WEB_000.w3c"_s, u"all.zip|ISALOG_20100514_WEB_000.w3c"_s},
        {u"There is no WEB log of 2010-05-13."_s});
    row("in folders of an archive",
        {u"all.zip|A/ISALOG_20100512_WEB_000.w3c"_s, u"all.zip|B/ISALOG_20100514_WEB_000.w3c"_s}, {});
}

void TestSetFinding::findsGapsInNames()
{
    QFETCH(const QStringList, names);
    const std::vector<SetMember> members = named(names);
    QTEST(sentences(findGaps(members), members), "expected");
}

void TestSetFinding::findsOverlaps_data()
{
    using Spans = QList<std::pair<int, int>>;
    QTest::addColumn<Spans>("spans"); // seconds from and to
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("one after the other") << Spans{{0, 9}, {10, 19}} << QStringList();
    QTest::newRow("within a second") << Spans{{0, 9}, {9, 19}} << QStringList();
    QTest::newRow("overlapping") << Spans{{0, 11}, {10, 19}} << QStringList{u"1 tells of times that are in 0 too."_s};
    QTest::newRow("other order") << Spans{{10, 19}, {0, 11}} << QStringList{u"0 tells of times that are in 1 too."_s};
    QTest::newRow("one within another, and one apart")
        << Spans{{0, 30}, {10, 19}, {25, 40}}
        << QStringList{u"1 tells of times that are in 0 too."_s, u"2 tells of times that are in 0 too."_s};
}

void TestSetFinding::findsOverlaps()
{
    using Spans = QList<std::pair<int, int>>;
    QFETCH(const Spans, spans);
    std::vector<SetMember> members;
    for (const auto& [first, last] : spans) {
        const QString name = QString::number(members.size());
        members.push_back({.name = name,
                           .path = u"/logs/"_s + name,
                           .address = addressOf(name),
                           .layout = std::make_shared<LogLayout>(),
                           .records = 2,
                           .firstTime = secondsIn(first),
                           .lastTime = secondsIn(last)});
    }
    QTEST(sentences(findGaps(members), members), "expected");

    for (std::size_t i = 0; i < members.size(); ++i) // members of an array write at the same time
        members[i].address.file = u"/logs/%1/log"_s.arg(i);
    QCOMPARE(sentences(findGaps(members), members), QStringList());
}

void TestSetFinding::findsCopies()
{
    const auto member = [](const QByteArray& bytes, int last = 5) {
        return SetMember{.source = std::make_shared<const BytesInMemory>(bytes, u"log"_s),
                         .records = 2,
                         .firstTime = secondsIn(0),
                         .lastTime = secondsIn(last)};
    };
    const QByteArray long1(3'000'000, 'a');
    QByteArray long2 = long1;
    long2.back() = 'b';
    const std::vector<SetMember> members = {member("one"), member("two"), member("one"), member("one", 6), {}, {},
                                            member("one"), member(long1), member(long2), member(long1)};
    const std::vector<SetFinding> duplicates = findDuplicates(members, {});
    QList<std::vector<std::size_t>> pairs;
    for (const SetFinding& duplicate : duplicates) {
        QCOMPARE(duplicate.kind, SetFinding::Kind::Duplicate);
        pairs += duplicate.members;
    }
    QCOMPARE(pairs, (QList<std::vector<std::size_t>>{{2, 0}, {6, 0}, {9, 7}}));
    const std::vector<SetFinding> overlaps = {{.kind = SetFinding::Kind::Overlap, .members = {2, 0}},
                                              {.kind = SetFinding::Kind::Overlap, .members = {2, 1}}};
    const std::vector<SetFinding> both = withDuplicates(overlaps, duplicates);
    QCOMPARE(both.size(), 4U);
    QCOMPARE(both.back(), overlaps.back());
}

QTEST_GUILESS_MAIN(TestSetFinding)
#include "tst_setfinding.moc"
