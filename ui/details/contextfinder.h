// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/context/codespread.h"
#include "model/context/neighbours.h"
#include "ui/backgroundtask.h"

#include <QTimer>

namespace TmgLens {

/// Looks for the surroundings of one record at a time, off the GUI thread; the last request wins.
class ContextFinder : public QObject
{
    Q_OBJECT

public:
    ContextFinder();

    /// Looks for the neighbours of @p record at once, and for the spread of its code when nothing else has been asked
    /// for a moment: that can take a pass over the log.
    void find(const std::shared_ptr<const RecordIndex>& index, RecordNumber record);
    /// Drops what is under way.
    void cancel();

Q_SIGNALS:
    void neighboursFound(const TmgLens::Neighbours& neighbours);
    /// Nothing if the record lacks what it takes.
    void spreadFound(const std::optional<TmgLens::CodeSpread>& spread);
    void failed(const TmgLens::LoadError& error);

private:
    void findNeighbours();
    void findSpread();

    std::shared_ptr<const RecordIndex> m_index;
    RecordNumber m_record = {};
    QTimer m_rest;
    BackgroundTask<std::expected<Neighbours, LoadError>> m_neighbours;
    BackgroundTask<std::expected<std::optional<CodeSpread>, LoadError>> m_spread;
};

} // namespace TmgLens
