// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/filter/filterterms.h"
#include "model/filter/resultselection.h"
#include "model/index/logposition.h"
#include "model/keeping/keepingerror.h"

#include <QByteArray>
#include <QLockFile>

#include <optional>

namespace TmgLens {

/// A log in a window, and how it looked there. Columns and panels are remembered for all windows, and not here.
struct WindowView
{
    QStringList paths = {}; ///< Absolute.
    QStringList hiddenFiles = {}; ///< See RecordFilter.
    QByteArray geometry = {}; ///< As QWidget::saveGeometry() has it.

    FilterTerms terms = {};
    ResultSelection selection = {};
    bool isOnlyMalformed = false;

    QString sortField = {}; ///< Its name; empty for the order of the file.
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    std::optional<LogPosition> current = {};
    int currentColumn = 0;
    std::optional<LogPosition> anchor = {}; ///< What stays where it is on screen.
    int rowsAbove = 0; ///< Rows on screen above it.

    std::optional<Filter::Times> zoom = {}; ///< Of the time strip.
    std::optional<QTimeZone> serverZone = {}; ///< As RecordIndex::chosenServerZone().

    bool operator==(const WindowView&) const = default;
};

/// The windows that were open when the program ended, as text.
[[nodiscard]] QByteArray sessionToJson(const QList<WindowView>& windows);
/// Reads them. What an entry lacks, or what makes no sense in it, is as in a new window; entries without a path are
/// left out. @p path is said in errors.
[[nodiscard]] std::expected<QList<WindowView>, KeepingError> sessionFromJson(const QByteArray& json,
                                                                             const QString& path);

/**
 * The file of the windows that were open when the program ended.
 *
 * Of several programs that run at once one owns it, until it ends: the others leave it alone.
 */
class SessionStore
{
public:
    /// @p path need not exist.
    explicit SessionStore(const QString& path);

    /// Becomes the owner, unless another program is. True if this is the owner now.
    bool own();

    [[nodiscard]] std::expected<QList<WindowView>, KeepingError> read() const;
    /// Replaces what was there.
    [[nodiscard]] std::expected<void, KeepingError> write(const QList<WindowView>& windows) const;

private:
    QString m_path;
    QLockFile m_lock;
};

} // namespace TmgLens
