// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace TmgLens {

/// What a window shows whose log could not be read: which, why, and what to do.
class ErrorPage : public QWidget
{
    Q_OBJECT

public:
    explicit ErrorPage(QWidget* parent);

    /// @p sentence is shown as plain text. With @p isOverLimit there is a button to unpack the log nevertheless.
    void showError(const QString& fileName, const QString& sentence, bool isOverLimit);

Q_SIGNALS:
    void retryRequested();
    void unpackingRequested();
    void openRequested();

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_unpack;
};

} // namespace TmgLens
