// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/bytes/wordfinder.h"

#include "model/bytes/vectorsets.h"

// Highway compiles what follows once for each set, by including this file again and again.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "model/bytes/wordfinder.cpp" // NOLINT(bugprone-suspicious-include)
#include <hwy/foreach_target.h>

#include "model/bytes/bytechunk-inl.h"

#include <QtAssert>

#include <algorithm>
#include <array>
#include <bit>

HWY_BEFORE_NAMESPACE();
namespace TmgLens {
namespace {
namespace HWY_NAMESPACE {

/// Whether @p word stands at @p position of @p bytes.
HWY_INLINE bool holds(std::string_view bytes, std::size_t position, const WordFinder::Word& word)
{
    if (bytes.size() - position < word.characters.size())
        return false;
    const char* next = bytes.data() + position;
    for (const auto& [caseBit, byte] : word.characters)
        if ((quint8(*next++) | caseBit) != byte)
            return false;
    return true;
}

/// The places, as many as a vector has bytes, that have @p probe's character at its offset.
HWY_INLINE auto placesOf(const quint8* bytes, const WordFinder::Probe& probe)
{
    const Vectors tag;
    const auto vector = hn::LoadU(tag, bytes + probe.offset);
    return hn::Eq(hn::Or(vector, hn::Set(tag, probe.character.caseBit)), hn::Set(tag, probe.character.byte));
}

/// Those that have all of the word's.
HWY_INLINE auto placesOf(const quint8* bytes, const WordFinder::Word& word)
{
    const auto& [first, second, third] = word.probes;
    return hn::And(hn::And(placesOf(bytes, first), placesOf(bytes, second)), placesOf(bytes, third));
}

/// One bit for each place of a chunk where a word may begin. Reads as many bytes as a chunk has and probes reach.
HWY_INLINE quint64 candidates(const quint8* bytes, std::span<const WordFinder::Word> words)
{
    quint64 all = 0;
    for (std::size_t i = 0; i < chunkLength; i += hn::Lanes(Vectors())) {
        auto places = placesOf(bytes + i, words.front());
        for (const auto& word : words.subspan(1))
            places = hn::Or(places, placesOf(bytes + i, word));
        all |= bitsOf(places) << i;
    }
    return all;
}

std::optional<std::size_t> find(std::string_view text, std::size_t from, std::span<const WordFinder::Word> words)
{
    /// The first of @p places, a bit each from @p offset on, where one of the words is.
    const auto confirmed = [&](quint64 places, std::size_t offset) -> std::optional<std::size_t> {
        for (; places != 0; places &= places - 1) {
            const std::size_t position = offset + std::size_t(std::countr_zero(places));
            if (std::ranges::any_of(words, [&](const auto& word) { return holds(text, position, word); }))
                return position;
        }
        return std::nullopt;
    };
    const auto* const bytes = reinterpret_cast<const quint8*>(text.data());
    std::size_t offset = from;
    for (; offset + chunkLength + WordFinder::reach <= text.size(); offset += chunkLength)
        if (const quint64 places = candidates(bytes + offset, words))
            if (const auto position = confirmed(places, offset))
                return position;
    // The rest is looked at in a place where there are bytes enough behind it.
    std::array<quint8, 2 * (chunkLength + WordFinder::reach)> rest = {};
    std::copy(bytes + offset, bytes + text.size(), rest.begin());
    for (std::size_t i = 0; offset + i < text.size(); i += chunkLength) {
        quint64 places = candidates(rest.data() + i, words);
        if (const std::size_t left = text.size() - offset - i; left < chunkLength)
            places &= (quint64(1) << left) - 1;
        if (const auto position = confirmed(places, offset + i))
            return position;
    }
    return std::nullopt;
}

constexpr WordFinder::Instructions instructions{.name = HWY_STR(HWY_NAMESPACE), .find = find};

} // namespace HWY_NAMESPACE
} // namespace
} // namespace TmgLens
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace TmgLens {

namespace {

WordFinder::Character characterOf(char c, Qt::CaseSensitivity caseSensitivity)
{
    constexpr quint8 caseBit = 'a' ^ 'A';
    const quint8 small = quint8(c) | caseBit;
    const bool isLetter = small >= 'a' && small <= 'z';
    if (caseSensitivity == Qt::CaseInsensitive && isLetter)
        return {.caseBit = caseBit, .byte = small};
    return {.caseBit = 0, .byte = quint8(c)};
}

/// How rare a character is in logs, by sight of some: the rarest have the highest numbers.
std::size_t rarity(const WordFinder::Character& character)
{
    constexpr std::string_view commonestFirst = "\t012.-/3456789eoatnrsicdlm: hpugwfybvk_xTSAMCPIRENOGDL,;()=jzq&%?+";
    return commonestFirst.find(char(character.byte)); // the highest for what it does not have
}

WordFinder::Word wordOf(std::string_view text, Qt::CaseSensitivity caseSensitivity)
{
    WordFinder::Word word;
    for (const char c : text)
        word.characters.push_back(characterOf(c, caseSensitivity));
    std::vector<WordFinder::Probe> probes;
    for (std::size_t i = 0; i < std::min(word.characters.size(), WordFinder::reach); ++i)
        probes.push_back({.offset = i, .character = word.characters[i]});
    std::ranges::stable_sort(probes, std::ranges::greater(), [](const auto& probe) { return rarity(probe.character); });
    // The same character once more says little, where it is often repeated.
    const auto isOther = [&](const auto& probe) { return probe.character.byte != probes.front().character.byte; };
    std::stable_partition(probes.begin() + 1, probes.end(), isOther);
    for (std::size_t i = 0; i < word.probes.size(); ++i)
        word.probes[i] = probes[std::min(i, probes.size() - 1)];
    return word;
}

} // namespace

std::vector<const WordFinder::Instructions*> WordFinder::supportedInstructions()
{
    return supportedVectorSets(HWY_CHOOSE_AVX3_DL(instructions), HWY_CHOOSE_AVX2(instructions),
                               &HWY_STATIC_DISPATCH(instructions));
}

WordFinder::WordFinder(std::span<const std::string> words, Qt::CaseSensitivity caseSensitivity,
                       const Instructions& instructions)
    : m_instructions(&instructions)
{
    Q_ASSERT(!words.empty() && std::ranges::none_of(words, &std::string::empty));
    for (const std::string& word : words)
        m_words.push_back(wordOf(word, caseSensitivity));
}

std::optional<std::size_t> WordFinder::find(std::string_view bytes, std::size_t from) const
{
    return m_instructions->find(bytes, from, m_words);
}

} // namespace TmgLens

#endif
