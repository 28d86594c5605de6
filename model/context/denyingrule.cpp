// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/context/denyingrule.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Context of the texts for translators.
struct DenyingRuleText
{
    Q_DECLARE_TR_FUNCTIONS(TmgLens::DenyingRuleText)
};

// FWX_E_POLICY_RULES_DENIED, the URL denied of forward and reverse proxy, and ISA Server 2000's word for the first.
constexpr std::array<quint32, 4> ruleCodes{0xC004000D, 12202, 12302, 13301};

// The product calls it so in logs; the second one is the German edition's.
constexpr std::array defaultRules{"default rule"_L1, "standardregel"_L1};
constexpr auto enterprisePrefix = "[enterprise]"_L1;

} // namespace

bool isDeniedByRule(quint32 code)
{
    return std::ranges::contains(ruleCodes, code);
}

bool isDefaultRule(const QString& rule)
{
    QString name = rule.trimmed().toLower();
    if (name.startsWith(enterprisePrefix))
        name = name.sliced(enterprisePrefix.size()).trimmed();
    return std::ranges::contains(defaultRules, name);
}

QString describeDenyingRule(const QString& rule)
{
    if (isDefaultRule(rule))
        return DenyingRuleText::tr(
            "No rule was about this traffic, so the last one denied it. If it is wanted, make an "
            "access or publishing rule for it, or widen the one that you expected: compare its "
            "protocol, networks, users, schedule and content types with this record. The change "
            "counts once it is applied, for new connections first.");
    return DenyingRuleText::tr(
        "Somebody made this rule, so the refusal is probably meant. Ask for its purpose before you "
        "change it; an exception above it does less harm than a wider hole in it. A change counts "
        "once it is applied, for new connections first.");
}

} // namespace TmgLens
