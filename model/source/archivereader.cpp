// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/archivereader.h"

#include <QStringConverter>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cerrno>

#include <archive.h>
#include <archive_entry.h>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t looked = 512; // a tar header, the longest that there is
constexpr std::size_t pieceLength = 64 * 1024; // few, so that a stop is seen soon also where little unpacks to much
constexpr std::size_t readAtOnce = 16 * 1024; // what is lost at most before the place where an archive is broken

bool isControl(char byte)
{
    return (byte >= 0 && byte < ' ' && byte != '\t' && byte != '\r' && byte != '\n') || byte == '\x7F';
}

/// Whether @p start may begin an archive: the headers of all of them hold bytes that are in no text. A file that is
/// nothing but NUL bytes would pass for an empty tar, but is a log that nobody has written to yet.
bool mayBeArchive(std::string_view start)
{
    return std::ranges::any_of(start, isControl) && start.find_first_not_of('\0') != std::string_view::npos;
}

/// Names are UTF-8 in what is made today; what is not is shown as Latin.
QString decodedName(const char* name)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(QByteArrayView(name));
    return utf8.hasError() ? QString::fromLatin1(name) : text;
}

/// What a compressed file without names is called: as the programs do that unpack it beside the archive.
QString withoutEnding(const QString& path)
{
    QString name = path.section(u'/', -1);
    for (const auto ending : {".gz"_L1, ".bz2"_L1, ".xz"_L1, ".zst"_L1}) {
        if (name.endsWith(ending, Qt::CaseInsensitive) && name.size() > ending.size())
            return name.chopped(ending.size());
    }
    return name;
}

} // namespace

/// What the library calls to get at the bytes.
struct ArchiveReader::Callbacks
{
    static la_ssize_t read(archive* archive, void* client, const void** buffer)
    {
        auto& reader = *static_cast<ArchiveReader*>(client);
        const auto count = reader.m_source->read(reader.m_position, reader.m_piece);
        if (!count)
            reader.m_sourceError = count.error();
        if (!count || reader.m_stop.stop_requested()) {
            archive_set_error(archive, EIO, "no more bytes");
            return ARCHIVE_FATAL;
        }
        *buffer = reader.m_piece.data();
        reader.m_position += *count;
        if (reader.m_progress)
            reader.m_progress(reader.m_position, reader.m_source->size());
        return la_ssize_t(*count);
    }

    static la_int64_t skip(archive* /*archive*/, void* client, la_int64_t request)
    {
        auto& reader = *static_cast<ArchiveReader*>(client);
        const quint64 left = reader.m_source->size() - reader.m_position;
        const auto skipped = std::min(left, quint64(std::max<la_int64_t>(request, 0)));
        reader.m_position += skipped;
        return la_int64_t(skipped);
    }

    static la_int64_t seek(archive* /*archive*/, void* client, la_int64_t offset, int whence)
    {
        auto& reader = *static_cast<ArchiveReader*>(client);
        const auto size = la_int64_t(reader.m_source->size());
        la_int64_t from = 0;
        if (whence == SEEK_CUR)
            from = la_int64_t(reader.m_position);
        else if (whence == SEEK_END)
            from = size;
        if (offset < -from || offset > size - from)
            return ARCHIVE_FATAL;
        const la_int64_t position = from + offset;
        reader.m_position = quint64(position);
        return position;
    }
};

std::expected<std::unique_ptr<ArchiveReader>, LoadError>
ArchiveReader::open(const SourcePointer& source, const std::stop_token& stop, const UnpackProgress& progress)
{
    std::array<char, looked> start = {};
    const auto count = source->read(0, start);
    if (!count)
        return std::unexpected(count.error());
    if (!mayBeArchive({start.data(), *count}))
        return nullptr;
    std::unique_ptr<ArchiveReader> reader(new ArchiveReader(source, stop, progress));
    if (reader->begin())
        return reader;
    if (reader->m_sourceError || stop.stop_requested() || reader->isCompressed())
        return std::unexpected(reader->failure());
    return nullptr;
}

ArchiveReader::ArchiveReader(const SourcePointer& source, const std::stop_token& stop, const UnpackProgress& progress)
    : m_source(source)
    , m_stop(stop)
    , m_progress(progress)
    , m_piece(pieceLength)
    , m_archive(archive_read_new())
    , m_status(ARCHIVE_FATAL)
{
    if (!m_archive)
        throw std::bad_alloc();
    // Only what logs come in: each format more is code that reads hostile bytes. None of these starts a program.
    archive_read_support_filter_gzip(m_archive);
    archive_read_support_filter_bzip2(m_archive);
    archive_read_support_filter_xz(m_archive);
    archive_read_support_filter_zstd(m_archive);
    archive_read_support_format_zip(m_archive);
    archive_read_support_format_7zip(m_archive);
    archive_read_support_format_tar(m_archive);
    archive_read_support_format_raw(m_archive);
    archive_read_support_format_empty(m_archive);
    archive_read_set_callback_data(m_archive, this);
    archive_read_set_read_callback(m_archive, Callbacks::read);
    archive_read_set_skip_callback(m_archive, Callbacks::skip);
    archive_read_set_seek_callback(m_archive, Callbacks::seek);
}

ArchiveReader::~ArchiveReader()
{
    archive_read_free(m_archive);
}

/// Reads the first header, which the library needs to know what it has. Returns whether it is that of an archive.
bool ArchiveReader::begin()
{
    if (archive_read_open1(m_archive) != ARCHIVE_OK)
        return false;
    advance();
    const int format = archive_format(m_archive);
    if (isCompressed())
        return format != 0;
    return format != 0 && format != ARCHIVE_FORMAT_RAW && format != ARCHIVE_FORMAT_EMPTY;
}

bool ArchiveReader::isCompressed() const
{
    return archive_filter_code(m_archive, 0) != ARCHIVE_FILTER_NONE;
}

/// Whether this is one compressed file and no more.
bool ArchiveReader::isBare() const
{
    return archive_format(m_archive) == ARCHIVE_FORMAT_RAW;
}

void ArchiveReader::advance()
{
    do
        m_status = archive_read_next_header(m_archive, &m_entry);
    while (m_status == ARCHIVE_RETRY && !m_stop.stop_requested());
}

std::expected<std::optional<ArchiveMember>, LoadError> ArchiveReader::next()
{
    m_bytesRead = 0;
    m_damage.reset();
    while (true) {
        const bool isFirst = std::exchange(m_isAtFirst, false);
        if (!isFirst && (isBare() || m_hasBroken)) // to go on would unpack all of a bare file to find its end
            return std::nullopt;
        if (!isFirst)
            advance();
        if (m_stop.stop_requested())
            return std::unexpected(failure());
        if (m_status == ARCHIVE_EOF)
            return std::nullopt;
        if (m_status < ARCHIVE_WARN) {
            m_hasBroken = true;
            LoadError error = failure();
            if (isFirst && archive_read_has_encrypted_entries(m_archive) > 0)
                error.kind = LoadError::Kind::Encrypted; // with its list of names
            return std::unexpected(error);
        }
        if (archive_entry_filetype(m_entry) == AE_IFREG && !archive_entry_hardlink(m_entry))
            return currentMember();
    }
}

ArchiveMember ArchiveReader::currentMember()
{
    QString name;
    if (isBare())
        name = withoutEnding(m_source->path());
    else if (const char* bytes = archive_entry_pathname(m_entry))
        name = decodedName(bytes);
    else if (const char* utf8 = archive_entry_pathname_utf8(m_entry)) // what the locale cannot spell
        name = decodedName(utf8);
    ArchiveMember member{.name = m_names.add(name), .isEncrypted = archive_entry_is_encrypted(m_entry) != 0};
    if (archive_entry_size_is_set(m_entry))
        member.size = quint64(std::max<la_int64_t>(archive_entry_size(m_entry), 0));
    if (archive_entry_mtime_is_set(m_entry))
        member.time = QDateTime::fromSecsSinceEpoch(archive_entry_mtime(m_entry), QTimeZone::UTC);
    return member;
}

std::expected<std::size_t, LoadError> ArchiveReader::read(std::span<char> buffer)
{
    std::size_t done = 0;
    while (done < buffer.size() && !m_damage) {
        const la_ssize_t count =
            archive_read_data(m_archive, buffer.data() + done, std::min(buffer.size() - done, readAtOnce));
        if (m_stop.stop_requested() || m_sourceError)
            return std::unexpected(failure());
        if (count == 0)
            break;
        if (count == ARCHIVE_RETRY)
            continue;
        if (count < 0) {
            m_hasBroken = count == ARCHIVE_FATAL;
            m_damage = failure();
            break;
        }
        done += std::size_t(count);
        m_bytesRead += quint64(count);
    }
    return done;
}

/// Why the library gave up, if it was not us who let it down.
LoadError ArchiveReader::failure() const
{
    LoadError error{.kind = LoadError::Kind::BrokenArchive, .path = m_source->path(), .offset = m_bytesRead};
    if (m_sourceError)
        return *m_sourceError;
    if (m_stop.stop_requested())
        error.kind = LoadError::Kind::Stopped;
    else if (const char* words = archive_error_string(m_archive))
        error.systemText = QString::fromUtf8(words);
    return error;
}

} // namespace TmgLens
