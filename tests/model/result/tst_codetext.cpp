// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/codetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

Q_DECLARE_METATYPE(TmgLens::CodeText::Kind)

namespace {

using Kind = CodeText::Kind;

} // namespace

class TestCodeText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsBareNumbersOnly();
    void survivesHugeText();
};

void TestCodeText::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<quint32>("number");
    QTest::addColumn<QString>("name");

    const auto row = [](const char* name, const QString& text, Kind kind, quint32 number = 0,
                        const QString& rest = {}) { QTest::newRow(name) << text << kind << number << rest; };
    row("empty", u""_s, Kind::None);
    row("blanks", u" \t "_s, Kind::None);
    row("hyphen", u"-"_s, Kind::None);
    row("hyphen among blanks", u" - "_s, Kind::None);
    row("zero", u"0"_s, Kind::Number, 0);
    row("minus zero", u"-0"_s, Kind::Number, 0);
    row("decimal", u"12209"_s, Kind::Number, 12209);
    row("decimal, blanks around", u"\t12209 "_s, Kind::Number, 12209);
    row("decimal, leading zeros", u"0000000000000000000000000012209"_s, Kind::Number, 12209);
    row("largest decimal", u"4294967295"_s, Kind::Number, 0xFFFFFFFF);
    row("one more", u"4294967296"_s, Kind::TooLarge);
    row("far more", u"99999999999999999999999999999999"_s, Kind::TooLarge);
    row("signed", u"-1073479667"_s, Kind::Number, 0xC004000D);
    row("smallest signed", u"-2147483648"_s, Kind::Number, 0x80000000);
    row("one less", u"-2147483649"_s, Kind::TooLarge);
    row("hex", u"0xC004000D"_s, Kind::Number, 0xC004000D);
    row("hex, lower case", u"0xc004000d"_s, Kind::Number, 0xC004000D);
    row("hex, capital X", u"0XC004000D"_s, Kind::Number, 0xC004000D);
    row("hex, short", u"0x0"_s, Kind::Number, 0);
    row("hex, long zero", u"0x00000000"_s, Kind::Number, 0);
    row("hex, wide", u"0x00000000C004000D"_s, Kind::Number, 0xC004000D);
    row("hex, sign-extended", u"0xFFFFFFFFC004000D"_s, Kind::Number, 0xC004000D);
    row("hex, beyond 32 bits", u"0x1C004000D"_s, Kind::TooLarge);
    row("hex, beyond 64 bits", u"0x123456789012345678901234567890"_s, Kind::TooLarge);
    row("eight hex digits", u"c004000d"_s, Kind::Number, 0xC004000D);
    row("eight decimal digits are decimal", u"80090326"_s, Kind::Number, 80090326);
    row("a word of hex letters is a word", u"dead"_s, Kind::Name, 0, u"dead"_s);
    row("prefix without digits", u"0x"_s, Kind::Name, 0, u"0x"_s);
    row("prefix with a sign", u"0x-5"_s, Kind::Name, 0, u"0x-5"_s);
    row("signed hex", u"-0x5"_s, Kind::Name, 0, u"-0x5"_s);
    row("two signs", u"--5"_s, Kind::Name, 0, u"--5"_s);
    row("plus", u"+5"_s, Kind::Name, 0, u"+5"_s);
    row("fraction", u"12209.0"_s, Kind::Name, 0, u"12209.0"_s);
    row("letter behind", u"12209a"_s, Kind::Name, 0, u"12209a"_s);
    row("digits of another script", u"１２２０９"_s, Kind::Name, 0, u"１２２０９"_s);
    row("number and symbol", u"0xC004000D FWX_E_POLICY_RULES_DENIED"_s, Kind::Number, 0xC004000D,
        u"FWX_E_POLICY_RULES_DENIED"_s);
    row("number and symbol in parentheses", u"0xC004000D (FWX_E_POLICY_RULES_DENIED)"_s, Kind::Number, 0xC004000D,
        u"FWX_E_POLICY_RULES_DENIED"_s);
    row("number and sentence", u"12202 The Forefront TMG denied the specified URL."_s, Kind::Number, 12202,
        u"The Forefront TMG denied the specified URL."_s);
    row("number, hyphen, words", u"12209 - Authorization required"_s, Kind::Number, 12209,
        u"- Authorization required"_s);
    row("two numbers", u"12204 12304"_s, Kind::NameAndNumber, 12304, u"12204"_s);
    row("the seed's pair", u"12204/ 12304"_s, Kind::NameAndNumber, 12304, u"12204/"_s);
    row("symbol", u" FWX_E_TIMEOUT "_s, Kind::Name, 0, u"FWX_E_TIMEOUT"_s);
    row("symbol and number", u"FWX_E_TIMEOUT (0x80074E25)"_s, Kind::NameAndNumber, 0x80074E25, u"FWX_E_TIMEOUT"_s);
    row("words and a number", u"Windows 2000"_s, Kind::NameAndNumber, 2000, u"Windows"_s);
    row("NUL inside", QString::fromLatin1("12\0", 3), Kind::Name, 0, QString::fromLatin1("12\0", 3));
}

void TestCodeText::reads()
{
    QFETCH(QString, text);
    QFETCH(Kind, kind);
    const CodeText code = readCodeText(text);
    QCOMPARE(code.kind, kind);
    QTEST(code.number, "number");
    QTEST(code.name.toString(), "name");
}

void TestCodeText::readsBareNumbersOnly()
{
    QCOMPARE(codeNumber(u"12209"), std::optional<quint32>(12209));
    QCOMPARE(codeNumber(u"12209 OK"), std::nullopt);
    QCOMPARE(codeNumber(u""), std::nullopt);
}

void TestCodeText::survivesHugeText()
{
    const QString digits(10'000'000, u'9');
    QCOMPARE(readCodeText(digits).kind, Kind::Name);
    const QString words = u"12209 "_s + QString(10'000'000, u'x');
    QCOMPARE(readCodeText(words).kind, Kind::Number);
}

QTEST_GUILESS_MAIN(TestCodeText)
#include "tst_codetext.moc"
