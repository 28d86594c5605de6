// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/readbuffer.h"

#include <QTest>

using namespace TmgLens;

class ReadBufferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheSameMemoryAgain();
    void givesEachItsOwn();
};

void ReadBufferTest::usesTheSameMemoryAgain()
{
    const char* const first = ReadBuffer(100'000).bytes().data();
    const ReadBuffer smaller(50'000);
    QCOMPARE(smaller.bytes().size(), 50'000U);
    QCOMPARE(static_cast<const void*>(smaller.bytes().data()), static_cast<const void*>(first));
}

void ReadBufferTest::givesEachItsOwn()
{
    const ReadBuffer outer(1000);
    outer.bytes().front() = 'o';
    {
        const ReadBuffer inner(2000);
        QCOMPARE(inner.bytes().size(), 2000U);
        inner.bytes().front() = 'i';
    }
    QCOMPARE(outer.bytes().front(), 'o');
    QCOMPARE(ReadBuffer(0).bytes().size(), 0U);
}

QTEST_GUILESS_MAIN(ReadBufferTest)
#include "tst_readbuffer.moc"
