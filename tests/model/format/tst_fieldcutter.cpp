// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestFieldCutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAtSeparators_data();
    void cutsAtSeparators();
    void joinsADividedGmtTime();
    void takesTheRelayPrefixOff_data();
    void takesTheRelayPrefixOff();
    void decodesText_data();
    void decodesText();
};

/// In passing, that one cell alone is the same, whichever was asked for before.
static void checkCutter(std::string_view record, const LogLayout& layout, const std::vector<std::string_view>& cells)
{
    FieldCutter cutter(layout);
    for (std::size_t first = 0; first < cells.size() + 2; ++first) {
        cutter.setRecord(record);
        for (const std::size_t field : {first, first / 2, first + 1})
            if (cutter.cell(field) != (field < cells.size() ? cells[field] : std::string_view()))
                qFatal("Cell %zu differs, asked for after cell %zu.", field, first);
    }
}

static QByteArrayList cut(const QByteArray& record, const LogLayout& layout)
{
    std::vector<std::string_view> cells;
    std::string unescaped;
    cutFields(toStringView(record), layout, cells, unescaped);
    checkCutter(toStringView(record), layout, cells);
    QByteArrayList result;
    for (const std::string_view cell : cells)
        result.append(QByteArray(cell.data(), qsizetype(cell.size())));
    return result;
}

static LogLayout layoutOf(const QByteArrayList& names, const QByteArray& separator)
{
    LogLayout layout{.separator = separator};
    for (const QByteArray& name : names)
        layout.fields.push_back(fieldByName(name, LogKind::Web));
    completeLayout(layout);
    return layout;
}

void TestFieldCutter::cutsAtSeparators_data()
{
    QTest::addColumn<QByteArray>("separator");
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArrayList>("cells");
    QTest::newRow("tabs") << QByteArray("\t") << QByteArray("a\tb c\td") << QByteArrayList{"a", "b c", "d"};
    QTest::newRow("empty cells") << QByteArray("\t") << QByteArray("\t\t") << QByteArrayList{"", "", ""};
    QTest::newRow("tab after the last field")
        << QByteArray("\t") << QByteArray("a\tb\tc\t") << QByteArrayList{"a", "b", "c"};
    QTest::newRow("one too many") << QByteArray("\t") << QByteArray("a\tb\tc\td") << QByteArrayList{"a", "b", "c", "d"};
    QTest::newRow("one too few") << QByteArray("\t") << QByteArray("a\tb") << QByteArrayList{"a", "b"};
    QTest::newRow("blank at the end of a cell")
        << QByteArray("\t") << QByteArray("SYN ACK \tb\tc") << QByteArrayList{"SYN ACK ", "b", "c"};
    QTest::newRow("native") << QByteArray(", ") << QByteArray("a, client=No` server=Yes, c")
                            << QByteArrayList{"a", "client=No` server=Yes", "c"};
    QTest::newRow("escaped tabs") << QByteArray("#011") << QByteArray("a#011b#1#011c")
                                  << QByteArrayList{"a", "b#1", "c"};
    QTest::newRow("long cells") << QByteArray("\t")
                                << QByteArray("10.20.31.20\t\x89\x88\x0a\t\t\tHALDEN\\bela\t-\xff\x09last one")
                                << QByteArrayList{"10.20.31.20",  "\x89\x88\x0a", "",        "",
                                                  "HALDEN\\bela", "-\xff",        "last one"};
    QTest::newRow("nothing") << QByteArray("\t") << QByteArray() << QByteArrayList{""};
}

void TestFieldCutter::cutsAtSeparators()
{
    QFETCH(const QByteArray, separator);
    QFETCH(const QByteArray, record);
    QFETCH(const QByteArrayList, cells);
    const LogLayout layout = layoutOf({"c-ip", "cs-username", "c-agent"}, separator);
    QCOMPARE(cut(record, layout), cells);
}

void TestFieldCutter::joinsADividedGmtTime()
{
    const LogLayout layout = layoutOf({"c-ip", "GMT Time", "action"}, "\t");
    QCOMPARE(cut("10.0.0.1\t2011-05-30\t09:46:29\tDenied", layout),
             (QByteArrayList{"10.0.0.1", "2011-05-30\t09:46:29", "Denied"}));
    QCOMPARE(cut("10.0.0.1\tno date\t09:46:29\tDenied", layout).size(), 4);
}

void TestFieldCutter::takesTheRelayPrefixOff_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("Snare") << QByteArray("<13>Mar  6 20:56:03 host ISAFWSLog\t0\tISA\t2011-03-09")
                           << QByteArray("ISA\t2011-03-09");
    QTest::newRow("no priority") << QByteArray("Mar  6 20:56:03 host ISAWebLog\t0\t10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("blanks") << QByteArray("x ISAWebLog   0   10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("escaped tabs") << QByteArray("x ISAWebLog#0110#01110.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("no prefix") << QByteArray("10.0.0.1\tISAWebLog") << QByteArray("10.0.0.1\tISAWebLog");
    QTest::newRow("user agent with the words")
        << QByteArray("10.0.0.1\tISAWebLog 0 x") << QByteArray("10.0.0.1\tISAWebLog 0 x");
    QTest::newRow("native row, user agent with the words")
        << QByteArray("10.0.0.1, ISAWebLog 0 x") << QByteArray("10.0.0.1, ISAWebLog 0 x");
    QTest::newRow("relayed row, user agent with the words")
        << QByteArray("host ISAWebLog\t0\t10.0.0.1\tISAFWSLog 0 x") << QByteArray("10.0.0.1\tISAFWSLog 0 x");
    QTest::newRow("the words too far behind") << QByteArray(QByteArray(400, 'h') + " ISAWebLog\t0\tx")
                                              << QByteArray(QByteArray(400, 'h') + " ISAWebLog\t0\tx");
}

void TestFieldCutter::takesTheRelayPrefixOff()
{
    QFETCH(const QByteArray, record);
    QFETCH(const QByteArray, payload);
    QCOMPARE(splitRelayed(toStringView(record)).payload, toStringView(payload));
}

void TestFieldCutter::decodesText_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("text");
    QTest::newRow("ASCII") << QByteArray("plain") << u"plain"_s;
    QTest::newRow("UTF-8") << "Jörg"_ba << u"Jörg"_s;
    QTest::newRow("Windows Latin") << QByteArray("J\xF6rg \x80") << u"Jörg €"_s;
    QTest::newRow("byte order mark is kept") << "\xEF\xBB\xBFx"_ba << u"\uFEFFx"_s;
    QTest::newRow("NUL is kept") << QByteArray("a\0b", 3) << QString::fromLatin1("a\0b", 3);
}

void TestFieldCutter::decodesText()
{
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, text);
    QCOMPARE(cellText(toStringView(cell)), text);
}

QTEST_GUILESS_MAIN(TestFieldCutter)
#include "tst_fieldcutter.moc"
