// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/eventtest.h"
#include "model/result/resultcategory.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace TmgLens {

/// How much attention a finding deserves. It may contradict the codes of its records.
enum class FindingSeverity : std::uint8_t {
    Noise, ///< The records look like faults and are none.
    Notice,
    Warning,
    Alarm,
};
inline constexpr std::size_t findingSeverityCount = 4;

/// The words of the command line, the filter language and JSON, for example `alarm`.
[[nodiscard]] QLatin1StringView keyword(FindingSeverity severity);
/// The other way, without regard to case; nothing if the word is none of them.
[[nodiscard]] std::optional<FindingSeverity> findingSeverity(QStringView word);

/// Of how many attributes a pattern can limit or count the different values.
inline constexpr std::size_t maximumKept = 4;
/// The largest number that a pattern can ask for: of records, and of different values.
inline constexpr int maximumAskedFor = 200;

/// A limit on how many different values of an attribute the records of a pattern have.
struct AttributeLimit
{
    Attribute attribute = Attribute::Client;
    int count = 0;
};

/// What each record of a pattern is shown as, in place of what its code says; see FoldedRecords. Plain texts.
struct FoldedMeaning
{
    ResultClass resultClass = ResultClass::Unknown; ///< In place of that of its code.
    QString title; ///< What the record is, in a few words: `Part of a logon`.
    QString reason; ///< Why, as the end of a sentence that begins with what the log says.
    QString count; ///< What stands behind a number of them, with a place as findingSentence() knows it.
};

/**
 * What several records mean together, and how to tell.
 *
 * Read from resources/findings, where README.md explains each part. A plain value.
 */
struct Pattern
{
    /// Which recognizer looks for it.
    enum class Kind : std::uint8_t {
        Window, ///< Records that come together within a window of time: bursts, sequences, coincidences.
        Logon, ///< Refusals that belong to a logon.
        Span, ///< From a record that begins something to the one that ends it.
    };

    QString id; ///< Short and unique: letters and digits, for example `D1`.
    QString name; ///< A few words.
    Kind kind = Kind::Window;
    FindingSeverity severity = FindingSeverity::Notice;
    std::optional<FindingSeverity> severityWhenOver; ///< Of Kind::Span, when the record that ends it has come.
    std::optional<FindingSeverity> severityWithoutFollowers; ///< When none of `followers` has come.
    QString sentence; ///< What happened, for people; with places to fill in, see findingSentence().
    QString advice; ///< What to do.
    QString source; ///< Where the knowledge comes from.

    std::vector<EventTest> events; ///< What it is made of; the first is what it is about.
    bool isOrdered = false; ///< The events must come one after the other, as they stand in `events`.
    std::vector<EventTest> unless; ///< What makes it something else.
    std::vector<EventTest> besides; ///< What must be there, too, from the same client.
    std::vector<EventTest> followers; ///< What belongs to it once it is there.
    std::vector<Attribute>
        counted; ///< Of which the sentence tells how many there are; at most maximumKept with limits.
    std::vector<Attribute> key; ///< Records belong together if these are alike.
    std::chrono::seconds window{60};
    std::vector<AttributeLimit> atLeast;
    std::vector<AttributeLimit> atMost;
    double clientShare = 0; ///< At least so much of the clients that are active must be among its own, from 0 to 1.
    double successShare = 1; ///< At most so much of all requests of the last minute may succeed, from 0 to 1.
    QStringList notDuring; ///< Patterns that explain it while they last.
    QStringList during; ///< Patterns without which it is nothing: one of them must last meanwhile.
    bool isTogether = false; ///< All of it is one finding: noise, of which single occurrences are of no interest.
    QStringList toldBy; ///< Patterns that tell the same more exactly, where all of its records are among theirs.
    std::optional<FoldedMeaning> folded; ///< Nothing: its records are shown as their codes say.
};

/// All patterns that are looked for. Shared between threads, never changed.
using PatternsPointer = std::shared_ptr<const std::vector<Pattern>>;

} // namespace TmgLens
