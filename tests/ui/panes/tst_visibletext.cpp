// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/visibletext.h"

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
    QTest::newRow("NUL and escape") << QString(u"a"_s + QChar(0) + u"\u001b[31m"_s) << u"a\u2400\u241b[31m"_s;
    QTest::newRow("tab and line feed") << u"a\tb\nc"_s << u"a\u2409b\u240ac"_s;
    QTest::newRow("delete") << u"\u007f"_s << u"\u2421"_s;
    QTest::newRow("C1 control") << u"\u0085"_s << u"\u2039U+0085\u203a"_s;
    QTest::newRow("right-to-left override") << u"gpj.\u202eexe"_s << u"gpj.\u2039U+202E\u203aexe"_s;
    QTest::newRow("isolate") << u"\u2066x\u2069"_s << u"\u2039U+2066\u203ax\u2039U+2069\u203a"_s;
    QTest::newRow("zero width") << u"a\u200bb"_s << u"a\u2039U+200B\u203ab"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\u2039U+2028\u203ab"_s;
    QTest::newRow("tag character") << u"\U000E0041"_s << u"\u2039U+E0041\u203a"_s;
    QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << u"\u2039U+D800\u203a"_s;
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
    QCOMPARE(visibleText(u"a\tb\r", 100, TabHandling::Keep), u"a\tb\u240d"_s);
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
