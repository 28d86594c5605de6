// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/readbuffer.h"

#include <QTest>

#include <algorithm>

using namespace TmgLens;

class ReadBufferTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesTheSameMemoryAgain();
    void givesEachItsOwn();
    void keepsPlacesInPages_data();
    void keepsPlacesInPages();
};

void ReadBufferTest::usesTheSameMemoryAgain()
{
    const char* const first = ReadBuffer(100'000, 0).bytes().data();
    const ReadBuffer smaller(50'000, 0);
    QCOMPARE(smaller.bytes().size(), 50'000U);
    QCOMPARE(static_cast<const void*>(smaller.bytes().data()), static_cast<const void*>(first));
}

void ReadBufferTest::givesEachItsOwn()
{
    const ReadBuffer outer(1000, 0);
    outer.bytes().front() = 'o';
    {
        const ReadBuffer inner(2000, 0);
        QCOMPARE(inner.bytes().size(), 2000U);
        inner.bytes().front() = 'i';
    }
    QCOMPARE(outer.bytes().front(), 'o');
    QCOMPARE(ReadBuffer(0, 0).bytes().size(), 0U);
}

void ReadBufferTest::keepsPlacesInPages_data()
{
    QTest::addColumn<quint64>("offset");
    for (const quint64 offset : {0ULL, 1ULL, 4095ULL, 4096ULL, 4'194'303ULL, 10'000'000'001ULL})
        QTest::addRow("%llu", offset) << quint64(offset);
}

void ReadBufferTest::keepsPlacesInPages()
{
    constexpr std::size_t size = 100'000;
    QFETCH(const quint64, offset);
    const ReadBuffer buffer(size, offset);
    QCOMPARE(buffer.bytes().size(), size);
    QCOMPARE(reinterpret_cast<quintptr>(buffer.bytes().data()) % 4096, offset % 4096);
    std::ranges::fill(buffer.bytes(), 'x'); // the address sanitizer looks on
}

QTEST_GUILESS_MAIN(ReadBufferTest)
#include "tst_readbuffer.moc"
