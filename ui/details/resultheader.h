// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/pattern.h"
#include "model/result/resultdecoder.h"

#include <QWidget>

class QLabel;

namespace TmgLens {

/**
 * The head of a result: a badge with its class, what it is about, and the code with its title. Of a record that is
 * shown as what it meant the badge says that, and a sentence why.
 *
 * The words of the badge and of the title can be selected.
 */
class ResultHeader : public QWidget
{
    Q_OBJECT

public:
    explicit ResultHeader(QWidget* parent = nullptr);

    /// Shows @p result; with @p folding, which is folded, as what that says of its record, and why.
    void showResult(const DecodedResult& result, const Pattern* folding = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void applyColors();

    ResultClass m_class = ResultClass::Unknown;
    QLabel* m_badge;
    QLabel* m_about;
    QLabel* m_title;
    QLabel* m_meaning;
};

} // namespace TmgLens
