// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/formatdetector.h"
#include "model/output/errortext.h"
#include "tests/fuzz/target.h"

using namespace Qt::StringLiterals;

namespace TmgLens::Fuzz {

namespace {

bool isWithin(std::optional<std::size_t> position, const LogLayout& layout)
{
    return !position || *position < layout.fields.size();
}

void requireSound(const LogLayout& layout)
{
    require(!layout.fields.empty(), "a layout has fields");
    require(!layout.separator.isEmpty(), "a layout has a separator");
    require(!layout.isQuoted || layout.separator.size() == 1, "quoted cells part at one character");
    for (const auto position : {layout.codeField, layout.dateField, layout.timeField, layout.gmtTimeField,
                                layout.localTimeField, layout.recordTypeField, layout.webCodeField})
        require(isWithin(position, layout), "a layout has its key fields");
    LogLayout again = layout;
    completeLayout(again);
    require(again.codeField == layout.codeField, "the place of the code follows from the fields");
}

} // namespace

/// A log, or something else.
void tryInput(std::string_view input)
{
    const std::string_view end = input.substr(input.size() / 2);
    const auto detected = detectFormat(input, u"ISALOG_20100512_WEB_000.w3c"_s, end);
    const auto again = detectFormat(input, u"ISALOG_20100512_WEB_000.w3c"_s, end);
    require(detected.has_value() == again.has_value(), "the same bytes are the same log");
    if (!detected) {
        require(detected.error().kind == again.error().kind, "the same bytes are wrong in the same way");
        require(!describeLoadError(detected.error()).isEmpty(), "an error can be described");
        return;
    }
    require(*detected->layout == *again->layout, "the same bytes have the same layout");
    require(detected->dataStart <= input.size(), "a log starts within its bytes");
    requireSound(*detected->layout);
    for (const auto order : {LogLayout::DateOrder::DayMonthYear, LogLayout::DateOrder::MonthDayYear}) {
        const auto chosen = detectFormat(input, {}, end, order);
        require(chosen && (!hasLocaleDates(*chosen->layout) || chosen->layout->dateOrder == order),
                "somebody can say the order of dates");
    }
}

} // namespace TmgLens::Fuzz
