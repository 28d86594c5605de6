// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/filter/filtervalue.h"

#include <QRandomGenerator>
#include <QTest>

#include <format>

using namespace Qt::StringLiterals;
using namespace TmgLens;
using namespace TmgLens::Filter;

namespace {

// -- A tree as one can see it ----------------------------------------------------------------------------------------

/// Nothing for an open end, which lies beyond what a calendar can count.
QString seconds(std::chrono::sys_seconds time)
{
    using std::chrono::sys_seconds;
    if (time == sys_seconds::min() || time == sys_seconds::max())
        return {};
    return QString::fromStdString(std::format("{:%FT%T}", time));
}

QString show(const Text&)
{
    return u"text"_s;
}

QString show(const Pattern&)
{
    return u"pattern"_s;
}

QString show(const Categories& categories)
{
    return u"mask "_s + QString::number(categories.mask, 2);
}

QString show(const Codes& codes)
{
    QStringList ranges;
    for (const auto& range : codes.ranges)
        ranges += QString::number(range.first) + u".." + QString::number(range.last);
    return u"codes "_s + ranges.join(u'|');
}

QString show(const Numbers& numbers)
{
    return u"numbers "_s + QString::number(numbers.first) + u".." + QString::number(numbers.last);
}

QString show(const Addresses& addresses)
{
    const auto number = [](const IpAddress& a) {
        return QString::number(a.high, 16) + u':' + QString::number(a.low, 16);
    };
    const QString port = addresses.port ? QString(u" port "_s + QString::number(*addresses.port)) : QString();
    return u"addresses "_s + number(addresses.first) + u".." + number(addresses.last) + port;
}

QString show(const Times& times)
{
    return u"times "_s + seconds(times.begin) + u".." + seconds(times.end);
}

QString show(const DayTimes& times)
{
    return u"daily "_s + QString::number(times.begin.count()) + u".." + QString::number(times.end.count());
}

QString showTree(const Node& node);

QString show(const Group& group)
{
    QStringList parts;
    for (const auto& part : group.parts)
        parts += showTree(*part);
    return (group.kind == Group::Kind::All ? u"all("_s : u"any("_s) + parts.join(u", ") + u')';
}

QString show(const Not& negation)
{
    return u"not("_s + showTree(*negation.part) + u')';
}

QString show(const Words& words)
{
    return u"words<"_s + words.text + u'>';
}

QString show(const RecordPattern& pattern)
{
    return u"pattern<"_s + pattern.pattern + u'>';
}

QString show(const Comparison& comparison)
{
    static const QStringList operators{u":"_s, u"="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"~"_s};
    QStringList values;
    for (const auto& value : comparison.values) {
        const QString meaning = std::visit([](const auto& m) { return show(m); }, value.meaning);
        values += u'<' + value.text + u">["_s + meaning + u']';
    }
    return comparison.field.name + operators[qToUnderlying(comparison.op)] + values.join(u',');
}

QString showTree(const Node& node)
{
    return std::visit([](const auto& content) { return show(content); }, node.content);
}

// -- Trees by chance -------------------------------------------------------------------------------------------------

/// Grows trees of every shape from a seed.
class TreeGrower
{
public:
    explicit TreeGrower(quint32 seed) : m_random(seed) {}

    NodePointer grow(int depth)
    {
        switch (depth > 0 ? below(7) : 3 + below(4)) {
        case 0:
            return node(Group{Group::Kind::All, parts(depth)});
        case 1:
            return node(Group{Group::Kind::Any, parts(depth)});
        case 2:
            return negated(grow(depth - 1));
        case 3:
            return node(Words{text()});
        case 4:
            return node(RecordPattern{pattern()});
        case 5:
            return node(Comparison{fieldName(pick(textFields)), Operator::Pattern, {Value{pattern(), Pattern{}}}});
        default:
            return comparison();
        }
    }

private:
    static NodePointer node(auto content) { return std::make_shared<const Node>(Node{content}); }
    int below(int limit) { return int(m_random.bounded(limit)); }
    QString pick(const QStringList& list) { return list[below(int(list.size()))]; }
    QString pattern() { return pick({u"a+"_s, u"\\/x"_s, u"[(]"_s, u"\\\\"_s, u" b \""_s, u"\\.exe(\\?|$)"_s}); }

    QString text()
    {
        static const QString characters = u"aZ0 \t\"\\()-:=<>~!,*?/.é漢"_s;
        QString text;
        for (int i = below(6); i >= 0; --i)
            text += characters[below(int(characters.size()))];
        const QString word =
            pick({text, text, text, u"OR"_s, u"AND"_s, u"NOT"_s, u"-x"_s, u"/x"_s, u"//x"_s, u"://"_s});
        return word.trimmed().isEmpty() ? u"blank"_s : word;
    }

    std::vector<NodePointer> parts(int depth)
    {
        std::vector<NodePointer> grown;
        for (int i = 2 + below(3); i > 0; --i)
            grown.push_back(grow(depth - 1));
        return grown;
    }

    NodePointer comparison()
    {
        const QStringList texts[] = {
            {u"class"_s, u"denied"_s, u"failed"_s, u"d*"_s},
            {u"severity"_s, u"warning..critical"_s, u"ok"_s},
            {u"code"_s, u"12202..12239"_s, u"0xC004000D"_s, u"12*"_s, u"-"_s},
            {u"client"_s, u"10.0.0.0/8"_s, u"::1"_s, u"10.0.0.1..10.0.0.9"_s, u"10.*"_s},
            {u"time"_s, u"2010-05-12"_s, u"10:00..10:30"_s, u"2010-05-12 10:00"_s, u"..2011"_s},
            {u"duration"_s, u">"_s, u"2s"_s, u"..5min"_s},
            {u"cs-uri"_s, text(), text()},
            {u"odd name"_s, text(), text()},
        };
        const QStringList& choice = texts[below(int(std::size(texts)))];
        Comparison comparison{.field = fieldName(choice[0]), .op = Operator::Matches, .values = {}};
        for (int i = 1; i < choice.size(); ++i) {
            if (auto value = parseValue(comparison.field, comparison.op, choice[i]); value && (i == 1 || below(2) == 0))
                comparison.values.push_back(*value);
        }
        if (comparison.values.empty())
            comparison.values.push_back(*parseValue(comparison.field, comparison.op, u"250"_s));
        return node(comparison);
    }

    const QStringList textFields{u"url"_s, u"rule"_s, u"source network"_s};
    QRandomGenerator m_random;
};

} // namespace

class FilterExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void namesTheClasses();
    void printsWhatParsesAgain();
    void nothingIsNoFilter();
    void survivesAnyText();
    void refusesDeepNesting();
    void takesTermsApart_data();
    void takesTermsApart();
};

void FilterExpressionTest::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char* text, const char* tree) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tree);
    };
    row("word", "words<word>");
    row("a b", "all(words<a>, words<b>)");
    row("a AND b", "all(words<a>, words<b>)");
    row("a OR b c", "any(words<a>, all(words<b>, words<c>))");
    row("(a OR b) c", "all(any(words<a>, words<b>), words<c>)");
    row("((a))", "words<a>");
    row("-a", "not(words<a>)");
    row("NOT a", "not(words<a>)");
    row("--a", "words<a>");
    row("-(-a) b", "all(words<a>, words<b>)");
    row("NOT ---a", "words<a>");
    row("NOT(a b)", "not(all(words<a>, words<b>))");
    row("-(a OR b)", "not(any(words<a>, words<b>))");
    row("a-b", "words<a-b>");
    row("or not and", "all(words<or>, words<not>, words<and>)");
    row("ORA", "words<ORA>");
    row("\"OR\"", "words<OR>");
    row("\"a b\"", "words<a b>");
    row("\"say \\\"hi\\\" \\\\ C:\\new\"", "words<say \"hi\" \\ C:\\new>");
    row("/a\\/b c/", "pattern<a\\/b c>");
    row("http://a.example/x?y=1", "words<http://a.example/x?y=1>");
    row("::1 fe80::2 10.0.0.1:80 ?id=5", "all(words<::1>, words<fe80::2>, words<10.0.0.1:80>, words<?id=5>)");
    row("class:denied", "class:<denied>[mask 10000]");
    row("CLASS:Denied,attack", "class:<Denied>[mask 10000],<attack>[mask 10000000]");
    row("family:tmg-*", "family:<tmg-*>[mask 1110000]");
    row("severity>=error", "severity>=<error>[mask 1000]");
    row("severity:notice..error", "severity:<notice..error>[mask 1110]");
    row("area:policy", "area:<policy>[text]");
    row("area:POL*,-", "area:<POL*>[text],<->[text]");
    row("code:12202..12239", "code:<12202..12239>[codes 12202..12239]");
    row("code:0xC004000D", "code:<0xC004000D>[codes 3221487629..3221487629]");
    row("code:-1073479667", "code:<-1073479667>[codes 3221487629..3221487629]");
    row("-code:FWX_E_POLICY_RULES_DENIED", "not(code:<FWX_E_POLICY_RULES_DENIED>[codes 3221487629..3221487629])");
    row("code:12*,-", "code:<12*>[text],<->[text]");
    row("code:BLOCKED", "code:<BLOCKED>[text]");
    row("sc-status>=500", "sc-status>=<500>[codes 500..500]");
    row("user:INTRA\\name", "user:<INTRA\\name>[text]");
    row("user:\"a b\",c", "user:<a b>[text],<c>[text]");
    row("url=a,b", "url=<a,b>[text]");
    row("user!=anonymous", "user!=<anonymous>[text]");
    row("url~/\\.exe(\\?|$)/", "url~<\\.exe(\\?|$)>[pattern]");
    row("url:*../*", "url:<*../*>[text]");
    row("bytes-in>10k", "bytes-in><10k>[numbers 10000..10000]");
    row("BytesIn:1..5MB", "bytes-in:<1..5MB>[numbers 1..5000000]");
    row("bytes_out<1.5KiB", "bytes-out<<1.5KiB>[numbers 1536..1536]");
    row("duration>2s", "duration><2s>[numbers 2000..2000]");
    row("duration>=250", "duration>=<250>[numbers 250..250]");
    row("port:80,8000..", "port:<80>[numbers 80..80],<8000..>[numbers 8000..9223372036854775807]");
    row("\"of nobody\">=10", "of nobody>=<10>[numbers 10..10]");
    row("nosuch:10", "nosuch:<10>[text]");
    row("error-info:0x80", "error-info:<0x80>[numbers 128..128]");
    row("\"bytes sent\">=10", "bytes sent>=<10>[numbers 10..10]");
    row("client:10.0.0.0/8", "client:<10.0.0.0/8>[addresses 0:ffff0a000000..0:ffff0affffff]");
    row("dest:10.0.0.1:443", "dest:<10.0.0.1:443>[addresses 0:ffff0a000001..0:ffff0a000001 port 443]");
    row("client:::1", "client:<::1>[addresses 0:1..0:1]");
    row("client:10.0.0.*", "client:<10.0.0.*>[text]");
    row("source:fe80::1", "source:<fe80::1>[addresses fe80000000000000:1..fe80000000000000:1]");
    row("time:2010-05-12", "time:<2010-05-12>[times 2010-05-12T00:00:00..2010-05-13T00:00:00]");
    row("time>=2010-05-12T10:00", "time>=<2010-05-12T10:00>[times 2010-05-12T10:00:00..2010-05-12T10:01:00]");
    row("time:2010-12..2011", "time:<2010-12..2011>[times 2010-12-01T00:00:00..2012-01-01T00:00:00]");
    row("time:10:00..10:30", "time:<10:00..10:30>[daily 36000..37860]");
    row("time:22:00..05:59:59", "time:<22:00..05:59:59>[daily 79200..21600]");
    row("time:2010-12..", "time:<2010-12..>[times 2010-12-01T00:00:00..]");
    row("date:2012-02-29", "date:<2012-02-29>[times 2012-02-29T00:00:00..2012-03-01T00:00:00]");
}

void FilterExpressionTest::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, tree);
    const auto expression = FilterExpression::parse(text);
    QVERIFY2(expression, qPrintable(expression ? QString() : expression.error().message));
    QCOMPARE(showTree(*expression->root()), tree);
    QVERIFY(FilterExpression::parse(expression->toString()) == *expression);
}

void FilterExpressionTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("part"); // of the message
    const auto row = [](const char* text, int position, int length, const char* part) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(part);
    };
    row("a OR", 4, 0, "something to look for");
    row("OR a", 0, 2, "before this word");
    row("a OR OR b", 5, 2, "before this word");
    row("a AND", 5, 0, "something to look for");
    row("NOT", 3, 0, "something to look for");
    row("a - b", 2, 1, "after the hyphen");
    row("()", 1, 1, "before this parenthesis");
    row("(a", 0, 1, "no closing parenthesis");
    row("a)", 1, 1, "no opening parenthesis");
    row("a \"b", 2, 1, "no closing quote");
    row("\" \"", 0, 3, "Expected words");
    row("\"a\"b", 3, 1, "Expected a blank");
    row("agent:Mozilla(x)", 13, 1, "Expected a blank");
    row("/a", 0, 1, "no slash at the end");
    row("//", 0, 2, "between the slashes");
    row("/a(/", 3, 0, "no regular expression");
    row("/a/b", 3, 1, "Expected a blank");
    row("class:", 6, 0, "Expected a value");
    row("class: denied", 6, 1, "Expected a value");
    row("class:denied,", 13, 0, "Expected a value");
    row(">5", 0, 1, "Expected a field name");
    row("bytes-in >= 5", 9, 2, "Expected a field name");
    row("x class:denid", 8, 5, "There is no class “denid”");
    row("class:denied,nope", 13, 4, "There is no class “nope”");
    row("family:tmg", 7, 3, "The families are: win32");
    row("severity:bad", 9, 3, "The severities are: ok, notice");
    row("area:zzz", 5, 3, "There is no area “zzz”. The areas are: ");
    row("area:policy,zzz*", 12, 4, "There is no area “zzz*”");
    row("area=Policy", 5, 6, "There is no area “Policy”");
    row("class>denied", 5, 1, "no field whose values have an order");
    row("class~/x/", 5, 1, "Regular expressions do not work");
    row("rule>=5", 4, 2, "no field whose values have an order");
    row("tcp-flags>5", 9, 1, "no field whose values have an order");
    row("nosuch>x", 7, 1, "Expected a number");
    row("url~x", 4, 1, "between slashes");
    row("code:hello", 5, 5, "is no result code");
    row("code:12239..12202", 5, 12, "ends before it starts");
    row("code:12..hello", 5, 9, "one number");
    row("bytes-in>5x", 9, 2, "size in bytes");
    row("duration>fast", 9, 4, "Expected a duration");
    row("port:http", 5, 4, "Expected a number");
    row("port:1.5", 5, 3, "Expected a number");
    row("port:0x-5", 5, 4, "Expected a number");
    row("port:80k", 5, 3, "Expected a number");
    row("client:10.0.0.256", 7, 10, "Expected an address");
    row("client:10.0.0.0/33", 7, 11, "Expected an address");
    row("client:host.example", 7, 12, "Expected an address");
    row("client:10.0.0.9..10.0.0.1", 7, 18, "ends before it starts");
    row("time:2010-02-30", 5, 10, "Expected a time");
    row("time:2010-13-01", 5, 10, "Expected a time");
    row("time>24:00", 5, 5, "Expected a time");
    row("time:2010-05-12T10:00X", 5, 17, "A zone may stand behind");
    row("time:2011..2010", 5, 10, "ends before it starts");
    row("time:2010-05-12..10:00", 5, 17, "Expected a time");
}

void FilterExpressionTest::saysWhatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(int, position);
    QFETCH(int, length);
    QFETCH(QString, part);
    const auto expression = FilterExpression::parse(text);
    QVERIFY(!expression);
    QVERIFY2(expression.error().message.contains(part), qPrintable(expression.error().message));
    QCOMPARE(expression.error().position, position);
    QCOMPARE(expression.error().length, length);
}

void FilterExpressionTest::namesTheClasses()
{
    const auto expression = FilterExpression::parse(u"class:x");
    QCOMPARE(
        expression.error().message,
        u"There is no class “x”. The classes are: allowed, redirected, closed, info, denied, failed, dropped, attack, limit, unknown."_s);
}

void FilterExpressionTest::printsWhatParsesAgain()
{
    for (quint32 seed = 0; seed < 3000; ++seed) {
        const FilterExpression grown(TreeGrower(seed).grow(4));
        const QString text = grown.toString();
        const auto parsed = FilterExpression::parse(text);
        QVERIFY2(parsed, qPrintable(text + u"\n"_s + (parsed ? QString() : parsed.error().message)));
        QVERIFY2(*parsed == grown,
                 qPrintable(text + u'\n' + showTree(*grown.root()) + u'\n' + showTree(*parsed->root())));
        QCOMPARE(parsed->toString(), text);
    }
}

void FilterExpressionTest::nothingIsNoFilter()
{
    for (const auto& text : {u""_s, u" "_s, u" \t\n"_s}) {
        const auto expression = FilterExpression::parse(text);
        QVERIFY(expression);
        QVERIFY(expression->isEmpty());
        QCOMPARE(expression->toString(), QString());
    }
}

void FilterExpressionTest::survivesAnyText()
{
    static const QString characters = u"ab:=<>!~/\\\"(),-.*? 019ORNTAD"_s;
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (auto length = random.bounded(24); length > 0; --length)
            text += characters[random.bounded(int(characters.size()))];
        const auto expression = FilterExpression::parse(text);
        if (!expression) {
            QVERIFY(!expression.error().message.isEmpty());
            QVERIFY2(expression.error().position >= 0 && expression.error().length >= 0, qPrintable(text));
            QVERIFY2(expression.error().position + expression.error().length <= text.size(), qPrintable(text));
        } else {
            QVERIFY2(FilterExpression::parse(expression->toString()) == *expression, qPrintable(text));
        }
    }
}

void FilterExpressionTest::refusesDeepNesting()
{
    for (const auto& opening : {u"("_s, u"-"_s, u"NOT "_s, u"-("_s}) {
        const auto expression = FilterExpression::parse(opening.repeated(100'000));
        QVERIFY(!expression);
        QVERIFY(expression.error().message.contains("too deeply"_L1));
    }
}

void FilterExpressionTest::takesTermsApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms");
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("one") << u"a"_s << QStringList{u"a"_s};
    QTest::newRow("side by side") << u"a user=b -c"_s << QStringList{u"a"_s, u"user=b"_s, u"-c"_s};
    QTest::newRow("alternatives are one") << u"a OR b"_s << QStringList{u"a OR b"_s};
    QTest::newRow("in parentheses") << u"(a OR b) c"_s << QStringList{u"a OR b"_s, u"c"_s};
    QTest::newRow("all in parentheses") << u"(a b) c"_s << QStringList{u"a b"_s, u"c"_s};
}

void FilterExpressionTest::takesTermsApart()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, terms);
    const auto expression = FilterExpression::parse(text);
    QVERIFY(expression);
    QStringList printed;
    for (const FilterExpression& term : expression->terms())
        printed += term.toString();
    QCOMPARE(printed, terms);
    QCOMPARE(FilterExpression::allOf(expression->terms()), *expression);
}

QTEST_GUILESS_MAIN(FilterExpressionTest)
#include "tst_filterexpression.moc"
