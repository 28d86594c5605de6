// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/logposition.h"
#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;
using namespace Qt::StringLiterals;

/// Where records are in their logs, whatever stands before these.
class TestLogPosition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRecordsAgain();
    void findsNothingElse();
};

/// Two logs that have grown in turn.
static RecordIndex grownSet()
{
    const RecordIndex one = indexInBlocks(webLog({"200", "304", "404", "500"}), 4);
    const auto other = blocksOf(webLog({"12209", "12202"}), u"other.w3c"_s);
    RecordIndex set;
    set.append(one.parts()[0].block);
    set.append(other->first());
    for (std::size_t i = 1; i < one.parts().size(); ++i)
        set.append(one.parts()[i].block);
    return set;
}

void TestLogPosition::findsRecordsAgain()
{
    const RecordIndex set = grownSet();
    QVERIFY(set.parts().size() > 2);
    const RecordIndex alone = indexOf(webLog({"200", "304", "404", "500", "200"}));
    for (quint32 record = 0; record < alone.recordCount() - 1; ++record) {
        const LogPosition position = positionOf(alone, RecordNumber(record));
        const auto found = findRecord(set, position);
        QVERIFY(found);
        QCOMPARE(positionOf(set, *found), position);
        QCOMPARE(set.lineNumber(*found), alone.lineNumber(RecordNumber(record)));
    }
    QVERIFY(!findRecord(set, positionOf(alone, RecordNumber(4)))); // to come yet
}

void TestLogPosition::findsNothingElse()
{
    const RecordIndex index = indexOf(webLog({"200"}));
    const LogPosition position = positionOf(index, RecordNumber(0));
    QVERIFY(findRecord(index, position));
    QVERIFY(!findRecord(index, {.log = position.log, .offset = position.offset + 1}));
    QVERIFY(!findRecord(index, {.log = position.log, .offset = 0}));
    QVERIFY(!findRecord(index, {.log = u"another.w3c"_s, .offset = position.offset}));
}

QTEST_GUILESS_MAIN(TestLogPosition)
#include "tst_logposition.moc"
