// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QMenu;

namespace TmgLens {

/// Fills a menu with the logs that were opened last, each time that it opens: other windows add to them too.
class RecentFilesMenu : public QObject
{
    Q_OBJECT

public:
    /// @p menu must outlive this.
    RecentFilesMenu(QMenu* menu, QObject* parent);

Q_SIGNALS:
    void fileChosen(const QString& path);
    /// The person wants none of them remembered; they are forgotten already.
    void forgotten();

private:
    void fill();

    QMenu* m_menu;
};

} // namespace TmgLens
