// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/visibletext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatDeceives_data();
    void showsWhatDeceives();
    void keepsTabsOnDemand();
    void cutsLongText();
    void cutsNoCharacterInTwo();
};

void TestVisibleText::showsWhatDeceives_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    QTest::newRow("plain") << u"Grüße, 東京 <b>&amp;"_s << u"Grüße, 東京 <b>&amp;"_s;
    QTest::newRow("beyond the BMP") << u"😀"_s << u"😀"_s;
    QTest::newRow("escape") << u"\u001b[31m"_s << u"\\x1B[31m"_s;
    QTest::newRow("tab") << u"a\tb"_s << u"a\\x09b"_s;
    QTest::newRow("right-to-left override") << u"gpj.\u202eexe"_s << u"gpj.\\u202Eexe"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestVisibleText::showsWhatDeceives()
{
    QFETCH(const QString, text);
    QFETCH(const QString, visible);
    QCOMPARE(visibleText(text, 100), visible);
}

void TestVisibleText::keepsTabsOnDemand()
{
    QCOMPARE(visibleText(u"a\tb\r", 100, TabHandling::Keep), u"a\tb\\x0D"_s);
}

void TestVisibleText::cutsLongText()
{
    QCOMPARE(visibleText(u"abcd", 4), u"abcd"_s);
    QCOMPARE(visibleText(u"abcde", 4), u"abcd\u2026"_s);
    QCOMPARE(visibleText(QString(4'000'000, u'x'), 10).size(), 11);
}

void TestVisibleText::cutsNoCharacterInTwo()
{
    const QString visible = visibleText(u"abc😀def", 4);
    QCOMPARE(visible, u"abc😀\u2026"_s);
}

QTEST_APPLESS_MAIN(TestVisibleText)
#include "tst_visibletext.moc"
