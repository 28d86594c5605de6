// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/columnset.h"

#include <QObject>

class QMenu;

namespace TmgLens {

class LogTableModel;
class UniformTableView;

/**
 * Which columns of a table are shown, in which order and how wide: what a person chose last for this kind of log, or
 * for several logs, by field name, or what defaultColumns() says.
 *
 * Every change by hand is remembered at once.
 */
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    /// Lays out @p view, which must have its model by now; the parent is @p view.
    ColumnLayout(const LogTableModel* log, UniformTableView* view);

    /// Fills @p menu with the columns to tick and the way back to the defaults.
    void fillMenu(QMenu* menu);

private:
    void arrangeNewColumns();
    void sizeNewColumns();
    void arrange(const std::vector<int>& shown);
    void sizeColumns(const std::vector<int>& columns);
    void remember();
    void forget();
    void setShown(int column, bool isShown);
    [[nodiscard]] std::vector<int> rememberedColumns() const;
    [[nodiscard]] std::vector<int> firstColumns() const;
    [[nodiscard]] bool isSet() const;
    [[nodiscard]] LogKind logKind() const;
    [[nodiscard]] QString settingsGroup() const;

    const LogTableModel* m_log;
    UniformTableView* m_view;
    bool m_isApplying = false;
    std::size_t m_logs = 0; ///< How many there were last.
    bool m_needsArranging = true; ///< There are columns whose place has not been settled.
    bool m_needsSizes = false; ///< Widths are to be taken from the first rows.
};

} // namespace TmgLens
