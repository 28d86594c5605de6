// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

#include <optional>

namespace TmgLens {

class ResultCatalogue;

/**
 * What a result code, as somebody wrote it, means.
 *
 * A plain value; may be copied to any thread.
 */
struct DecodedResult
{
    QString given; ///< The text that was decoded, unchanged.
    std::optional<quint32> value; ///< Reduced to 32 bits; nothing if the text is neither number nor known symbol.
    bool isKnown = false; ///< False: only the range or the HRESULT layout could be told, or nothing at all.
    ResultEntry entry; ///< For a code without an entry of its own: what its range tells, in the same fields.
};

/**
 * Decodes @p text: decimal, signed decimal, hexadecimal in either case with or without leading zeros, a symbol, or
 * a number beside a symbol.
 *
 * Order of look-up: the catalogue's entry; for 0x8007xxxx the entry of the Windows number in its low half; the
 * narrowest range, of which the last is "unknown". Never fails: what is not a code comes back with class and family
 * Unknown and a message that says so. `-` and the empty text mean that the log holds no code (class Unknown, no value).
 * The dispositions BLOCKED, ALLOWED and INTERNAL are known, but without a value, where @p log is PacketFilter or
 * Unknown; their numbers 0 and 1 only where it is PacketFilter. Thread-safe.
 */
[[nodiscard]] DecodedResult decodeResult(const ResultCatalogue& catalogue, QStringView text, LogKind log);

/**
 * Decodes what a person has written, in the same way. A single word beside the number must be one of its names, or
 * occur in its title or message; else the text is no code. A log may say there what it likes.
 */
[[nodiscard]] DecodedResult decodeWritten(const ResultCatalogue& catalogue, QStringView text, LogKind log);

/// All numbers that @p text can mean, for filters and the look-up box: one number, or several for a shared symbol.
[[nodiscard]] QList<quint32> resultValues(const ResultCatalogue& catalogue, QStringView text);

} // namespace TmgLens
