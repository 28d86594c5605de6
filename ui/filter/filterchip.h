// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace TmgLens {

/**
 * One term of a filter as something to click: on or off; with a cross to remove it, and a menu for the rest.
 *
 * Space and Return switch it, Delete removes it, F2 edits it.
 */
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    /// @p term need not be harmless.
    FilterChip(const QString& term, bool isOn, QWidget* parent);

    /// Whether the term is one that can be written, and so be edited and turned into its opposite. At first it is not.
    void setWritten(bool isWritten) { m_isWritten = isWritten; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void inversionRequested();
    void editRequested();
    void removalRequested();
    /// This term is to stay and all others are to go.
    void onlyThisRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    QString m_term; ///< Harmless to show.
    bool m_isWritten = false;
    bool m_isCrossPressed = false;
    bool m_isOverCross = false;
};

} // namespace TmgLens
