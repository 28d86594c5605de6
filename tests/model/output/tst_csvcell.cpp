// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvcell.h"

#include <QByteArray>
#include <QTest>

using namespace TmgLens;

class TestCsvCell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesOnlyWhatNeedsIt_data();
    void quotesOnlyWhatNeedsIt();
    void defusesFormulas_data();
    void defusesFormulas();
    void leavesFormulasAloneUnasked();
};

namespace {

QByteArray written(const QByteArray& cell, FormulaGuard guard)
{
    std::string line = "before,";
    appendCsvCell(line, std::string_view(cell.constData(), std::size_t(cell.size())), guard);
    return QByteArray::fromStdString(line).sliced(7);
}

} // namespace

void TestCsvCell::quotesOnlyWhatNeedsIt_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("plain") << QByteArray("http://a.example/") << QByteArray("http://a.example/");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("blanks stay") << QByteArray(" a ") << QByteArray(" a ");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("say \"yes\"") << QByteArray("\"say \"\"yes\"\"\"");
    QTest::newRow("lone quote") << QByteArray("\"") << QByteArray("\"\"\"\"");
    QTest::newRow("carriage return") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
    QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("NUL stays") << QByteArray("a\0b", 3) << QByteArray("a\0b", 3);
    QTest::newRow("UTF-8 stays") << QByteArray("M\xC3\xBCller") << QByteArray("M\xC3\xBCller");
    QTest::newRow("semicolon and tab") << QByteArray("a;b\tc") << QByteArray("a;b\tc");
}

void TestCsvCell::quotesOnlyWhatNeedsIt()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, expected);
    QCOMPARE(written(cell, FormulaGuard::Off), expected);
    QCOMPARE(written(cell, FormulaGuard::On), expected);
}

void TestCsvCell::defusesFormulas_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("plus") << QByteArray("+A1") << QByteArray("'+A1");
    QTest::newRow("minus") << QByteArray("-A1") << QByteArray("'-A1");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
    QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("within quotes") << QByteArray("=HYPERLINK(\"x\",1)") << QByteArray("\"'=HYPERLINK(\"\"x\"\",1)\"");
    QTest::newRow("lone hyphen") << QByteArray("-") << QByteArray("-");
    QTest::newRow("lone plus") << QByteArray("+") << QByteArray("'+");
    QTest::newRow("two hyphens") << QByteArray("--") << QByteArray("'--");
    QTest::newRow("negative number") << QByteArray("-12") << QByteArray("-12");
    QTest::newRow("signed fraction") << QByteArray("+3.5") << QByteArray("+3.5");
    QTest::newRow("sum of numbers") << QByteArray("-12+3") << QByteArray("'-12+3");
    QTest::newRow("two points") << QByteArray("-1.2.3") << QByteArray("'-1.2.3");
    QTest::newRow("ends in a point") << QByteArray("-1.") << QByteArray("'-1.");
    QTest::newRow("exponent") << QByteArray("-1e5") << QByteArray("'-1e5");
    QTest::newRow("equals inside") << QByteArray("a=1") << QByteArray("a=1");
    QTest::newRow("number") << QByteArray("12209") << QByteArray("12209");
}

void TestCsvCell::defusesFormulas()
{
    QFETCH(QByteArray, cell);
    QFETCH(QByteArray, expected);
    QCOMPARE(written(cell, FormulaGuard::On), expected);
}

void TestCsvCell::leavesFormulasAloneUnasked()
{
    QCOMPARE(written("=1+1", FormulaGuard::Off), QByteArray("=1+1"));
}

QTEST_GUILESS_MAIN(TestCsvCell)
#include "tst_csvcell.moc"
