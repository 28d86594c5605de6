// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/window/windowdriver.h"

#include "ui/filter/filterbar.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// Filters made by pointing at values: the line must say what was done, and the records must obey it.
class TestFilterByHand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_log = writeFile(m_folder, u"forty.w3c"_s, fortyRecords()); }
    void init() { OwnSettings::forget(); }

    void usesTheCurrentCell_data();
    void usesTheCurrentCell();
    void usesTheFieldOfTheDetails_data();
    void usesTheFieldOfTheDetails();
    void offersNothingForARecordThatIsGone();
    void offersNothingForValuesThatNoFilterCanName();

private:
    /// The menu of the cell in @p row under the column called @p field, shown.
    static QMenu* openMenu(const WindowDriver& driver, int row, const QString& field);

    OwnSettings m_settings;
    QTemporaryDir m_folder;
    QString m_log;
};

QMenu* TestFilterByHand::openMenu(const WindowDriver& driver, int row, const QString& field)
{
    LogTableView* table = driver.table();
    int column = 0;
    while (table->model()->headerData(column, Qt::Horizontal).toString() != field)
        ++column;
    table->setCurrentIndex(table->model()->index(row, column));
    table->scrollTo(table->currentIndex());
    const QPoint position = table->visualRect(table->currentIndex()).center();
    QContextMenuEvent request(QContextMenuEvent::Mouse, position, table->viewport()->mapToGlobal(position));
    QCoreApplication::sendEvent(table->viewport(), &request);
    return table->findChild<QMenu*>();
}

void TestFilterByHand::usesTheCurrentCell_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("count");
    QTest::newRow("only a user") << u"cs-username"_s << u"Show only user user1"_s << u"user=user1"_s
                                 << u"1 of 40 records"_s;
    QTest::newRow("without a user") << u"cs-username"_s << u"Exclude user user1"_s << u"class:allowed -user=user1"_s
                                    << u"19 of 40 records"_s;
    QTest::newRow("add an address") << u"c-ip"_s << u"Add client 10.0.0.1 to the filter"_s
                                    << u"class:allowed client=10.0.0.1"_s << u"1 of 40 records"_s;
    QTest::newRow("only a code") << u"sc-status"_s << u"Show only code 200"_s << u"code=200"_s << u"10 of 40 records"_s;
    QTest::newRow("only a class") << u"result-class"_s << u"Show only class allowed"_s << u"class=allowed"_s
                                  << u"20 of 40 records"_s;
    QTest::newRow("only a message") << u"result-message"_s << u"Show only code 200"_s << u"code=200"_s
                                    << u"10 of 40 records"_s;
    QTest::newRow("only a day") << u"date"_s << u"Show only date 2010-05-12"_s << u"date=2010-05-12"_s
                                << u"40 of 40 records"_s;
}

void TestFilterByHand::usesTheCurrentCell()
{
    QFETCH(const QString, field);
    QFETCH(const QString, entry);
    QFETCH(const QString, count);
    MainWindow window;
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    auto* line = driver.part<QLineEdit>(u"filterLine");
    line->setText(u"class:allowed"_s);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(driver.countText(), u"20 of 40 records"_s);

    QMenu* menu = openMenu(driver, 0, field);
    QVERIFY(menu);
    QStringList texts;
    const QList<QAction*> actions = menu->actions();
    for (QAction* action : actions) {
        texts += action->text().remove(u'&');
        if (texts.last() == entry)
            action->trigger();
    }
    QVERIFY2(texts.contains(entry), qPrintable(texts.join(u'\n')));
    menu->close();
    QTEST(line->text(), "filter");
    QTRY_COMPARE(driver.countText(), count);
}

void TestFilterByHand::usesTheFieldOfTheDetails_data()
{
    QTest::addColumn<bool>("isByKey");
    QTest::newRow("by key") << true;
    QTest::newRow("by mouse, on the value") << false;
}

void TestFilterByHand::usesTheFieldOfTheDetails()
{
    QFETCH(const bool, isByKey);
    MainWindow window;
    window.resize(1300, 900);
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    auto* page = driver.part<QTextBrowser>(u"resultPage");
    QTRY_VERIFY(page->toPlainText().contains(u"user0"_s));
    if (isByKey) {
        page->setFocus();
        for (int turn = 0; turn < 40 && page->textCursor().selectedText() != u"Client Username"_s; ++turn)
            QTest::keyClick(page, Qt::Key_Tab);
        QCOMPARE(page->textCursor().selectedText(), u"Client Username"_s);
        QTest::keyClick(page, Qt::Key_Return);
    } else {
        page->find(u"user0"_s);
        page->ensureCursorVisible();
        const QPoint position = page->cursorRect().center() - QPoint(3, 0);
        QContextMenuEvent request(QContextMenuEvent::Mouse, position, page->viewport()->mapToGlobal(position));
        QCoreApplication::sendEvent(page->viewport(), &request);
    }
    auto* menu = page->findChild<QMenu*>();
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    const auto exclude = std::ranges::find_if(
        actions, [](const QAction* one) { return one->text().remove(u'&') == u"Exclude user user0"_s; });
    QVERIFY(exclude != actions.end());
    (*exclude)->trigger();
    menu->close();
    QCOMPARE(driver.part<QLineEdit>(u"filterLine")->text(), u"-user=user0"_s);
    QTRY_COMPARE(driver.countText(), u"39 of 40 records"_s);
}

/// While a log is read again, the details are still those of the record that stood in the place.
void TestFilterByHand::offersNothingForARecordThatIsGone()
{
    MainWindow window;
    window.resize(1300, 900);
    window.show();
    window.open({m_log});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    auto* page = driver.part<QTextBrowser>(u"resultPage");
    QTRY_VERIFY(page->toPlainText().contains(u"user0"_s));
    auto* log =
        qobject_cast<LogTableModel*>(qobject_cast<QAbstractProxyModel*>(driver.table()->model())->sourceModel());
    log->clear();
    log->append(*blocksOf(webLog({"200", "12209"}).replace("user0", "other")));
    page->find(u"user0"_s);
    const QPoint position = page->cursorRect().center() - QPoint(3, 0);
    QContextMenuEvent request(QContextMenuEvent::Mouse, position, page->viewport()->mapToGlobal(position));
    QCoreApplication::sendEvent(page->viewport(), &request);
    auto* menu = page->findChild<QMenu*>();
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    QVERIFY(std::ranges::none_of(actions, [](const QAction* one) { return one->text().contains(u"user"_s); }));
    menu->close();
}

void TestFilterByHand::offersNothingForValuesThatNoFilterCanName()
{
    const QByteArray broken = webHeader + "10.0.0.1\tuser1\t2010-05-40\t00:00:01\thttp://a/\t200\r\n";
    MainWindow window;
    window.show();
    window.open({writeFile(m_folder, u"broken.w3c"_s, broken)});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"1 of 1 records"_s);
    QMenu* menu = openMenu(driver, 0, u"date"_s);
    QVERIFY(menu);
    const QList<QAction*> actions = menu->actions();
    QVERIFY(std::ranges::none_of(actions, [](const QAction* one) { return one->text().contains(u"date"_s); }));
    menu->close();
}

QTEST_MAIN(TestFilterByHand)
#include "tst_filterbyhand.moc"
