// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/story/story.h"

#include <QHash>

namespace TmgLens {

/**
 * Joins records to steps.
 *
 * Takes memory for the steps, of which there are no more than mostStorySteps, and for none of the records. For one
 * thread.
 */
class StepJoiner
{
public:
    /// @p codes must outlive the joiner.
    explicit StepJoiner(const CodeTable& codes) : m_codes(codes) {}

    /// Takes the next record; their moments, which must exist, ascend.
    void add(const StoryRecord& record);
    /// The steps. To be called once.
    [[nodiscard]] Story finish();

private:
    /// A step to which records can come.
    struct Live
    {
        std::size_t step = 0;
        quint64 refusals = 0; ///< At the end of a visit: it is not known yet what they are part of.
        CodeIndex refusal = {}; ///< The last of them.
    };

    void addToConnection(const StoryRecord& record);
    void addToVisit(const StoryRecord& record);
    void addToSeries(const StoryRecord& record);
    [[nodiscard]] Live* begin(StoryStep::Kind kind, const QString& key, const StoryRecord& record);
    void join(StoryStep& step, const StoryRecord& record) const;
    void judge(Live& live, const StoryRecord& record);
    void settle(const Live& live);
    void takeCode(StoryStep& step, CodeIndex code) const;
    void tellSilences();

    const CodeTable& m_codes;
    Story m_story;
    QHash<QString, Live> m_live; // by what joins the records
};

} // namespace TmgLens
