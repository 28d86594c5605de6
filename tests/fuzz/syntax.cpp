// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/target.h"
#include "ui/look/linehighlighter.h"

namespace TmgLens::Fuzz {

/// A line that is coloured: a record, a directive or a filter.
void tryInput(std::string_view input)
{
    const QString line = QString::fromUtf8(input.data(), qsizetype(input.size()));
    using enum LineHighlighter::Language;
    for (const auto language : {W3cLog, NativeLog, Filter}) {
        require(LineHighlighter::hasDefinition(language), "there is a definition");
        qsizetype end = 0;
        for (const auto& range : LineHighlighter::highlight(line, language, QPalette(), QPalette::Base)) {
            require(range.start >= end && range.length > 0, "ranges are in order");
            end = range.start + range.length;
        }
        require(end <= line.size(), "ranges are in the line");
    }
}

} // namespace TmgLens::Fuzz
