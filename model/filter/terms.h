// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/celltest.h"
#include "model/filter/foundrecords.h"
#include "model/filter/term.h"
#include "model/filter/wordsearcher.h"

namespace TmgLens::Filter {

/// All of several terms, or at least one of them.
class GroupTerm final : public Term
{
public:
    GroupTerm(Group::Kind kind, std::vector<TermPointer> parts);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;
    [[nodiscard]] Sieve sieve(const IndexBlock& block, std::string_view bytes) const override;

private:
    Verdict m_settling; // by one part alone
    std::vector<TermPointer> m_parts; // the cheapest first
};

/// The opposite of a term.
class NotTerm final : public Term
{
public:
    explicit NotTerm(TermPointer part);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    TermPointer m_part;
};

/// A condition on the result code: known for each code before any record is looked at.
class CodeTerm final : public Term
{
public:
    explicit CodeTerm(std::size_t slot);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    std::size_t m_slot;
};

/// A condition on the time, which the index holds. Records without a time meet none.
class TimeTerm final : public Term
{
public:
    TimeTerm(const Comparison& comparison, const TimeClocks& clocks);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    /// What the comparison asks for by one clock.
    struct Test
    {
        Test(const Comparison& comparison, const ZoneClock& clock);
        [[nodiscard]] bool accepts(LogTime moment) const;

        ZoneClock clock;
        std::vector<Times> moments;
        std::vector<std::pair<DayTimes, Operator>> dayTimes;
    };

    const Test m_ofUtcLogs;
    const Test m_ofServerLogs;
};

/// A condition on the file that the record is from: on its path or the last part of it.
class FileTerm final : public Term
{
public:
    explicit FileTerm(const Comparison& comparison);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    CellTest m_test;
};

/// A condition on what was found out about the record.
class FindingTerm final : public Term
{
public:
    /// @p found can be nullptr.
    FindingTerm(const Comparison& comparison, const FoundRecords* found);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    std::vector<quint32> m_records; // of the document, ascending
};

/// Words anywhere in the record.
class WordsTerm final : public Term
{
public:
    explicit WordsTerm(const QString& words);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;
    [[nodiscard]] Sieve sieve(const IndexBlock& block, std::string_view bytes) const override;

private:
    WordSearcher m_searcher;
};

/// A regular expression anywhere in the record.
class RecordPatternTerm final : public Term
{
public:
    explicit RecordPatternTerm(const QString& pattern);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;
    [[nodiscard]] Sieve sieve(const IndexBlock& block, std::string_view bytes) const override;

private:
    PatternSearcher m_searcher;
};

/// A condition on one field; where the layout lacks it, no record meets it.
class CellTerm final : public Term
{
public:
    CellTerm(const Comparison& comparison, std::size_t slot);
    [[nodiscard]] Verdict judge(const Evidence& evidence) const override;

private:
    CellTest m_test;
    std::size_t m_slot;
};

} // namespace TmgLens::Filter
