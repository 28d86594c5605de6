// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/set/setfinding.h"
#include "model/set/setmembermodel.h"
#include "ui/backgroundtask.h"

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QPushButton;
class QTreeView;

namespace TmgLens {

/**
 * The logs that are looked at as one: what each holds, a tick to hide its records, and under them what is missing or
 * there twice.
 *
 * Duplicates are looked for in the background.
 */
class FilePanel : public QWidget
{
    Q_OBJECT

public:
    explicit FilePanel(QWidget* parent = nullptr);

    /// Shows @p members, after a load.
    void setMembers(const std::vector<SetMember>& members);
    /// See SetMemberModel::setClock().
    void setClock(const ZoneClock& clock, const QString& title) { m_members.setClock(clock, title); }

    [[nodiscard]] QStringList hiddenFiles() const { return m_members.hiddenFiles(); }
    void setHiddenFiles(const QStringList& paths) { m_members.setHiddenFiles(paths); }

Q_SIGNALS:
    void hiddenFilesChanged();
    /// The person wants more logs beside these.
    void addRequested();
    /// The person wants the logs at @p paths to be forgotten.
    void removalRequested(const QStringList& paths);

private:
    void setupTree();
    void setupFindings();
    void setupActions();
    void showFindings();
    void lookForDuplicates();
    void hideDuplicates();
    void showOnlySelected();
    void updateActions();
    [[nodiscard]] QStringList selectedPaths() const;

    SetMemberModel m_members;
    std::vector<SetFinding> m_gaps;
    std::vector<SetFinding> m_duplicates;
    QTreeView* m_tree;
    QWidget* m_findingArea;
    QLabel* m_findingTitle;
    QListWidget* m_findings;
    QPushButton* m_hideDuplicates;
    QAction* m_showOnly = nullptr;
    QAction* m_remove = nullptr;
    BackgroundTask<std::expected<std::vector<SetFinding>, LoadError>> m_comparison;
};

} // namespace TmgLens
