// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace TmgLens {

/// What a window without a log shows: what to do next, and the logs of last time.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent);

    /// Tells @p sentence above what to do next.
    void showRemark(const QString& sentence);
    /// Lists the recent files as they are now.
    void updateRecentFiles();

Q_SIGNALS:
    void openRequested();
    void fileChosen(const QString& path);

private:
    QLabel* m_remark;
    QWidget* m_recentBox;
    QListWidget* m_recentFiles;
};

} // namespace TmgLens
