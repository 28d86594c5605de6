// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/story/storymodel.h"

#include "model/output/plaintip.h"
#include "ui/story/storyphrases.h"

#include <QDateTime>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

StoryModel::StoryModel(QObject* parent) : QAbstractTableModel(parent) {}

int StoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == Qt::DisplayRole)
        return textOf(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == What)
        return plainTip(whatOf(row));
    const StoryStep* step = stepAt(index.row());
    if (!step)
        return {};
    switch (role) {
    case BeginRole:
        return shareOf(step->begin);
    case EndRole:
        return shareOf(step->end);
    case ClassRole:
        return int(m_index->codes().at(step->code).result.entry.resultClass);
    case IsOpenRole:
        return step->kind == StoryStep::Kind::Connection && step->ending == StoryStep::Ending::Open;
    default:
        return {};
    }
}

QVariant StoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return m_zoneName.isEmpty() ? tr("Time") : tr("Time (%1)").arg(m_zoneName);
    case Lasted:
        return tr("Lasted");
    case Track:
        return tr("When");
    case What:
        return tr("What happened");
    default:
        return {};
    }
}

void StoryModel::setStory(Story story, StorySubject::Kind subject, const std::shared_ptr<const RecordIndex>& index)
{
    beginResetModel();
    m_story = std::move(story);
    m_subject = subject;
    m_index = index;
    m_rows.clear();
    m_begin = m_story.steps.empty() ? invalidTime : m_story.steps.front().begin;
    m_end = m_begin;
    for (std::size_t i = 0; i < m_story.steps.size(); ++i) {
        const StoryStep& step = m_story.steps[i];
        if (step.silence > std::chrono::seconds::zero())
            m_rows.push_back({.kind = Row::Kind::Silence, .step = i});
        m_rows.push_back({.kind = Row::Kind::Step, .step = i});
        m_end = std::max(m_end, step.end);
    }
    if (m_story.further > 0)
        m_rows.push_back({.kind = Row::Kind::Further});
    endResetModel();
}

void StoryModel::clear()
{
    setStory({}, m_subject, nullptr);
}

void StoryModel::setZone(const QTimeZone& zone, const QString& name)
{
    m_zone = zone;
    m_zoneName = name;
    Q_EMIT headerDataChanged(Qt::Horizontal, Time, Time);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

const StoryStep* StoryModel::stepAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Row& shown = m_rows[std::size_t(row)];
    return shown.kind == Row::Kind::Step ? &m_story.steps[shown.step] : nullptr;
}

QString StoryModel::spanText() const
{
    return m_rows.empty() ? QString() : tr("%1 to %2 (%3)").arg(timeText(m_begin), timeText(m_end), m_zoneName);
}

QString StoryModel::textOf(const Row& row, int column) const
{
    if (column == What)
        return whatOf(row);
    if (row.kind == Row::Kind::Further)
        return column == Time ? timeText(m_story.furtherFrom) : QString();
    if (row.kind == Row::Kind::Silence)
        return {};
    const StoryStep& step = m_story.steps[row.step];
    if (column == Time)
        return timeText(step.begin);
    return column == Lasted ? lastedText(step) : QString();
}

QString StoryModel::whatOf(const Row& row) const
{
    switch (row.kind) {
    case Row::Kind::Step:
        return stepText(m_story.steps[row.step], m_subject, m_index->codes());
    case Row::Kind::Silence:
        return silenceText(m_story.steps[row.step].silence);
    case Row::Kind::Further:
        break;
    }
    return furtherText(m_story);
}

QString StoryModel::timeText(LogTime moment) const
{
    return QDateTime::fromSecsSinceEpoch(moment.time_since_epoch().count(), m_zone).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

double StoryModel::shareOf(LogTime moment) const
{
    return m_end > m_begin ? double((moment - m_begin).count()) / double((m_end - m_begin).count()) : 0;
}

} // namespace TmgLens
