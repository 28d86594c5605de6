// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/rulecsv.h"

#include "model/format/fieldcutter.h"
#include "model/output/csvcell.h"
#include "model/output/summarywording.h"
#include "model/output/wording.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t codeColumns = 3;

QStringList header()
{
    return {
        u"rule"_s,    u"records"_s,        u"allowed"_s,   u"denied"_s,         u"failed"_s, u"other"_s,
        u"clients"_s, u"destinations"_s,   u"first-use"_s, u"last-use"_s,       u"code-1"_s, u"code-1-records"_s,
        u"code-2"_s,  u"code-2-records"_s, u"code-3"_s,    u"code-3-records"_s,
    };
}

QString distinctCell(const DistinctCount& distinct)
{
    return (distinct.hasMore ? u">"_s : QString()) + QString::number(distinct.count);
}

QStringList cellsOf(const RuleTotals& rule)
{
    QStringList cells = {rule.furtherRules > 0 ? u"(%1 further rules)"_s.arg(rule.furtherRules) : rule.name,
                         QString::number(rule.records)};
    for (const quint64 outcome : rule.outcomes)
        cells += QString::number(outcome);
    cells += {distinctCell(rule.clients), distinctCell(rule.destinations), isoText(rule.first), isoText(rule.last)};
    for (std::size_t i = 0; i < codeColumns; ++i) {
        const bool isThere = i < rule.topCodes.size();
        cells += isThere ? codeText(rule.topCodes[i]) : QString();
        cells += isThere ? QString::number(rule.topCodes[i].count) : QString();
    }
    return cells;
}

void appendRow(std::string& csv, const QStringList& cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            csv += ',';
        appendCsvCell(csv, cells[i].toStdString(), FormulaGuard::On);
    }
    csv += "\r\n";
}

} // namespace

QByteArray rulesAsCsv(std::span<const RuleTotals> rules)
{
    std::string csv;
    appendRow(csv, header());
    for (const RuleTotals& rule : rules)
        appendRow(csv, cellsOf(rule));
    return QByteArray::fromStdString(csv);
}

} // namespace TmgLens
