// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/bytesearcher.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

namespace TmgLens::Filter {

namespace {

/// What a search needs for itself: one of these for each thread.
class Workspace
{
public:
    Workspace()
        : m_match(pcre2_match_data_create(1, nullptr))
        , m_context(pcre2_match_context_create(nullptr))
        , m_stack(pcre2_jit_stack_create(32 * 1024, 512 * 1024, nullptr)) // as QRegularExpression has it
    {
        pcre2_jit_stack_assign(m_context, nullptr, m_stack);
    }
    ~Workspace()
    {
        pcre2_jit_stack_free(m_stack);
        pcre2_match_context_free(m_context);
        pcre2_match_data_free(m_match);
    }
    Workspace(const Workspace&) = delete;
    Workspace& operator=(const Workspace&) = delete;

    [[nodiscard]] pcre2_match_data* match() const { return m_match; }
    [[nodiscard]] pcre2_match_context* context() const { return m_context; }

private:
    pcre2_match_data* m_match;
    pcre2_match_context* m_context;
    pcre2_jit_stack* m_stack;
};

PCRE2_SPTR toUnits(std::string_view bytes)
{
    return reinterpret_cast<PCRE2_SPTR>(bytes.data());
}

} // namespace

ByteSearcher ByteSearcher::forWords(std::span<const std::string> words, Qt::CaseSensitivity caseSensitivity)
{
    return ByteSearcher(WordFinder(words, caseSensitivity), std::ranges::min(words, {}, &std::string::size).size());
}

ByteSearcher ByteSearcher::forPattern(std::string_view pattern, Qt::CaseSensitivity caseSensitivity, Encoding encoding,
                                      Anchors anchors)
{
    const std::uint32_t options = (caseSensitivity == Qt::CaseInsensitive ? PCRE2_CASELESS : 0)
        | (encoding == Encoding::Utf8 ? PCRE2_UTF : 0) | (anchors == Anchors::Lines ? PCRE2_MULTILINE : 0);
    int error = 0;
    std::size_t errorPosition = 0;
    pcre2_code* code = pcre2_compile(toUnits(pattern), pattern.size(), options, &error, &errorPosition, nullptr);
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); // where it cannot, the slow engine does the same
    return ByteSearcher(Expression(code, pcre2_code_free));
}

ByteSearcher::Match ByteSearcher::find(std::string_view bytes, std::size_t from) const
{
    if (const auto* words = std::get_if<WordFinder>(&m_engine)) {
        const auto position = words->find(bytes, from);
        return {.verdict = verdict(position.has_value()), .position = position.value_or(0)};
    }
    thread_local const Workspace workspace;
    const int outcome = pcre2_match(std::get<Expression>(m_engine).get(), toUnits(bytes), bytes.size(), from,
                                    PCRE2_NO_UTF_CHECK, workspace.match(), workspace.context());
    if (outcome >= 0)
        return {.verdict = Verdict::Yes, .position = pcre2_get_ovector_pointer(workspace.match())[0]};
    return {.verdict = outcome == PCRE2_ERROR_NOMATCH ? Verdict::No : Verdict::GaveUp};
}

} // namespace TmgLens::Filter
