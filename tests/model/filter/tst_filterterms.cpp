// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterterms.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestFilterTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsTheText_data();
    void followsTheText();
    void switchesTerms();
    void switchesLikeOthers_data();
    void switchesLikeOthers();
    void inverts_data();
    void inverts();
    void adds_data();
    void adds();
    void replaces_data();
    void replaces();
};

namespace {

FilterExpression parsed(const QString& text)
{
    return *FilterExpression::parse(text);
}

/// The terms of @p text, those switched off that have a `#` before them.
FilterTerms termsOf(const QString& text)
{
    FilterTerms terms;
    terms.setExpression(parsed(QString(text).remove(u'#')));
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i)
        terms.setOn(i, !words[i].startsWith(u'#'));
    return terms;
}

/// As termsOf() reads them.
QString textOf(const FilterTerms& terms)
{
    QStringList words;
    for (const FilterTerms::Term& term : terms.terms())
        words += (term.isOn ? u""_s : u"#"_s) + term.expression.toString();
    return words.join(u' ');
}

} // namespace

void TestFilterTerms::followsTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::newRow("from nothing") << u""_s << u"a b"_s << u"a b"_s;
    QTest::newRow("to nothing") << u"a b"_s << u""_s << u""_s;
    QTest::newRow("keeps what is off") << u"a #b c"_s << u"a c d"_s << u"a #b c d"_s;
    QTest::newRow("off at the end") << u"a #b"_s << u"a"_s << u"a #b"_s;
    QTest::newRow("all gone but what is off") << u"a #b"_s << u""_s << u"#b"_s;
    QTest::newRow("written again") << u"a #b"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("one term of several") << u"(a OR b)"_s << u"a OR b"_s << u"a OR b"_s;
}

void TestFilterTerms::followsTheText()
{
    QFETCH(const QString, before);
    QFETCH(const QString, text);
    FilterTerms terms;
    if (!before.contains(u'('))
        terms = termsOf(before);
    terms.setExpression(parsed(text));
    QTEST(textOf(terms), "after");
}

void TestFilterTerms::switchesTerms()
{
    FilterTerms terms = termsOf(u"a b c"_s);
    terms.setOn(1, false);
    QCOMPARE(terms.expression(), parsed(u"a c"_s));
    terms.setOn(0, false);
    terms.setOn(2, false);
    QVERIFY(terms.expression().isEmpty());
    terms.setOn(1, true);
    QCOMPARE(terms.expression(), parsed(u"b"_s));
    terms.remove(1);
    QCOMPARE(textOf(terms), u"#a #c"_s);
    terms = termsOf(u"a #b c"_s);
    terms.switchAllOff();
    QCOMPARE(textOf(terms), u"#a #b #c"_s);
}

void TestFilterTerms::switchesLikeOthers_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("after");
    QTest::newRow("on and off") << u"#a b"_s << u"a #b"_s << u"a #b"_s;
    QTest::newRow("in another order") << u"#a b"_s << u"#b a"_s << u"a #b"_s;
    QTest::newRow("what only one of them has") << u"a #b"_s << u"#a c"_s << u"#a #b"_s;
    QTest::newRow("nothing") << u"a #b"_s << u""_s << u"a #b"_s;
}

void TestFilterTerms::switchesLikeOthers()
{
    QFETCH(const QString, before);
    QFETCH(const QString, other);
    FilterTerms terms = termsOf(before);
    terms.switchLike(termsOf(other));
    QTEST(textOf(terms), "after");
}

void TestFilterTerms::inverts_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("opposite");
    QTest::newRow("word") << u"a"_s << u"-a"_s;
    QTest::newRow("left out") << u"-class:denied"_s << u"class:denied"_s;
    QTest::newRow("alternatives") << u"a OR b"_s << u"-(a OR b)"_s;
    QTest::newRow("unequal") << u"user!=a"_s << u"-user!=a"_s;
}

void TestFilterTerms::inverts()
{
    QFETCH(const QString, term);
    QFETCH(const QString, opposite);
    FilterTerms terms;
    terms.setExpression(parsed(term));
    terms.invert(0);
    QCOMPARE(terms.expression(), parsed(opposite));
    terms.invert(0);
    QCOMPARE(terms.expression(), parsed(term));
}

void TestFilterTerms::adds_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("added");
    QTest::addColumn<QString>("after");
    QTest::newRow("new") << u"a"_s << u"b"_s << u"a b"_s;
    QTest::newRow("there") << u"a b"_s << u"a"_s << u"a b"_s;
    QTest::newRow("off") << u"#a b"_s << u"a"_s << u"a b"_s;
    QTest::newRow("opposite of one") << u"a b"_s << u"-a"_s << u"b -a"_s;
    QTest::newRow("several") << u"a"_s << u"a b"_s << u"a b"_s;
    QTest::newRow("nothing") << u"a"_s << u""_s << u"a"_s;
}

void TestFilterTerms::adds()
{
    QFETCH(const QString, before);
    QFETCH(const QString, added);
    FilterTerms terms = termsOf(before);
    terms.add(parsed(added));
    QTEST(textOf(terms), "after");
}

void TestFilterTerms::replaces_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("after");
    QTest::newRow("in its place") << u"a b c"_s << u"b"_s << u"x"_s << u"a x c"_s;
    QTest::newRow("by nothing") << u"a b c"_s << u"b"_s << u""_s << u"a c"_s;
    QTest::newRow("nothing") << u"a b"_s << u""_s << u"x"_s << u"a b x"_s;
    QTest::newRow("what is not there") << u"a b"_s << u"c"_s << u"x"_s << u"a b x"_s;
    QTest::newRow("two by one") << u"a b c"_s << u"a c"_s << u"x"_s << u"x b"_s;
    QTest::newRow("off by on") << u"a #b"_s << u"b"_s << u"x"_s << u"a x"_s;
}

void TestFilterTerms::replaces()
{
    QFETCH(const QString, before);
    QFETCH(const QString, old);
    QFETCH(const QString, now);
    FilterTerms terms = termsOf(before);
    terms.replace(parsed(old), parsed(now));
    QTEST(textOf(terms), "after");
}

QTEST_GUILESS_MAIN(TestFilterTerms)
#include "tst_filterterms.moc"
