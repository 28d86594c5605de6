// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"

namespace TmgLens {

struct LogLayout;
struct Parties;

/// Lets through the records from client to destination of @p parties, with these ports and this @p transport as far
/// as one can ask for it, in logs of @p layout; empty if @p parties lacks an address or a port, or the language has no
/// word for one.
[[nodiscard]] FilterExpression connectionTerm(const Parties& parties, const QString& transport,
                                              const LogLayout& layout);

} // namespace TmgLens
