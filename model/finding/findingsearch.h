// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/eventreader.h"
#include "model/finding/finding.h"
#include "model/finding/patternreader.h"

#include <functional>
#include <stop_token>

namespace TmgLens {

class FindingMachine;

/**
 * Looks for patterns in the records of a document, and goes on when it has grown.
 *
 * Needs little memory: what the windows of the patterns hold, and 4 bytes for each record that a finding rests on. To
 * be used by one thread at a time, which may change.
 */
class FindingSearch
{
public:
    explicit FindingSearch(PatternsPointer patterns);
    ~FindingSearch();
    FindingSearch(FindingSearch&&) noexcept;
    FindingSearch& operator=(FindingSearch&&) noexcept;

    /**
     * Looks at the records of @p index that have come since the last call, several logs in the order of time.
     *
     * Reads on all processors, behind all that somebody waits for, and blocks the caller. @p progress gets 0 to 100 now
     * and then, from another thread than the caller's.
     * When @p stop is requested, and after an error, the search is of no more use.
     */
    [[nodiscard]] std::expected<void, LoadError> goOn(const RecordIndex& index, const std::stop_token& stop,
                                                      const std::function<void(int)>& progress = {});

    /// What has been found so far in @p index, that of the last call.
    [[nodiscard]] FindingsPointer findings(const RecordIndex& index);

private:
    [[nodiscard]] std::expected<void, LoadError> seeRecords(const RecordIndex& index, const std::stop_token& stop,
                                                            const std::function<void(int)>& progress);

    PatternsPointer m_patterns;
    std::unique_ptr<FindingMachine> m_machine;
    quint32 m_end = 0; // so many records have been looked at
};

} // namespace TmgLens
