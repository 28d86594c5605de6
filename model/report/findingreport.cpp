// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/findingreport.h"

#include "model/format/fieldcutter.h"
#include "model/format/readablecell.h"
#include "model/index/filenames.h"
#include "model/index/recordreader.h"
#include "model/output/wording.h"
#include "model/report/reportwording.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The cells of one record, by what they mean.
class Cells
{
public:
    Cells(const LogLayout& layout, std::string_view record) : m_layout(layout)
    {
        cutFields(record, layout, m_cells, m_unescaped);
    }

    /// Empty if the record has none.
    [[nodiscard]] QString text(FieldId field) const
    {
        const auto position = fieldPosition(m_layout, field);
        if (!position || *position >= m_cells.size() || isEmptyCell(m_cells[*position]))
            return {};
        const std::string_view cell = m_cells[*position];
        return readableCell(cell, m_layout.fields[*position], m_layout).value_or(cellText(cell));
    }
    [[nodiscard]] QString firstOf(std::initializer_list<FieldId> fields) const
    {
        for (const FieldId field : fields)
            if (QString value = text(field); !value.isEmpty())
                return value;
        return {};
    }

private:
    const LogLayout& m_layout;
    std::vector<std::string_view> m_cells;
    std::string m_unescaped;
};

} // namespace

std::vector<EvidenceRow> evidence(const FindingReport& report, const Finding& finding, std::size_t most)
{
    const QStringList names = fileNames(report.index);
    std::vector<EvidenceRow> rows;
    for (const quint32 number : std::span(finding.records).first(std::min(finding.records.size(), most))) {
        const RecordNumber record{number};
        const RecordIndex::Place place = report.index.place(record);
        EvidenceRow& row = rows.emplace_back();
        row.place = FindingText::tr("%1, line %2")
                        .arg(names[qsizetype(place.part->file)], countText(report.index.lineNumber(record)));
        row.time = timeText(place.part->block->time(place.record));
        const CodeEntry& code = report.index.codes().at(report.index.code(record));
        row.code = withTitle(QString::fromLatin1(code.text), code);
        if (const auto bytes = readRecord(place)) {
            const Cells cells(*place.part->block->layout, toStringView(*bytes));
            row.client = cells.text(FieldId::Client);
            row.user = cells.text(FieldId::User);
            row.target = cells.firstOf({FieldId::Url, FieldId::Host, FieldId::Destination});
            row.rule = cells.text(FieldId::Rule);
        }
    }
    return rows;
}

std::vector<FindingGroup> groups(const FindingReport& report)
{
    std::vector<FindingGroup> result;
    const auto isAlike = [](const Finding* one, const Finding* other) {
        return one->pattern == other->pattern && one->severity == other->severity;
    };
    FindingGroup rest = report.findings;
    while (!rest.empty()) {
        const auto end = std::ranges::find_if_not(rest, [&](const Finding* f) { return isAlike(f, rest.front()); });
        result.push_back(rest.first(std::size_t(end - rest.begin())));
        rest = rest.subspan(result.back().size());
    }
    return result;
}

std::size_t countOf(const FindingReport& report, FindingSeverity severity)
{
    return std::size_t(std::ranges::count(report.findings, severity, &Finding::severity));
}

} // namespace TmgLens
