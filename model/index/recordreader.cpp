// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/recordreader.h"

#include <algorithm>
#include <span>

namespace TmgLens {

namespace {

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
    const std::size_t begin = block.starts[place.record];
    QByteArray bytes(qsizetype(block.limit(place.record) - begin), Qt::Uninitialized);
    const auto count = block.source->read(block.begin + begin, {bytes.data(), std::size_t(bytes.size())});
    if (!count)
        return std::unexpected(count.error());
    const auto line = firstLine({bytes.constData(), *count}, block.layout->lineEnd);
    bytes.truncate(qsizetype(line.size()));
    return bytes;
}

std::expected<void, LoadError> visitRecords(const IndexBlock& block, const RecordVisitor& visit)
{
    std::vector<char> buffer(std::size_t(block.end - block.begin));
    const auto count = block.source->read(block.begin, buffer);
    if (!count)
        return std::unexpected(count.error());
    const std::string_view bytes(buffer.data(), *count);
    for (std::size_t i = 0; i < block.size(); ++i) {
        const std::size_t length = block.limit(i) - block.starts[i];
        if (!visit(i, firstLine(bytes.substr(block.starts[i], length), block.layout->lineEnd)))
            break;
    }
    return {};
}

std::expected<void, LoadError> visitRecords(const IndexBlock& block, std::size_t first, std::size_t count,
                                            std::vector<char>& memory, const RecordVisitor& visit)
{
    const std::size_t begin = block.starts[first];
    const std::size_t length = block.limit(first + count - 1) - begin;
    if (memory.size() < length)
        memory.resize(length);
    const auto available = block.source->read(block.begin + begin, std::span(memory).first(length));
    if (!available)
        return std::unexpected(available.error());
    const std::string_view bytes(memory.data(), *available);
    for (std::size_t i = first; i < first + count; ++i) {
        const std::size_t start = std::min(block.starts[i] - begin, bytes.size());
        const std::size_t limit = block.limit(i) - begin;
        if (!visit(i, firstLine(bytes.substr(start, limit - start), block.layout->lineEnd)))
            break;
    }
    return {};
}

} // namespace TmgLens
