// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/selectedrecords.h"

namespace TmgLens::Filter {

namespace {

constexpr std::size_t sparse =
    32; // one record in so many: a read of its own costs about as much as 30 records in a row

std::expected<void, LoadError> visitOneByOne(const IndexBlock& block, std::span<const quint32> records,
                                             const RecordVisitor& visit)
{
    for (const quint32 record : records) {
        const auto bytes = readRecord(block, record);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (!visit(record, {bytes->constData(), std::size_t(bytes->size())}))
            break;
    }
    return {};
}

} // namespace

bool isSparse(const IndexBlock& block, std::span<const quint32> records)
{
    return records.size() < block.size() / sparse;
}

std::expected<void, LoadError> visitSelected(const IndexBlock& block, std::span<const quint32> records,
                                             const RecordVisitor& visit)
{
    if (isSparse(block, records))
        return visitOneByOne(block, records, visit);
    auto next = records.begin();
    return visitRecords(block, [&](std::size_t record, std::string_view bytes) {
        if (next != records.end() && *next == record) {
            ++next;
            if (!visit(record, bytes))
                return false;
        }
        return next != records.end();
    });
}

} // namespace TmgLens::Filter
