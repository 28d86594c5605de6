// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/formatdetector.h"
#include "model/index/blockparser.h"
#include "model/index/recordindex.h"
#include "tests/support/memorysource.h"

namespace TmgLens::Fuzz {

/// A log in memory and what it turned out to be.
struct KnownLog
{
    SourcePointer source;
    std::string_view bytes; ///< From the first line on.
    quint64 begin = 0; ///< Offset of these in the source.
    LayoutPointer layout; ///< At the start.
};

/// The log that @p input is; nothing for what is none.
inline std::optional<KnownLog> knownLog(std::string_view input)
{
    const auto detected = detectFormat(input, QStringLiteral("fuzz.w3c"));
    if (!detected)
        return {};
    const QByteArray copy(input.data(), qsizetype(input.size()));
    return KnownLog{.source = std::make_shared<const Test::MemorySource>(copy),
                    .bytes = input.substr(detected->dataStart),
                    .begin = detected->dataStart,
                    .layout = detected->layout};
}

/// The blocks of @p log when it is read in one go.
inline std::vector<std::shared_ptr<IndexBlock>> blocksInOneGo(const KnownLog& log)
{
    return parseStretch(log.bytes, log.source, log.layout, log.begin, true).blocks;
}

/// The index of these.
inline RecordIndex indexInOneGo(const KnownLog& log)
{
    RecordIndex index;
    for (const auto& block : blocksInOneGo(log))
        index.append(block);
    return index;
}

} // namespace TmgLens::Fuzz
