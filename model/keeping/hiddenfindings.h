// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/indexblock.h"
#include "model/keeping/keepingerror.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <expected>

namespace TmgLens {

/// What a person has called no problem: a pattern, or one finding of it.
struct HiddenFinding
{
    QString pattern; ///< Its id.
    LogTime first = invalidTime; ///< When the finding begins, in UTC; invalidTime: all findings of the pattern.
    QStringList names = {}; ///< Whom the finding is about, as the log writes them: the values of the pattern's key.

    bool operator==(const HiddenFinding&) const = default;
};

[[nodiscard]] size_t qHash(const HiddenFinding& hidden, size_t seed = 0);

/// By the absolute path of the log in which the findings begin.
using HiddenFindings = QHash<QString, QSet<HiddenFinding>>;

/**
 * The file of all that persons have called no problem in logs, which belongs to the person.
 *
 * A log is known by its path alone: what is usual at a site is so in the next log of that name, too, and one finding
 * is known by its time. Each call reads or replaces the file; other windows and programs may do so too.
 */
class HiddenFindingStore
{
public:
    /// @p path need not exist.
    explicit HiddenFindingStore(const QString& path) : m_path(path) {}

    [[nodiscard]] std::expected<HiddenFindings, KeepingError> read() const;
    /// Adds @p hidden to what is kept of the logs at @p logs, or takes it away there.
    [[nodiscard]] std::expected<void, KeepingError> change(const QStringList& logs, const HiddenFinding& hidden,
                                                           bool isHidden) const;

private:
    QString m_path;
};

} // namespace TmgLens
