// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/elidedtext.h"

#include <QGuiApplication>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestElidedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWhatFits();
    void keepsHostAndEnd_data();
    void keepsHostAndEnd();
    void fitsAnyWidth_data();
    void fitsAnyWidth();

private:
    const QFontMetrics m_metrics{QGuiApplication::font()};
    const QString m_url = u"http://www.example.com/a/rather/long/way/down/to/the/setup.exe"_s;
};

void TestElidedText::leavesWhatFits()
{
    QCOMPARE(elidedInMiddle(m_url, m_metrics, m_metrics.horizontalAdvance(m_url)), m_url);
}

void TestElidedText::keepsHostAndEnd_data()
{
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("start");
    QTest::newRow("wide") << 80 << u"http://www.example.com/…"_s;
    QTest::newRow("without the scheme") << 45 << u"www.example.com/…"_s;
}

void TestElidedText::keepsHostAndEnd()
{
    QFETCH(const int, percent);
    QFETCH(const QString, start);
    const QString text = elidedInMiddle(m_url, m_metrics, m_metrics.horizontalAdvance(m_url) * percent / 100);
    QVERIFY2(text.startsWith(start) && text.endsWith(u"p.exe"_s), qPrintable(text));
}

void TestElidedText::fitsAnyWidth_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("address") << m_url;
    QTest::newRow("no path") << u"http://www.example-of-a-long-name.example.com"_s;
    QTest::newRow("no scheme") << u"www.example-of-a-long-name.example.com:443"_s;
    QTest::newRow("no host") << u"http:///way/to/a/file/that/has/no/host"_s;
    QTest::newRow("only a scheme") << u"://////////////////////////////////"_s;
    QTest::newRow("an address within text") << u"some words before http://example.com/and/its/path"_s;
}

void TestElidedText::fitsAnyWidth()
{
    QFETCH(const QString, text);
    constexpr int narrowest = 40; // of a column
    for (int width = narrowest; width <= m_metrics.horizontalAdvance(text); ++width) {
        const QString elided = elidedInMiddle(text, m_metrics, width);
        QVERIFY2(m_metrics.horizontalAdvance(elided) <= width, qPrintable(elided));
    }
}

QTEST_MAIN(TestElidedText)
#include "tst_elidedtext.moc"
