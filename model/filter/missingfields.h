// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/filter/filternode.h"
#include "model/index/columnset.h"

#include <QStringList>

namespace TmgLens {

/// True if no record of the document can have @p field.
[[nodiscard]] bool isMissing(const Filter::FieldName& field, const ColumnSet& columns);

/**
 * The fields that @p expression asks for and no record of the document has, each once, as they were written.
 *
 * A comparison with such a field matches nothing; whoever takes in an expression says so to its author.
 */
[[nodiscard]] QStringList missingFields(const FilterExpression& expression, const ColumnSet& columns);

} // namespace TmgLens
