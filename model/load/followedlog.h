// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/load/logloader.h"
#include "model/source/filesource.h"

#include <QDateTime>

#include <chrono>

namespace TmgLens {

/// True for a log that is a file as it is, with a record in each line, and has been read to its end: what is unpacked,
/// recoded or exported does not grow.
[[nodiscard]] bool canBeFollowed(const LoadedLog& log);

/// True for such a log that somebody may be writing now: one of today.
[[nodiscard]] bool isLive(const LoadedLog& log);

/// What has come to a log since somebody looked at it last.
struct LogGrowth
{
    std::optional<LoadedLog> begun = {}; ///< A further log, whose blocks the following ones are.
    BlockPointer replaced = {}; ///< The records from its begin on are in the blocks anew: its last one was cut short.
    QList<BlockPointer> blocks = {};
};

/**
 * A log that may grow, as a value: what is known of it between two looks.
 *
 * A log is known by its bytes, not by its file: its first and its last ones that have been read. So it goes on if it is
 * copied over from elsewhere again and again, or if its share comes back; and another log under its name is told apart,
 * and read as a log of its own.
 *
 * A record is taken once its line ends. What is left over, a record without a line end or NUL bytes before further
 * ones, is taken as it is when nothing has come for some time, as a load would, and then taken anew when it goes on.
 */
class FollowedLog
{
public:
    /// How the last look went.
    enum class State {
        Growing, ///< Or waiting for more.
        Missing, ///< There is no such file now.
        Unreachable, ///< It cannot be read now; see error().
        Shorter, ///< It has fewer bytes than have been read. What is left may be its beginning, or be copied just now.
        Changed, ///< It has other bytes than have been read, after the same beginning.
    };

    /// A log that has been read; @p last is its last block.
    FollowedLog(const LoadedLog& log, const BlockPointer& last);
    /// A log that does not exist yet, perhaps.
    FollowedLog(const QString& path, const ScanChoices& choices);

    /**
     * Reads what has come, and what has been waiting for as long as @p patience. Blocks the caller, for as long as a
     * share that hangs does; not for the GUI thread. Stops early when @p stop is requested.
     */
    [[nodiscard]] LogGrowth look(std::chrono::milliseconds patience, const std::stop_token& stop);

    /// The path of the log that follows on this one, if there is one now that was not there at the first look. Asks the
    /// file system as look() does.
    [[nodiscard]] std::optional<QString> findNext();

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const LoadError& error() const { return m_error; }
    [[nodiscard]] const ScanChoices& choices() const { return m_choices; }

private:
    enum class Likeness { Same, Shorter, Changed, Other };
    /// What stands behind the end, for as long as nobody writes.
    struct Rest
    {
        quint64 fileSize = 0;
        QDateTime modified;
        bool operator==(const Rest&) const = default;
    };
    struct Piece;

    [[nodiscard]] std::expected<void, LoadError> read(LogGrowth& growth, std::chrono::milliseconds patience,
                                                      const std::stop_token& stop);
    [[nodiscard]] std::expected<Likeness, LoadError> likeness(const ByteSource& now) const;
    [[nodiscard]] static State stateAfter(const LoadError& error);
    [[nodiscard]] static State stateAfter(Likeness like);
    void giveUpBytes();
    [[nodiscard]] std::expected<bool, LoadError> begin(const std::shared_ptr<const FileSource>& now, bool isQuiet,
                                                       LogGrowth& growth);
    [[nodiscard]] std::expected<void, LoadError> takeLines(LogGrowth& growth, const std::stop_token& stop);
    [[nodiscard]] std::expected<void, LoadError> takeRest(LogGrowth& growth, const std::stop_token& stop);
    [[nodiscard]] std::expected<bool, LoadError> takePiece(LogGrowth& growth, std::optional<quint64> dataEnd);
    [[nodiscard]] std::expected<Piece, LoadError> readPiece(std::optional<quint64> dataEnd) const;
    [[nodiscard]] bool isEndOfCutLine(std::string_view bytes) const;
    void parse(std::string_view bytes, bool isCutOff, LogGrowth& growth);
    void know(std::string_view bytes);
    [[nodiscard]] std::expected<void, LoadError> remember();
    void watchRest();

    QString m_path;
    ScanChoices m_choices;
    std::shared_ptr<const FileSource> m_source; // null until a log is there
    LayoutPointer m_layout; // at the end
    quint64 m_end = 0; // what is before has been taken
    BlockPointer m_last; // with the line that the end is in the middle of; null if it is not
    QByteArray m_firstBytes; // of what has been taken, to know it again
    QByteArray m_lastBytes;
    std::optional<Rest> m_rest;
    std::chrono::steady_clock::time_point m_restSince;
    bool m_isRestTaken = false;
    bool m_isNextKnown = false; // or will never be
    bool m_isFirstLook = true;
    State m_state = State::Growing;
    LoadError m_error;
};

} // namespace TmgLens
