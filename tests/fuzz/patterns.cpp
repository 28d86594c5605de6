// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/finding/findingsearch.h"
#include "model/finding/findingsentence.h"
#include "model/format/fieldcutter.h"
#include "tests/fuzz/parsedlog.h"
#include "tests/fuzz/target.h"
#include "tests/support/testlog.h"

namespace TmgLens::Fuzz {

namespace {

QByteArray bytesOf(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

void requireSearchable(std::vector<Pattern> patterns)
{
    static const QByteArray log = Test::webLog({"200", "12209", "12209", "200", "12202", "10060", "10060", "10061"});
    static const RecordIndex index = indexInOneGo(*knownLog(toStringView(log)));
    FindingSearch search(std::make_shared<const std::vector<Pattern>>(std::move(patterns)));
    require(search.goOn(index, {}).has_value(), "memory can be read");
    const FindingsPointer found = search.findings(index);
    for (const Finding& finding : found->findings) {
        require(finding.pattern && !finding.records.empty(), "a finding rests on records");
        require(finding.records.back() < index.recordCount(), "a finding rests on records of the log");
        (void)findingSentence(finding);
    }
}

} // namespace

/// A description of patterns, behind a NUL byte adjustments to it, or to those that the program ships.
void tryInput(std::string_view input)
{
    const std::size_t border = input.find('\0');
    const bool hasBoth = border != std::string_view::npos;
    const QByteArray description = bytesOf(input.substr(0, border));
    const QByteArray adjustments = hasBoth ? bytesOf(input.substr(border + 1)) : QByteArray();
    auto patterns = readPatterns(description, adjustments);
    if (patterns)
        requireSearchable(*std::move(patterns));
    else
        require(!patterns.error().isEmpty(), "a mistake has a sentence");
    const auto builtIn = builtInPatterns(description);
    require(builtIn ? *builtIn != nullptr : !builtIn.error().isEmpty(), "adjustments are patterns or a mistake");
}

} // namespace TmgLens::Fuzz
