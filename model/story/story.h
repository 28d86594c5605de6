// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/storyrecord.h"

namespace TmgLens {

/// Records of one kind between the same parties, joined to one thing that happened.
struct StoryStep
{
    enum class Kind : std::uint8_t {
        Connection, ///< Of a firewall log, from its beginning to its end.
        Visit, ///< Requests of one client to one host of a web log, less than visitPause apart.
        Series, ///< Others with one code and action between one client and one target, at most seriesPause apart.
    };
    /// What the log tells of the end of a connection.
    enum class Ending : std::uint8_t {
        Closed,
        Open, ///< Nothing, up to the end of the log.
        Untold, ///< Nothing, but another one with the same ends began later.
    };

    Kind kind = Kind::Series;
    LogKind log = LogKind::Unknown;
    RecordNumber first = {};
    RecordNumber last = {};
    quint64 records = 0;
    LogTime begin = invalidTime; ///< In UTC. Before the first record if that tells for how long it has been going on.
    LogTime end = invalidTime; ///< Of the last record.
    std::chrono::seconds silence{}; ///< For how long nothing had happened when it began, if longer than longestPause.

    Parties parties = {}; ///< Those of the first record, and what others add to them.
    bool hasSeveralPorts = false; ///< Of the destination: `parties` has the first.
    QString transport = {};
    QString protocol = {};
    QString action = {};
    QString rule = {};
    QString user = {};
    CodeIndex code = {}; ///< The worst one, leaving out refusals that belong to logons.

    qint64 bytesIn = 0; ///< Towards the client; each byte counts once.
    qint64 bytesOut = 0;

    // Of connections.
    bool hasBeginning = false; ///< The log has the record of it.
    Ending ending = Ending::Open;
    CodeIndex lastCode = {}; ///< With which it was closed.

    // Of visits.
    quint64 denied = 0;
    quint64 failed = 0;
    quint64 logonRefusals = 0; ///< After which the same client was let in, so that they are part of a logon.
};

/// What somebody did.
struct Story
{
    std::vector<StoryStep> steps = {}; ///< In the order of their beginnings.
    quint64 records = 0; ///< All that the story is about.
    quint64 undated = 0; ///< Of these, those without a time: they are in no step.
    quint64 further = 0; ///< Of these, those that came when there were mostStorySteps already, and began another.
    LogTime furtherFrom = invalidTime; ///< When the first of them was.
};

inline constexpr std::size_t mostStorySteps = 10'000;
inline constexpr std::chrono::seconds visitPause{60};
inline constexpr std::chrono::minutes seriesPause{10};
inline constexpr std::chrono::minutes longestPause{10};

} // namespace TmgLens
