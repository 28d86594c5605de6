// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/storycontrol.h"

#include "model/format/fieldcutter.h"
#include "model/table/logtablemodel.h"
#include "ui/story/storydialog.h"
#include "ui/story/storytitles.h"
#include "ui/table/logtableview.h"

#include <QMenu>

namespace TmgLens {

using namespace Qt::StringLiterals;

StoryControl::StoryControl(const LogTableModel* log, LogTableView* table, QWidget* window)
    : m_log(log)
    , m_table(table)
    , m_window(window)
{
    connect(table, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex& cell) { tellOf(m_table->recordAt(cell.row())); });
}

StoryControl::~StoryControl() = default;

void StoryControl::tellOfCurrent()
{
    if (const auto record = m_table->currentRecord())
        tellOf(*record);
    else
        Q_EMIT remarked(tr("Select the record first whose client you want to know the story of."));
}

void StoryControl::addStories(QMenu* menu, RecordNumber record)
{
    const std::vector<StorySubject> subjects = subjectsOf(record);
    if (subjects.empty())
        return;
    QMenu* stories = menu->addMenu(tr("S&tory of"));
    stories->setObjectName(u"storyMenu"_s);
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const QString title = subjectTitle(subjects[i]).replace(u'&', "&&"_L1);
        stories->addAction(title, this, [this, subjects, i] { tell(subjects, i); });
    }
}

void StoryControl::close()
{
    if (m_dialog)
        m_dialog->close();
}

std::vector<StorySubject> StoryControl::subjectsOf(RecordNumber number)
{
    const auto record = m_log->record(number);
    if (!record) {
        Q_EMIT failed(record.error());
        return {};
    }
    const LogKind log = m_log->records().codes().at(record->code).log;
    return storySubjects(toStringView(record->bytes), *record->layout, log);
}

void StoryControl::tellOf(RecordNumber record)
{
    if (const std::vector<StorySubject> subjects = subjectsOf(record); !subjects.empty())
        tell(subjects, 0);
    else
        Q_EMIT remarked(tr("This record names nobody whose story could be told."));
}

void StoryControl::tell(const std::vector<StorySubject>& subjects, std::size_t chosen)
{
    if (!m_dialog) {
        m_dialog = std::make_unique<StoryDialog>(m_log, m_window);
        connect(m_dialog.get(), &StoryDialog::recordChosen, this, &StoryControl::recordChosen);
        connect(m_dialog.get(), &StoryDialog::termMenuAboutToShow, this, &StoryControl::termMenuAboutToShow);
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    m_dialog->tell(subjects, chosen);
}

} // namespace TmgLens
