// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/panes/palettes.h"
#include "ui/look/quietcolors.h"
#include "ui/look/quietplaceholder.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resultmark.h"
#include "ui/look/resulttitles.h"

#include <QLineEdit>
#include <QTest>

using namespace TmgLens;

class TestResultColors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClassCanBeReadAndSeen_data();
    void everyClassCanBeReadAndSeen();
    void classesDiffer();
    void tintGivesWayToText();
    void placeholdersCanBeRead();
    void contrastFollowsItsDefinition();
    void foldedMarksAreRings_data();
    void foldedMarksAreRings();
};

void TestResultColors::everyClassCanBeReadAndSeen_data()
{
    QTest::addColumn<ResultClass>("resultClass");
    QTest::addColumn<QPalette>("palette");
    for (std::size_t i = 0; i < resultClassCount; ++i) {
        const auto resultClass = ResultClass(i);
        QTest::addRow("%s light", keyword(resultClass).data()) << resultClass << lightPalette();
        QTest::addRow("%s dark", keyword(resultClass).data()) << resultClass << darkPalette();
    }
}

void TestResultColors::everyClassCanBeReadAndSeen()
{
    QFETCH(const ResultClass, resultClass);
    QFETCH(const QPalette, palette);
    const QColor base = palette.color(QPalette::Base);
    const QColor tint = resultTint(resultClass, palette);
    const QColor color = resultColor(resultClass, palette);

    QVERIFY(tint != base);
    QCOMPARE_GE(contrastRatio(palette.color(QPalette::Text), tint), 7.0);
    QCOMPARE_GE(contrastRatio(quietTextColor(palette), tint), 4.5);
    QCOMPARE_GE(contrastRatio(color, base), 3.0);
    QCOMPARE_GE(contrastRatio(resultBadgeText(palette), color), 4.5);
    QVERIFY(!resultClassTitle(resultClass).isEmpty());
}

void TestResultColors::classesDiffer()
{
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        QSet<QRgb> colors;
        QSet<QString> titles;
        for (std::size_t i = 0; i < resultClassCount; ++i) {
            colors << resultColor(ResultClass(i), palette).rgb();
            titles << resultClassTitle(ResultClass(i));
        }
        QCOMPARE(colors.size(), qsizetype(resultClassCount));
        QCOMPARE(titles.size(), qsizetype(resultClassCount));
    }
}

void TestResultColors::tintGivesWayToText()
{
    QPalette palette = lightPalette();
    palette.setColor(QPalette::Text, QColor(0x5a5a5a)); // 6.9:1 on white: no room for a tint
    QCOMPARE(resultTint(ResultClass::Attack, palette), palette.color(QPalette::Base));
}

void TestResultColors::placeholdersCanBeRead()
{
    QWidget parent;
    auto* line = new QLineEdit(&parent);
    new QuietPlaceholder(line);
    for (QPalette palette : {lightPalette(), darkPalette(), lightPalette()}) {
        palette.setColor(QPalette::PlaceholderText, QColor(0x6e7175));
        parent.setPalette(palette);
        const QColor color = line->palette().color(QPalette::PlaceholderText);
        QCOMPARE_GE(contrastRatio(color, palette.color(QPalette::Base)), 4.5);
        QCOMPARE(line->palette().color(QPalette::Text), palette.color(QPalette::Text));
    }
}

void TestResultColors::contrastFollowsItsDefinition()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrastRatio(QColor(0x767676), Qt::white) - 4.54) < 0.01); // WCAG's own example
}

void TestResultColors::foldedMarksAreRings_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << lightPalette();
    QTest::newRow("dark") << darkPalette();
}

/// Their shape tells them from all others, and they can be seen.
void TestResultColors::foldedMarksAreRings()
{
    QFETCH(const QPalette, palette);
    constexpr int side = 16;
    const auto picture = [](const QIcon& icon) { return icon.pixmap(QSize(side, side), 1.0).toImage(); };
    const QImage folded = picture(foldedMark(ResultClass::Info, palette));
    QCOMPARE(folded.pixelColor(side / 2, side / 2).alpha(), 0);
    QCOMPARE(picture(resultMark(ResultClass::Info, Severity::Ok, palette)).pixelColor(side / 2, side / 2).alpha(), 255);
    const QColor edge = folded.pixelColor(3, side / 2);
    QVERIFY(edge.alpha() > 200);
    QVERIFY(contrastRatio(edge.rgb(), palette.color(QPalette::Base)) >= 3);
}

QTEST_MAIN(TestResultColors)
#include "tst_resultcolors.moc"
