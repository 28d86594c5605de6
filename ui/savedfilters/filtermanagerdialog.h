// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/savedfilters.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTreeView;

namespace TmgLens {

class SavedFilterModel;

/**
 * A person's own filters, to be renamed, edited, put in order, deleted, exported, and added to from a file.
 *
 * Nothing is kept before the dialog is accepted.
 */
class FilterManagerDialog : public QDialog
{
    Q_OBJECT

public:
    /// For the filters in @p store, which are @p own.
    FilterManagerDialog(const FilterStore& store, const QList<SavedFilter>& own, QWidget* parent);

    /// Keeps the list as it is now and closes, or says why it could not.
    void accept() override;
    /// Adds the filters of the file at @p path to the list, or says why it could not.
    void importFrom(const QString& path);
    /// Writes the list to a file at @p path, or says why it could not.
    void exportTo(const QString& path);

private:
    [[nodiscard]] QTreeView* createList();
    [[nodiscard]] QWidget* createButtons();
    void askForImport();
    void askForExport();
    void moveCurrent(int step);
    void removeSelected();
    void followSelection();

    FilterStore m_store;
    QList<SavedFilter> m_own; ///< As they were in the store.
    SavedFilterModel* m_filters;
    QTreeView* m_list;
    QLabel* m_message;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace TmgLens
