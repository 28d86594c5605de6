// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/context/parties.h"
#include "model/index/codetable.h"
#include "model/index/recordindex.h"

namespace TmgLens {

/// What a story takes from a record. Texts are cut to longestStoryText characters: a log may hold any.
struct StoryRecord
{
    /// Which part of a connection's life a record of a firewall log tells.
    enum class Phase : std::uint8_t {
        None, ///< None of them: a denial, a failure, something else.
        Begin,
        Interim, ///< Written now and then (each 15 minutes in the logs seen) while a long connection lives.
        End,
    };

    RecordNumber number = {};
    LogTime moment = invalidTime; ///< In UTC.
    LogKind log = LogKind::Unknown;
    CodeIndex code = {};
    Phase phase = Phase::None;
    Parties parties = {};
    QString transport = {};
    QString protocol = {};
    QString action = {}; ///< The log's word: `Denied`.
    QString rule = {};
    QString user = {};
    std::optional<qint64> bytesIn = {}; ///< Towards the client. In firewall logs a total since the beginning.
    std::optional<qint64> bytesOut = {};
    std::optional<std::chrono::milliseconds> duration = {}; ///< In firewall logs since the beginning.
};

inline constexpr qsizetype longestStoryText = 256;

/// Whether @p user is somebody whom the server knows: no value, `anonymous` and what a client merely claims are not.
[[nodiscard]] bool isNamedUser(const QString& user);

/// The field with meaning @p id in the words of text logs; empty if there is none.
[[nodiscard]] QString textOfField(FieldId id, Filter::RecordText& text);

/// Reads what stories take from the records of one layout. For one thread.
class StoryRecordReader
{
public:
    /// @p layout must outlive the reader.
    explicit StoryRecordReader(const LogLayout& layout);

    /// Fills in what the text tells; number, moment, code and log are the caller's. @p code is that of the record.
    void read(Filter::RecordText& text, const CodeEntry& code, StoryRecord& record) const;

private:
    PartiesReader m_parties;
};

} // namespace TmgLens
