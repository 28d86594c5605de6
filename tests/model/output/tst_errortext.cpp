// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/errortext.h"
#include "model/output/harmlesstext.h"

#include <QJsonObject>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWhyAndWhatToDo_data();
    void saysWhatWhyAndWhatToDo();
    void tellsShortMemoryWithoutName();
    void makesNamesHarmless();
    void keepsPercentSignsOfNames();
    void showsBytesSeen();
    void namesFieldsOfForeignLogs();
    void describesEachFlag();
    void spellsOutWhatTerminalsObey_data();
    void spellsOutWhatTerminalsObey();
    void cutsBytes();
};

void TestErrorText::saysWhatWhyAndWhatToDo_data()
{
    using Kind = LoadError::Kind;
    QTest::addColumn<LoadError::Kind>("kind");
    QTest::addColumn<QString>("part");

    QTest::newRow("not found") << Kind::NotFound << u"There is no file"_s;
    QTest::newRow("folder") << Kind::IsFolder << u"is a folder"_s;
    QTest::newRow("permission") << Kind::NoPermission << u"no permission"_s;
    QTest::newRow("unreadable") << Kind::Unreadable << u"byte 7 (Input/output error)"_s;
    QTest::newRow("shrunk") << Kind::Shrunk << u"became shorter"_s;
    QTest::newRow("no space") << Kind::NoSpace << u"temporary copy"_s;
    QTest::newRow("still reading") << Kind::StillReading << u"does not answer yet"_s;
    QTest::newRow("stopped") << Kind::Stopped << u"was stopped"_s;
    QTest::newRow("empty") << Kind::Empty << u"is empty"_s;
    QTest::newRow("only NULs") << Kind::OnlyNulBytes << u"nothing but NUL bytes"_s;
    QTest::newRow("empty archive") << Kind::EmptyArchive << u"no file in it"_s;
    QTest::newRow("broken archive") << Kind::BrokenArchive << u"byte 7 of it could be unpacked (Input/output error)"_s;
    QTest::newRow("encrypted archive") << Kind::Encrypted << u"is encrypted"_s;
    QTest::newRow("bomb") << Kind::UnpacksTooLarge << u"limit of 0 bytes"_s;
    QTest::newRow("nested archives") << Kind::NestedTooDeep << u"archive in an archive in an archive"_s;
    QTest::newRow("database") << Kind::Database << u"WebProxyLog"_s;
    QTest::newRow("no driver") << Kind::NoDatabaseDriver << u"driver for ODBC is not installed"_s;
    QTest::newRow("no connection") << Kind::NoConnection << u"no connection with"_s;
    QTest::newRow("no table") << Kind::NoLogTable << u"no table of ISA Server"_s;
    QTest::newRow("columns missing") << Kind::ColumnsMissing << u"lacks the columns"_s;
    QTest::newRow("query failed") << Kind::QueryFailed << u"does not answer any more (Input/output error)"_s;
    QTest::newRow("tabs lost") << Kind::TabsLost << u"tabs have become blanks"_s;
    QTest::newRow("another program's log") << Kind::ForeignLog << u"is a W3C log, but not one of"_s;
    QTest::newRow("not a log") << Kind::NotALog << u"is not a log"_s;
    QTest::newRow("too many") << Kind::TooManyRecords << u"2,147,483,647"_s;
    QTest::newRow("no memory") << Kind::NoMemory << u"not enough memory"_s;
}

void TestErrorText::saysWhatWhyAndWhatToDo()
{
    QFETCH(LoadError::Kind, kind);
    QFETCH(QString, part);
    const QString text = describeLoadError({kind, u"/logs/a.w3c"_s, 7, {}, u"Input/output error"_s});
    QVERIFY2(text.contains(part), qPrintable(text));
    QVERIFY(text.contains(u"/logs/a.w3c"_s));
    QVERIFY(text.endsWith(u'.'));
    QVERIFY(!text.contains(u'%'));
}

void TestErrorText::tellsShortMemoryWithoutName()
{
    const QString text = describeLoadError({.kind = LoadError::Kind::NoMemory});
    QVERIFY2(text.startsWith(u"There is not enough memory for this. "_s), qPrintable(text));
}

void TestErrorText::makesNamesHarmless()
{
    const QString text = describeLoadError({LoadError::Kind::NotFound, u"a\x1B[31m\u202Egnp.w3c"_s, 0, {}, {}});
    QVERIFY2(text.contains(u"a\\x1B[31m\\u202Egnp.w3c"_s), qPrintable(text));
}

void TestErrorText::keepsPercentSignsOfNames()
{
    const QString text = describeLoadError({LoadError::Kind::Shrunk, u"100%2 %1.log"_s, 55, {}, {}});
    QVERIFY2(text.contains(u"“100%2 %1.log”"_s) && text.contains(u"byte 55"_s), qPrintable(text));
}

void TestErrorText::showsBytesSeen()
{
    const QString text = describeLoadError({LoadError::Kind::NotALog, u"a.png"_s, 0, "\x89PNG\r\n\x1A", {}});
    QVERIFY2(text.contains(u"“\\x89PNG\\x0D\\x0A\\x1A”"_s), qPrintable(text));
}

void TestErrorText::namesFieldsOfForeignLogs()
{
    const QByteArray fields = "date\ttime\tsrc-ip " + QByteArray(500, 'x');
    const QString text = describeLoadError({LoadError::Kind::ForeignLog, u"a.log"_s, 0, fields, {}});
    QVERIFY2(text.contains(u"its fields are “date time src-ip x"_s) && text.contains(u"x…”"_s), qPrintable(text));
    QVERIFY(text.size() < 300);
}

void TestErrorText::describesEachFlag()
{
    QCOMPARE(describeRecordFlags({}), QStringList());
    QStringList all;
    for (const int bit : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40}) {
        const QStringList sentences = describeRecordFlags(RecordFlags::fromInt(RecordFlags::Int(bit)));
        QCOMPARE(sentences.size(), 1);
        all += sentences;
    }
    QCOMPARE(all.removeDuplicates(), 0);
    QCOMPARE(describeRecordFlags(RecordFlags::fromInt(0x7F)), all);
}

void TestErrorText::spellsOutWhatTerminalsObey_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");

    QTest::newRow("plain") << u"Müller, 日本 😀"_s << u"Müller, 日本 😀"_s;
    QTest::newRow("escape") << u"\x1B[2J"_s << u"\\x1B[2J"_s;
    QTest::newRow("line end and tab") << u"a\r\n\tb"_s << u"a\\x0D\\x0A\\x09b"_s;
    QTest::newRow("NUL") << u"a"_s + QChar(0) + u"b"_s << u"a\\x00b"_s;
    QTest::newRow("delete") << u"a\x7F"_s << u"a\\x7F"_s;
    QTest::newRow("control of the second set") << QString(QChar(0x9B)) << u"\\x9B"_s;
    QTest::newRow("bidirectional override") << u"\u202Eabc"_s << u"\\u202Eabc"_s;
    QTest::newRow("no width") << u"a\u200Bb"_s << u"a\\u200Bb"_s;
    QTest::newRow("line separator") << u"a\u2028b"_s << u"a\\u2028b"_s;
    QTest::newRow("invisible tag") << u"\U000E0001b"_s << u"\\uE0001b"_s;
}

void TestErrorText::spellsOutWhatTerminalsObey()
{
    QFETCH(QString, given);
    QFETCH(QString, expected);
    QCOMPARE(harmlessText(given), expected);

    const QByteArray json = harmlessJson({{u"text"_s, given}}, QJsonDocument::Compact);
    QCOMPARE(harmlessText(QString::fromUtf8(json)), QString::fromUtf8(json));
    QCOMPARE(QJsonDocument::fromJson(json)[u"text"].toString(), given);
}

void TestErrorText::cutsBytes()
{
    QCOMPARE(harmlessBytes("abcdef", 6), u"abcdef"_s);
    QCOMPARE(harmlessBytes("abcdef", 3), u"abc…"_s);
    QCOMPARE(harmlessBytes("", 3), QString());
}

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
