// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/facet/exactcounter.h"
#include "model/filter/filterexpression.h"
#include "model/index/recordindex.h"

#include <stop_token>

namespace TmgLens {

/// Values of a field with how often they occur, and the filter that shows the records with any of them.
struct CountedOthers
{
    struct Value
    {
        QString text = {};
        quint64 count = 0;
        FilterExpression term = {}; ///< Lets through the records that were counted, and no others.
    };

    std::vector<Value> top = {}; ///< The most frequent ones.
    quint64 distinct = 0;
    quint64 records = 0;
    FilterExpression term = {}; ///< The same for all of them.
};

/// Who else has the code of a record, and since when its own parties have it.
struct CodeSpread
{
    QString client = {};
    QString destination = {};
    CountedOthers clients = {}; ///< Others with the code to the same destination.
    CountedOthers destinations = {}; ///< Others to which the client has the code.

    quint64 ownRecords = 0; ///< Those of the client and the destination with the code: at least the record itself.
    RecordNumber first = {}; ///< The earliest of them.
    RecordNumber last = {}; ///< The latest of them.
    FilterExpression ownTerm = {}; ///< Lets them through.
};

/**
 * Counts over all records of @p index that have the code of @p record; nothing if the record lacks a client, a
 * destination (see destinationParty()) or a code that a filter can ask for.
 *
 * Reads records with the code only. Runs on all processors and blocks the caller. When @p stop is requested the answer
 * is to be thrown away. The error says that the source could not be read.
 */
[[nodiscard]] std::expected<std::optional<CodeSpread>, LoadError>
countSpread(const RecordIndex& index, RecordNumber record, const std::stop_token& stop);

/// What @p spread says of where a fault lies; a sentence or two.
[[nodiscard]] QString describeSpread(const CodeSpread& spread);

} // namespace TmgLens
