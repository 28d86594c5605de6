// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "ui/timestrip/rangedrag.h"
#include "ui/timestrip/timecounter.h"
#include "ui/timestrip/timestrippicture.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace TmgLens {

class LogTableModel;
class ResultFilterModel;

/**
 * When what happened: the records of a log along a line of time, stacked by class, all of them pale behind those that
 * are visible.
 *
 * A drag or Shift with an arrow selects a range, the wheel and plus and minus zoom, a click and Return go to the
 * records. Whoever owns the strip makes the range a part of the filter and hands the filter back.
 */
class TimeStrip : public QWidget
{
    Q_OBJECT

public:
    /// The models must outlive the strip.
    TimeStrip(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {100, sizeHint().height()}; }

    /// Shows the range that @p expression, the one in force, asks for.
    void setExpression(const FilterExpression& expression);

    /// Shows by a line at the foot that @p range is what somebody speaks of, or nothing any more. It is no selection.
    void setMark(const std::optional<TimeRange>& range);

    /// What it shows, if that is not all of the log.
    [[nodiscard]] std::optional<TimeRange> zoomedRange() const;
    /// Shows @p range, as far as the log goes.
    void zoomTo(const TimeRange& range);

Q_SIGNALS:
    /// A person has chosen @p range, or wants none any more.
    void rangeSelected(const std::optional<TmgLens::TimeRange>& range);
    /// A person wants to see the records from @p time on.
    void timeActivated(TmgLens::LogTime time);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void followModels();
    void forgetLog();
    void growSoon();
    void catchUp();
    void refresh();
    void countRecords();

    // -- What is where
    [[nodiscard]] bool hasCounts() const { return m_counter.all() && !m_scene.axis.isEmpty(); }
    [[nodiscard]] const TimeBins& bins() const { return m_counter.all()->bins; }
    [[nodiscard]] QRect area() const;
    [[nodiscard]] int barHeight() const;
    [[nodiscard]] LogTime timeAt(const QPointF& position) const;
    [[nodiscard]] std::optional<TimeRange> band() const;
    [[nodiscard]] bool isOnBorder(const QPointF& position) const;

    // -- What a person does
    void showView(const TimeRange& view);
    void zoom(double factor, LogTime fixed);
    void resetStepwise();
    void moveCursor(int bins);
    void setCursorTime(LogTime time);
    void extendSelection(int bins);
    bool handleKey(const QKeyEvent& event);
    void pointAt(const QPointF& position);

    // -- What is seen and spoken
    void repaintPicture();
    [[nodiscard]] QRectF bandArea() const;
    void paintMark(QPainter& painter) const;
    void paintBandGround(QPainter& painter) const;
    void paintBandBorders(QPainter& painter) const;
    void paintColumn(QPainter& painter, LogTime time, const QColor& color, bool isFilled) const;
    void describe();
    [[nodiscard]] QString binTip(LogTime time) const;

    const LogTableModel* m_log;
    const ResultFilterModel* m_records;
    TimeCounter m_counter;
    QTimer m_pause; ///< Runs after a look at a growing log; until it ends, growth is only noted.
    bool m_isStale = false;

    TimeStripScene m_scene;
    QPixmap m_picture; ///< Of the scene; null if it has to be painted anew.
    bool m_isZoomed = false;

    FilterExpression m_expression; ///< Of the filter.
    std::optional<TimeRange> m_selection; ///< Of the filter; its ends can be open.
    std::optional<TimeRange> m_mark; ///< Of what somebody speaks of.
    std::optional<LogTime> m_cursor; ///< In the bin that the keyboard is at.
    std::optional<LogTime> m_hovered; ///< In the bin that the mouse is at.
    std::optional<RangeDrag> m_drag; ///< By mouse, while it goes on.
    std::optional<RangeDrag> m_keyDrag; ///< By keys, until the next one that does not draw it further.
    std::optional<QPointF> m_pressed; ///< Where the button went down that may begin a drag.
};

} // namespace TmgLens
