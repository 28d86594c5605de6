// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/rowgeometry.h"

#include <QTest>

#include <limits>

using namespace TmgLens;

class TestRowGeometry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsRowAtPosition_data();
    void knowsRowAtPosition();
    void endsWithLastRow();
    void hasNoRowWhereNoneIs();
    void countsBeyondInt();
};

void TestRowGeometry::knowsRowAtPosition_data()
{
    QTest::addColumn<int>("scrolledRows");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("row");
    QTest::newRow("first pixel") << 0 << 0 << 0;
    QTest::newRow("last pixel of a row") << 0 << 19 << 0;
    QTest::newRow("first pixel of the next") << 0 << 20 << 1;
    QTest::newRow("part of a row at the end of the view") << 0 << 100 << 5;
    QTest::newRow("scrolled") << 3 << 0 << 3;
    QTest::newRow("above the view") << 3 << -1 << 2;
    QTest::newRow("above all rows") << 3 << -61 << -1;
    QTest::newRow("last row, flush with the view") << 15 << 109 << 19;
    QTest::newRow("below all rows") << 15 << 110 << -1;
}

void TestRowGeometry::knowsRowAtPosition()
{
    QFETCH(const int, scrolledRows);
    QFETCH(const int, position);
    const RowGeometry rows{.rowCount = 20, .rowHeight = 20, .viewHeight = 110, .scrolledRows = scrolledRows};
    QTEST(rows.rowAt(position), "row");
}

void TestRowGeometry::endsWithLastRow()
{
    const RowGeometry rows{.rowCount = 20, .rowHeight = 20, .viewHeight = 110, .scrolledRows = 15};
    QCOMPARE(rows.rowsInView(), 5);
    QCOMPARE(rows.maximumScroll(), 15);
    QCOMPARE(rows.positionOf(14), -10); // cut off
    QCOMPARE(rows.positionOf(20), 110);
    QCOMPARE(rows.lastRowInView(), 19);
}

void TestRowGeometry::hasNoRowWhereNoneIs()
{
    const RowGeometry rows{.rowHeight = 20, .viewHeight = 110};
    QCOMPARE(rows.maximumScroll(), 0);
    QCOMPARE(rows.rowAt(0), -1);
    QCOMPARE(rows.rowNear(50), -1);
    QCOMPARE(rows.lastRowInView(), -1);
}

void TestRowGeometry::countsBeyondInt()
{
    constexpr int count = std::numeric_limits<int>::max();
    RowGeometry rows{.rowCount = count, .rowHeight = 24, .viewHeight = 240};
    rows.scrolledRows = rows.maximumScroll();
    QCOMPARE(rows.scrolledRows, count - 10);
    QCOMPARE(rows.rowAt(0), count - 10);
    QCOMPARE(rows.rowAt(239), count - 1);
    QCOMPARE(rows.positionOf(0), -qint64(count - 10) * 24);
}

QTEST_APPLESS_MAIN(TestRowGeometry)

#include "tst_rowgeometry.moc"
