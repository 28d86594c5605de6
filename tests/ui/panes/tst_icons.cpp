// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/panes/palettes.h"
#include "ui/look/icons.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNameHasADrawing_data();
    void everyNameHasADrawing();
    void everyDrawingHasItsColorReplaced();
    void followsThePalette();
    void disabledIsPaler();
    void staysSharpOnFineScreens();
    void unknownNameIsNull();
    void applicationHasAnIcon();
};

namespace {

/// The colour of the most opaque pixel: strokes have soft edges.
QColor strokeColor(const QImage& image)
{
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            strongest = color.alpha() > strongest.alpha() ? color : strongest;
        }
    }
    return strongest;
}

} // namespace

void TestIcons::everyNameHasADrawing_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"configure", "dialog-information", "dialog-warning", "document-open", "document-open-recent",
          "document-save-as", "edit-clear", "edit-copy", "edit-find", "go-down", "go-up", "help-about", "process-stop",
          "view-filter", "view-refresh", "view-sort", "window-close"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestIcons::everyNameHasADrawing()
{
    QFETCH(const QString, name);
    const QByteArray bytes = name.toLatin1();
    const QIcon drawn = icon(QLatin1StringView(bytes));
    QVERIFY(!drawn.isNull());
    const QImage image = drawn.pixmap(QSize(22, 22), 1.0).toImage();
    QCOMPARE(image.size(), QSize(22, 22));
    QCOMPARE_GT(strokeColor(image).alpha(), 150);
    QCOMPARE(image.pixelColor(0, 0).alpha(), 0); // no icon fills its ground
}

void TestIcons::everyDrawingHasItsColorReplaced()
{
    const QDir drawings(u":/tmglens/icons"_s);
    for (const QString& name : drawings.entryList({u"*.svg"_s})) {
        QFile file(drawings.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(name == u"tmglens.svg" || file.readAll().contains("\"currentColor\""), qPrintable(name));
    }
}

void TestIcons::followsThePalette()
{
    const QIcon drawn = icon("window-close"_L1);
    QGuiApplication::setPalette(lightPalette());
    const QColor onLight = strokeColor(drawn.pixmap(QSize(32, 32), 1.0).toImage());
    QGuiApplication::setPalette(darkPalette());
    const QColor onDark = strokeColor(drawn.pixmap(QSize(32, 32), 1.0).toImage());
    QGuiApplication::setPalette(QPalette());
    QCOMPARE_LT(onLight.lightness(), 60);
    QCOMPARE_GT(onDark.lightness(), 200);
}

void TestIcons::disabledIsPaler()
{
    QGuiApplication::setPalette(lightPalette());
    const QIcon drawn = icon("window-close"_L1);
    const auto lightness = [&](QIcon::Mode mode) {
        return strokeColor(drawn.pixmap(QSize(32, 32), 1.0, mode).toImage()).lightness();
    };
    QCOMPARE_GT(lightness(QIcon::Disabled), lightness(QIcon::Normal));
    QGuiApplication::setPalette(QPalette());
}

void TestIcons::staysSharpOnFineScreens()
{
    const QPixmap pixmap = icon("edit-find"_L1).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.devicePixelRatio(), 2.0);
}

void TestIcons::unknownNameIsNull()
{
    QVERIFY(icon("no-such-thing"_L1).isNull());
}

void TestIcons::applicationHasAnIcon()
{
    QVERIFY(!applicationIcon().pixmap(48).isNull());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
