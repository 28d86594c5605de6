// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/decodewriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace TmgLens;
using namespace Qt::StringLiterals;

class TestDecodeWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesJsonByTheContract();
    void writesNullForWhatIsNoNumber();
    void neverWritesAnEmptyMessage();
    void writesTextForPeople();
    void makesCodeHarmless();
};

namespace {

DecodedResult denial()
{
    DecodedResult result;
    result.given = u"-1073479667"_s;
    result.value = 0xC004000D;
    result.isKnown = true;
    result.entry.value = 0xC004000D;
    result.entry.symbols = {u"FIRST"_s, u"SECOND"_s};
    result.entry.family = ResultFamily::TmgFirewall;
    result.entry.resultClass = ResultClass::Denied;
    result.entry.severity = Severity::Warning;
    result.entry.area = u"policy"_s;
    result.entry.title = u"Denied by a rule"_s;
    result.entry.message = u"A message."_s;
    result.entry.causes = u"A cause with some words"_s;
    result.entry.confirm = u"A check."_s;
    result.entry.advice = u"A step."_s;
    result.entry.confidence = Confidence::Documented;
    result.entry.source = u"A document"_s;
    return result;
}

} // namespace

void TestDecodeWriter::writesJsonByTheContract()
{
    const QByteArray line = decodeJson(denial());
    QVERIFY(!line.contains('\n'));
    const QJsonObject expected = {
        {u"code"_s, u"-1073479667"_s},      {u"value"_s, qint64(3221487629)},
        {u"hex"_s, u"0xC004000D"_s},        {u"symbols"_s, QJsonArray{u"FIRST"_s, u"SECOND"_s}},
        {u"family"_s, u"tmg-firewall"_s},   {u"class"_s, u"denied"_s},
        {u"area"_s, u"policy"_s},           {u"severity"_s, u"warning"_s},
        {u"message"_s, u"A message."_s},    {u"causes"_s, u"A cause with some words"_s},
        {u"confirm"_s, u"A check."_s},      {u"advice"_s, u"A step."_s},
        {u"confidence"_s, u"documented"_s}, {u"source"_s, u"A document"_s},
    };
    QCOMPARE(QJsonDocument::fromJson(line).object(), expected);
}

void TestDecodeWriter::writesNullForWhatIsNoNumber()
{
    DecodedResult result;
    result.given = u"nonsense"_s;
    const QJsonObject object = QJsonDocument::fromJson(decodeJson(result)).object();
    QVERIFY(object[u"value"_s].isNull());
    QVERIFY(object[u"hex"_s].isNull());
    QCOMPARE(object[u"class"_s].toString(), u"unknown"_s);
}

void TestDecodeWriter::neverWritesAnEmptyMessage()
{
    DecodedResult result = denial();
    result.entry.message.clear();
    const QJsonObject object = QJsonDocument::fromJson(decodeJson(result)).object();
    QCOMPARE(object[u"message"_s].toString(), u"No message text is documented for this code."_s);
}

void TestDecodeWriter::writesTextForPeople()
{
    QCOMPARE(decodeText(denial(), 30, TextStyle::Plain),
             u"-1073479667 = 3221487629 = 0xC004000D  Denied by a rule\n"
             "  class     denied,\n"
             "            tmg-firewall,\n"
             "            policy, warning\n"
             "  symbols   FIRST, SECOND\n"
             "  message   A message.\n"
             "  causes    A cause with some\n"
             "            words\n"
             "  confirm   A check.\n"
             "  advice    A step.\n"
             "  source    A document\n"
             "            (documented)\n"_s);
}

void TestDecodeWriter::makesCodeHarmless()
{
    DecodedResult result;
    result.given = u"\x1B[2J"_s;
    QVERIFY(!decodeText(result, 80, TextStyle::Plain).contains(u'\x1B'));
}

QTEST_GUILESS_MAIN(TestDecodeWriter)
#include "tst_decodewriter.moc"
