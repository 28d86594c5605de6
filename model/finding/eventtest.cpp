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

bool EventTest::acceptsKind(const Event& event) const
{
    return (event.traits & with) == with && !(event.traits & without) && event.from == from.value_or(event.from)
        && event.to == to.value_or(event.to);
}

bool EventTest::accepts(const Event& event) const
{
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
