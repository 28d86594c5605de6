// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

namespace TmgLens {

/// The class as a word for people. Never show a class by its colour alone.
[[nodiscard]] QString resultClassTitle(ResultClass resultClass);

/// The family as a few words for people.
[[nodiscard]] QString resultFamilyTitle(ResultFamily family);

/// How much attention a code deserves, as a word for people.
[[nodiscard]] QString severityTitle(Severity severity);
/// An area such as `name-resolution`, with blanks.
[[nodiscard]] QString areaTitle(const QString& area);
/// The log as a few words for people; empty for LogKind::Unknown.
[[nodiscard]] QString logKindTitle(LogKind kind);

} // namespace TmgLens
