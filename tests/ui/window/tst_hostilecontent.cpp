// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/csvreading.h"
#include "tests/ui/window/windowdriver.h"

#include "ui/filter/filterchip.h"
#include "ui/rules/rulepage.h"
#include "ui/summary/summarypage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextDocument>
#include <QTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/**
 * Whatever a log holds, in its values, its header and the name of its file: made visible, and never markup, wherever
 * the window shows it; and exported as it is.
 *
 * Looks at every text of every widget in every state of the window, so that a new place is looked at, too.
 */
class TestHostileContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { OwnSettings::forget(); }
    void isHarmlessEverywhere_data();
    void isHarmlessEverywhere();
    void isHarmlessInNamesOfFiles_data() { isHarmlessEverywhere_data(); }
    void isHarmlessInNamesOfFiles();

private:
    OwnSettings m_settings;
};

namespace {

constexpr qsizetype longestFileName = 60;

/// Whether @p text has what cannot be seen, or turns others round. Lines may end.
bool isDeceptive(const QString& text)
{
    const QList<uint> characters = text.toUcs4();
    return std::ranges::any_of(characters, [](char32_t character) {
        switch (QChar::category(character)) {
        case QChar::Other_Control:
            return character != U'\n' && character != U'\t';
        case QChar::Other_Format:
        case QChar::Other_Surrogate:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            return true;
        default:
            return false;
        }
    });
}

/// Whether @p text, where texts may be markup, holds the markup of the log as it is.
bool isTakenForMarkup(const QString& text)
{
    return text.contains("<b>bold"_L1) || text.contains("<img"_L1);
}

/// Menus do not show tips; buttons do.
bool hasTip(const QAction& action)
{
    const QObjectList places = action.associatedObjects();
    return std::ranges::any_of(places, [](const QObject* place) { return !qobject_cast<const QMenu*>(place); });
}

/// Collects what is wrong with the texts of a window.
class Inspection
{
public:
    explicit Inspection(const QString& state) : m_state(state) {}

    [[nodiscard]] QString result() const { return m_wrong.join(u'\n'); }

    void look(const QWidget& window)
    {
        lookAtWidget(window);
        const QList<QWidget*> widgets = window.findChildren<QWidget*>();
        for (const QWidget* widget : widgets)
            lookAtWidget(*widget);
        const QList<QAction*> actions = window.findChildren<QAction*>();
        for (const QAction* action : actions) {
            expectPlain(action->text(), action, "text of action");
            if (hasTip(*action))
                expectTip(action->toolTip(), action);
            expectPlain(action->statusTip(), action, "status tip");
        }
    }

private:
    void expectPlain(const QString& text, const QObject* place, const char* what)
    {
        if (isDeceptive(text))
            tell(text, place, what);
    }
    /// For what Qt guesses to be markup or not.
    void expectTip(const QString& text, const QObject* place)
    {
        if (isDeceptive(text) || isTakenForMarkup(text))
            tell(text, place, "tip");
    }
    void tell(const QString& text, const QObject* place, const char* what)
    {
        m_wrong += u"%1: %2 of %3 “%4” is “%5”"_s.arg(m_state, QString::fromLatin1(what),
                                                      QString::fromLatin1(place->metaObject()->className()),
                                                      place->objectName(), text.left(120));
    }

    void lookAtWidget(const QWidget& widget)
    {
        expectPlain(widget.windowTitle(), &widget, "title");
        expectTip(widget.toolTip(), &widget);
        expectPlain(widget.accessibleName(), &widget, "accessible name");
        expectPlain(widget.accessibleDescription(), &widget, "accessible description");
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            expectPlain(label->text(), label, "text");
            if (label->textFormat() != Qt::PlainText && isTakenForMarkup(label->text()))
                tell(label->text(), label, "markup");
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            expectPlain(button->text(), button, "text");
        if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            for (int i = 0; i < box->count(); ++i)
                expectPlain(box->itemText(i), box, "entry");
        if (const auto* edit = qobject_cast<const QTextEdit*>(&widget))
            lookAtPage(*edit);
        if (const auto* edit = qobject_cast<const QPlainTextEdit*>(&widget))
            expectPlain(edit->toPlainText(), edit, "text");
        const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
        // The records are cut and made visible when they are painted: see tst_logtableview.
        if (view && view->model() && !qobject_cast<const LogTableView*>(view)
            && !qobject_cast<const QHeaderView*>(view))
            lookAtRows(*view, {});
    }

    void lookAtPage(const QTextEdit& edit)
    {
        expectPlain(edit.toPlainText().remove(QChar::ObjectReplacementCharacter), &edit, "page");
        const QString html = edit.toHtml();
        if (isTakenForMarkup(html) || html.contains("href=\"http"_L1))
            tell(html, &edit, "markup");
    }

    void lookAtRows(const QAbstractItemView& view, const QModelIndex& parent)
    {
        const QAbstractItemModel* model = view.model();
        for (int row = 0; row < std::min(100, model->rowCount(parent)); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column) {
                const QModelIndex index = model->index(row, column, parent);
                expectPlain(index.data(Qt::DisplayRole).toString(), &view, "cell");
                expectPlain(index.data(Qt::AccessibleTextRole).toString(), &view, "spoken cell");
                expectTip(index.data(Qt::ToolTipRole).toString(), &view);
            }
            lookAtRows(view, model->index(row, 0, parent));
        }
    }

    QString m_state;
    QStringList m_wrong;
};

/// What is wrong with the texts of @p window, which is in @p state.
QString inspected(const MainWindow& window, const char* state)
{
    Inspection inspection(QString::fromLatin1(state));
    inspection.look(window);
    return inspection.result();
}

/// A log with @p hostile in its header and in every value that may be anything; with all of it in one.
QByteArray hostileLog(const QByteArray& hostile)
{
    const QByteArray start = hostile.left(1000);
    QByteArray log = "#Software: Microsoft Forefront " + hostile.left(200) + "\r\n#Version: 2.0\r\n"
        + "#Fields: c-ip\tcs-username\tc-agent\tdate\ttime\tr-host\ts-operation\trule\tcs-uri\tsc-status\t"
        + hostile.left(100) + "\r\n";
    for (const QByteArray& code : {"200"_ba, "12209"_ba, "11001"_ba, start})
        log += QByteArrayList{"10.0.0.1", hostile,           start, "2010-05-12", "10:00:00", start, start,
                              start,      "http://" + start, code,  start}
                   .join('\t')
            + "\r\n";
    return log;
}

#define INSPECT(state)                                                                                                 \
    do {                                                                                                               \
        const QString wrong = inspected(window, state);                                                                \
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));                                                                  \
    } while (false)

} // namespace

void TestHostileContent::initTestCase()
{
    QVERIFY(isDeceptive(u"a\u202Eb"_s));
    QVERIFY(!isDeceptive(u"Grüße, 東京\n"_s));
}

void TestHostileContent::isHarmlessEverywhere_data()
{
    QTest::addColumn<QByteArray>("hostile");
    const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text.toUtf8(); };
    row("terminal escape", u"\u001B[31mred\u001B]0;owned\u0007"_s);
    row("C1 control", u"a\u009B31m\u0085b"_s);
    row("right-to-left override", u"gpj.\u202Eexe"_s);
    row("isolates and marks", u"\u2066a\u2069\u200Fb\u061C"_s);
    row("zero width", u"pay\u200Bpal\u2060\u00AD"_s);
    row("byte order mark within", u"a\uFEFFb"_s);
    row("line separators", u"a\u2028b\u2029c"_s);
    row("tag characters", u"a\U000E0041\U000E0042"_s);
    row("HTML", u"<b>bold</b><img src='http://192.0.2.1/x.png'><a href='http://192.0.2.1'>x</a>"_s);
    row("HTML that closes", u"</p></td></qt><b>bold</b>&lt;b&gt;"_s);
    row("Markdown", u"[x](http://192.0.2.1/) **bold** `code`"_s);
    row("formula", u"=cmd|' /C calc'!A0"_s);
    row("placeholders", u"%1 %2 %n %Ln {} %s"_s);
    row("keys of menus", u"&File && &x"_s);
    QTest::newRow("invalid UTF-8") << QByteArray("\xC3\x28\xF0\x9F\x92\xED\xA0\x80\xFF");
    QTest::newRow("2 MB") << QByteArray("<b>bold</b>\xE2\x80\xAE").repeated(140'000);
}

void TestHostileContent::isHarmlessEverywhere()
{
    QFETCH(const QByteArray, hostile);
    const QTemporaryDir folder;
    const QByteArray log = hostileLog(hostile);
    MainWindow window;
    window.resize(1400, 900);
    window.show();
    window.open({writeFile(folder, u"log.w3c"_s, log)});
    const WindowDriver driver(window);
    QTRY_COMPARE_WITH_TIMEOUT(driver.countText(), u"4 of 4 records"_s, 60'000); // megabytes
    QTRY_VERIFY(driver.part<QWidget>(u"loading")->isHidden());
    INSPECT("records");

    driver.part<QDockWidget>(u"facetDock")->raise();
    const auto* values = driver.part<QTreeView>(u"facetTree")->model();
    QTRY_VERIFY(values->rowCount() > 0 && values->rowCount(values->index(0, 0)) > 0);
    INSPECT("values");

    const QList<QMenu*> menus = window.findChildren<QMenu*>();
    for (QMenu* menu : menus)
        Q_EMIT menu->aboutToShow();
    INSPECT("menus");

    const int column = driver.table()->shownFields().at(3); // the user
    driver.table()->setCurrentIndex(driver.table()->model()->index(1, column));
    Q_EMIT driver.table()->customContextMenuRequested(
        driver.table()->visualRect(driver.table()->currentIndex()).center());
    INSPECT("menu of a record");
    auto* menu = driver.table()->findChild<QMenu*>();
    QVERIFY(menu);
    QVERIFY(!menu->actions().isEmpty());
    menu->actions().first()->trigger(); // shows only this value, if it can be said
    menu->close();
    QTest::qWait(50);
    INSPECT("filter");
    driver.trigger(u"showAll");

    driver.trigger(u"toggleBookmark");
    INSPECT("bookmark");
    driver.trigger(u"story");
    QTRY_VERIFY(driver.shows(u"storyDialog"));
    QTest::qWait(50);
    INSPECT("story");
    driver.part<QWidget>(u"storyDialog")->close();

    driver.trigger(u"summary");
    QTRY_VERIFY(driver.part<QLabel>(u"summaryFacts")->text().startsWith(u"4 of 4"_s));
    INSPECT("summary");
    driver.trigger(u"rules");
    QTest::qWait(100);
    INSPECT("rules");
    driver.trigger(u"rules");
    driver.trigger(u"lookUpCode");
    INSPECT("code");

    const QString path = folder.filePath(u"out.csv"_s);
    driver.trigger(u"exportCsv");
    INSPECT("export");
    driver.part<QLineEdit>(u"exportPath")->setText(path);
    driver.part<QCheckBox>(u"exportGuard")->setChecked(false);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
    QTRY_VERIFY(driver.part<QWidget>(u"exporting")->isHidden());
    QFile csv(path);
    QVERIFY(csv.open(QIODevice::ReadOnly));
    const QList<QByteArrayList> rows = readBack(csv.readAll());
    QCOMPARE(rows.size(), 5);
    const qsizetype user = rows[0].indexOf("cs-username");
    if (QByteArrayView(hostile).isValidUtf8()) // other bytes are of a code page, and become UTF-8
        QVERIFY2(rows[1][user] == hostile, rows[1][user].left(200).constData());
}

void TestHostileContent::isHarmlessInNamesOfFiles()
{
    QFETCH(const QByteArray, hostile);
    QString name = QString::fromUtf8(hostile.left(longestFileName));
    name.remove(u'/').remove(QChar::ReplacementCharacter);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(name));
    const QString inside = folder.filePath(name);
    const QString one = writeFile(folder, name + u'/' + name + u"1.w3c"_s, fortyRecords());
    const QString two = writeFile(folder, name + u'/' + name + u"2.w3c"_s, fortyRecords());
    const QString noLog = writeFile(folder, name + u'/' + name + u"3.txt"_s, "Nothing of interest.\n");
    if (one.isEmpty() || two.isEmpty() || noLog.isEmpty())
        QSKIP("This file system has no such names.");

    MainWindow window;
    window.resize(1400, 900);
    window.show();
    window.open({inside});
    const WindowDriver driver(window);
    QTRY_COMPARE(driver.countText(), u"80 of 80 records"_s);
    QTRY_VERIFY(driver.shows(u"messageBar")); // that says which is no log
    QTRY_VERIFY(driver.shows(u"setFindings")); // two are the same
    INSPECT("set");
    driver.trigger(u"toggleBookmark");
    INSPECT("bookmark");
    driver.part<QDockWidget>(u"facetDock")->raise();
    driver.trigger(u"summary");
    QTRY_VERIFY(driver.part<QLabel>(u"summaryFacts")->text().startsWith(u"80 of 80"_s));
    INSPECT("summary");

    const QString path = inside + u"/out.csv"_s;
    driver.trigger(u"exportCsv");
    driver.part<QLineEdit>(u"exportPath")->setText(path);
    QTest::mouseClick(driver.part<QWidget>(u"exportButton"), Qt::LeftButton);
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(driver.part<QLabel>(u"messageText")->text().endsWith(u": 80."_s));
    INSPECT("exported");
    driver.part<SummaryPage>(u"summaryPage")->saveTo(inside + u"/out.html"_s);
    INSPECT("summary saved");
    driver.part<SummaryPage>(u"summaryPage")->saveTo(one);
    INSPECT("summary refused");

    window.open({one});
    QTRY_COMPARE(driver.countText(), u"40 of 40 records"_s);
    INSPECT("one log");
    window.open({noLog});
    QTRY_VERIFY(driver.shows(u"errorPage"));
    INSPECT("no log");
    window.open({inside + u"/missing"_s + name});
    QTRY_VERIFY(driver.part<QLabel>(u"errorText")->text().contains(u"missing"_s));
    INSPECT("missing log");
    MainWindow next;
    Inspection inspection(u"start page"_s);
    inspection.look(next);
    QVERIFY2(inspection.result().isEmpty(), qPrintable(inspection.result()));
}

QTEST_MAIN(TestHostileContent)
#include "tst_hostilecontent.moc"
