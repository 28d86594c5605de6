// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace TmgLens {

/// True for codes that say that a rule of the policy refused the traffic; others are denied by something else.
[[nodiscard]] bool isDeniedByRule(quint32 code);

/// Whether @p rule is the last of the policy, which denies all that no other rule is about.
[[nodiscard]] bool isDefaultRule(const QString& rule);

/// What to do about traffic that @p rule denied, which must not be empty; two or three sentences.
[[nodiscard]] QString describeDenyingRule(const QString& rule);

} // namespace TmgLens
