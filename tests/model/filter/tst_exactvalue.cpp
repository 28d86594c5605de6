// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/exactvalue.h"

#include "model/format/fieldcutter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Filter;

class TestExactValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spellsCells_data();
    void spellsCells();
    void makesTermsThatParseAgain_data();
    void makesTermsThatParseAgain();
    void readsTerms_data();
    void readsTerms();
};

void TestExactValue::spellsCells_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("comparable");
    const auto row = [](const char* field, const QByteArray& cell, const QString& value, bool comparable = true) {
        QTest::addRow("%s %s", field, cell.constData()) << QString::fromLatin1(field) << cell << value << comparable;
    };
    row("user", "-", {});
    row("user", "", {});
    row("user", " ", u" "_s);
    row("user", "CONTOSO\\Bob", u"CONTOSO\\Bob"_s);
    row("user", "J\xF6rg", u"Jörg"_s);
    row("user", "J\xC3\xB6rg", u"Jörg"_s);
    row("client", "10.0.0.1:1024", u"10.0.0.1"_s);
    row("client", "FE80:0::1%4", u"fe80::1"_s);
    row("client", "-:80", {});
    row("client", "10.0.0.0/8", u"10.0.0.0/8"_s, false);
    row("client", "nobody", u"nobody"_s, false);
    row("port", " 080 ", u"80"_s);
    row("port", "0x50", u"80"_s);
    row("port", "http", u"http"_s, false);
    row("bytes-in", "10k", u"10k"_s, false);
    row("bytes-in", "99999999999999999999", u"99999999999999999999"_s, false);
    row("error-info", "0x00000400", u"0x400"_s);
    row("error-info", "1024", u"0x400"_s);
    row("error-info", "-5", u"-5"_s);
}

void TestExactValue::spellsCells()
{
    QFETCH(const QString, field);
    QFETCH(const QByteArray, cell);
    QFETCH(const QString, value);
    QFETCH(const bool, comparable);
    QCOMPARE(QString::fromStdString(exactValue(fieldName(field), toStringView(cell))), value);
    QCOMPARE(isComparable(fieldName(field), value), comparable);
}

void TestExactValue::makesTermsThatParseAgain_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* field, const QString& value, const QString& text) {
        QTest::addRow("%s %s", field, qPrintable(value)) << QString::fromLatin1(field) << value << text;
    };
    row("user", u"bob"_s, u"user=bob"_s);
    row("user", {}, u"user:-"_s);
    row("user", u" "_s, u"user=\" \""_s);
    row("user", u"a b"_s, u"user=\"a b\""_s);
    row("user", u"a,b"_s, u"user=\"a,b\""_s);
    row("user", u"a*?"_s, u"user=a*?"_s);
    row("user", u"a..b"_s, u"user=a..b"_s);
    row("user", u"\"a\""_s, u"user=\"\\\"a\\\"\""_s);
    row("user", u"A\\b"_s, u"user=A\\b"_s);
    row("user", u"A\\b c\\"_s, u"user=\"A\\\\b c\\\\\""_s);
    row("user", u"a\\\""_s, u"user=\"a\\\\\\\"\""_s);
    row("user", u"(a)"_s, u"user=\"(a)\""_s);
    row("user", u"=a"_s, u"user=\"=a\""_s);
    row("user", u"~/a/"_s, u"user=~/a/"_s);
    row("user", u"/a/"_s, u"user=\"/a/\""_s);
    row("user", u"-a"_s, u"user=-a"_s);
    row("user", u"OR"_s, u"user=OR"_s);
    row("user", u"a\tb\nc\rd\u2028e"_s, u"user=\"a\tb\nc\rd\u2028e\""_s);
    row("user", QString::fromLatin1("a\0\x01\x7F", 4), u"user="_s + QString::fromLatin1("a\0\x01\x7F", 4));
    row("user", u"Jörg€"_s, u"user=Jörg€"_s);
    row("user", u"\u202Eabc"_s, u"user=\u202Eabc"_s);
    row("user", u"\uFEFFabc"_s, u"user=\uFEFFabc"_s);
    row("user", QString(4000, u'"'), u"user=\""_s + QString(4000, u'"').replace(u'"', u"\\\""_s) + u'"');
    row("client", u"10.0.0.1"_s, u"client=10.0.0.1"_s);
    row("client", u"fe80::1"_s, u"client=fe80::1"_s);
    row("client", {}, u"client:-"_s);
    row("port", u"80"_s, u"port=80"_s);
    row("port", u"-5"_s, u"port=-5"_s);
    row("port", {}, u"port:-"_s);
    row("code", u"12209"_s, u"code=12209"_s);
    row("code", u"0xC004000D"_s, u"code=0xC004000D"_s);
    row("code", u"BLOCKED"_s, u"code=BLOCKED"_s);
    row("code", {}, u"code:-"_s);
    row("class", u"denied"_s, u"class=denied"_s);
    row("severity", u"error"_s, u"severity=error"_s);
    row("area", u"policy"_s, u"area=policy"_s);
    row("date", u"2010-05-12"_s, u"date=2010-05-12"_s);
    row("time", u"10:30:15"_s, u"time=10:30:15"_s);
    row("odd name (x)", u"a"_s, u"\"odd name (x)\"=a"_s);
}

void TestExactValue::makesTermsThatParseAgain()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const QString, text);
    const FieldName name = fieldName(field);
    QVERIFY(isComparable(name, value));
    const FilterExpression term = valueTerm(name, {value});
    QCOMPARE(term.toString(), text);
    const QStringList pair{value, u"12209"_s};
    const FilterExpression some = isComparable(name, pair[1]) ? valueTerm(name, pair) : term;
    for (const FilterExpression& made : {term, some, withoutValueTerm(name, value),
                                         FilterExpression::allOf({withoutValueTerm(name, value), some, term})}) {
        const auto parsed = FilterExpression::parse(made.toString());
        QVERIFY2(parsed, qPrintable(made.toString()));
        QVERIFY2(*parsed == made, qPrintable(made.toString()));
    }
    QCOMPARE(valuesOfTerm(term, name), QStringList{value});
    QVERIFY(valuesOfTerm(withoutValueTerm(name, value), name).isEmpty());
}

void TestExactValue::readsTerms_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char* term, const char* field, const QStringList& values) {
        QTest::newRow(term) << QString::fromUtf8(term) << QString::fromLatin1(field) << values;
    };
    row("user=a", "user", {u"a"_s});
    row("user=b", "rule", {});
    row("USER=\"a\"", "user", {u"a"_s});
    row("user=a OR user=\"b c\" OR user:-", "user", {u"a"_s, u"b c"_s, QString()});
    row("user=a OR rule=b", "user", {});
    row("user=a OR -user=b", "user", {});
    row("user=-", "user", {QString()});
    row("user:\"\"", "user", {QString()});
    row("user:a", "user", {});
    row("user:a,b", "user", {});
    row("user:-,a", "user", {});
    row("user!=a", "user", {});
    row("-user=a", "user", {});
    row("user~/a/", "user", {});
    row("client=FE80::1%4", "client", {u"fe80::1"_s});
    row("client=10.0.0.1:80", "client", {});
    row("client=10.0.0.0/8", "client", {});
    row("client=10.0.0.0/32", "client", {u"10.0.0.0"_s});
    row("port=0x50", "port", {u"80"_s});
    row("port>80", "port", {});
    row("bytes-in=10k", "bytes-in", {u"10000"_s});
    row("code=0x2FB1", "code", {u"12209"_s});
    row("code=-1073479667", "code", {u"0xC004000D"_s});
    row("class=denied", "class", {u"denied"_s});
    row("class=d*", "class", {});
    row("time=10:30:15", "time", {u"10:30:15"_s});
    row("time=10:30", "time", {});
    row("time=2010-05-12T10:30:15", "time", {});
    row("date=2010-05-12", "date", {u"2010-05-12"_s});
    row("date=2010-05", "date", {});
    row("date:..2010", "date", {});
    row("\"GMT Time\"=2010-05-12T10:30:15", "GMT Time", {u"2010-05-12T10:30:15"_s});
    row("word", "user", {});
}

void TestExactValue::readsTerms()
{
    QFETCH(const QString, term);
    QFETCH(const QString, field);
    QFETCH(const QStringList, values);
    const auto parsed = FilterExpression::parse(term);
    QVERIFY(parsed);
    QCOMPARE(valuesOfTerm(*parsed, fieldName(field)), values);
}

QTEST_GUILESS_MAIN(TestExactValue)
#include "tst_exactvalue.moc"
