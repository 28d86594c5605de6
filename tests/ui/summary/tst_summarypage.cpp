// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "model/output/summarizing.h"
#include "ui/look/namedlabel.h"
#include "ui/summary/summarylist.h"
#include "ui/summary/summarypage.h"
#include "ui/summary/summaryprinting.h"
#include "ui/window/logpage.h"

#include <QAbstractItemModelTester>
#include <QFileDialog>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// The summary in the window: it must say what is visible, and each line must filter.
class TestSummaryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void takesThePlaceOfTheRecords();
    void linesFilter_data();
    void linesFilter();
    void followsTheFilter();
    void isWalkedByKeys();
    void showsAllCodesOnDemand();
    void goesBackForWhatIsAboutRecords();
    void tellsThatNothingIsShown();
    void neverTakesValuesForMarkup();
    void savesWhatItShows();
    void neverWritesOverTheLog();
    void prints();
    void asksForAPrinter();
    void printsWhatIsVisibleNow();
    void savesWhatIsVisibleNow();

private:
    /// Opens @p log in @p window and shows its summary.
    void open(MainWindow& window, const QString& log);
    static SummaryPage* page(const MainWindow& window) { return window.findChild<SummaryPage*>(); }
    static QString facts(const MainWindow& window) { return window.findChild<NamedLabel*>(u"summaryFacts"_s)->text(); }
    static SummaryList* list(const MainWindow& window, const QString& title);
    static QStringList texts(const SummaryList* list);

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

void TestSummaryPage::open(MainWindow& window, const QString& log)
{
    window.resize(1300, 800);
    window.show();
    window.activateWindow();
    window.open({log});
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.findChild<QAction*>(u"summary"_s)->isEnabled());
    QTest::keyClick(&window, Qt::Key_F4);
    QTRY_VERIFY(page(window)->isVisible());
    QTRY_VERIFY(!facts(window).isEmpty());
}

SummaryList* TestSummaryPage::list(const MainWindow& window, const QString& title)
{
    const QList<SummaryList*> lists = window.findChildren<SummaryList*>();
    for (SummaryList* list : lists)
        if (list->accessibleName() == title && list->isVisible())
            return list;
    return nullptr;
}

QStringList TestSummaryPage::texts(const SummaryList* list)
{
    QStringList texts;
    for (int row = 0; list && row < list->model()->rowCount(); ++row) {
        const QModelIndex line = list->model()->index(row, 0);
        texts += line.data().toString() + u' ' + line.data(SummaryLines::CountRole).toString();
    }
    return texts;
}

void TestSummaryPage::takesThePlaceOfTheRecords()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    const QAbstractItemModelTester tester(list(window, u"Result codes"_s)->model());
    QCOMPARE(facts(window), u"40 of 40 records"_s);
    QVERIFY(!driver.table()->isVisible());
    QCOMPARE(texts(list(window, u"Classes"_s)), (QStringList{u"Allowed 20"_s, u"Denied 10"_s, u"Failed 10"_s}));
    QCOMPARE(texts(list(window, u"Result codes"_s)),
             (QStringList{u"12209 10"_s, u"200 10"_s, u"11001 10"_s, u"304 10"_s}));
    QCOMPARE(list(window, u"Clients, the first 10 of 40"_s)->model()->rowCount(), 10);
    QVERIFY(!list(window, u"Rules"_s)); // the log has no such field
    QVERIFY(!window.findChild<QAction*>(u"copyText"_s)->isEnabled());

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(driver.table()->isVisible());
    QVERIFY(driver.table()->hasFocus());
    QVERIFY(!window.findChild<QAction*>(u"summary"_s)->isChecked());
    QVERIFY(window.findChild<QAction*>(u"copyText"_s)->isEnabled());
}

void TestSummaryPage::linesFilter_data()
{
    QTest::addColumn<QString>("listTitle");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("keys"); // 0: a click
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("facts");
    const int enter = Qt::Key_Return;
    QTest::newRow("click a class") << u"Classes"_s << 1 << 0 << u"class=denied"_s << u"10 of 40 records"_s;
    QTest::newRow("enter a class") << u"Classes"_s << 0 << enter << u"class=allowed"_s << u"20 of 40 records"_s;
    QTest::newRow("click a code") << u"Result codes"_s << 2 << 0 << u"code=11001"_s << u"10 of 40 records"_s;
    QTest::newRow("enter a client") << u"Clients, the first 10 of 40"_s << 0 << enter << u"client=10.0.0.0"_s
                                    << u"1 of 40 records"_s;
    QTest::newRow("click a user") << u"Users, the first 10 of 40"_s << 1 << 0 << u"user=user1"_s
                                  << u"1 of 40 records"_s;
    QTest::newRow("exclude a code") << u"Result codes"_s << 0 << (Qt::SHIFT | Qt::Key_Return).toCombined()
                                    << u"-code=12209"_s << u"30 of 40 records"_s;
}

void TestSummaryPage::linesFilter()
{
    QFETCH(const QString, listTitle);
    QFETCH(const int, row);
    QFETCH(const int, keys);
    MainWindow window;
    open(window, m_log);
    SummaryList* lines = list(window, listTitle);
    QVERIFY(lines);
    const QModelIndex line = lines->model()->index(row, 0);
    if (keys == 0) {
        QTest::mouseClick(lines->viewport(), Qt::LeftButton, {}, lines->visualRect(line).center());
    } else {
        lines->setFocus();
        lines->setCurrentIndex(line);
        const QKeyCombination combination = QKeyCombination::fromCombined(keys);
        QTest::keyClick(lines, combination.key(), combination.keyboardModifiers());
    }
    QTEST(window.findChild<QLineEdit*>(u"filterLine"_s)->text(), "filter");
    QFETCH(const QString, facts);
    QTRY_COMPARE(TestSummaryPage::facts(window), facts);
    QVERIFY(page(window)->isVisible());
}

void TestSummaryPage::followsTheFilter()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"code:304"_s);
    QTRY_COMPARE(facts(window), u"10 of 40 records"_s);
    QCOMPARE(texts(list(window, u"Classes"_s)), QStringList{u"Allowed 10"_s});
    QCOMPARE(texts(list(window, u"Result codes"_s)), QStringList{u"304 10"_s});

    // What changes while nobody looks is counted when somebody does.
    QTest::keyClick(&window, Qt::Key_F4);
    driver.trigger(u"showAll"_s);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    QTest::keyClick(&window, Qt::Key_F4);
    QTRY_COMPARE(facts(window), u"40 of 40 records"_s);
}

void TestSummaryPage::isWalkedByKeys()
{
    MainWindow window;
    open(window, m_log);
    SummaryList* classes = list(window, u"Classes"_s);
    SummaryList* codes = list(window, u"Result codes"_s);
    QTRY_VERIFY(classes->hasFocus());
    QCOMPARE(classes->currentIndex().row(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(codes->hasFocus());
    QCOMPARE(codes->currentIndex().row(), 0);
    QVERIFY(classes->selectionModel()->selectedIndexes().isEmpty());
    QTest::keyClick(codes, Qt::Key_Up);
    QVERIFY(classes->hasFocus());
    QCOMPARE(classes->currentIndex().row(), 2);
    QTest::keyClick(classes, Qt::Key_Tab);
    QVERIFY(codes->hasFocus());
    QCOMPARE(codes->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
             u"12209 Authorization required, records: 10, 25.0 %"_s);
}

void TestSummaryPage::showsAllCodesOnDemand()
{
    QByteArrayList codes;
    for (int i = 0; i < 20; ++i)
        codes += QByteArray::number(12200 + i);
    MainWindow window;
    open(window, writeFile(m_folder, u"codes.w3c"_s, webLog(codes)));
    SummaryList* lines = list(window, u"Result codes"_s);
    const QAbstractItemModelTester tester(lines->model());
    QCOMPARE(lines->model()->rowCount(), 16);
    const QModelIndex more = lines->model()->index(15, 0);
    QCOMPARE(more.data().toString(), u"Show all 20"_s);
    const int height = lines->height();
    QTest::mouseClick(lines->viewport(), Qt::LeftButton, {}, lines->visualRect(more).center());
    QCOMPARE(lines->model()->rowCount(), 21);
    QTRY_VERIFY(lines->height() > height);
    QVERIFY(window.findChild<QLineEdit*>(u"filterLine"_s)->text().isEmpty());
}

void TestSummaryPage::goesBackForWhatIsAboutRecords()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.trigger(u"nextProblem"_s);
    QVERIFY(driver.table()->isVisible());
    QVERIFY(!window.findChild<QAction*>(u"summary"_s)->isChecked());
}

void TestSummaryPage::tellsThatNothingIsShown()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"user:nobody"_s);
    QTRY_COMPARE(facts(window), u"0 of 40 records"_s);
    QVERIFY(driver.shows(u"summaryState"_s));
    QVERIFY(!list(window, u"Classes"_s));
    driver.trigger(u"showAll"_s);
    QTRY_COMPARE(facts(window), u"40 of 40 records"_s);
    QVERIFY(!driver.shows(u"summaryState"_s));
}

void TestSummaryPage::neverTakesValuesForMarkup()
{
    const QByteArray log = webHeader + "10.0.0.1\t<b>x</b>\t2010-05-12\t00:00:01\thttp://a/\t<i>200</i>\r\n";
    MainWindow window;
    open(window, writeFile(m_folder, u"markup.w3c"_s, log));
    const SummaryList* users = list(window, u"Users"_s);
    QCOMPARE(texts(users), QStringList{u"<b>x</b> 1"_s});
    const QString tip = users->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;b&gt;x&lt;/b&gt;"_s), qPrintable(tip));
}

void TestSummaryPage::savesWhatItShows()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    driver.type(u"filterLine"_s, u"class:denied"_s);
    QTRY_COMPARE(facts(window), u"10 of 40 records"_s);
    const QString path = m_folder.filePath(u"summary.html"_s);
    page(window)->saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(file.readAll());
    QVERIFY(html.contains(u"Records: 10 of 40"_s));
    QVERIFY(html.contains(u"Filter: class:denied"_s));
    QVERIFY(driver.part<QLabel>(u"messageText"_s)->text().contains(u"summary.html"_s));

    driver.trigger(u"saveSummary"_s);
    auto* dialog = window.findChild<QFileDialog*>(u"saveSummaryDialog"_s);
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"forty-summary.html"_s));
    dialog->reject();
}

void TestSummaryPage::neverWritesOverTheLog()
{
    MainWindow window;
    open(window, m_log);
    const QSignalSpy failures(page(window), &SummaryPage::failed);
    page(window)->saveTo(m_log);
    QCOMPARE(failures.size(), 1);
    QFile file(m_log);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), fortyRecords());
    page(window)->saveTo(m_folder.filePath(u"no/such/folder.html"_s));
    QCOMPARE(failures.size(), 2);
}

void TestSummaryPage::prints()
{
    const auto summary = summarizeRecords(indexOf(fortyRecords()), nullptr, {});
    QVERIFY(summary);
    QPrinter printer;
    printer.setOutputFormat(QPrinter::PdfFormat);
    const QString path = m_folder.filePath(u"summary.pdf"_s);
    printer.setOutputFileName(path);
    printSummary(*summary, &printer);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5) == "%PDF-");
    QVERIFY(file.size() > 5000);
}

void TestSummaryPage::asksForAPrinter()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    QTest::keyClick(&window, Qt::Key_F4);
    QVERIFY(driver.table()->isVisible());
    driver.trigger(u"printSummary"_s); // shows the summary first
    QVERIFY(page(window)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QPrintDialog*>(), 30000); // the first one looks for printers
    window.findChild<QPrintDialog*>()->reject();
}

void TestSummaryPage::printsWhatIsVisibleNow()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    QTRY_COMPARE(facts(window), u"40 of 40 records"_s);
    QTest::keyClick(&window, Qt::Key_F4);
    driver.type(u"filterLine"_s, u"class:denied"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    driver.trigger(u"printSummary"_s);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QPrintDialog*>(), 30000); // the first one looks for printers
    QCOMPARE(facts(window), u"10 of 40 records"_s); // and not before they were counted
    window.findChild<QPrintDialog*>()->reject();
}

void TestSummaryPage::savesWhatIsVisibleNow()
{
    MainWindow window;
    open(window, m_log);
    const WindowDriver driver(window);
    QTRY_COMPARE(facts(window), u"40 of 40 records"_s);
    QTest::keyClick(&window, Qt::Key_F4);
    QVERIFY(!page(window)->isVisible());
    driver.type(u"filterLine"_s, u"class:denied"_s);
    QTRY_COMPARE(driver.countText(), u"10 of 40 records"_s);
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(window.findChild<QFileDialog*>(u"saveSummaryDialog"_s));
    QCOMPARE(facts(window), u"10 of 40 records"_s); // and not before they were counted
    const QString path = m_folder.filePath(u"now.html"_s);
    QVERIFY(QMetaObject::invokeMethod(window.findChild<QFileDialog*>(u"saveSummaryDialog"_s), "fileSelected",
                                      Q_ARG(QString, path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("class:denied"));
}

QTEST_MAIN(TestSummaryPage)
#include "tst_summarypage.moc"
