// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

#include <QWidget>

class QLabel;

namespace TmgLens {

/**
 * The head of a result: a badge with its class, what it is about, and the code with its title.
 *
 * The words of the badge and of the title can be selected.
 */
class ResultHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ResultHeader(QWidget* parent = nullptr);

    void showResult(const DecodedResult& result);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyColors();

    ResultClass m_class = ResultClass::Unknown;
    QLabel* m_badge;
    QLabel* m_about;
    QLabel* m_title;
};

} // namespace TmgLens
