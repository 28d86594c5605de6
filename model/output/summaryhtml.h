// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/logsummary.h"

namespace TmgLens {

/// What a page of HTML is for.
enum class HtmlMedium : std::uint8_t {
    Browser, ///< A file: follows light and dark, on the screen and printed.
    Paper, ///< Rich text of Qt, which understands little of style sheets.
};

/**
 * The summary as one page of HTML 5 that needs no other file and no script.
 *
 * Made from the summary alone, so that the same records give the same page. Text of the log is escaped and made
 * harmless; a value that damage made long is cut.
 */
[[nodiscard]] QString summaryHtml(const LogSummary& summary, HtmlMedium medium = HtmlMedium::Browser);

} // namespace TmgLens
