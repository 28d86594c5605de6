// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

class QLabel;

namespace TmgLens {

/// The line under the table that says that the filter is lifted, with the way back to it.
class LiftBar : public QFrame
{
    Q_OBJECT

public:
    explicit LiftBar(QWidget* parent);

    /// Says that the filter is lifted around the record in line @p line, and that @p matches records are marked.
    void showLift(quint64 line, quint64 matches);

Q_SIGNALS:
    /// The filter is wanted back.
    void returnRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateColors();

    QLabel* m_text;
};

} // namespace TmgLens
