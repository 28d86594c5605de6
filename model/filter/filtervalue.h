// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"

#include <expected>

namespace TmgLens::Filter {

/// True if values of @p field can be compared with @p op, for example numbers, but not rules, with Operator::Less.
[[nodiscard]] bool hasOperator(const FieldName& field, Operator op);

/**
 * What @p text means as a value of @p field under @p op (any but Operator::Pattern).
 *
 * The error is a sentence that says what was expected.
 */
[[nodiscard]] std::expected<Value, QString> parseValue(const FieldName& field, Operator op, const QString& text);

} // namespace TmgLens::Filter
