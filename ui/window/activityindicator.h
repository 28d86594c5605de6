// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace TmgLens {

/// Long work as the status bar shows it: what it is, how far it is, and a button that stops it. Hidden when idle.
class ActivityIndicator : public QWidget
{
    Q_OBJECT

public:
    /// @p stopText names the button for screen readers and its tool tip, for example "Stop loading".
    ActivityIndicator(const QString& stopText, QWidget* parent);

    /// Shows @p text and a bar at @p percent; without a percentage, a bar that only tells that work goes on.
    void showProgress(const QString& text, std::optional<int> percent);

Q_SIGNALS:
    void stopRequested();

private:
    QLabel* m_text;
    QProgressBar* m_bar;
};

} // namespace TmgLens
