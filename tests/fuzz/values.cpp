// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace TmgLens::Fuzz {

namespace {

/// The value that each record has in @p column, as the facets list it.
QStringList valuesOf(const RecordIndex& index, int column, const Filter::FieldName& name)
{
    QStringList values;
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        const auto place = index.place(RecordNumber(i));
        const QByteArray bytes = readRecord(place).value_or(QByteArray());
        cutFields(toStringView(bytes), *place.part->block->layout, cells, unescaped);
        const auto field = std::size_t(index.fieldOfColumn(RecordNumber(i), column));
        const std::string_view cell = field < cells.size() ? cells[field] : std::string_view();
        values += QString::fromStdString(Filter::exactValue(name, cell));
    }
    return values;
}

/// Whether a comparison with @p name looks at @p column in all records.
bool isColumn(const RecordIndex& index, int column, const Filter::FieldName& name)
{
    return std::ranges::all_of(index.parts(), [&](const RecordIndex::Part& part) {
        const auto place = Filter::cellPlace(name, *part.block->layout);
        const auto at = std::size_t(column);
        return !place.isPort && place.field && at < part.fields.size() && part.fields[at] == int(*place.field);
    });
}

void requireExact(const RecordIndex& index, const Filter::FieldName& name, const QStringList& values, quint32 wanted)
{
    const QString value = values[wanted];
    if (!Filter::isComparable(name, value))
        return;
    const FilterExpression term = Filter::valueTerm(name, {value});
    const auto printed = FilterExpression::parse(term.toString());
    require(printed && *printed == term, "a value can be printed");
    require(Filter::valuesOfTerm(term, name) == QStringList{value}, "a term tells its value");
    const auto matches = matchRecords(index, {.expression = term}, 0, {});
    require(matches.has_value(), "a value can be looked for");
    for (quint32 i = 0; i < index.recordCount(); ++i) {
        require(std::ranges::binary_search(*matches, i) == (values[i] == value),
                "a value is that of its records and of no others");
    }
}

} // namespace

/// A log.
void tryInput(std::string_view input)
{
    const auto log = knownLog(input);
    const RecordIndex index = log ? indexInOneGo(*log) : RecordIndex();
    if (index.recordCount() == 0)
        return;
    std::mt19937 random = chanceFrom(input);
    for (int i = 0; i < 8; ++i) {
        const int column = int(below(random, std::size_t(index.columns().size())));
        const Filter::FieldName name = Filter::fieldName(index.columns().at(column));
        const quint32 wanted = quint32(below(random, index.recordCount()));
        if (name.subject == Filter::Subject::Cell && isColumn(index, column, name))
            requireExact(index, name, valuesOf(index, column, name), wanted);
    }
}

} // namespace TmgLens::Fuzz
