// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/errortext.h"
#include "model/result/resultcatalogue.h"
#include "model/table/logtablemodel.h"
#include "tests/support/testlog.h"
#include "tests/ui/panes/palettes.h"
#include "ui/details/detailpane.h"
#include "ui/details/resultheader.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// A pane that shows the first record of a log.
struct Bench
{
    explicit Bench(const QByteArray& log)
    {
        if (const auto blocks = Test::blocksOf(log))
            model.append(*blocks);
        pane.resize(360, 600);
        pane.show();
    }

    void showRecord(quint32 number = 0)
    {
        const auto record = model.record(RecordNumber(number));
        QVERIFY(record);
        pane.showRecord(*record, model.records());
    }

    [[nodiscard]] QTextBrowser* page() const { return pane.findChild<QTextBrowser*>(u"resultPage"_s); }
    [[nodiscard]] QString text() const { return page()->toPlainText(); }
    [[nodiscard]] QString label(const QString& name) const { return pane.findChild<QLabel*>(name)->text(); }

    LogTableModel model;
    DetailPane pane;
};

/// Notes which part of a widget is painted.
class PaintSpy : public QObject
{
public:
    explicit PaintSpy(QWidget* widget) { widget->installEventFilter(this); }

    QRegion painted;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent*>(event)->region();
        return false;
    }
};

class TestDetailPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoWhenEmpty();
    void showsEverythingOfAResult();
    void saysThatNoMessageIsDocumented();
    void showsCountInThisLog();
    void showsAllFieldsAndTheRecord();
    void saysWhatIsMalformed();
    void neverTakesALogForMarkup();
    void tamesLongValues();
    void tamesManyFields();
    void copiesTheWholeRecord();
    void startsAtTheTop();
    void fitsANarrowColumn();
    void followsThePalette();
    void paintsTheHeadInTheColourOfTheClass();
    void selectsAcrossSections();
};

void TestDetailPane::saysWhatToDoWhenEmpty()
{
    Bench bench(Test::webLog({"200"}));
    QCOMPARE(bench.pane.accessibleName(), u"Result details"_s);
    QVERIFY(bench.text().startsWith(u"Select a record"));
    bench.showRecord();
    QVERIFY(!bench.text().startsWith(u"Select a record"));
    bench.pane.clear();
    QVERIFY(bench.text().startsWith(u"Select a record"));
    QVERIFY(!bench.pane.findChild<QLabel*>(u"resultBadge"_s)->isVisible());
}

void TestDetailPane::showsEverythingOfAResult()
{
    Bench bench(Test::webLog({"12209"}));
    bench.showRecord();
    const ResultEntry& entry = bench.model.records().codes().at(CodeIndex(0)).result.entry;
    QVERIFY(!entry.causes.isEmpty());
    QCOMPARE(bench.label(u"resultBadge"_s), u"Denied"_s);
    QVERIFY(bench.label(u"resultTitle"_s).startsWith(u"12209"));
    for (const QString& part :
         {entry.message, entry.causes, entry.confirm, entry.advice, entry.source, u"12209"_s, u"0x2FB1"_s, u"Signed"_s})
        QVERIFY2(bench.text().contains(part), qPrintable(part));
}

void TestDetailPane::saysThatNoMessageIsDocumented()
{
    const auto entries = ResultCatalogue::builtIn().entries();
    const auto silent = std::ranges::find_if(
        entries, [](const CatalogueEntry& entry) { return entry.message.isEmpty() && entry.log != LogKind::Firewall; });
    QVERIFY(silent != entries.end());
    Bench bench(Test::webLog({QByteArray::number(silent->value), "200"}));
    bench.showRecord();
    QVERIFY(bench.text().contains(u"No message text is documented for this code."));
    bench.showRecord(1);
    QVERIFY(!bench.text().contains(u"No message text is documented for this code."));
}

void TestDetailPane::showsCountInThisLog()
{
    Bench bench(Test::webLog({"502", "200", "502", "200"}));
    bench.showRecord();
    QVERIFY(bench.text().contains(u"2 of 4 (50.0 %)"));
}

void TestDetailPane::showsAllFieldsAndTheRecord()
{
    Bench bench(Test::webLog({"200"}));
    bench.showRecord();
    for (const QString& part : {u"Client IP"_s, u"c-ip"_s, u"10.0.0.0"_s, u"cs-username"_s, u"user0"_s,
                                u"http://host0.example/"_s, u"Record in line 4"_s})
        QVERIFY2(bench.text().contains(part), qPrintable(part));
    QVERIFY(bench.text().contains(QString::fromLatin1(Test::webRecord(0, "200"))));
}

void TestDetailPane::saysWhatIsMalformed()
{
    Bench bench(Test::webHeader + Test::webRecord(0, "200") + "\r\n10.0.0.9\tann\r\n");
    bench.showRecord(1);
    const auto record = bench.model.record(RecordNumber(1));
    QVERIFY(record->flags.testFlag(RecordFlag::TooFewFields));
    QVERIFY(bench.text().contains(u"Line 5 is malformed"));
    for (const QString& reason : describeRecordFlags(record->flags))
        QVERIFY2(bench.text().contains(reason), qPrintable(reason));
    QVERIFY(bench.text().contains(u"The record ends before this field."));
    bench.showRecord(0);
    QVERIFY(!bench.text().contains(u"malformed"));
}

void TestDetailPane::neverTakesALogForMarkup()
{
    const QByteArray evil = "<b>x</b><img src='file:///etc/passwd'>\xe2\x80\xae\x1b[31m";
    Bench bench(Test::webHeader + evil + "\t" + evil + "\t2010-05-12\t00:00:00\t" + evil + "\t" + evil + "\r\n");
    bench.showRecord();
    QVERIFY(bench.text().contains(u"<b>x</b><img src='file:///etc/passwd'>\\u202E\\x1B[31m"));
    QVERIFY(!bench.text().contains(QChar(0x202E)));
    QVERIFY(!bench.text().contains(QChar::ObjectReplacementCharacter)); // no image
    QVERIFY(bench.label(u"resultTitle"_s).startsWith(u"<b>x</b>"));
    QCOMPARE(bench.pane.findChild<QLabel*>(u"resultTitle"_s)->textFormat(), Qt::PlainText);
}

void TestDetailPane::tamesLongValues()
{
    Bench bench(Test::webHeader + "10.0.0.1\tann\t2010-05-12\t00:00:00\thttp://" + QByteArray(2'000'000, 'x')
                + "\t200\r\n");
    QElapsedTimer timer;
    timer.start();
    bench.showRecord();
    bench.pane.grab();
    QCOMPARE_LT(timer.elapsed(), 3000); // some 50 ms; laying it all out takes minutes
    QCOMPARE_LT(bench.text().size(), 30'000);
    QVERIFY(bench.text().contains(u"of 2,000,007 characters are shown"));
}

void TestDetailPane::tamesManyFields()
{
    Bench bench(Test::webHeader + Test::webRecord(0, "200") + QByteArray("\tx").repeated(50'000) + "\r\n");
    bench.showRecord();
    QVERIFY(bench.text().contains(u"Surplus field 7"));
    QVERIFY(bench.text().contains(u"not shown: 49,980"));
}

void TestDetailPane::copiesTheWholeRecord()
{
    const QByteArray record = "10.0.0.1\tann\t2010-05-12\t00:00:00\thttp://" + QByteArray(20'000, 'x') + "\t200";
    Bench bench(Test::webHeader + record + "\r\n");
    bench.showRecord();
    QVERIFY(bench.page()->find(u"Copy"_s));
    Q_EMIT bench.page()->anchorClicked(QUrl(bench.page()->textCursor().charFormat().anchorHref()));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(record));
}

void TestDetailPane::startsAtTheTop()
{
    Bench bench(Test::webLog({"502", "200"}));
    bench.showRecord();
    QScrollBar* bar = bench.page()->verticalScrollBar();
    QVERIFY(QTest::qWaitFor([&] { return bar->maximum() > 0; }));
    bar->setValue(bar->maximum());
    bench.showRecord(1);
    QCOMPARE(bar->value(), 0);
}

void TestDetailPane::fitsANarrowColumn()
{
    Bench bench(Test::webHeader + "10.0.0.1\t" + QByteArray(300, 'W') + "\t2010-05-12\t00:00:00\thttp://x/"
                + QByteArray(900, 'y') + "\t0xC0040013\r\n");
    bench.showRecord();
    QCOMPARE_LE(bench.pane.minimumSizeHint().width(), 320);
    bench.pane.resize(320, 600);
    QVERIFY(QTest::qWaitFor([&] { return bench.pane.width() == 320; }));
    QTRY_COMPARE(bench.page()->horizontalScrollBar()->maximum(), 0); // nothing sticks out at the side
}

void TestDetailPane::followsThePalette()
{
    Bench bench(Test::webLog({"502"}));
    bench.pane.setPalette(lightPalette());
    bench.showRecord();
    const auto ink = [&] {
        return bench.page()->document()->firstBlock().begin().fragment().charFormat().foreground();
    };
    const QColor onLight = ink().color();
    bench.pane.setPalette(darkPalette());
    QCOMPARE_GT(ink().color().lightness(), onLight.lightness());
    QVERIFY(bench.text().contains(u"http://host0.example/"));
}

void TestDetailPane::paintsTheHeadInTheColourOfTheClass()
{
    Bench bench(Test::webLog({"404", "401"})); // failed and denied, with the head in the same place
    bench.showRecord();
    auto* head = bench.pane.findChild<ResultHeader*>();
    QVERIFY(QTest::qWaitForWindowExposed(&bench.pane));
    QTest::qWait(50);
    const PaintSpy spy(head);
    bench.showRecord(1);
    QTRY_VERIFY(spy.painted.contains(QPoint(1, head->height() / 2)));
}

void TestDetailPane::selectsAcrossSections()
{
    Bench bench(Test::webLog({"12209"}));
    bench.showRecord();
    bench.page()->setFocus();
    QTest::keyClick(bench.page(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(bench.page(), Qt::Key_C, Qt::ControlModifier);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"What to do"));
    QVERIFY(copied.contains(u"http://host0.example/"));
}

QTEST_MAIN(TestDetailPane)
#include "tst_detailpane.moc"
