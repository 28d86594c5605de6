// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"

#include "model/source/readbuffer.h"

#include <algorithm>

namespace TmgLens {

namespace {

/// Where record @p i ends at the latest: where the next one begins, with directives between perhaps.
quint64 limitOf(const IndexBlock& block, std::size_t i)
{
    const quint64 next = i + 1 < block.size() ? block.begin + block.starts[i + 1] : block.end;
    return std::min(next, block.begin + block.starts[i] + maximumRecordLength);
}

std::string_view firstLine(std::string_view bytes, char lineEnd)
{
    bytes = bytes.substr(0, bytes.find(lineEnd));
    if (bytes.ends_with('\r'))
        bytes.remove_suffix(1);
    return bytes;
}

} // namespace

std::expected<QByteArray, LoadError> readRecord(const RecordIndex::Place& place)
{
    const IndexBlock& block = *place.part->block;
    const quint64 begin = block.begin + block.starts[place.record];
    QByteArray bytes(qsizetype(limitOf(block, place.record) - begin), Qt::Uninitialized);
    const auto count = block.source->read(begin, {bytes.data(), std::size_t(bytes.size())});
    if (!count)
        return std::unexpected(count.error());
    const auto line = firstLine({bytes.constData(), *count}, block.layout->lineEnd);
    bytes.truncate(qsizetype(line.size()));
    return bytes;
}

std::string_view recordIn(std::string_view blockBytes, const IndexBlock& block, std::size_t i)
{
    const std::size_t length = std::size_t(limitOf(block, i) - block.begin) - block.starts[i];
    return firstLine(blockBytes.substr(block.starts[i], length), block.layout->lineEnd);
}

std::expected<void, LoadError> visitRecords(const IndexBlock& block, const RecordVisitor& visit)
{
    const ReadBuffer buffer(std::size_t(block.end - block.begin));
    const auto count = block.source->read(block.begin, buffer.bytes());
    if (!count)
        return std::unexpected(count.error());
    const std::string_view bytes(buffer.bytes().data(), *count);
    for (std::size_t i = 0; i < block.size(); ++i)
        if (!visit(i, recordIn(bytes, block, i)))
            break;
    return {};
}

} // namespace TmgLens
