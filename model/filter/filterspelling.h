// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// How the parts of a filter expression are written so that they are read as what they are: in quotes where they would
/// be taken for something else.
namespace TmgLens::Filter {

/// Words to look for.
[[nodiscard]] QString spelledWords(const QString& words);
/// The name of a field, before an operator.
[[nodiscard]] QString spelledName(const QString& name);
/// A value, behind an operator.
[[nodiscard]] QString spelledValue(const QString& value);

} // namespace TmgLens::Filter
