// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/codelookupdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSet>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestCodeLookupDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForACode();
    void decodesEverySpelling_data();
    void decodesEverySpelling();
    void showsAllMeaningsOfASharedSymbol();
    void logChoiceNarrowsMeanings();
    void understandsDispositions();
    void saysThatSomethingIsNoCode();
    void returnDoesNotClose();

private:
    template <typename Widget> [[nodiscard]] Widget* part(const char* name) const
    {
        return m_dialog->findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString page() const { return part<QTextBrowser>("resultPage")->toPlainText(); }

    std::unique_ptr<CodeLookupDialog> m_dialog;
};

void TestCodeLookupDialog::init()
{
    m_dialog = std::make_unique<CodeLookupDialog>();
    m_dialog->show();
}

void TestCodeLookupDialog::asksForACode()
{
    QVERIFY(page().startsWith(u"Type a result code"));
    QVERIFY(!part<QListWidget>("lookupMeanings")->isVisible());
    QTest::keyClicks(part<QLineEdit>("lookupCode"), u"   "_s);
    QVERIFY(page().startsWith(u"Type a result code"));
}

void TestCodeLookupDialog::decodesEverySpelling_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("decimal");
    QTest::newRow("decimal") << u"12209"_s << u"12209"_s;
    QTest::newRow("hexadecimal") << u"0xc004000d"_s << u"3221487629"_s;
    QTest::newRow("signed") << u"-1073479667"_s << u"3221487629"_s;
    QTest::newRow("symbol") << u"FWX_E_POLICY_RULES_DENIED"_s << u"3221487629"_s;
    QTest::newRow("symbol in lower case, blanks around") << u" wsaeconnrefused "_s << u"10061"_s;
}

void TestCodeLookupDialog::decodesEverySpelling()
{
    QFETCH(const QString, text);
    QFETCH(const QString, decimal);
    QTest::keyClicks(part<QLineEdit>("lookupCode"), text);
    QVERIFY2(page().contains(decimal), qPrintable(page()));
    QVERIFY(part<QLabel>("resultTitle")->text().startsWith(text.trimmed()));
    QVERIFY(page().contains(u"What to do"));
}

void TestCodeLookupDialog::showsAllMeaningsOfASharedSymbol()
{
    m_dialog->setCode(u"FWX_E_RULE_QUOTA_EXCEEDED_DROPPED"_s);
    auto* list = part<QListWidget>("lookupMeanings");
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    QSet<QString> codes;
    for (int row = 0; row < list->count(); ++row) {
        list->setCurrentRow(row);
        for (const QString& code : {u"0xC0040033"_s, u"0x80074E23"_s}) {
            if (page().contains(code))
                codes << code;
        }
    }
    QCOMPARE(codes.size(), 2);
}

void TestCodeLookupDialog::logChoiceNarrowsMeanings()
{
    auto* log = part<QComboBox>("lookupLog");
    m_dialog->setCode(u"5"_s);
    const int inEither = part<QListWidget>("lookupMeanings")->count();
    log->setCurrentIndex(log->findData(int(LogKind::Web)));
    QCOMPARE(part<QListWidget>("lookupMeanings")->count(), 1);
    QCOMPARE_GE(inEither, 1);
    QVERIFY(!part<QListWidget>("lookupMeanings")->isVisible());
}

void TestCodeLookupDialog::understandsDispositions()
{
    QCOMPARE(codeMeanings(u"BLOCKED"_s, LogKind::Unknown).size(), 1U);
    QVERIFY(codeMeanings(u"BLOCKED"_s, LogKind::Unknown).front().entry.resultClass != ResultClass::Unknown);
}

void TestCodeLookupDialog::saysThatSomethingIsNoCode()
{
    m_dialog->setCode(u"<b>nonsense"_s);
    QCOMPARE(part<QLabel>("resultBadge")->text(), u"Unknown"_s);
    QVERIFY(page().contains(u"<b>nonsense"));
    QVERIFY(codeMeanings(QString(), LogKind::Unknown).empty());
}

void TestCodeLookupDialog::returnDoesNotClose()
{
    QTest::keyClicks(part<QLineEdit>("lookupCode"), u"10060"_s);
    QTest::keyClick(part<QLineEdit>("lookupCode"), Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
}

QTEST_MAIN(TestCodeLookupDialog)
#include "tst_codelookupdialog.moc"
