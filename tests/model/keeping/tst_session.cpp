// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/keeping/session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysTheSameAsText();
    void takesWhatMakesSense();
    void hasOneOwner();
    void tellsDamage();

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"new/session.json"_s); }

    QTemporaryDir m_folder;
};

void TestSession::staysTheSameAsText()
{
    const auto term = [](const QString& text, bool isOn) {
        return FilterTerms::Term{.expression = FilterExpression::parse(text).value(), .isOn = isOn};
    };
    CodeTable codes;
    const CodeIndex code = codes.add("12209", LogKind::Web, 1);
    ResultSelection selection;
    selection.setFamilyShown(ResultFamily::Http, false);
    selection.showOnlyClass(ResultClass::Failed);
    selection.setCodeShown(codes.at(code), true);
    selection.setCodeShown(codes.at(codes.add("11001", LogKind::Web, 1)), false);

    const WindowView plain{.paths = {u"/evidence/plain.w3c"_s}};
    const WindowView rich{.paths = {u"/evidence/“a” b.w3c"_s},
                          .geometry = QByteArray("\x00\xff\x01", 3),
                          .terms = FilterTerms({term(u"client:10.0.0.0/8"_s, true),
                                                term(u"-client:10.0.0.0/8"_s, false), term(u"a OR b"_s, true)}),
                          .selection = selection,
                          .isOnlyMalformed = true,
                          .sortField = u"time-taken"_s,
                          .sortOrder = Qt::DescendingOrder,
                          .current = LogPosition{.log = u"/logs/b.w3c"_s, .offset = 2'000'000'000'000},
                          .currentColumn = 4,
                          .anchor = LogPosition{.log = u"/logs/a.w3c"_s, .offset = 0},
                          .rowsAbove = 7,
                          .zoom = Filter::Times{.begin = LogTime(1273622400s), .end = LogTime(1273626000s)}};
    const QList<WindowView> windows = {plain, rich};
    const auto read = sessionFromJson(sessionToJson(windows), u"s"_s);
    QVERIFY(read);
    QVERIFY(*read == windows);
}

void TestSession::takesWhatMakesSense()
{
    const QByteArray json = R"({"tmglens-session": 1, "windows": [
        {"paths": ["relative.w3c"]}, 7, {},
        {"paths": ["/a.w3c"], "filter": [{"term": "client:"}, {"term": "b"}, {"term": ""}],
         "categories": ["-class:nonsense", "-class:denied", "code", "", "-"],
         "place": {"record": {"log": "a", "offset": -5}, "column": -1, "anchor": 1e30},
         "zoom": {"begin": "2010-05-12T10:00:00Z", "end": "2010-05-12T09:00:00Z"}}]})";
    const auto read = sessionFromJson(json, u"s"_s);
    QVERIFY(read);
    QCOMPARE(read->size(), 1);
    const WindowView& window = read->first();
    QCOMPARE(window.terms.expression().toString(), u"b"_s);
    QVERIFY(!window.selection.showsClass(ResultClass::Denied));
    QVERIFY(window.selection.showsClass(ResultClass::Failed));
    QVERIFY(!window.current && !window.anchor && !window.zoom);
    QCOMPARE(window.currentColumn, 0);
}

void TestSession::hasOneOwner()
{
    const QList<WindowView> windows = {{.paths = {u"/a.w3c"_s}}};
    {
        SessionStore first(path());
        SessionStore second(path());
        QCOMPARE(first.read()->size(), 0);
        QVERIFY(first.own());
        QVERIFY(first.own());
        QVERIFY(!second.own());
        QVERIFY(first.write(windows));
    }
    SessionStore third(path());
    QVERIFY(third.own());
    QVERIFY(third.read().value() == windows);
}

void TestSession::tellsDamage()
{
    QFile file(m_folder.filePath(u"damaged.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{ nonsense");
    file.close();
    const auto read = SessionStore(file.fileName()).read();
    QVERIFY(!read);
    QVERIFY(describeKeepingError(read.error()).contains(u"line 1"_s));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
