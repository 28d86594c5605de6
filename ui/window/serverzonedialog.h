// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

class QLineEdit;
class QListView;
class QPushButton;

namespace TmgLens {

/// Asks for the zone of the servers whose logs tell local times: the one that is found, or any of the world.
class ServerZoneDialog final : public QDialog
{
    Q_OBJECT

public:
    ServerZoneDialog(const RecordIndex& index, QWidget* parent);

Q_SIGNALS:
    /// Nothing stands for what is found.
    void chosen(const std::optional<QTimeZone>& zone);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const RecordIndex& index);
    void search(const QString& text);
    void accept() override;
    [[nodiscard]] QModelIndex current() const;

    QStandardItemModel m_zones;
    QSortFilterProxyModel m_found;
    QLineEdit* m_search;
    QListView* m_list;
    QPushButton* m_accept;
};

} // namespace TmgLens
