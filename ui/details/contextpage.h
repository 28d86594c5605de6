// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/context/circumstances.h"
#include "model/context/codespread.h"
#include "model/context/diagnosticcommands.h"
#include "model/context/neighbours.h"
#include "model/table/logtablemodel.h"

namespace TmgLens {

class PageWriter;

/// What is known of the surroundings of a record. What has to be looked for comes later, or not at all.
struct ContextFacts
{
    Circumstances circumstances = {};
    DecodedResult result = {}; ///< Of the record's code.
    ResultClass meantClass = {}; ///< What became of the traffic, which can be something else than the code says.
    std::vector<DiagnosticCommand> commands = {};

    std::optional<Neighbours> neighbours = {}; ///< Nothing while they are looked for.
    bool isSpreadKnown = false;
    std::optional<CodeSpread> spread = {}; ///< Nothing until it is known, and if the record lacks what it takes.
    QString firstTime = {}; ///< Of the first and the last record of the spread, by the clock that the table shows.
    QString lastTime = {};
    QString failure = {}; ///< Why nothing more is going to be known; a sentence, empty if all is well.
};

/// All that @p record tells by itself, without a look at others.
[[nodiscard]] ContextFacts contextOf(const LogRecord& record, const CodeEntry& code);

/// Writes the sections about a record's surroundings: in context, neighbours, commands.
void writeContext(PageWriter& page, const ContextFacts& facts);

/// Writes what a filter of the proxy gave as its reason, where the code says no more than that one refused.
void writeFilterReason(PageWriter& page, const ContextFacts& facts);

/// The record whose link has @p address; nothing for other links.
[[nodiscard]] std::optional<RecordNumber> recordOfAddress(const QString& address);
/// The filter whose link has @p address.
[[nodiscard]] std::optional<FilterExpression> termOfAddress(const QString& address, const ContextFacts& facts);
/// The command whose link has @p address.
[[nodiscard]] std::optional<DiagnosticCommand> commandOfAddress(const QString& address, const ContextFacts& facts);

} // namespace TmgLens
