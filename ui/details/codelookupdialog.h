// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace TmgLens {

class ResultView;

/**
 * What a code means, as it is typed; needs no log.
 *
 * A symbol that stands for two numbers, and a number that means different things in the two logs, give a list of
 * meanings to choose from.
 */
class CodeLookupDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CodeLookupDialog(QWidget* parent = nullptr);

    /// Puts @p code into the box, as if it had been typed.
    void setCode(const QString& code);

private:
    void setupParts();
    void decode();
    void showMeaning(int row);
    [[nodiscard]] LogKind chosenLog() const;

    QLineEdit* m_code;
    QComboBox* m_log;
    QListWidget* m_list;
    ResultView* m_view;
    std::vector<DecodedResult> m_meanings;
};

/**
 * All meanings of @p text in a log of kind @p log, in either log if that is Unknown; the likelier first, none twice.
 *
 * At least one, if only to say that it is no code; none for blank text.
 */
[[nodiscard]] std::vector<DecodedResult> codeMeanings(const QString& text, LogKind log);

} // namespace TmgLens
