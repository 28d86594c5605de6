// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/verbs.h"

#include "app/console.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

struct Description
{
    Verb verb = Verb::Decode;
    QLatin1StringView word;
    QLatin1StringView operands;
    const char* purpose = nullptr; ///< To be translated.
};

constexpr Description descriptions[] = {
    {Verb::Decode, "decode"_L1, "CODE..."_L1, QT_TRANSLATE_NOOP("CommandLine", "tell what result codes mean")},
    {Verb::Summary, "summary"_L1, "FILE..."_L1, QT_TRANSLATE_NOOP("CommandLine", "count records by class and code")},
    {Verb::Explain, "explain"_L1, "FILE..."_L1, QT_TRANSLATE_NOOP("CommandLine", "tell what records mean together")},
    {Verb::Export, "export"_L1, "FILE..."_L1, QT_TRANSLATE_NOOP("CommandLine", "write records as CSV")},
    {Verb::Verify, "verify"_L1, "FILE.json"_L1,
     QT_TRANSLATE_NOOP("CommandLine", "tell whether an export or its logs have changed")},
};

constexpr qsizetype callWidth = 18; // of the longest, and two blanks

} // namespace

std::optional<Verb> verbFromWord(QStringView word)
{
    const auto isWord = [word](const Description& description) { return description.word == word; };
    const auto found = std::ranges::find_if(descriptions, isWord);
    return found == std::end(descriptions) ? std::nullopt : std::optional(found->verb);
}

QString verbHelp()
{
    QString lines;
    for (const Description& description : descriptions) {
        const QString call = description.word + u' ' + description.operands;
        lines += "  "_L1 + call.leftJustified(callWidth) + CommandLine::tr(description.purpose) + u'\n';
    }
    return lines;
}

} // namespace TmgLens
