// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"
#include "model/format/recordtime.h"
#include "model/source/bytesource.h"

#include <QTimeZone>

#include <chrono>
#include <optional>
#include <string>

namespace TmgLens {

/**
 * The moment of a record, in seconds since 1970 in UTC; invalidTime if the record has none that exists. Where it is
 * said so, what a clock shows at a moment.
 */
using LogTime = std::chrono::sys_seconds;
inline constexpr LogTime invalidTime = LogTime::min();

/// What is wrong with a record. None of it keeps the record from being shown.
enum class RecordFlag : std::uint8_t {
    TooFewFields = 0x01,
    TooManyFields = 0x02,
    InvalidTime = 0x04, ///< Date or time is missing, does not exist, or is out of range: see firstLogYear.
    InvalidCode = 0x08, ///< The result code is neither a number nor a word of the log.
    TooLong = 0x10, ///< Longer than maximumRecordLength; only the start was looked at.
    CutShort = 0x20, ///< The log ends in the middle of the record.
    ControlBytes = 0x40, ///< Holds NUL bytes: stale disk content or damage.
    OtherLog = 0x80, ///< Relayed from the server's other log, whose fields are not the ones of this file.
};
Q_DECLARE_FLAGS(RecordFlags, RecordFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(RecordFlags)

/// Bytes of a record that are parsed and shown; documented URLs end at 2 KiB, seen lines at 3 KiB.
inline constexpr std::size_t maximumRecordLength = 4 * 1024 * 1024;

/// How far the clock of a server was ahead of UTC at a moment.
struct ClockReading
{
    LogTime moment;
    std::chrono::seconds ahead;

    bool operator==(const ClockReading&) const = default;
};

/// Number of a code text within one block.
enum class LocalCode : quint32 {};

/**
 * Index of a stretch of a log under one layout: where each record starts, its time, its code, its flags.
 *
 * Filled by one thread (BlockParser), then sealed as `shared_ptr<const IndexBlock>` and readable from any thread.
 * 12 bytes a record, and 4 more where the log tells local times alone. No text of a record is kept; each distinct code
 * text is, once.
 */
struct IndexBlock
{
    SourcePointer source;
    LayoutPointer layout;
    quint64 begin = 0; ///< Offset of the stretch in the source.
    quint64 end = 0; ///< Offset after it; the last record ends here at the latest.
    quint64 lineCount = 0; ///< Lines that start in the stretch: those of records, directives and blank ones.

    // One element a record.
    std::vector<quint32> starts; ///< Relative to begin.
    std::vector<quint32> codesAndFlags; ///< LocalCode in the lower 24 bits, RecordFlags above.
    std::vector<quint32> times; ///< As packedTime() has them.

    /// Where the log goes by the clock of its server (LogLayout::clock), one element a record: what that clock showed,
    /// as packedTime() has it. What `times` are then, is worked out from these for the zone; see withServerClock().
    std::vector<quint32> loggedTimes;
    QTimeZone serverZone = QTimeZone(QTimeZone::UTC);
    /// The clock of the server at a record that tells the time in GMT as well; nothing if none of the first ones does.
    std::optional<ClockReading> clockReading = {};

    // One element a distinct code text.
    std::vector<std::string> codeTexts;
    std::vector<LogKind> codeLogs; ///< The log that the records with it are of.
    std::vector<quint32> codeCounts;

    /// Lines with which no record begins (directives, blank lines, further lines of a record with line ends in quotes):
    /// after how many records of the block each stands, ascending.
    std::vector<quint32> skippedLines;
    quint32 malformedCount = 0;
    LogTime firstTime = invalidTime; ///< Earliest of the block.
    LogTime lastTime = invalidTime; ///< Latest of the block.

    /// Takes @p moment in between firstTime and lastTime.
    void reach(LogTime moment)
    {
        if (moment == invalidTime)
            return;
        firstTime = firstTime == invalidTime ? moment : std::min(firstTime, moment);
        lastTime = std::max(lastTime, moment);
    }

    [[nodiscard]] std::size_t size() const { return starts.size(); }
    [[nodiscard]] LogTime time(std::size_t i) const { return unpackedTime(times[i]); }
    [[nodiscard]] LocalCode code(std::size_t i) const { return LocalCode(codesAndFlags[i] & 0xFFFFFF); }
    [[nodiscard]] RecordFlags flags(std::size_t i) const { return RecordFlags::fromInt(codesAndFlags[i] >> 24); }

    /// A time from firstLogYear to lastLogYear, or invalidTime, in 32 bits.
    [[nodiscard]] static constexpr quint32 packedTime(LogTime time)
    {
        return time == invalidTime ? noTime : quint32((time - epoch).count());
    }
    [[nodiscard]] static constexpr LogTime unpackedTime(quint32 packed)
    {
        return packed == noTime ? invalidTime : epoch + std::chrono::seconds(packed);
    }

    /// Where record @p i ends at the latest, relative to begin: where the next one starts, with directives between
    /// perhaps, but no further than maximumRecordLength.
    [[nodiscard]] std::size_t limit(std::size_t i) const;

    /// True if lines with which no record begins stand between the first line of record @p i and the next one, or the
    /// end of the block.
    [[nodiscard]] bool isFollowedBySkippedLine(std::size_t i) const;

    /// Line of record @p i, counted from 0 at the start of the block.
    [[nodiscard]] quint64 line(std::size_t i) const;

private:
    static constexpr LogTime epoch = std::chrono::sys_days(firstLogYear / std::chrono::January / 1);
    static constexpr quint32 noTime = 0xFFFFFFFF;
    static_assert((std::chrono::sys_days((lastLogYear + std::chrono::years(1)) / std::chrono::January / 1) - epoch)
                  < std::chrono::seconds(noTime));
};

using BlockPointer = std::shared_ptr<const IndexBlock>;

} // namespace TmgLens
