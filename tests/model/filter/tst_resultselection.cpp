// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/resultselection.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class ResultSelectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsAllAtFirst();
    void hidesAClass();
    void hidesAFamily();
    void aCodeIsAnException();
    void hidingAndShowingACodeLeavesNothingBehind();
    void aClassTakesItsCodesAlong();
    void showsOnlyAClass();
    void showsOnlyACode();

private:
    [[nodiscard]] QByteArrayList shown() const;
    [[nodiscard]] const CodeEntry& code(const QByteArray& text) const;

    CodeTable m_codes;
    ResultSelection m_selection;
};

void ResultSelectionTest::init()
{
    m_codes = {};
    m_selection = {};
    for (const auto& text : {"200"_ba, "12202"_ba, "12209"_ba, "10060"_ba})
        m_codes.add(text, LogKind::Web, 1);
}

QByteArrayList ResultSelectionTest::shown() const
{
    QByteArrayList texts;
    for (const auto& entry : m_codes.entries()) {
        if (m_selection.shows(entry))
            texts += entry.text;
    }
    return texts;
}

const CodeEntry& ResultSelectionTest::code(const QByteArray& text) const
{
    return *std::ranges::find(m_codes.entries(), text, &CodeEntry::text);
}

void ResultSelectionTest::showsAllAtFirst()
{
    QVERIFY(m_selection.showsAll());
    QCOMPARE(shown().size(), 4);
}

void ResultSelectionTest::hidesAClass()
{
    m_selection.setClassShown(ResultClass::Denied, false, m_codes);
    QVERIFY(!m_selection.showsAll());
    QVERIFY(!m_selection.showsClass(ResultClass::Denied));
    QCOMPARE(shown(), (QByteArrayList{"200", "10060"}));
    m_selection.setClassShown(ResultClass::Denied, true, m_codes);
    QVERIFY(m_selection.showsAll());
}

void ResultSelectionTest::hidesAFamily()
{
    m_selection.setFamilyShown(ResultFamily::Winsock, false);
    QVERIFY(!m_selection.showsFamily(ResultFamily::Winsock));
    QCOMPARE(shown(), (QByteArrayList{"200", "12202", "12209"}));
}

void ResultSelectionTest::aCodeIsAnException()
{
    m_selection.setClassShown(ResultClass::Denied, false, m_codes);
    m_selection.setCodeShown(code("12209"), true);
    m_selection.setCodeShown(code("200"), false);
    QCOMPARE(shown(), (QByteArrayList{"12209", "10060"}));
}

void ResultSelectionTest::hidingAndShowingACodeLeavesNothingBehind()
{
    m_selection.setCodeShown(code("200"), false);
    QVERIFY(!m_selection.showsAll());
    m_selection.setCodeShown(code("200"), true);
    QVERIFY(m_selection.showsAll());
}

void ResultSelectionTest::aClassTakesItsCodesAlong()
{
    m_selection.setCodeShown(code("12209"), false);
    m_selection.setClassShown(ResultClass::Denied, true, m_codes);
    QVERIFY(m_selection.showsAll());
}

void ResultSelectionTest::showsOnlyAClass()
{
    m_selection.setCodeShown(code("12209"), false);
    m_selection.showOnlyClass(ResultClass::Denied);
    QCOMPARE(shown(), (QByteArrayList{"12202", "12209"}));
}

void ResultSelectionTest::showsOnlyACode()
{
    m_selection.setFamilyShown(ResultFamily::TmgForward, false);
    m_selection.showOnlyCode(code("12202"));
    QCOMPARE(shown(), QByteArrayList{"12202"});
}

QTEST_GUILESS_MAIN(ResultSelectionTest)
#include "tst_resultselection.moc"
