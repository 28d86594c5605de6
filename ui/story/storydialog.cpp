// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/story/storydialog.h"

#include "model/output/errortext.h"
#include "model/story/stepterm.h"
#include "model/table/logtablemodel.h"
#include "ui/look/countlist.h"
#include "ui/look/namedlabel.h"
#include "ui/look/visibletext.h"
#include "ui/story/storydelegate.h"
#include "ui/story/storymodel.h"
#include "ui/story/storytitles.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestTitle = 60;

} // namespace

StoryDialog::StoryDialog(const LogTableModel* log, QWidget* parent)
    : QDialog(parent)
    , m_log(log)
    , m_steps(new StoryModel(this))
    , m_subject(new QComboBox(this))
    , m_facts(new NamedLabel(tr("What the story is made of"), this))
    , m_notice(new NamedLabel(tr("State of the story"), this))
    , m_pages(new QStackedWidget(this))
    , m_list(new QTreeView(this))
    , m_step(new NamedLabel(tr("What happened"), this))
    , m_again(new QPushButton(tr("&Tell it again with the new records"), this))
{
    setObjectName(u"storyDialog"_s);
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    setupList();
    setupParts();
    connect(m_subject, &QComboBox::currentIndexChanged, this, &StoryDialog::tellChosen);
    connect(m_again, &QPushButton::clicked, this, &StoryDialog::tellChosen);
    connect(this, &QDialog::finished, this, &StoryDialog::forget);
    connect(log, &QAbstractItemModel::rowsInserted, this, [this] { m_again->setVisible(m_index != nullptr); });
    connect(log, &LogTableModel::timesChanged, this, &StoryDialog::showTimes);
    connect(log, &QAbstractItemModel::modelReset, this, &QDialog::reject);
    resize(fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 36);
}

void StoryDialog::setupList()
{
    m_list->setObjectName(u"storySteps"_s);
    m_list->setAccessibleName(tr("Steps of the story"));
    m_list->setModel(m_steps);
    m_list->setItemDelegate(new StoryDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setPalette(calmHighlight(palette()));
    const QFontMetrics metrics = m_list->fontMetrics();
    QHeaderView* header = m_list->header();
    header->setSectionsMovable(false);
    header->resizeSection(StoryModel::Time, metrics.horizontalAdvance(u"0000-00-00 00:00:00    "_s));
    header->resizeSection(StoryModel::Lasted, metrics.horizontalAdvance(u"00 min 00 s    "_s));
    header->resizeSection(StoryModel::Track, metrics.averageCharWidth() * 24);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &StoryDialog::showStep);
    connect(m_steps, &QAbstractItemModel::modelReset, this, &StoryDialog::showStep);
    connect(m_list, &QAbstractItemView::clicked, this, &StoryDialog::choose);
    connect(m_list, &QAbstractItemView::activated, this, &StoryDialog::choose);
    connect(m_list, &QWidget::customContextMenuRequested, this, &StoryDialog::showMenu);
}

void StoryDialog::setupParts()
{
    m_subject->setObjectName(u"storySubject"_s);
    m_subject->setAccessibleName(tr("Whose story"));
    m_subject->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_facts->setObjectName(u"storyFacts"_s);
    m_notice->setObjectName(u"storyNotice"_s);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_step->setObjectName(u"storyStep"_s);
    m_step->setWordWrap(true);
    m_step->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_step->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_step->setMinimumHeight(2 * m_step->fontMetrics().lineSpacing());
    m_again->setObjectName(u"storyAgain"_s);
    m_again->setAutoDefault(false);
    m_again->hide();
    m_pages->addWidget(m_notice);
    m_pages->addWidget(m_list);

    auto* label = new QLabel(tr("&Story of:"), this);
    label->setBuddy(m_subject);
    auto* question = new QHBoxLayout;
    question->addWidget(label);
    question->addWidget(m_subject);
    question->addStretch();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in the list goes to a record
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_again);
    bottom->addWidget(buttons, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(question);
    column->addWidget(m_facts);
    column->addWidget(m_pages, 1);
    column->addWidget(m_step);
    column->addLayout(bottom);
}

void StoryDialog::tell(const std::vector<StorySubject>& subjects, std::size_t chosen)
{
    {
        const QSignalBlocker quiet(m_subject);
        m_subjects = subjects;
        m_subject->clear();
        for (const StorySubject& subject : m_subjects)
            m_subject->addItem(subjectTitle(subject));
        m_subject->setCurrentIndex(int(chosen));
    }
    tellChosen();
}

void StoryDialog::tellChosen()
{
    const StorySubject& subject = m_subjects[std::size_t(m_subject->currentIndex())];
    setWindowTitle(tr("Story of %1").arg(visibleText(subject.name, longestTitle)));
    m_again->hide();
    m_steps->clear();
    m_facts->showText({});
    showNotice(tr("Reading the records\u2026"));
    const auto index = std::make_shared<const RecordIndex>(m_log->records());
    const auto work = [index, subject](const std::stop_token& stop) { return tellStory(*index, subject, stop); };
    m_work.start(this, work, [this, kind = subject.kind, index](const std::expected<Story, LoadError>& story) {
        if (!m_work.isCancelled())
            showStory(story, kind, index);
    });
}

void StoryDialog::showStory(const std::expected<Story, LoadError>& story, StorySubject::Kind subject,
                            const std::shared_ptr<const RecordIndex>& index)
{
    m_index = index;
    m_again->setVisible(m_log->records().recordCount() > index->recordCount());
    if (!story) {
        showNotice(describeLoadError(story.error()));
        return;
    }
    m_steps->setStory(*story, subject, index);
    showTimes();
    if (m_steps->rowCount() == 0) {
        showNotice(story->records == 0 ? tr("No record is about this.")
                                       : tr("The records about this have no time, so they make no story."));
        return;
    }
    m_pages->setCurrentWidget(m_list);
    m_list->setCurrentIndex(m_steps->index(0, 0));
    m_list->setFocus();
}

/// Shows @p sentence in the place of the steps.
void StoryDialog::showNotice(const QString& sentence)
{
    m_notice->showText(sentence);
    m_pages->setCurrentWidget(m_notice);
}

void StoryDialog::showFacts()
{
    const Story& story = m_steps->story();
    const QLocale locale;
    QStringList facts{tr("Records: %1").arg(locale.toString(qulonglong(story.records))),
                      tr("steps: %1").arg(locale.toString(qulonglong(story.steps.size()))), m_steps->spanText()};
    if (story.undated > 0)
        facts += tr("left out, because they have no time: %1").arg(locale.toString(qulonglong(story.undated)));
    m_facts->showText(story.steps.empty() ? QString() : facts.join(u", "_s));
}

void StoryDialog::showTimes()
{
    const ShownClock& clock = m_log->shownClock();
    m_steps->setZone(clock.clock.zone(), clock.zone(m_log->records().lastTime()));
    showFacts();
}

void StoryDialog::showStep()
{
    const QModelIndex current = m_list->currentIndex();
    m_step->showText(current.siblingAtColumn(StoryModel::What).data().toString());
}

void StoryDialog::choose(const QModelIndex& index)
{
    if (const StoryStep* step = m_steps->stepAt(index.row()))
        Q_EMIT recordChosen(step->first);
}

void StoryDialog::showMenu(const QPoint& position)
{
    const StoryStep* step = m_steps->stepAt(m_list->currentIndex().row());
    if (!step)
        return;
    auto* menu = new QMenu(m_list);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Go to the first record"), this, [this, record = step->first] { Q_EMIT recordChosen(record); });
    menu->addAction(tr("Go to the &last record"), this, [this, record = step->last] { Q_EMIT recordChosen(record); });
    menu->addSeparator();
    const StorySubject& subject = m_subjects[std::size_t(m_subject->currentIndex())];
    Q_EMIT termMenuAboutToShow(menu, stepTerm(*m_index, subject, *step));
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

/// Lets go of the records: a closed dialog must not keep a log open.
void StoryDialog::forget()
{
    m_work.cancel();
    m_steps->clear();
    m_index.reset();
}

void StoryDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_list->setPalette(calmHighlight(palette()));
}

} // namespace TmgLens
