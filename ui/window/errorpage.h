// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace TmgLens {

/// What a window shows whose log could not be read: which, why, and what to do.
class ErrorPage : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorPage(QWidget* parent);

    /// @p sentence is shown as plain text.
    void showError(const QString& fileName, const QString& sentence);

Q_SIGNALS:
    void retryRequested();
    void openRequested();

private:
    QLabel* m_title;
    QLabel* m_sentence;
};

} // namespace TmgLens
