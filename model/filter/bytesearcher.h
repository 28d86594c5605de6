// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/bytes/wordfinder.h"
#include "model/filter/verdict.h"

#include <Qt>

#include <memory>
#include <string>
#include <string_view>
#include <variant>

struct pcre2_real_code_8;

namespace TmgLens::Filter {

/**
 * Looks for words or a regular expression in bytes as they are.
 *
 * The engine for expressions is the machine code that PCRE2 makes of them; nothing else knows it. It reads them as
 * QRegularExpression does. Vectorscan was faster for some alternatives, but overlooked matches near the end of the
 * bytes (5.4.11, `b\r?$`). Immutable; may be used from any thread.
 */
class ByteSearcher
{
public:
    /// What `^` and `$` stand for.
    enum class Anchors : std::uint8_t {
        Whole, ///< Start and end of the bytes.
        Lines, ///< Those of each line.
    };

    /// What the bytes are. ASCII is found several times as fast: in UTF-8 `k` and `s` have a third case.
    enum class Encoding : std::uint8_t { Ascii, Utf8 };

    /// What was found, and where it begins.
    struct Match
    {
        Verdict verdict = Verdict::No; ///< Never Verdict::Open.
        std::size_t position = 0;
    };

    /// For any of @p words just as they are; they are neither none nor empty, and ASCII if case does not matter.
    [[nodiscard]] static ByteSearcher forWords(std::span<const std::string> words, Qt::CaseSensitivity caseSensitivity);
    /// For @p pattern, which must be valid, in the encoding of the bytes to be searched. Gives up on everything if the
    /// engine finds it too large.
    [[nodiscard]] static ByteSearcher forPattern(std::string_view pattern, Qt::CaseSensitivity caseSensitivity,
                                                 Encoding encoding, Anchors anchors);

    /// Bytes that each match has at least, as far as is known; 0 for expressions.
    [[nodiscard]] std::size_t certainLength() const { return m_certainLength; }

    /// The first match that begins at @p from or later. Allocates nothing after the first call on a thread.
    [[nodiscard]] Match find(std::string_view bytes, std::size_t from = 0) const;

private:
    using Expression = std::shared_ptr<const pcre2_real_code_8>;

    explicit ByteSearcher(std::variant<WordFinder, Expression> engine, std::size_t certainLength = 0)
        : m_engine(std::move(engine))
        , m_certainLength(certainLength)
    {
    }

    std::variant<WordFinder, Expression> m_engine;
    std::size_t m_certainLength;
};

} // namespace TmgLens::Filter
