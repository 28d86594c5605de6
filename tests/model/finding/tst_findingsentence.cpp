// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingsentence.h"

#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

/// Sentences about findings.
class TestFindingSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsIn_data();
    void fillsIn();
    void tellsWhatIsCounted();
};

void TestFindingSentence::fillsIn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("client");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("filledIn");
    const auto row = [](const char* name, const QString& text, const QString& client, int count,
                        const QString& filledIn) { QTest::newRow(name) << text << client << count << filledIn; };
    row("name", u"{client} came."_s, u"10.0.0.1"_s, 1, u"10.0.0.1 came."_s);
    row("one", u"{client|client|clients}"_s, {}, 1, u"1 client"_s);
    row("more", u"{client|client|clients}"_s, {}, 2, u"2 clients"_s);
    row("none", u"{follower|logon|logons}"_s, {}, 3, u"0 logons"_s);
    row("thousands", u"{client|client|clients}"_s, {}, 1234567, u"1,234,567 clients"_s);
    row("records", u"{record|record|records}."_s, {}, 3, u"3 records."_s);
    row("no name", u"{client} came."_s, {}, 1, u"(not in the log) came."_s);
    row("dash", u"{client} came."_s, u"-"_s, 1, u"(not in the log) came."_s);
    row("place in a value", u"{client} and {host}"_s, u"{user} {record|a|b}"_s, 1,
        u"{user} {record|a|b} and (not in the log)"_s);
    row("percent", u"{client} {host}"_s, u"%1 %2"_s, 1, u"%1 %2 (not in the log)"_s);
    row("markup", u"{client}"_s, u"<b>&amp;</b>"_s, 1, u"<b>&amp;</b>"_s);
    row("long", u"{client}"_s, QString(81, u'x'), 1, QString(80, u'x') + u'…');
    row("just not long", u"{client}"_s, QString(80, u'x'), 1, QString(80, u'x'));
}

void TestFindingSentence::fillsIn()
{
    QFETCH(const QString, text);
    QFETCH(const QString, client);
    QFETCH(const int, count);
    QFETCH(const QString, filledIn);
    Pattern pattern;
    pattern.sentence = text;
    pattern.advice = u"Then: "_s + text;
    Finding finding{.pattern = &pattern, .records = {1, 2, 3}};
    finding.names[std::size_t(Attribute::Client)] = client;
    finding.distinct[std::size_t(Attribute::Client)] = quint64(count);
    QCOMPARE(findingSentence(finding), filledIn);
    QCOMPARE(findingAdvice(finding), u"Then: "_s + filledIn);
}

void TestFindingSentence::tellsWhatIsCounted()
{
    const auto counted = countedAttributes(u"{host|a|b} {client} {user|a|b} {host|c|d} {record|a|b} {follower|a|b}"_s);
    QVERIFY(counted);
    QCOMPARE(*counted, (std::vector{Attribute::Host, Attribute::User}));
    QCOMPARE(countedAttributes(u"{record}"_s).error(), u"the sentence has a place “record” that does not exist."_s);
}

QTEST_GUILESS_MAIN(TestFindingSentence)
#include "tst_findingsentence.moc"
