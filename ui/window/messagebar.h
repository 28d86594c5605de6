// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace TmgLens {

/**
 * One line above the table that tells what happened without stopping anybody; it stays until it is dismissed or
 * replaced.
 */
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning };

    explicit MessageBar(QWidget* parent);

    /// @p text is shown as plain text.
    void showMessage(Kind kind, const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    Kind m_kind = Kind::Information;
    QLabel* m_icon;
    QLabel* m_text;
};

} // namespace TmgLens
