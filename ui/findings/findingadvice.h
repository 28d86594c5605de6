// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QLabel;

namespace TmgLens {

struct Finding;

/// What to do about a finding, and where the knowledge comes from. Plain text that can be selected.
class FindingAdvice : public QScrollArea
{
    Q_OBJECT

public:
    explicit FindingAdvice(QWidget* parent);

    /// Tells what to do about @p finding; nullptr: that one is to be chosen.
    void showFinding(const Finding* finding);

protected:
    void changeEvent(QEvent* event) override;

private:
    void readPalette();

    QLabel* m_hint;
    QLabel* m_title;
    QLabel* m_advice;
    QLabel* m_source = nullptr; ///< Made last.
};

} // namespace TmgLens
