// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/savedfilters.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace TmgLens {

/// Asks for a name and notes to keep a filter by, and keeps it. A name that is taken is said before it is used.
class SaveFilterDialog : public QDialog
{
    Q_OBJECT

public:
    /// For the expression @p filter, beside those of @p own, which @p store holds.
    SaveFilterDialog(const FilterStore& store, const QList<SavedFilter>& own, const QString& filter, QWidget* parent);

    /// Keeps the filter. If that fails, the dialog stays, with what has been typed and the reason.
    void accept() override;

private:
    void followName();
    /// The person's filters with the new one at the end, or in the place of the one that has its name.
    [[nodiscard]] QList<SavedFilter> filters() const;
    [[nodiscard]] qsizetype position() const;

    FilterStore m_store;
    QList<SavedFilter> m_own;
    QString m_filter;
    QLineEdit* m_name;
    QLineEdit* m_notes;
    QLabel* m_hint;
    QPushButton* m_save;
};

} // namespace TmgLens
