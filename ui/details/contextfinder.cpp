// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/contextfinder.h"

#include "model/source/threadorder.h"

namespace TmgLens {

using namespace std::chrono_literals;

ContextFinder::ContextFinder()
{
    // Who steps through records is not to keep all processors busy.
    m_rest.setSingleShot(true);
    m_rest.setInterval(200ms);
    connect(&m_rest, &QTimer::timeout, this, &ContextFinder::findSpread);
}

void ContextFinder::find(const std::shared_ptr<const RecordIndex>& index, RecordNumber record)
{
    cancel();
    m_index = index;
    m_record = record;
    findNeighbours();
    m_rest.start();
}

void ContextFinder::cancel()
{
    m_rest.stop();
    m_neighbours.cancel();
    m_spread.cancel();
    m_index.reset();
}

void ContextFinder::findNeighbours()
{
    const auto work = [index = m_index, record = m_record](const std::stop_token& stop) {
        return TmgLens::findNeighbours(*index, record, stop);
    };
    m_neighbours.start(this, work, [this](const std::expected<Neighbours, LoadError>& answer) {
        if (m_neighbours.isCancelled())
            return;
        if (answer)
            Q_EMIT neighboursFound(*answer);
        else
            Q_EMIT failed(answer.error());
    });
}

void ContextFinder::findSpread()
{
    const auto work = [index = m_index, record = m_record](const std::stop_token& stop) {
        return doBehindAwaitedWork([&] { return countSpread(*index, record, stop); });
    };
    m_spread.start(this, work, [this](const std::expected<std::optional<CodeSpread>, LoadError>& answer) {
        if (m_spread.isCancelled())
            return;
        if (answer)
            Q_EMIT spreadFound(*answer);
        else
            Q_EMIT failed(answer.error());
    });
}

} // namespace TmgLens
