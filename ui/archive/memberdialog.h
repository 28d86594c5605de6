// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/openlog.h"

#include <QDialog>

class QTreeWidget;
class QTreeWidgetItem;

namespace TmgLens {

/// Asks which file of an archive to open.
class MemberDialog : public QDialog
{
    Q_OBJECT

public:
    MemberDialog(const MemberChoice& choice, QWidget* parent);

    void accept() override;

Q_SIGNALS:
    /// @p path is the address of the file, as pathOf() writes it.
    void chosen(const QString& path);

private:
    void fill(QTreeWidget* list);

    MemberChoice m_choice;
    QTreeWidget* m_list;
};

} // namespace TmgLens
