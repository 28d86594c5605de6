// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/eventtest.h"

#include <algorithm>

namespace TmgLens {

bool isSuccess(const CodeEntry& code)
{
    const ResultClass resultClass = code.result.entry.resultClass;
    return resultClass == ResultClass::Allowed || resultClass == ResultClass::Redirected;
}

bool EventTest::acceptsCode(const CodeEntry& code) const
{
    if (log && code.log != *log)
        return false;
    if (with.testFlag(Trait::Success) && !isSuccess(code))
        return false;
    if (without.testFlag(Trait::Success) && isSuccess(code))
        return false;
    return codes.empty() || (code.result.value && std::ranges::contains(codes, comparableCode(*code.result.value)));
}

bool EventTest::accepts(const Event& event) const
{
    if ((event.traits & with) != with || (event.traits & without))
        return false;
    if ((from && event.from != *from) || (to && event.to != *to))
        return false;
    if (!ports.empty() && !std::ranges::contains(ports, event.port))
        return false;
    if (!closingCodes.empty() && !std::ranges::contains(closingCodes, event.closingCode))
        return false;
    if (wasOpenForRoundTime && !event.wasOpenForRoundTime)
        return false;
    if (event.sinceClosed < closedAtLeast || event.sinceClosed > closedAtMost)
        return false;
    if (event.sinceClosed <= notClosedFor || event.sinceOpened <= notOpenedFor)
        return false;
    return !notBefore || event.time >= *notBefore;
}

} // namespace TmgLens
