// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

namespace TmgLens {

class PageWriter;

/// Writes what is known of a result: message, the code in its bases, causes, how to confirm, what to do, the basis.
void writeResult(PageWriter& page, const DecodedResult& result);

} // namespace TmgLens
