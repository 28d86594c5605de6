// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QProxyStyle>

namespace TmgLens {

/**
 * The style of the program for the frames of panels, with a memory for icons.
 *
 * A title bar asks for those of its buttons whenever it is laid out, and a style may read eight files for an answer:
 * for each number that changes in the status bar.
 */
class PanelStyle : public QProxyStyle
{
    Q_OBJECT

public:
    [[nodiscard]] QIcon standardIcon(StandardPixmap kind, const QStyleOption* option = nullptr,
                                     const QWidget* widget = nullptr) const override;

private:
    mutable QHash<StandardPixmap, QIcon> m_icons;
    mutable qint64 m_palette = 0; // that the icons were made for
};

} // namespace TmgLens
