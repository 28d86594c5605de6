// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"

#include "model/format/quotedrecord.h"
#include "model/source/readbuffer.h"

#include <algorithm>
#include <span>

namespace TmgLens {

namespace {

/// The record @p i at the start of @p bytes, which are those up to IndexBlock::limit().
std::string_view trimmed(std::string_view bytes, const IndexBlock& block, std::size_t i)
{
    const char lineEnd = block.layout->lineEnd;
    // Where nothing can follow, be it a line or the mark of a joined file, there is no need to look for the end.
    const bool isFollowed = block.isFollowedBySkippedLine(i) || !bytes.ends_with(lineEnd);
    if (block.layout->isQuoted && isFollowed && !block.flags(i).testFlag(RecordFlag::TooLong))
        bytes = bytes.substr(0, quotedRecordLength(bytes, *block.layout, true).value_or(bytes.size()));
    if (bytes.ends_with(lineEnd) && (block.layout->isQuoted || !block.isFollowedBySkippedLine(i)))
        bytes.remove_suffix(1);
    else if (!block.layout->isQuoted)
        bytes = bytes.substr(0, bytes.find(lineEnd));
    if (bytes.ends_with('\r'))
        bytes.remove_suffix(1);
    return bytes;
}

/// Memory for record @p i and what may follow it.
QByteArray roomFor(const IndexBlock& block, std::size_t i)
{
    return {qsizetype(block.limit(i) - block.starts[i]), Qt::Uninitialized};
}

} // namespace

std::expected<QByteArray, LoadError> readRecord(const IndexBlock& block, std::size_t i)
{
    QByteArray bytes = roomFor(block, i);
    const auto count = block.source->read(block.begin + block.starts[i], {bytes.data(), std::size_t(bytes.size())});
    if (!count)
        return std::unexpected(count.error());
    const auto line = trimmed({bytes.constData(), *count}, block, i);
    bytes.truncate(qsizetype(line.size()));
    return bytes;
}

std::optional<QByteArray> readRecordAtOnce(const IndexBlock& block, std::size_t i)
{
    QByteArray bytes = roomFor(block, i);
    if (!block.source->readAtOnce(block.begin + block.starts[i], {bytes.data(), std::size_t(bytes.size())}))
        return {};
    bytes.truncate(qsizetype(trimmed({bytes.constData(), std::size_t(bytes.size())}, block, i).size()));
    return bytes;
}

std::string_view recordIn(std::string_view blockBytes, const IndexBlock& block, std::size_t i)
{
    const std::size_t start = std::min<std::size_t>(block.starts[i], blockBytes.size());
    return trimmed(blockBytes.substr(start, block.limit(i) - start), block, i);
}

std::expected<void, LoadError> visitRecords(const IndexBlock& block, const RecordVisitor& visit)
{
    return visitRecords(block, 0, block.size(), visit);
}

std::expected<void, LoadError> visitRecords(const IndexBlock& block, std::size_t first, std::size_t count,
                                            const RecordVisitor& visit)
{
    if (count == 0)
        return {};
    const std::size_t begin = block.starts[first];
    const ReadBuffer buffer(block.limit(first + count - 1) - begin, block.begin + begin);
    const auto bytes = buffer.readFrom(*block.source);
    if (!bytes)
        return std::unexpected(bytes.error());
    for (std::size_t i = first; i < first + count; ++i) {
        const std::size_t start = std::min<std::size_t>(block.starts[i] - begin, bytes->size());
        const std::size_t length = block.limit(i) - block.starts[i];
        if (!visit(i, trimmed(bytes->substr(start, length), block, i)))
            break;
    }
    return {};
}

} // namespace TmgLens
