// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/set/setmember.h"

#include <QAbstractTableModel>
#include <QSet>

namespace TmgLens {

/**
 * The logs of a set as rows, each with a tick that says whether its records are shown.
 *
 * GUI thread only.
 */
class SetMemberModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, First, Last, Records, Malformed, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Takes other logs in; those that were hidden and are among them stay so.
    void setMembers(const std::vector<SetMember>& members);
    [[nodiscard]] const std::vector<SetMember>& members() const { return m_members; }

    /// By @p clock the times of the logs are shown, which people call @p title.
    void setClock(const ZoneClock& clock, const QString& title);

    /// Paths of the logs whose records are not shown, in their order.
    [[nodiscard]] QStringList hiddenFiles() const;
    void setHiddenFiles(const QStringList& paths);

Q_SIGNALS:
    void hiddenFilesChanged();

private:
    [[nodiscard]] QString text(const SetMember& member, Column column) const;
    [[nodiscard]] QString remark(const SetMember& member) const;

    std::vector<SetMember> m_members;
    ZoneClock m_clock;
    QString m_clockTitle;
    QSet<QString> m_hidden; // paths
};

} // namespace TmgLens
