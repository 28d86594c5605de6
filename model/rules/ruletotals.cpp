// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/rules/ruletotals.h"

namespace TmgLens {

RuleOutcome ruleOutcome(ResultClass resultClass)
{
    switch (resultClass) {
    case ResultClass::Allowed:
    case ResultClass::Redirected:
    case ResultClass::Closed:
        return RuleOutcome::Allowed;
    case ResultClass::Denied:
        return RuleOutcome::Denied;
    case ResultClass::Failed:
    case ResultClass::Dropped:
    case ResultClass::Attack:
    case ResultClass::Limit:
        return RuleOutcome::Failed;
    case ResultClass::Info:
    case ResultClass::Unknown:
        break;
    }
    return RuleOutcome::Other;
}

} // namespace TmgLens
