// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace TmgLens {

/**
 * A label that has an accessible name beside its text.
 *
 * To assistive tools the name of a QLabel hides its text; this one gives them both, the text by their interface for
 * text, and tells them when it changes.
 */
class NamedLabel : public QLabel
{
    Q_OBJECT

public:
    NamedLabel(const QString& accessibleName, QWidget* parent);

    /// Shows @p shown, which is plain.
    void showText(const QString& shown);
};

} // namespace TmgLens
