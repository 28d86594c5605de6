// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/source/openlog.h"

#include "model/source/opensource.h"
#include "model/source/spool.h"

#include <algorithm>

namespace TmgLens {

namespace {

constexpr quint64 mebibyte = 1024 * 1024;
constexpr quint64 largestRatio = 2000;
constexpr quint64 alwaysAllowed = 64 * mebibyte;
constexpr quint64 neverAllowed = 64 * 1024 * mebibyte;
constexpr int deepest = 2; // an archive in an archive

quint64 allowedFor(quint64 archiveSize)
{
    return archiveSize > neverAllowed / largestRatio ? neverAllowed
                                                     : std::max(archiveSize * largestRatio, alwaysAllowed);
}

/// @p member of what is at @p address.
LogAddress addressWithin(const LogAddress& address, const QString& member)
{
    return {.file = address.file, .member = address.member.isEmpty() ? member : address.member + u'/' + member};
}

/// Takes out of @p wanted the ways that lead to a member called @p name or into it. Returns what is left of them from
/// there on: none if the member as a whole is wanted; nothing if nothing of it is.
std::optional<QStringList> takeWithin(const QString& name, QStringList& wanted)
{
    const QString folder = name + u'/';
    const auto leadsThere = [&](const QString& way) { return way == name || way.startsWith(folder); };
    const bool isWanted = wanted.contains(name);
    QStringList ways;
    for (const QString& way : std::as_const(wanted))
        if (way.startsWith(folder))
            ways += way.sliced(folder.size());
    if (wanted.removeIf(leadsThere) == 0)
        return {};
    return isWanted ? QStringList() : ways;
}

/// Whether an archive has to be given up, and not only a member of it.
bool endsAll(const LoadError& error)
{
    switch (error.kind) {
    case LoadError::Kind::BrokenArchive:
    case LoadError::Kind::Encrypted:
    case LoadError::Kind::EmptyArchive:
    case LoadError::Kind::NestedTooDeep:
        return false;
    default:
        return true;
    }
}

/// A log, or an archive that is being gone through, and where it is.
struct Place
{
    LogAddress address;
    SourcePointer source;
    int depth = 0; ///< Archives around it.
};

/// Opens what is in one file.
class Unpacker
{
public:
    explicit Unpacker(const UnpackOptions& options) : m_options(options) {}

    std::expected<void, LoadError> visitIn(const Place& place, QStringList wanted, const LogVisitor& visit);

private:
    using MaybeReader = std::expected<std::unique_ptr<ArchiveReader>, LoadError>;

    MaybeReader read(const Place& place);
    std::expected<void, LoadError> visitMember(const Place& archive, ArchiveReader& reader, const ArchiveMember& member,
                                               const QStringList& wanted, const LogVisitor& visit);
    std::expected<Place, LoadError> unpack(const Place& archive, ArchiveReader& reader, const ArchiveMember& member);

    const UnpackOptions& m_options;
    Spool m_spool;
    quint64 m_allowed = 0; // by the outermost archive
    quint64 m_unpacked = 0;
};

LoadError notThere(const Place& place, const QString& wanted)
{
    return {.kind = LoadError::Kind::NotFound, .path = place.source->path() + u'/' + wanted};
}

/// A reader for @p place, which has a null pointer for what is no archive.
Unpacker::MaybeReader Unpacker::read(const Place& place)
{
    const bool isOutermost = place.depth == 0;
    auto reader =
        ArchiveReader::open(place.source, m_options.stop, isOutermost ? m_options.progress : UnpackProgress());
    if (!reader || !*reader)
        return reader;
    if (place.depth == deepest)
        return std::unexpected(LoadError{.kind = LoadError::Kind::NestedTooDeep, .path = place.source->path()});
    if (isOutermost)
        m_allowed = m_options.maximum.value_or(allowedFor(place.source->size()));
    return reader;
}

/// Visits all that is in @p place, or what of it is @p wanted: ways to members in it.
std::expected<void, LoadError> Unpacker::visitIn(const Place& place, QStringList wanted, const LogVisitor& visit)
{
    const auto reader = read(place);
    if (!reader)
        return std::unexpected(reader.error());
    const bool takesAll = wanted.isEmpty();
    if (!*reader && takesAll)
        visit(place.address, place.source);
    for (bool isFirst = true; *reader && (takesAll || !wanted.isEmpty()); isFirst = false) {
        const auto member = (*reader)->next();
        if (!member)
            return std::unexpected(member.error());
        if (!*member && isFirst)
            return std::unexpected(LoadError{.kind = LoadError::Kind::EmptyArchive, .path = place.source->path()});
        if (!*member)
            break;
        const auto inMember = takeWithin((*member)->name, wanted);
        if (!takesAll && !inMember)
            continue;
        if (const auto done = visitMember(place, **reader, **member, inMember.value_or(QStringList()), visit); !done)
            return done;
    }
    for (const QString& missing : std::as_const(wanted))
        visit(addressWithin(place.address, missing), std::unexpected(notThere(place, missing)));
    return {};
}

/// Unpacks a member and visits it, or what of it is @p wanted.
std::expected<void, LoadError> Unpacker::visitMember(const Place& archive, ArchiveReader& reader,
                                                     const ArchiveMember& member, const QStringList& wanted,
                                                     const LogVisitor& visit)
{
    const auto unpacked = unpack(archive, reader, member);
    auto visited = unpacked ? visitIn(*unpacked, wanted, visit) : std::unexpected(unpacked.error());
    if (visited || endsAll(visited.error()))
        return visited;
    visit(addressWithin(archive.address, member.name), std::unexpected(visited.error()));
    return {};
}

std::expected<Place, LoadError> Unpacker::unpack(const Place& archive, ArchiveReader& reader,
                                                 const ArchiveMember& member)
{
    const LogAddress address = addressWithin(archive.address, member.name);
    const QString path = archive.source->path() + u'/' + member.name;
    if (member.isEncrypted)
        return std::unexpected(LoadError{.kind = LoadError::Kind::Encrypted, .path = path});
    const auto readPiece = [&](std::span<char> buffer) {
        auto count = reader.read(buffer);
        m_unpacked += count.value_or(0);
        if (m_unpacked > m_allowed)
            count = std::unexpected(
                LoadError{.kind = LoadError::Kind::UnpacksTooLarge, .path = archive.address.file, .limit = m_allowed});
        return count;
    };
    const auto copy = m_spool.add(readPiece, path);
    if (!copy)
        return std::unexpected(copy.error());
    if (auto damage = reader.damage()) {
        damage->path = path;
        if ((*copy)->size() == 0)
            return std::unexpected(*damage);
        (*copy)->setDamage(*damage);
    }
    return Place{.address = address, .source = *copy, .depth = archive.depth + 1};
}

} // namespace

std::expected<void, LoadError> visitLogs(const QString& path, const UnpackOptions& options, const LogVisitor& visit)
{
    const LogAddress address = logAddress(path);
    return visitMembers(address.file, address.member.isEmpty() ? QStringList() : QStringList(address.member), options,
                        visit);
}

std::expected<void, LoadError> visitMembers(const QString& file, const QStringList& members,
                                            const UnpackOptions& options, const LogVisitor& visit)
{
    const auto source = openSource(file, options.stop);
    if (!source)
        return std::unexpected(source.error());
    return Unpacker(options).visitIn({.address = {file}, .source = *source}, members, visit);
}

} // namespace TmgLens
