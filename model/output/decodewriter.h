// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/texttable.h"
#include "model/result/resultdecoder.h"

namespace TmgLens {

/// A decoded code as one line of JSON, without line end, by the contract of `tmglens decode --json`.
[[nodiscard]] QByteArray decodeJson(const DecodedResult& result);

/// A decoded code for people: a heading, then one labelled paragraph each, wrapped to @p width characters.
[[nodiscard]] QString decodeText(const DecodedResult& result, int width, TextStyle style);

} // namespace TmgLens
