// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// How the parts of a filter expression are written so that they are read as what they are: in quotes where they would
/// be taken for something else.
namespace TmgLens::Filter {

/// True for what the name of a field can hold without quotes: letters, digits, `-`, `_`, and `#` as in `rule#1` of ISA
/// Server 2000.
[[nodiscard]] bool isNamePart(QChar c);
/// True for what such a name can begin with.
[[nodiscard]] bool isNameStart(QChar c);

/// Words to look for.
[[nodiscard]] QString spelledWords(const QString& words);
/// The name of a field, before an operator.
[[nodiscard]] QString spelledName(const QString& name);
/// A value, behind an operator.
[[nodiscard]] QString spelledValue(const QString& value);

} // namespace TmgLens::Filter
