// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace TmgLens {

class LogTableModel;

/**
 * Paints one cell of a log: the class of its row as a tint, the result with its meaning and a mark, numbers to the
 * right, what holds no value dimmed.
 *
 * Values are shown as plain text whatever they hold.
 */
class RecordDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RecordDelegate(const LogTableModel* log, QObject* parent);

    [[nodiscard]] QString displayText(const QVariant& value, const QLocale& locale) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    [[nodiscard]] QString toolTip(const QModelIndex& index) const;

    const LogTableModel* m_log;
};

} // namespace TmgLens
