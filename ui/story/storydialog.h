// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/source/loaderror.h"
#include "model/story/tellstory.h"
#include "ui/backgroundtask.h"

#include <QDialog>

class QComboBox;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace TmgLens {

class LogTableModel;
class NamedLabel;
class StoryModel;

/**
 * What somebody did, step by step, beside the window with the records.
 *
 * The story is found off the GUI thread; the last request wins. It is of the records that are there when it is asked
 * for, and the dialog closes when another log comes in their place.
 */
class StoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p log must outlive the dialog.
    StoryDialog(const LogTableModel* log, QWidget* parent);

    /// Tells the story of @p subjects[@p chosen]; the person can ask for that of another of them.
    void tell(const std::vector<StorySubject>& subjects, std::size_t chosen);

Q_SIGNALS:
    /// The person wants to see @p record.
    void recordChosen(TmgLens::RecordNumber record);
    /// A menu is to get what can be done with the records that @p term lets through.
    void termMenuAboutToShow(QMenu* menu, const TmgLens::FilterExpression& term);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupParts();
    void setupList();
    void tellChosen();
    void showStory(const std::expected<Story, LoadError>& story, StorySubject::Kind subject,
                   const std::shared_ptr<const RecordIndex>& index);
    void showNotice(const QString& sentence);
    void showFacts();
    void showTimes();
    void showStep();
    void choose(const QModelIndex& index);
    void showMenu(const QPoint& position);
    void forget();

    const LogTableModel* m_log;
    StoryModel* m_steps;
    QComboBox* m_subject;
    NamedLabel* m_facts;
    NamedLabel* m_notice; ///< In the place of the steps, when there are none.
    QStackedWidget* m_pages;
    QTreeView* m_list;
    NamedLabel* m_step; ///< All of what happened in the current step, for which a row can be too short.
    QPushButton* m_again; ///< Shown once the log has grown.
    std::vector<StorySubject> m_subjects;
    std::shared_ptr<const RecordIndex> m_index; ///< That the story on screen is from.
    BackgroundTask<std::expected<Story, LoadError>> m_work;
};

} // namespace TmgLens
