// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QLineEdit;

namespace TmgLens {

/// Keeps what an empty line says in quietTextColor(): palettes of desktops have it too pale to be read.
class QuietPlaceholder : public QObject
{
    Q_OBJECT

public:
    /// Belongs to @p line.
    explicit QuietPlaceholder(QLineEdit* line);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void updateColor();

    QLineEdit* m_line;
};

} // namespace TmgLens
