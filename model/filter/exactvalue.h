// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/index/codetable.h"
#include "model/index/indexblock.h"

#include <QStringList>

#include <string>
#include <string_view>

/**
 * Values of a field, spelled so that `field=value` lets through the records with that value and no others.
 *
 * What the language compares by meaning has one spelling: addresses without port, numbers in decimal (flags in
 * hexadecimal), result codes as numbers. Other text is as cellText() has it. No value at all is the empty text.
 */
namespace TmgLens::Filter {

/// The value of @p cell, in UTF-8. @p field must be about cells; of its port alone, the caller cuts that out.
[[nodiscard]] std::string exactValue(const FieldName& field, std::string_view cell);

/// The value of @p code; @p field must be about codes.
[[nodiscard]] QString exactValue(const FieldName& field, const CodeEntry& code);

/// The value of @p wall, what a clock shows; @p field must be about times: date, time of day or both.
[[nodiscard]] std::string exactValue(const FieldName& field, LogTime wall);

/// False for what the language has no word for, such as `abc` among numbers: valueTerm() would not parse.
[[nodiscard]] bool isComparable(const FieldName& field, const QString& value);

/// `field=value`, several with `OR` between them, `field:-` for no value. Each must be comparable; the empty expression
/// for none.
[[nodiscard]] FilterExpression valueTerm(const FieldName& field, const QStringList& values);

/// `-field=value`.
[[nodiscard]] FilterExpression withoutValueTerm(const FieldName& field, const QString& value);

/// The values of which @p term is the valueTerm(), perhaps in other spellings; empty if it is no such term.
[[nodiscard]] QStringList valuesOfTerm(const FilterExpression& term, const FieldName& field);

} // namespace TmgLens::Filter
