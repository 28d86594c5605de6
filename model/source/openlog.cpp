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

/// What of @p wanted is within a member called @p name; nothing if it is elsewhere.
std::optional<QString> restWithin(const QString& wanted, const QString& name)
{
    if (wanted == name)
        return QString();
    if (wanted.startsWith(name) && wanted[name.size()] == u'/')
        return wanted.sliced(name.size() + 1);
    return {};
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

    std::expected<void, LoadError> visitIn(const Place& place, const QString& wanted, const LogVisitor& visit);

private:
    using MaybeReader = std::expected<std::unique_ptr<ArchiveReader>, LoadError>;

    MaybeReader read(const Place& place);
    std::expected<Place, LoadError> find(const Place& archive, QString& wanted);
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

std::expected<void, LoadError> Unpacker::visitIn(const Place& place, const QString& wanted, const LogVisitor& visit)
{
    const auto reader = read(place);
    if (!reader)
        return std::unexpected(reader.error());
    if (!*reader && wanted.isEmpty())
        visit(place.address, place.source);
    if (!*reader)
        return wanted.isEmpty() ? std::expected<void, LoadError>() : std::unexpected(notThere(place, wanted));
    if (!wanted.isEmpty()) {
        QString way = wanted;
        const auto found = find(place, way);
        return found ? visitIn(*found, way, visit) : std::unexpected(found.error());
    }
    for (bool isFirst = true;; isFirst = false) {
        const auto member = (*reader)->next();
        if (!member)
            return std::unexpected(member.error());
        if (!*member && isFirst)
            return std::unexpected(LoadError{.kind = LoadError::Kind::EmptyArchive, .path = place.source->path()});
        if (!*member)
            return {};
        const auto unpacked = unpack(place, **reader, **member);
        const auto visited = unpacked ? visitIn(*unpacked, {}, visit) : std::unexpected(unpacked.error());
        if (visited)
            continue;
        if (endsAll(visited.error()))
            return visited;
        visit(addressWithin(place.address, (*member)->name), std::unexpected(visited.error()));
    }
}

/// Unpacks the member of @p archive that is @p wanted, or the archive in it that holds it. What is left of the way
/// within that one remains in @p wanted.
std::expected<Place, LoadError> Unpacker::find(const Place& archive, QString& wanted)
{
    const auto reader = read(archive);
    if (!reader)
        return std::unexpected(reader.error());
    while (true) {
        const auto member = (*reader)->next();
        if (!member)
            return std::unexpected(member.error());
        if (!*member)
            return std::unexpected(notThere(archive, wanted));
        const auto rest = restWithin(wanted, (*member)->name);
        if (!rest)
            continue;
        auto unpacked = unpack(archive, **reader, **member);
        if (unpacked)
            wanted = *rest;
        return unpacked;
    }
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
    const auto file = openSource(address.file, options.stop);
    if (!file)
        return std::unexpected(file.error());
    return Unpacker(options).visitIn({.address = {address.file}, .source = *file}, address.member, visit);
}

} // namespace TmgLens
