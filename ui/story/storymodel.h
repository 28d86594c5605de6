// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"
#include "model/story/story.h"
#include "model/story/storysubject.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace TmgLens {

/// The steps of a story as rows, with rows for long silences between them and one for what is not told.
class StoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Lasted, Track, What, ColumnCount };
    enum Role {
        BeginRole = Qt::UserRole, ///< When a step began, as a part of the story from 0 to 1; null for other rows.
        EndRole, ///< The same for its end.
        ClassRole, ///< ResultClass of a step, as an int.
        IsOpenRole, ///< True for a connection that has not ended.
    };

    explicit StoryModel(QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Takes @p story, which is about @p subject and made from @p index.
    void setStory(Story story, StorySubject::Kind subject, const std::shared_ptr<const RecordIndex>& index);
    void clear();
    /// The zone in which times are shown, with what the window calls it.
    void setZone(const QTimeZone& zone, const QString& name);

    [[nodiscard]] const Story& story() const { return m_story; }
    /// The step in @p row; nullptr for other rows.
    [[nodiscard]] const StoryStep* stepAt(int row) const;
    /// From when to when the story goes, in the zone of the model; empty for a story without steps.
    [[nodiscard]] QString spanText() const;

private:
    /// A step, or what stands in its place.
    struct Row
    {
        enum class Kind : std::uint8_t { Step, Silence, Further };
        Kind kind = Kind::Step;
        std::size_t step = 0; ///< Before which the silence was.
    };

    [[nodiscard]] QString textOf(const Row& row, int column) const;
    [[nodiscard]] QString whatOf(const Row& row) const;
    [[nodiscard]] QString timeText(LogTime moment) const;
    [[nodiscard]] double shareOf(LogTime moment) const;

    Story m_story;
    StorySubject::Kind m_subject = StorySubject::Kind::Client;
    std::shared_ptr<const RecordIndex> m_index;
    std::vector<Row> m_rows;
    LogTime m_begin = invalidTime;
    LogTime m_end = invalidTime;
    QTimeZone m_zone = QTimeZone(QTimeZone::UTC);
    QString m_zoneName;
};

} // namespace TmgLens
