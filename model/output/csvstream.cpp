// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvstream.h"

#include "model/index/layoutkeeping.h"
#include "model/output/csvrows.h"

#include <mutex>

namespace TmgLens {

namespace {

// Rows that wait. Twice as many or half as many make no difference that can be measured.
constexpr std::size_t mostWaiting = 16 * 1024 * 1024;

RecordIndex indexOf(const BlockPointer& block)
{
    RecordIndex index;
    index.append(block);
    return index;
}

/// Makes indices of single blocks that know the columns and codes of the first one, so that these need not be looked up
/// for each block. Thread-safe.
class BlockIndices
{
public:
    RecordIndex indexOf(const BlockPointer& block)
    {
        RecordIndex index = common(block);
        index.append(block);
        return index;
    }

private:
    RecordIndex common(const BlockPointer& block)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_common.parts().empty()) {
            auto empty = std::make_shared<IndexBlock>();
            empty->source = block->source;
            empty->layout = block->layout;
            empty->codeTexts = block->codeTexts;
            empty->codeLogs = block->codeLogs;
            empty->codeCounts.resize(block->codeCounts.size());
            m_common.append(empty);
        }
        return m_common;
    }

    std::mutex m_mutex;
    RecordIndex m_common; // without records
};

} // namespace

CsvStream::CsvStream(QIODevice& device, Target target, OptionsMaker optionsOf, std::stop_token stop)
    : m_device(device)
    , m_optionsOf(std::move(optionsOf))
    , m_stop(std::move(stop))
    , m_target(target)
{
}

RowMaker CsvStream::rowMaker() const
{
    return [optionsOf = m_optionsOf, indices = std::make_shared<BlockIndices>()](
               const BlockPointer& block, std::string_view bytes, std::span<const quint32> chosen) {
        if (chosen.empty())
            return std::string();
        const RecordIndex index = indices->indexOf(block);
        const CsvFormat format(index, optionsOf(index.columns()));
        CsvRows rows(format);
        rows.make(chosen, bytes);
        return rows.takeText();
    };
}

bool CsvStream::take(const ScannedBlock& scanned)
{
    const IndexBlock& block = *scanned.block;
    if (!m_layout)
        begin(scanned.block);
    if (*block.layout != *m_layout) {
        m_isImpossible = true;
        return false;
    }
    if (!m_hasToWait) {
        if (m_written)
            m_written = writeAll(m_device, scanned.rows);
        return m_written.has_value();
    }
    m_waiting += scanned.rows;
    if (m_waiting.size() < mostWaiting)
        return true;
    m_isImpossible = !keepsLayout(*block.source, *m_layout, block.end, m_stop);
    if (!m_isImpossible)
        writeWaiting();
    return !m_isImpossible && m_written;
}

Written CsvStream::finish()
{
    if (m_hasToWait)
        writeWaiting();
    return m_written;
}

void CsvStream::begin(const BlockPointer& block)
{
    m_layout = block->layout;
    const RecordIndex index = indexOf(block);
    m_waiting = csvHeader(CsvFormat(index, m_optionsOf(index.columns())));
    if (m_target == Target::CanBeBegunAgain)
        writeWaiting();
}

void CsvStream::writeWaiting()
{
    m_hasToWait = false;
    m_written = writeAll(m_device, m_waiting);
    m_waiting = {};
}

} // namespace TmgLens
