// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"
#include "model/load/logloader.h"

#include <vector>

namespace TmgLens {

/// A log among those that are looked at as one.
struct SetMember
{
    QString name = {}; ///< As fileNames() gives it; the path of a log without records.
    QString path = {};
    LogAddress address = {};
    SourcePointer source = {}; ///< Null if it could not be opened.
    LayoutPointer layout = {}; ///< At its start; null if it is no log.
    quint32 records = 0;
    quint64 malformed = 0;
    LogTime firstTime = invalidTime;
    LogTime lastTime = invalidTime;
    std::optional<LoadError> error = {}; ///< Why it could not be read to its end.
};

/// What is known of @p logs, whose records are in @p index, in their order.
[[nodiscard]] std::vector<SetMember> setMembers(const QList<LoadedLog>& logs, const RecordIndex& index);

} // namespace TmgLens
