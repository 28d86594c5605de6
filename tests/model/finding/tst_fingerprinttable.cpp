// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/fingerprinttable.h"

#include <QTest>

#include <map>
#include <random>

using namespace TmgLens;

class TestFingerprintTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsNothingInAnEmptyOne();
    void holdsWhatAMapHolds_data();
    void holdsWhatAMapHolds();
    void asksOnceAboutEachThatMayGo();
};

void TestFingerprintTable::findsNothingInAnEmptyOne()
{
    FingerprintTable<int> table;
    QVERIFY(table.isEmpty());
    QVERIFY(!table.find(1));
    table.insert(1) = 5;
    QCOMPARE(*table.find(1), 5);
    QVERIFY(!table.find(noFingerprint));
    table.remove(1);
    QVERIFY(table.isEmpty());
    QVERIFY(!table.find(1));
    QCOMPARE(table.insert(1), 0);
}

void TestFingerprintTable::holdsWhatAMapHolds_data()
{
    QTest::addColumn<quint64>("keys");
    QTest::newRow("few, all in one run") << quint64(4);
    QTest::newRow("as many as there are slots now and then") << quint64(60);
    QTest::newRow("many") << quint64(20'000);
}

void TestFingerprintTable::holdsWhatAMapHolds()
{
    QFETCH(const quint64, keys);
    std::mt19937_64 random(1);
    FingerprintTable<quint64> table;
    std::map<Fingerprint, quint64> map;
    for (quint64 i = 0; i < 100'000; ++i) {
        const Fingerprint key = 1 + random() % keys;
        if (random() % 3 > 0) {
            table.insert(key) = i;
            map[key] = i;
        } else if (map.erase(key) > 0) {
            table.remove(key);
        }
        QCOMPARE(table.size(), map.size());
        QCOMPARE(bool(table.find(key)), map.contains(key));
    }
    for (Fingerprint key = 1; key <= keys; ++key) {
        const quint64* const value = table.find(key);
        const auto expected = map.find(key);
        QCOMPARE(bool(value), expected != map.end());
        QVERIFY(!value || *value == expected->second);
    }
}

void TestFingerprintTable::asksOnceAboutEachThatMayGo()
{
    FingerprintTable<int> table;
    for (Fingerprint key = 1; key <= 1000; ++key)
        table.insert(key) = int(key);
    std::vector<int> asked;
    table.removeIf([&asked](int value) {
        asked.push_back(value);
        return value % 3 != 0;
    });
    std::ranges::sort(asked);
    QCOMPARE(asked.size(), 1000U);
    QVERIFY(std::ranges::adjacent_find(asked) == asked.end());
    QCOMPARE(table.size(), 333U);
    for (Fingerprint key = 1; key <= 1000; ++key)
        QCOMPARE(bool(table.find(key)), key % 3 == 0);
}

QTEST_GUILESS_MAIN(TestFingerprintTable)
#include "tst_fingerprinttable.moc"
