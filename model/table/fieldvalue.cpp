// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/table/fieldvalue.h"

#include "model/filter/compiledfilter.h"
#include "model/filter/exactvalue.h"
#include "model/format/fieldcutter.h"
#include "model/format/readablecell.h"

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString exactText(const LogRecord& record, const RecordIndex& index, const Filter::FieldName& field, int cell)
{
    if (field.subject == Filter::Subject::Code)
        return Filter::exactValue(field, index.codes().at(record.code));
    if (field.subject == Filter::Subject::Time)
        return QString::fromStdString(Filter::exactValue(field, index.clock().wall(record.time)));
    const bool hasCell = cell >= 0 && std::size_t(cell) < record.cells.size();
    const auto bytes = hasCell ? toStringView(record.cells[std::size_t(cell)]) : std::string_view();
    if (hasCell && std::size_t(cell) < record.layout->fields.size()) {
        if (const auto usual = textLogCell(bytes, record.layout->fields[std::size_t(cell)], *record.layout))
            return *usual;
    }
    return cellText(Filter::exactValue(field, bytes));
}

/// Whether a comparison with @p field looks at cell number @p cell in records of @p layout: a header can hold a name
/// twice, none at all, or one that nobody can write.
bool isLookedAt(int cell, const Filter::FieldName& field, const LogLayout& layout)
{
    if (field.subject != Filter::Subject::Cell)
        return true;
    return !field.name.trimmed().isEmpty() && Filter::cellPlace(field, layout).field == std::size_t(cell);
}

std::optional<FieldValue> derivedValue(const LogTableModel& log, RecordNumber number, DerivedColumn column)
{
    const RecordIndex& index = log.records();
    switch (column) {
    case DerivedColumn::ResultClass: {
        const Filter::FieldName field = Filter::fieldName(u"class"_s);
        return FieldValue{.field = field, .value = Filter::exactValue(field, index.codes().at(index.code(number)))};
    }
    case DerivedColumn::ResultMessage:
        if (const auto codes = index.columns().find(FieldId::ResultCode))
            return fieldValue(log, number, *codes);
        break;
    case DerivedColumn::File:
        return FieldValue{.field = Filter::fieldName(u"file"_s),
                          .value = log.fileNames()[qsizetype(index.place(number).part->file)]};
    case DerivedColumn::ClientGap:
        break;
    }
    return {};
}

} // namespace

std::optional<FieldValue> fieldValue(const LogTableModel& log, RecordNumber number, int column)
{
    const RecordIndex& index = log.records();
    if (const auto derived = derivedColumn(index.columns(), column))
        return derivedValue(log, number, *derived);
    const auto record = log.record(number);
    if (!record)
        return {};
    const Filter::FieldName field = Filter::fieldName(index.columns().at(column));
    if (field.subject == Filter::Subject::Time && record->time == invalidTime)
        return {};
    const int cell = index.fieldOfColumn(number, column);
    if (!isLookedAt(cell, field, *record->layout))
        return {};
    const QString value = exactText(*record, index, field, cell);
    if (!value.isEmpty() && !Filter::isComparable(field, value))
        return {};
    return FieldValue{.field = field, .value = value};
}

} // namespace TmgLens
