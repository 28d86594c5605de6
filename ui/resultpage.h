// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

namespace TmgLens {

class PageWriter;

/// Writes what is known of a result: message, the code in its bases, causes, how to confirm, what to do, the basis.
void writeResult(PageWriter& page, const DecodedResult& result);

/// How much attention a code deserves, as a word for people.
[[nodiscard]] QString severityTitle(Severity severity);
/// An area such as `name-resolution`, with blanks.
[[nodiscard]] QString areaTitle(const QString& area);
/// The log as a few words for people; empty for LogKind::Unknown.
[[nodiscard]] QString logKindTitle(LogKind kind);

} // namespace TmgLens
