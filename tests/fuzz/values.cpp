// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/table/derivedcolumn.h"
#include "model/table/fieldvalue.h"
#include "model/table/logtablemodel.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace TmgLens::Fuzz {

namespace {

/// Whether a comparison with @p name looks at @p column in all records.
bool isColumn(const RecordIndex& index, int column, const Filter::FieldName& name)
{
    if (name.subject != Filter::Subject::Cell)
        return true;
    return std::ranges::all_of(index.parts(), [&](const RecordIndex::Part& part) {
        const auto place = Filter::cellPlace(name, *part.block->layout);
        const auto at = std::size_t(column);
        return !place.isPort && place.field && at < part.fields.size() && part.fields[at] == int(*place.field);
    });
}

void requireExact(const LogTableModel& log, const FieldValue& wanted, int column)
{
    const FilterExpression term = Filter::valueTerm(wanted.field, {wanted.value});
    const auto printed = FilterExpression::parse(term.toString());
    require(printed && *printed == term, "a value can be printed");
    require(Filter::valuesOfTerm(term, wanted.field) == QStringList{wanted.value}, "a term tells its value");
    const auto matches = matchRecords(log.records(), {.expression = term}, 0, {});
    require(matches.has_value(), "a value can be looked for");
    for (quint32 i = 0; i < log.records().recordCount(); ++i) {
        const auto value = fieldValue(log, RecordNumber(i), column);
        const bool isWanted = value && value->value == wanted.value;
        require(std::ranges::binary_search(*matches, i) == isWanted, "a value is that of its records and of no others");
    }
}

} // namespace

/// A log, of which records with the same value are looked for.
void tryInput(std::string_view input)
{
    const auto known = knownLog(input);
    if (!known)
        return;
    LogTableModel log;
    QList<BlockPointer> blocks;
    for (const auto& block : blocksInOneGo(*known))
        blocks += block;
    log.append(blocks);
    if (log.rowCount() == 0)
        return;
    std::mt19937 random = chanceFrom(input);
    for (int i = 0; i < 8; ++i) {
        const int column = int(below(random, std::size_t(log.columnCount())));
        const auto wanted = fieldValue(log, RecordNumber(below(random, log.records().recordCount())), column);
        if (wanted && isColumn(log.records(), column, wanted->field))
            requireExact(log, *wanted, column);
    }
}

} // namespace TmgLens::Fuzz
