// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/layoutkeeping.h"
#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;

/// Whether a log says somewhere that its fields are others.
class TestLayoutKeeping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOtherLayouts_data();
    void findsOtherLayouts();
};

void TestLayoutKeeping::findsOtherLayouts_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("isKept");
    const QByteArray record = webRecord(1, "200") + "\r\n";
    const QByteArray many = record.repeated(256 * 1024 / record.size() + 1);
    const QByteArray other = QByteArray(webHeader).replace("sc-status", "sc-status\tmore");
    const QByteArray older = QByteArray(webHeader).replace("Microsoft Forefront Threat Management Gateway",
                                                           "Microsoft Internet Security and Acceleration Server 2006");
    QTest::addRow("nothing") << QByteArray() << true;
    QTest::addRow("records") << many << true;
    QTest::addRow("the same header") << record + webHeader + record << true;
    QTest::addRow("another header") << record + other << false;
    QTest::addRow("another product") << record + older << false;
    QTest::addRow("another header behind a byte order mark") << record + "\xEF\xBB\xBF" + other << false;
    QTest::addRow("no header") << record + "#Fields: what anybody writes\r\n" << true;
    QTest::addRow("a header without end") << "#Fields: c-ip" + QByteArray("\tx").repeated(64 * 1024) << false;
    for (int length = 256 * 1024 - 12; length < 256 * 1024 + 4; ++length)
        QTest::addRow("at byte %d", length) << many.first(length - 2) + "\r\n" + other << false;
}

void TestLayoutKeeping::findsOtherLayouts()
{
    QFETCH(const QByteArray, rest);
    QFETCH(const bool, isKept);
    const LayoutPointer layout = blocksOf(webHeader + webRecord(0, "200") + "\r\n")->first()->layout;
    QCOMPARE(keepsLayout(MemorySource(webHeader + rest), *layout, quint64(webHeader.size()), {}), isKept);
}

QTEST_GUILESS_MAIN(TestLayoutKeeping)
#include "tst_layoutkeeping.moc"
