// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/format/loglayout.h"

#include <string_view>

namespace TmgLens {

/// Somebody or something of which a story can be told.
struct StorySubject
{
    enum class Kind : std::uint8_t {
        Client, ///< An address that asks.
        Host, ///< A destination: a name in web logs, an address in others.
        User,
        Connection, ///< Two addresses with their ports and the transport between them, whoever sent.
    };

    Kind kind = Kind::Client;
    QString name = {}; ///< For people; a log's text, of any length.
    FilterExpression term = {}; ///< Lets through the records of its story; never empty.
};

/**
 * Those that @p record, given without line end, is about, in the order of their kinds; kinds that the record tells
 * nothing of are left out. @p log is the log that the record is of. Thread-safe.
 */
[[nodiscard]] std::vector<StorySubject> storySubjects(std::string_view record, const LogLayout& layout, LogKind log);

} // namespace TmgLens
