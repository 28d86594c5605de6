// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/logtablemodel.h"
#include "tests/model/context/contextlogs.h"
#include "tests/ui/panes/palettes.h"
#include "ui/details/detailpane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Test;

/// A pane that shows a record of a log.
struct ContextBench
{
    explicit ContextBench(const QByteArray& log)
    {
        if (const auto blocks = blocksOf(log))
            model.append(*blocks);
        pane.resize(420, 700);
        pane.show();
    }

    void showRecord(quint32 number)
    {
        const auto record = model.record(RecordNumber(number));
        QVERIFY(record);
        pane.showRecord(*record, model.records());
    }

    [[nodiscard]] QTextBrowser* page() const { return pane.findChild<QTextBrowser*>(u"resultPage"_s); }
    [[nodiscard]] QString text() const { return page()->toPlainText(); }
    /// The address of the link with the text @p name, or one that begins with it; empty for none.
    [[nodiscard]] QString link(const QString& name) const
    {
        for (QTextBlock block = page()->document()->begin(); block.isValid(); block = block.next())
            for (auto it = block.begin(); !it.atEnd(); ++it)
                if (it.fragment().text().startsWith(name) && it.fragment().charFormat().isAnchor())
                    return it.fragment().charFormat().anchorHref();
        return {};
    }
    void activate(const QString& name) const { Q_EMIT page()->anchorClicked(QUrl(link(name))); }

    LogTableModel model;
    DetailPane pane;
};

class TestRecordContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNeighbours();
    void saysThatThereAreNone();
    void goesToANeighbour();
    void showsWhoElse();
    void offersFilters();
    void goesToTheFirst();
    void showsWhatTheRecordTells();
    void putsTheFiltersReasonFirst();
    void copiesCommands();
    void withholdsCommands();
    void staysWhereTheReaderIs();
    void looksOnlyWhileItIsSeen();
    void forgetsTheRecordBefore();
    void tellsReadErrors();
    void tamesHostileValues();
};

namespace {

QByteArray troubledLog()
{
    return contextHeader + contextRecord(1, "10:00:00", "a.example", "10060")
        + contextRecord(2, "10:00:05", "a.example", "10060") + contextRecord(2, "10:00:06", "a.example", "10060")
        + contextRecord(1, "10:00:12", "a.example", "200") + contextRecord(1, "10:00:20", "a.example", "10060");
}

} // namespace

void TestRecordContext::showsNeighbours()
{
    ContextBench bench(troubledLog());
    bench.showRecord(3);
    QTRY_VERIFY(bench.text().contains(u"12 s before"));
    QVERIFY(bench.text().contains(u"8 s after"));
    QVERIFY(bench.text().contains(u"Same client and destination, up to 30 s before and after. Other records: 2."));
    QVERIFY(bench.text().contains(u"GET http://a.example/"));
}

void TestRecordContext::saysThatThereAreNone()
{
    ContextBench bench(contextHeader + contextRecord(1, "10:00:00", "a", "200"));
    bench.showRecord(0);
    QTRY_VERIFY(bench.text().contains(u"before and after: no other record."));
    QTRY_VERIFY(bench.text().contains(u"Other clients"));
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    ContextBench without(webLog({"200"}));
    without.showRecord(0);
    QTRY_VERIFY(without.text().contains(u"names no destination"));
    QTRY_VERIFY(without.text().contains(u"cannot be compared"));
}

void TestRecordContext::goesToANeighbour()
{
    ContextBench bench(troubledLog());
    bench.showRecord(3);
    QTRY_VERIFY(!bench.link(u"12 s before"_s).isEmpty());
    QSignalSpy chosen(&bench.pane, &DetailPane::recordChosen);
    bench.activate(u"12 s before"_s);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<RecordNumber>(), RecordNumber(0));
}

void TestRecordContext::showsWhoElse()
{
    ContextBench bench(troubledLog());
    bench.showRecord(0);
    QVERIFY(bench.text().contains(u"Counting")); // at once, and without a wait
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    QVERIFY(bench.text().contains(u"1, in records: 2"));
    QVERIFY(bench.text().contains(u"10.0.0.2"));
    QVERIFY(bench.text().contains(u"look at the destination"));
    QVERIFY(bench.text().contains(u"records with this code: 2"));
    QVERIFY(bench.text().contains(u"2010-05-12 10:00:20"));
    bench.showRecord(3); // all in order: nothing to blame anybody for
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    QVERIFY(!bench.text().contains(u"look at"));
}

void TestRecordContext::offersFilters()
{
    ContextBench bench(troubledLog());
    bench.showRecord(0);
    QTRY_VERIFY(!bench.link(u"Other clients"_s).isEmpty());
    QString asked;
    connect(&bench.pane, &DetailPane::termMenuAboutToShow, &bench.pane,
            [&](QMenu*, const FilterExpression& term) { asked = term.toString(); });
    bench.activate(u"Other clients"_s);
    QCOMPARE(asked, u"code=10060 host=a.example -client=10.0.0.1 -client:-"_s);
    bench.activate(u"2 \u00D7"_s);
    QCOMPARE(asked, u"code=10060 host=a.example client=10.0.0.2"_s);
    bench.activate(u"Between these two"_s);
    QCOMPARE(asked, u"code=10060 client=10.0.0.1 host=a.example"_s);
    QVERIFY(bench.link(u"Other destinations"_s).isEmpty()); // there are none
    const auto menus = bench.page()->findChildren<QMenu*>();
    for (QMenu* menu : menus)
        menu->close();
}

void TestRecordContext::goesToTheFirst()
{
    ContextBench bench(troubledLog());
    bench.showRecord(4);
    QTRY_VERIFY(!bench.link(u"Since"_s).isEmpty());
    QSignalSpy chosen(&bench.pane, &DetailPane::recordChosen);
    bench.activate(u"Since"_s);
    QCOMPARE(chosen.takeFirst().first().value<RecordNumber>(), RecordNumber(0));
    bench.activate(u"Until"_s);
    QCOMPARE(chosen.takeFirst().first().value<RecordNumber>(), RecordNumber(4));
}

void TestRecordContext::showsWhatTheRecordTells()
{
    ContextBench firewall(firewallHeader
                          + firewallRecord("10:00:00", "10.0.0.1:1", "192.0.2.1:80", "Denied", "0xc004000d"));
    firewall.showRecord(0);
    for (const QString& part :
         {u"Internal \u2192 External"_s, u"your own computers"_s, u"Denied by"_s, u"No rule was about this traffic"_s})
        QVERIFY2(firewall.text().contains(part), qPrintable(part));
    ContextBench web("#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                     "#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\terror-info\r\n"
                     "10.0.0.1\t2010-05-12\t10:00:00\thttp://a/\t10060\t0x48\r\n");
    web.showRecord(0);
    QVERIFY(web.text().contains(u"Server side, while connecting"));
}

void TestRecordContext::putsTheFiltersReasonFirst()
{
    ContextBench bench("#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                       "#Fields: c-ip\tdate\ttime\tcs-uri\tsc-status\tFilterInfo\r\n"
                       "10.0.0.1\t2010-05-12\t10:00:00\thttp://a/\t12217\tBlocked by the HTTP Security filter\r\n"
                       "10.0.0.1\t2010-05-12\t10:00:00\thttp://a/\t200\tReq ID: 1\r\n");
    bench.showRecord(0);
    QVERIFY(bench.text().trimmed().startsWith(u"The filter's reason\nBlocked by"));
    bench.showRecord(1);
    QVERIFY(!bench.text().contains(u"The filter's reason"));
}

void TestRecordContext::copiesCommands()
{
    ContextBench bench(troubledLog());
    bench.showRecord(0);
    QSignalSpy remarked(&bench.pane, &DetailPane::remarked);
    bench.activate(u"Copy telnet"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"telnet 192.0.2.1 80"_s);
    QCOMPARE(remarked.size(), 1);
    // By keyboard alone: Tab goes from link to link, Return follows.
    bench.page()->setFocus();
    bench.pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bench.pane));
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    for (int i = 0; i < 100 && bench.page()->textCursor().selectedText() != u"Copy nslookup"; ++i)
        QTest::keyClick(bench.page(), Qt::Key_Tab);
    QTest::keyClick(bench.page(), Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"nslookup a.example"_s);
}

void TestRecordContext::withholdsCommands()
{
    ContextBench bench(contextHeader + contextRecord(1, "10:00:00", "a&calc", "11001"));
    bench.showRecord(0);
    QVERIFY(bench.link(u"Copy nslookup"_s).isEmpty());
    QVERIFY(!bench.text().contains(u"nslookup a&calc"));
    QVERIFY(bench.text().contains(u"neither an address nor a proper host name"));
}

void TestRecordContext::staysWhereTheReaderIs()
{
    ContextBench bench(troubledLog());
    bench.showRecord(0);
    QScrollBar* bar = bench.page()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 300);
    bar->setValue(300);
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    QCOMPARE(bar->value(), 300);
}

void TestRecordContext::looksOnlyWhileItIsSeen()
{
    ContextBench bench(troubledLog());
    bench.pane.hide();
    bench.showRecord(0);
    QTest::qWait(400);
    QVERIFY(bench.text().contains(u"Counting"));
    bench.pane.show();
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
}

void TestRecordContext::forgetsTheRecordBefore()
{
    ContextBench bench(troubledLog());
    bench.showRecord(0);
    bench.showRecord(3);
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    QVERIFY(bench.text().contains(u"only this record has the code")); // of record 3
    bench.showRecord(0);
    bench.pane.clear();
    QTest::qWait(400);
    QVERIFY(bench.text().startsWith(u"Select a record"));
}

void TestRecordContext::tellsReadErrors()
{
    class GoneSource final : public ByteSource
    {
    public:
        [[nodiscard]] QString path() const override { return u"gone.w3c"_s; }
        [[nodiscard]] quint64 size() const override { return 1; }
        [[nodiscard]] std::expected<std::size_t, LoadError> read(quint64, std::span<char>) const override
        {
            return std::unexpected(LoadError{.kind = LoadError::Kind::Unreadable, .path = path()});
        }
    };
    ContextBench bench(troubledLog());
    const auto record = bench.model.record(RecordNumber(0));
    QVERIFY(record);
    auto block = std::make_shared<IndexBlock>(*bench.model.records().parts().front().block);
    block->source = std::make_shared<GoneSource>();
    RecordIndex gone;
    gone.append(block);
    bench.pane.showRecord(*record, gone);
    QTRY_VERIFY(bench.text().contains(u"gone.w3c"));
    QVERIFY(!bench.text().contains(u"Counting"));
    QVERIFY(!bench.text().contains(u"Looking"));
}

void TestRecordContext::tamesHostileValues()
{
    const QByteArray evil = "<img src='file:///etc/passwd'>\xe2\x80\xae\x1b[31m" + QByteArray(5'000, 'x');
    ContextBench bench(contextHeader + contextRecord(1, "10:00:00", evil, "10060")
                       + contextRecord(1, "10:00:01", evil, "10060") + contextRecord(1, "10:00:01", "b", "10060"));
    bench.showRecord(2);
    QTRY_VERIFY(!bench.text().contains(u"Counting"));
    QVERIFY(bench.text().contains(u"<img src='file:///etc/passwd'>\\u202E\\x1B[31m"));
    QVERIFY(!bench.text().contains(QChar(0x202E)));
    QVERIFY(!bench.text().contains(QChar::ObjectReplacementCharacter));
    QVERIFY(!bench.text().contains(QString(1'001, u'x')));
    QCOMPARE(bench.page()->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestRecordContext)
#include "tst_recordcontext.moc"
