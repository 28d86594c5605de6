// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/followedlog.h"

#include "model/format/formatdetector.h"
#include "model/index/blockparser.h"
#include "model/load/dataend.h"
#include "model/source/logname.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace TmgLens {

namespace {

constexpr quint64 knownLength = 4096; // bytes by which a log is known again, at either end
constexpr quint64 pieceLength = 4 * 1024 * 1024; // read and parsed at once

std::expected<QByteArray, LoadError> readBytes(const ByteSource& source, quint64 begin, quint64 length)
{
    const quint64 size = source.size();
    QByteArray bytes(qsizetype(std::min(length, size - std::min(begin, size))), Qt::Uninitialized);
    const auto count = source.read(begin, {bytes.data(), std::size_t(bytes.size())});
    if (!count)
        return std::unexpected(count.error());
    return bytes;
}

std::string_view upToNul(const QByteArray& bytes, qsizetype from = 0)
{
    const qsizetype nul = bytes.indexOf('\0', from);
    return {bytes.constData(), std::size_t(nul < 0 ? bytes.size() : nul)};
}

/// True if a line that is no directive ends in @p bytes: then the header is there, or there will be none.
bool holdsRecord(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n')) {
        if (end > 1 && !bytes.starts_with('#'))
            return true;
        bytes.remove_prefix(end + 1);
    }
    return false;
}

} // namespace

/// Bytes from where the next ones are to be parsed.
struct FollowedLog::Piece
{
    QByteArray bytes;
    std::size_t known = 0; ///< So many of them have been taken already.
    std::size_t lines = 0; ///< So many of them are whole lines; none if no line has ended since.
    std::size_t data = 0; ///< So many of them may be taken.
};

bool canBeFollowed(const LoadedLog& log)
{
    const auto* file = dynamic_cast<const FileSource*>(log.source.get());
    return file && file->isWholeFile() && log.outcome && log.outcome->isComplete && log.outcome->layout
        && !log.outcome->layout->isTable();
}

bool isLive(const LoadedLog& log)
{
    return log.isOfToday && canBeFollowed(log);
}

FollowedLog::FollowedLog(const LoadedLog& log, const BlockPointer& last)
    : m_path(log.source->path())
    , m_source(std::dynamic_pointer_cast<const FileSource>(log.source))
    , m_layout(last ? last->layout : log.outcome->layout)
    , m_end(log.outcome->tail ? log.outcome->tail->offset : log.outcome->bytesScanned)
    , m_last(last)
{
    if (last) // it has been followed before
        m_end = std::max(m_end, last->end);
    if (hasLocaleDates(*m_layout))
        m_choices.dateOrder = m_layout->dateOrder;
}

FollowedLog::FollowedLog(const QString& path, const ScanChoices& choices)
    : m_path(path)
    , m_choices(choices)
    , m_isFirstLook(false)
{
}

LogGrowth FollowedLog::look(std::chrono::milliseconds patience, const std::stop_token& stop)
{
    const FollowedLog before = *this;
    LogGrowth growth;
    if (const auto done = read(growth, patience, stop); !done) {
        m_error = done.error();
        m_state = stateAfter(m_error);
    }
    if (growth.blocks.isEmpty() && !growth.begun)
        return growth;
    // Somebody may have begun the log anew while it was read: what was taken may be the new one's then.
    if (const auto like = likeness(*m_source); like && *like != Likeness::Same) {
        *this = before;
        return {};
    }
    return growth;
}

std::optional<QString> FollowedLog::findNext()
{
    const bool isFirst = std::exchange(m_isFirstLook, false);
    if (m_isNextKnown)
        return {};
    const QStringList paths = pathsOfNextLog(m_path, QDate::currentDate());
    const auto next = std::ranges::find_if(paths, [](const QString& path) { return QFileInfo::exists(path); });
    m_isNextKnown = next != paths.end();
    // One that was there before has been left out by whoever opened this one.
    return m_isNextKnown && !isFirst ? std::optional(*next) : std::nullopt;
}

std::expected<void, LoadError> FollowedLog::read(LogGrowth& growth, std::chrono::milliseconds patience,
                                                 const std::stop_token& stop)
{
    if (m_source && m_firstBytes.isEmpty()) {
        if (const auto done = remember(); !done) {
            m_source->lose(); // what will be there is nothing that anybody could know again
            return done;
        }
        if (m_lastBytes.endsWith(m_layout->lineEnd))
            m_last.reset();
    }
    const auto now = FileSource::open(m_path);
    if (!now)
        return std::unexpected(now.error());
    const auto like = m_source ? likeness(**now) : Likeness::Other;
    if (!like)
        return std::unexpected(like.error());
    if (*like == Likeness::Same)
        m_source->goOnWith(**now);
    else if (m_source)
        giveUpBytes();
    m_state = stateAfter(*like);
    if (m_state != State::Growing)
        return {};
    watchRest();
    const bool isQuiet = std::chrono::steady_clock::now() - m_restSince >= patience;
    if (*like == Likeness::Other) {
        const auto hasBegun = begin(*now, isQuiet, growth);
        if (!hasBegun || !*hasBegun)
            return hasBegun ? std::expected<void, LoadError>() : std::unexpected(hasBegun.error());
    }
    if (const auto done = takeLines(growth, stop); !done)
        return done;
    if (isQuiet && !std::exchange(m_isRestTaken, true))
        return takeRest(growth, stop);
    return {};
}

FollowedLog::State FollowedLog::stateAfter(const LoadError& error)
{
    switch (error.kind) {
    case LoadError::Kind::NotFound:
        return State::Missing;
    case LoadError::Kind::Shrunk:
        return State::Shorter;
    default:
        return State::Unreachable;
    }
}

FollowedLog::State FollowedLog::stateAfter(Likeness like)
{
    switch (like) {
    case Likeness::Shorter:
        return State::Shorter;
    case Likeness::Changed:
        return State::Changed;
    case Likeness::Same:
    case Likeness::Other:
        break;
    }
    return State::Growing;
}

/// What @p now is beside what has been read.
std::expected<FollowedLog::Likeness, LoadError> FollowedLog::likeness(const ByteSource& now) const
{
    const auto first = readBytes(now, 0, quint64(m_firstBytes.size()));
    if (!first)
        return std::unexpected(first.error());
    if (!m_firstBytes.startsWith(*first))
        return Likeness::Other;
    if (now.size() < m_end)
        return Likeness::Shorter;
    const auto last = readBytes(now, m_end - quint64(m_lastBytes.size()), quint64(m_lastBytes.size()));
    if (!last)
        return std::unexpected(last.error());
    return *last == m_lastBytes ? Likeness::Same : Likeness::Changed;
}

/// Lets nobody take others for the bytes that were read. A file that is only no longer at the path has them still.
void FollowedLog::giveUpBytes()
{
    const auto like = likeness(*m_source);
    if (!like || *like != Likeness::Same)
        m_source->lose();
}

/// Begins with the log that @p now is, once that can be told: from a record, or from what is there when it @p isQuiet.
std::expected<bool, LoadError> FollowedLog::begin(const std::shared_ptr<const FileSource>& now, bool isQuiet,
                                                  LogGrowth& growth)
{
    const auto start = readBytes(*now, 0, detectionLength);
    if (!start)
        return std::unexpected(start.error());
    const std::string_view bytes = upToNul(*start);
    if (!isQuiet && !holdsRecord(bytes))
        return false;
    const auto format = detectFormat(bytes, m_path, {}, m_choices.dateOrder);
    if (!format)
        return false; // no log yet
    m_source = now;
    m_layout = format->layout;
    m_end = format->dataStart;
    m_firstBytes.clear();
    m_lastBytes.clear();
    know({start->constData(), std::size_t(std::min(m_end, quint64(start->size())))});
    m_last.reset();
    ScanOutcome outcome;
    outcome.layout = m_layout;
    growth.begun.emplace(LogAddress{.file = m_path}, now, std::move(outcome), true);
    return true;
}

/// Takes the lines that have ended.
std::expected<void, LoadError> FollowedLog::takeLines(LogGrowth& growth, const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const auto more = takePiece(growth, {});
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
    }
    return {};
}

/// Takes all that is there, as a load does.
std::expected<void, LoadError> FollowedLog::takeRest(LogGrowth& growth, const std::stop_token& stop)
{
    const auto dataEnd = findDataEnd(*m_source, m_end, stop);
    if (!dataEnd)
        return std::unexpected(dataEnd.error());
    while (!stop.stop_requested() && m_end < *dataEnd) {
        if (const auto more = takePiece(growth, dataEnd.value()); !more)
            return std::unexpected(more.error());
    }
    return {};
}

/// Takes some lines; with @p dataEnd also NUL bytes, and the last line, which ends there. False if there are none.
std::expected<bool, LoadError> FollowedLog::takePiece(LogGrowth& growth, std::optional<quint64> dataEnd)
{
    const auto piece = readPiece(dataEnd);
    if (!piece)
        return std::unexpected(piece.error());
    const std::string_view bytes(piece->bytes.constData(), piece->data);
    if (piece->data == piece->known)
        return false;
    if (m_last && isEndOfCutLine(bytes.substr(piece->known))) {
        const std::size_t length = bytes[piece->known] == '\r' && m_layout->lineEnd == '\n' ? 2 : 1;
        know(bytes.substr(piece->known, length));
        m_end += length;
        m_last.reset();
        return true;
    }
    const bool takesAll = dataEnd && piece->lines == 0;
    if (piece->lines == 0 && !takesAll)
        return false;
    parse(bytes.substr(0, takesAll ? piece->data : piece->lines), takesAll, growth);
    return true;
}

/// Bytes from where the last line that was cut short begins, or rather its block, up to the end of a line if one ends.
std::expected<FollowedLog::Piece, LoadError> FollowedLog::readPiece(std::optional<quint64> dataEnd) const
{
    const auto next = readBytes(*m_source, m_end, 1);
    if (!next)
        return std::unexpected(next.error());
    if (next->isEmpty() || (next->front() == '\0' && !dataEnd))
        return Piece();
    const quint64 begin = m_last ? m_last->begin : m_end;
    const quint64 end = dataEnd.value_or(m_source->size());
    Piece piece{.bytes = {}, .known = std::size_t(m_end - begin)};
    for (quint64 length = piece.known + pieceLength;; length *= 2) { // a line may be longer
        auto bytes = readBytes(*m_source, begin, std::min(length, end - begin));
        if (!bytes)
            return std::unexpected(bytes.error());
        piece.bytes = *std::move(bytes);
        piece.data = dataEnd ? std::size_t(piece.bytes.size()) : upToNul(piece.bytes, qsizetype(piece.known)).size();
        const std::string_view data(piece.bytes.constData(), piece.data);
        const std::size_t lineEnd = data.rfind(m_layout->lineEnd);
        piece.lines = lineEnd == std::string_view::npos || lineEnd < piece.known ? 0 : lineEnd + 1;
        if (piece.lines > 0 || piece.data < std::size_t(piece.bytes.size()) || begin + length >= end)
            return piece;
    }
}

/// True if @p bytes begin with nothing but the line end that a whole record lacked.
bool FollowedLog::isEndOfCutLine(std::string_view bytes) const
{
    const std::size_t count = m_last->size();
    const bool isWhole = count > 0 && !m_last->flags(count - 1).testFlag(RecordFlag::CutShort);
    return isWhole && (bytes.starts_with(m_layout->lineEnd) || bytes.starts_with("\r\n"));
}

/// Parses @p bytes, whole lines unless @p isCutOff, from where readPiece() began.
void FollowedLog::parse(std::string_view bytes, bool isCutOff, LogGrowth& growth)
{
    const quint64 begin = m_last ? m_last->begin : m_end;
    const LayoutPointer layout = m_last ? m_last->layout : m_layout;
    if (m_last)
        growth.replaced = m_last;
    ParsedStretch parsed = parseStretch(bytes, m_source, layout, begin, isCutOff);
    for (auto& block : parsed.blocks)
        growth.blocks.append(std::move(block));
    m_layout = parsed.layoutAtEnd;
    know(bytes.substr(std::size_t(m_end - begin)));
    m_end = begin + bytes.size();
    m_last = isCutOff ? growth.blocks.last() : nullptr;
}

/// Keeps, of @p bytes, which follow on those that have been taken, the ones by which the log is known again. They are
/// not read once more: somebody may cut the log short meanwhile, or begin it anew.
void FollowedLog::know(std::string_view bytes)
{
    const QByteArrayView more(bytes.data(), qsizetype(bytes.size()));
    m_firstBytes += more.first(std::min(more.size(), qsizetype(knownLength) - m_firstBytes.size()));
    m_lastBytes += more.last(std::min(more.size(), qsizetype(knownLength)));
    m_lastBytes = m_lastBytes.last(std::min(m_lastBytes.size(), qsizetype(knownLength)));
}

/// The same for what a load has taken.
std::expected<void, LoadError> FollowedLog::remember()
{
    const auto first = readBytes(*m_source, 0, std::min(m_end, knownLength));
    if (!first)
        return std::unexpected(first.error());
    const quint64 length = std::min(m_end, knownLength);
    const auto last = readBytes(*m_source, m_end - length, length);
    if (!last)
        return std::unexpected(last.error());
    m_firstBytes = *first;
    m_lastBytes = *last;
    return {};
}

/// Looks whether anybody writes.
void FollowedLog::watchRest()
{
    const QFileInfo info(m_path);
    const Rest rest{.fileSize = quint64(info.size()), .modified = info.lastModified()};
    if (m_rest == rest)
        return;
    m_rest = rest;
    m_restSince = std::chrono::steady_clock::now();
    m_isRestTaken = false;
}

} // namespace TmgLens
