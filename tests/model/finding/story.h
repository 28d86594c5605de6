// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/findingsearch.h"
#include "tests/generator/recordwriter.h"

namespace TmgLens::Test {

/// A finding as a story expects it; what it does not tell may be anything.
struct ExpectedFinding
{
    std::optional<FindingSeverity> severity = {};
    LogTime first = invalidTime;
    LogTime last = invalidTime;
    std::size_t records = 0;
    QString sentence = {};
};

/// A record of a story, before it is written. Texts are as in the log.
struct StoryRecord
{
    LogTime time; ///< UTC.
    LogKind log = LogKind::Web;
    QByteArray client; ///< In a firewall log with its port.
    QByteArray host; ///< In a firewall log the destination, with its port.
    quint32 code = 0;
    QHash<QByteArray, QByteArray> others = {}; ///< By the words of the stories.

    [[nodiscard]] std::string_view other(const QByteArray& word, std::string_view otherwise = {}) const;
};

/**
 * What records of a log have to do with a pattern: a few lines that make a log of TMG 2010, and what is found in it.
 *
 *     : D1 found  ten names for two clients
 *     8:00:00 x10/5 web 10.0.0.{n%2} www.host{n}.example 11001 agent=Browser
 *     = alarm 8:00:00-8:00:45 10: 10 host names could not be resolved …
 *     ~ D1b
 *
 * The first line has the pattern and whether the story has it (`found`), looks like it (`not`), or is just or just not
 * enough (`border`). A line of records has the time in UTC on 12 May 2010 (or `2016-01-01T8:00:00`), perhaps how many
 * follow each other in which distance of seconds, the log (`web` or `fw`), the client, the host or destination, and the
 * code; then whatever shall be other than usual. `{n}` counts the records of a line from 0 on, and one can reckon with
 * it from left to right: `{n%5*2+2000}`. Records are written in the order of time. Each line `=` is a finding of the
 * pattern, and `~` names the others that are found.
 */
struct Story
{
    QString pattern;
    QString kind; ///< `found`, `not` or `border`.
    QString title;
    QList<StoryRecord> records = {};
    QList<ExpectedFinding> expected = {};
    QStringList alsoFound = {};

    /// All stories of @p text; stops the test at what it does not understand.
    [[nodiscard]] static QList<Story> read(const QByteArray& text);

    /// The bytes of the @p asked log; empty if the story has no records of it.
    [[nodiscard]] QByteArray log(LogKind asked, Generator::TextFormat format = Generator::TextFormat::W3c) const;
    /// The index of both logs.
    [[nodiscard]] RecordIndex index(Generator::TextFormat format = Generator::TextFormat::W3c) const;
};

/// Everything that is found in @p index.
[[nodiscard]] FindingsPointer findingsIn(const RecordIndex& index);

/// All there is to tell about @p finding, in a line.
[[nodiscard]] QString toldOf(const Finding& finding);

} // namespace TmgLens::Test
