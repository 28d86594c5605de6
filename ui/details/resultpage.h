// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

namespace TmgLens {

class PageWriter;

/// Writes what a result means to people: message, causes, how to confirm, what to do.
void writeMeaning(PageWriter& page, const DecodedResult& result);

/// Writes the rest of what is known of it: the code in its bases, and the basis of what is said.
void writeCode(PageWriter& page, const DecodedResult& result);

} // namespace TmgLens
