// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/completionplace.h"

#include <QTest>

#include <random>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestCompletionPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsBeingWritten_data();
    void findsWhatIsBeingWritten();
    void endsForAnyText();
};

void TestCompletionPlace::findsWhatIsBeingWritten_data()
{
    using Kind = CompletionPlace::Kind;
    QTest::addColumn<QString>("text"); // with | for the cursor
    QTest::addColumn<CompletionPlace::Kind>("kind");
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("field");

    QTest::newRow("nothing yet") << u"|"_s << Kind::Term << u""_s << u""_s << u""_s;
    QTest::newRow("start of a word") << u"cl|"_s << Kind::Term << u"cl"_s << u"cl"_s << u""_s;
    QTest::newRow("middle of a word") << u"cl|ass"_s << Kind::Term << u"class"_s << u"cl"_s << u""_s;
    QTest::newRow("before a field's operator") << u"cl|ie:5"_s << Kind::Term << u"clie"_s << u"cl"_s << u""_s;
    QTest::newRow("second term") << u"class:denied us|"_s << Kind::Term << u"us"_s << u"us"_s << u""_s;
    QTest::newRow("between terms") << u"class:denied | user:a"_s << Kind::Term << u""_s << u""_s << u""_s;
    QTest::newRow("left out") << u"-us|"_s << Kind::Term << u"us"_s << u"us"_s << u""_s;
    QTest::newRow("in parentheses") << u"(us|"_s << Kind::Term << u"us"_s << u"us"_s << u""_s;
    QTest::newRow("word that is no name") << u"a.exe|"_s << Kind::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("web address") << u"http://exa|"_s << Kind::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("quoted words") << u"\"two wo|rds\""_s << Kind::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("pattern") << u"/ab|c/"_s << Kind::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("pattern of a field") << u"url~/ab|c/"_s << Kind::Nothing << u""_s << u""_s << u""_s;
    QTest::newRow("after a pattern") << u"url~/a\\/c/ us|"_s << Kind::Term << u"us"_s << u"us"_s << u""_s;
    QTest::newRow("in an operator") << u"bytes-in>|=5"_s << Kind::Nothing << u""_s << u""_s << u""_s;

    QTest::newRow("value not begun") << u"class:|"_s << Kind::Value << u""_s << u""_s << u"class"_s;
    QTest::newRow("value") << u"class:den|"_s << Kind::Value << u"den"_s << u"den"_s << u"class"_s;
    QTest::newRow("exact value") << u"user=an|na x"_s << Kind::Value << u"anna"_s << u"an"_s << u"user"_s;
    QTest::newRow("unequal value") << u"user!=an|"_s << Kind::Value << u"an"_s << u"an"_s << u"user"_s;
    QTest::newRow("second of a list") << u"class:denied,fa|"_s << Kind::Value << u"fa"_s << u"fa"_s << u"class"_s;
    QTest::newRow("first of a list") << u"class:de|,failed"_s << Kind::Value << u"de"_s << u"de"_s << u"class"_s;
    QTest::newRow("comma in an exact value") << u"rule=a,b|"_s << Kind::Value << u"a,b"_s << u"a,b"_s << u"rule"_s;
    QTest::newRow("quoted value") << u"rule:\"Web A|ccess\" x"_s << Kind::Value << u"\"Web Access\""_s << u"Web A"_s
                                  << u"rule"_s;
    QTest::newRow("quote left open") << u"rule:\"Web A|"_s << Kind::Value << u"\"Web A"_s << u"Web A"_s << u"rule"_s;
    QTest::newRow("escaped quote") << u"rule:\"a\\\"b|\""_s << Kind::Value << u"\"a\\\"b\""_s << u"a\"b"_s << u"rule"_s;
    QTest::newRow("quoted name") << u"\"rule#1\":a|"_s << Kind::Value << u"a"_s << u"a"_s << u"rule#1"_s;
}

void TestCompletionPlace::findsWhatIsBeingWritten()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const CompletionPlace place = completionPlace(text, cursor);
    QTEST(place.kind, "kind");
    QTEST(text.mid(place.begin, place.end - place.begin), "replaced");
    QTEST(place.typed, "typed");
    QTEST(place.field.name, "field");
}

void TestCompletionPlace::endsForAnyText()
{
    std::mt19937 random(1);
    const QString characters = u"ab:=<>!~/\\\"(), -|OR"_s;
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (std::size_t length = random() % 20; length > 0; --length)
            text += characters[qsizetype(random() % std::size_t(characters.size()))];
        const auto cursor = qsizetype(random() % std::size_t(text.size() + 1));
        const CompletionPlace place = completionPlace(text, cursor);
        if (place.kind == CompletionPlace::Kind::Nothing)
            continue;
        QVERIFY(place.begin <= cursor && cursor <= place.end && place.end <= text.size());
    }
}

QTEST_GUILESS_MAIN(TestCompletionPlace)
#include "tst_completionplace.moc"
