// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulecsv.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

/// Rules as CSV, read back by a reader that is not ours.
class TestRuleCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBack();
    void writesCounts();

private:
    QList<QStringList> readBack(const QByteArray& csv);

    QTemporaryDir m_folder;
};

QList<QStringList> TestRuleCsv::readBack(const QByteArray& csv)
{
    const QString path = m_folder.filePath(u"rules.csv"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        return {};
    file.close();
    QProcess python;
    python.start(QStringLiteral(TMGLENS_PYTHON),
                 {u"-c"_s,
                  u"import csv, json, sys\n"
                  "with open(sys.argv[1], newline='', encoding='utf-8') as file:\n"
                  "    print(json.dumps(list(csv.reader(file, strict=True))))"_s,
                  path});
    if (!python.waitForFinished() || python.exitCode() != 0)
        qWarning() << python.errorString() << python.readAllStandardError();
    QList<QStringList> rows;
    const QJsonArray lines = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
    for (const auto& line : lines)
        rows += line.toVariant().toStringList();
    return rows;
}

void TestRuleCsv::isReadBack()
{
    const QStringList names = {
        u"Web access"_s, u"Müller, \"Max\""_s,    u"a\nb\r\nc"_s, u"\"\""_s,        u"日本"_s, QString(),
        u"-"_s,          u"=cmd|' /C calc'!A0"_s, u"@SUM(A1)"_s,  u"+1+1, \"x\""_s, u"-12"_s};
    std::vector<RuleTotals> rules;
    for (const QString& name : names)
        rules.push_back({.name = name, .records = 1});
    const QByteArray csv = rulesAsCsv(rules);
    const QList<QStringList> rows = readBack(csv);
    QCOMPARE(rows.size(), names.size() + 1);
    for (qsizetype i = 0; i < names.size(); ++i) {
        QCOMPARE(rows[i + 1].size(), rows.first().size());
        const bool isGuarded = i >= 7 && i <= 9;
        QCOMPARE(rows[i + 1].first(), isGuarded ? u'\'' + names[i] : names[i]);
    }
}

void TestRuleCsv::writesCounts()
{
    const auto noon = LogTime(std::chrono::sys_days(std::chrono::year(2010) / 5 / 12) + std::chrono::hours(12));
    RuleTotals rule{.name = u"Web access"_s,
                    .records = 123456,
                    .outcomes = {100000, 20000, 3000, 456},
                    .topCodes = {{.text = "200", .count = 100000}, {.text = "-2146893018", .count = 20000}},
                    .clients = {.count = 7},
                    .destinations = {.count = 1000000, .hasMore = true},
                    .first = noon,
                    .last = noon + std::chrono::seconds(1)};
    RuleTotals further{.name = {}, .furtherRules = 1234, .records = 9};
    const QList<QStringList> rows = readBack(rulesAsCsv(std::vector{rule, further}));
    QCOMPARE(rows,
             (QList<QStringList>{
                 {u"rule"_s, u"records"_s, u"allowed"_s, u"denied"_s, u"failed"_s, u"other"_s, u"clients"_s,
                  u"destinations"_s, u"first-use"_s, u"last-use"_s, u"code-1"_s, u"code-1-records"_s, u"code-2"_s,
                  u"code-2-records"_s, u"code-3"_s, u"code-3-records"_s},
                 {u"Web access"_s,
                  u"123456"_s,
                  u"100000"_s,
                  u"20000"_s,
                  u"3000"_s,
                  u"456"_s,
                  u"7"_s,
                  u">1000000"_s,
                  u"2010-05-12T12:00:00Z"_s,
                  u"2010-05-12T12:00:01Z"_s,
                  u"200"_s,
                  u"100000"_s,
                  u"-2146893018"_s,
                  u"20000"_s,
                  {},
                  {}},
                 {u"(1234 further rules)"_s,
                  u"9"_s,
                  u"0"_s,
                  u"0"_s,
                  u"0"_s,
                  u"0"_s,
                  u"0"_s,
                  u"0"_s,
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {}},
             }));
}

QTEST_GUILESS_MAIN(TestRuleCsv)
#include "tst_rulecsv.moc"
