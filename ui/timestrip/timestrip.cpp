// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timestrip/timestrip.h"

#include "model/filter/timerange.h"
#include "model/table/resultfiltermodel.h"
#include "ui/look/quietcolors.h"
#include "ui/timestrip/timephrases.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace TmgLens {

namespace {

constexpr int sideMargin = 6; // as that of the filter bar above
constexpr int leastBarWidth = 3;
constexpr int borderReach = 4; // on either side of the border of a band
constexpr double zoomStep = 1.5;

} // namespace

TimeStrip::TimeStrip(const LogTableModel* log, const ResultFilterModel* records, QWidget* parent)
    : QWidget(parent)
    , m_log(log)
    , m_records(records)
{
    setObjectName(u"timeStrip"_s);
    setAccessibleName(tr("Time strip"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, &TimeStrip::catchUp);
    connect(&m_counter, &TimeCounter::counted, this, [this] {
        m_scene.all = m_counter.all();
        m_scene.shown = m_counter.shown();
        repaintPicture();
        describe();
    });
    followModels();
    refresh();
}

QSize TimeStrip::sizeHint() const
{
    return {400, fontMetrics().height() * 4};
}

// -- The log ---------------------------------------------------------------------------------------------------------

void TimeStrip::followModels()
{
    connect(m_log, &QAbstractItemModel::modelReset, this, &TimeStrip::forgetLog);
    connect(m_log, &QAbstractItemModel::rowsInserted, this, &TimeStrip::growSoon);
    connect(m_log, &LogTableModel::timesChanged, this, &TimeStrip::refresh);
    connect(m_records, &QAbstractItemModel::rowsInserted, this, &TimeStrip::growSoon);
    connect(m_records, &QAbstractItemModel::modelReset, this, &TimeStrip::refresh);
}

void TimeStrip::forgetLog()
{
    m_counter.clear();
    m_scene = {};
    m_isZoomed = false;
    m_mark.reset();
    m_cursor.reset();
    m_hovered.reset();
    m_drag.reset();
    m_keyDrag.reset();
    m_pressed.reset();
    refresh();
}

void TimeStrip::growSoon()
{
    m_isStale = true;
    if (!m_pause.isActive())
        catchUp();
}

void TimeStrip::catchUp()
{
    if (!m_isStale)
        return;
    m_pause.start();
    if (m_counter.isRunning()) // counts that are never finished would show nothing
        return;
    m_isStale = false;
    refresh();
}

/// Takes in how far the log reaches, by which clock its times are shown, and how wide the strip is.
void TimeStrip::refresh()
{
    const RecordIndex& index = m_log->records();
    const bool hasTimes = index.firstTime() != invalidTime;
    m_scene.clock = m_log->shownClock();
    m_selection = timeRange(m_expression, m_scene.clock.clock);
    if (hasTimes && area().width() > 0) {
        m_scene.whole = roomFor(index.firstTime(), index.lastTime());
        m_scene.axis =
            TimeAxis(m_isZoomed ? moved(m_scene.axis.range(), 0s, m_scene.whole) : m_scene.whole, area().width());
        countRecords();
    }
    repaintPicture();
    describe();
}

void TimeStrip::countRecords()
{
    const TimeRange& view = m_scene.axis.range();
    const int most = m_scene.axis.width() / leastBarWidth;
    m_counter.count(m_log->records(), m_records->rows(),
                    sensibleBins(view.begin, view.end, most, m_scene.clock.clock.ahead(view.begin)));
}

void TimeStrip::setExpression(const FilterExpression& expression)
{
    m_expression = expression;
    m_selection = timeRange(expression, m_log->shownClock().clock);
    describe();
    update();
}

void TimeStrip::setMark(const std::optional<TimeRange>& range)
{
    m_mark = range;
    describe();
    update();
}

// -- What is where ---------------------------------------------------------------------------------------------------

/// What the picture fills.
QRect TimeStrip::area() const
{
    return rect().adjusted(sideMargin, 0, -sideMargin, 0);
}

int TimeStrip::barHeight() const
{
    return area().height() - labelLineHeight(fontMetrics());
}

/// The time at @p position, or at the end of the axis that it is beyond.
LogTime TimeStrip::timeAt(const QPointF& position) const
{
    return m_scene.axis.time(std::clamp(position.x() - area().left(), 0.0, m_scene.axis.width() - 1.0));
}

/// The range that is marked, as far as the log goes.
std::optional<TimeRange> TimeStrip::band() const
{
    const auto range = m_drag ? std::optional(m_drag->range()) : m_selection;
    if (!range || m_scene.axis.isEmpty())
        return std::nullopt;
    const TimeRange inside{std::max(range->begin, m_scene.whole.begin), std::min(range->end, m_scene.whole.end)};
    return inside.begin < inside.end ? std::optional(inside) : std::nullopt;
}

bool TimeStrip::isOnBorder(const QPointF& position) const
{
    const auto range = band();
    const auto isNear = [&](LogTime border) {
        return std::abs(m_scene.axis.position(border) + area().left() - position.x()) <= borderReach;
    };
    return range && (isNear(range->begin) || isNear(range->end));
}

// -- Zooming and moving ----------------------------------------------------------------------------------------------

void TimeStrip::showView(const TimeRange& view)
{
    if (view == m_scene.axis.range())
        return;
    m_isZoomed = view != m_scene.whole;
    m_scene.axis = TimeAxis(view, m_scene.axis.width());
    countRecords();
    repaintPicture(); // with the counts that there are, until others come
}

std::optional<TimeRange> TimeStrip::zoomedRange() const
{
    return m_isZoomed ? std::optional(m_scene.axis.range()) : std::nullopt;
}

void TimeStrip::zoomTo(const TimeRange& range)
{
    refresh(); // the log may have grown since the last look
    const TimeRange inside{std::max(range.begin, m_scene.whole.begin), std::min(range.end, m_scene.whole.end)};
    if (!m_scene.axis.isEmpty() && inside.begin < inside.end)
        showView(inside);
}

void TimeStrip::zoom(double factor, LogTime fixed)
{
    showView(zoomed(m_scene.axis.range(), factor, fixed, m_scene.whole));
}

/// Shows the whole log again; if it is shown, takes the selection away.
void TimeStrip::resetStepwise()
{
    if (m_isZoomed)
        showView(m_scene.whole);
    else if (m_selection)
        Q_EMIT rangeSelected(std::nullopt);
}

void TimeStrip::wheelEvent(QWheelEvent* event)
{
    event->accept();
    if (!hasCounts())
        return;
    const QPointF notches = QPointF(event->angleDelta()) / 120;
    const bool isSideways =
        event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(notches.x()) > std::abs(notches.y());
    if (isSideways) {
        const double eighths = std::abs(notches.x()) > std::abs(notches.y()) ? notches.x() : notches.y();
        const auto distance = std::chrono::seconds(std::llround(double(m_scene.axis.span().count()) * -eighths / 8));
        showView(moved(m_scene.axis.range(), distance, m_scene.whole));
    } else {
        zoom(std::pow(zoomStep, -notches.y()), timeAt(event->position()));
    }
    pointAt(event->position());
}

// -- Mouse -----------------------------------------------------------------------------------------------------------

void TimeStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && hasCounts()) {
        m_pressed = event->position();
        m_keyDrag.reset();
    }
}

void TimeStrip::mouseMoveEvent(QMouseEvent* event)
{
    if (!hasCounts())
        return;
    if (m_pressed && !m_drag) {
        const bool isFarEnough =
            (event->position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (isFarEnough && isOnBorder(*m_pressed))
            m_drag.emplace(*band(), timeAt(*m_pressed));
        else if (isFarEnough)
            m_drag.emplace(bins(), timeAt(*m_pressed));
    }
    if (m_drag)
        m_drag->moveTo(bins(), timeAt(event->position()));
    pointAt(event->position());
}

void TimeStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    if (const auto drag = std::exchange(m_drag, std::nullopt)) {
        Q_EMIT rangeSelected(drag->range());
    } else if (hasCounts()) {
        const LogTime begin = bins().beginOf(bins().binAt(timeAt(event->position())));
        setCursorTime(begin);
        Q_EMIT timeActivated(begin);
    }
    update();
}

void TimeStrip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && hasCounts())
        resetStepwise();
}

void TimeStrip::leaveEvent(QEvent* event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void TimeStrip::pointAt(const QPointF& position)
{
    m_hovered = timeAt(position);
    if (isOnBorder(position) && !m_pressed)
        setCursor(Qt::SplitHCursor);
    else if (!m_pressed)
        unsetCursor();
    update();
    constexpr int tipDistance = 16; // of a tip below the place it is for; here it is to leave bars and labels free
    const QPoint place = mapToGlobal(QPoint(int(position.x()), height() - tipDistance));
    QToolTip::showText(place, m_drag ? rangePhrase(m_drag->range(), m_scene.clock) : binTip(*m_hovered), this);
}

QString TimeStrip::binTip(LogTime time) const
{
    const int bin = bins().binAt(time);
    if (bin < 0 || bin >= bins().count) // the counts for this view are on their way
        return {};
    QStringList lines{binPhrase(*m_scene.all, *m_scene.shown, bin, m_scene.clock)};
    if (const quint32 timeless = m_scene.all->timeless; timeless > 0)
        lines += tr("Records without a time: %1").arg(locale().toString(timeless));
    lines += tr("Heights grow with the square root of the count.");
    return lines.join(u'\n');
}

// -- Keyboard --------------------------------------------------------------------------------------------------------

void TimeStrip::keyPressEvent(QKeyEvent* event)
{
    if (!hasCounts() || !handleKey(*event))
        QWidget::keyPressEvent(event);
}

bool TimeStrip::handleKey(const QKeyEvent& event)
{
    const LogTime middle = m_cursor.value_or(m_scene.axis.range().begin + m_scene.axis.span() / 2);
    const int direction = event.key() == Qt::Key_Left ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        event.modifiers().testFlag(Qt::ShiftModifier) ? extendSelection(direction) : moveCursor(direction);
        return true;
    case Qt::Key_Home:
        setCursorTime(m_scene.whole.begin);
        return true;
    case Qt::Key_End:
        setCursorTime(m_scene.whole.end - 1s);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal: // the same key without Shift
        zoom(1 / zoomStep, middle);
        return true;
    case Qt::Key_Minus:
        zoom(zoomStep, middle);
        return true;
    case Qt::Key_0:
        showView(m_scene.whole);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor)
            Q_EMIT timeActivated(bins().beginOf(bins().binAt(*m_cursor)));
        return true;
    case Qt::Key_Escape:
        m_keyDrag.reset();
        if (m_selection)
            Q_EMIT rangeSelected(std::nullopt);
        return true;
    default:
        return false;
    }
}

void TimeStrip::moveCursor(int steps)
{
    m_keyDrag.reset();
    setCursorTime(m_cursor ? *m_cursor + steps * bins().width : m_scene.axis.range().begin);
}

/// Takes the cursor to @p time, or as near as the log goes, and brings it into view.
void TimeStrip::setCursorTime(LogTime time)
{
    m_cursor = std::clamp(time, m_scene.whole.begin, m_scene.whole.end - 1s);
    const TimeRange& view = m_scene.axis.range();
    if (*m_cursor < view.begin)
        showView(moved(view, *m_cursor - view.begin, m_scene.whole));
    else if (*m_cursor + bins().width > view.end)
        showView(moved(view, *m_cursor + bins().width - view.end, m_scene.whole));
    describe();
    update();
}

void TimeStrip::extendSelection(int steps)
{
    if (!m_cursor)
        setCursorTime(m_scene.axis.range().begin);
    if (!m_keyDrag)
        m_keyDrag.emplace(bins(), *m_cursor);
    setCursorTime(*m_cursor + steps * bins().width);
    m_keyDrag->moveTo(bins(), *m_cursor);
    Q_EMIT rangeSelected(m_keyDrag->range());
}

void TimeStrip::focusInEvent(QFocusEvent* event)
{
    if (!m_cursor && hasCounts() && event->reason() != Qt::MouseFocusReason)
        setCursorTime(m_scene.axis.range().begin);
    QWidget::focusInEvent(event);
}

void TimeStrip::focusOutEvent(QFocusEvent* event)
{
    m_keyDrag.reset();
    QWidget::focusOutEvent(event);
}

// -- Painting and telling --------------------------------------------------------------------------------------------

bool TimeStrip::event(QEvent* event)
{
    if (event->type() == QEvent::DevicePixelRatioChange)
        repaintPicture();
    return QWidget::event(event);
}

void TimeStrip::changeEvent(QEvent* event)
{
    updateGeometry();
    repaintPicture();
    QWidget::changeEvent(event);
}

void TimeStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    refresh();
}

void TimeStrip::repaintPicture()
{
    m_picture = {};
    update();
}

void TimeStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_scene.axis.isEmpty()) {
        painter.setPen(quietTextColor(palette()));
        if (m_log->rowCount() > 0)
            painter.drawText(rect(), Qt::AlignCenter, tr("No record of this log has a time."));
        return;
    }
    if (m_picture.isNull())
        m_picture = timeStripPicture(m_scene, area().size(), *this);
    paintBandGround(painter);
    paintMark(painter);
    painter.drawPixmap(area().topLeft(), m_picture);
    paintBandBorders(painter);
    if (!hasCounts())
        return;
    if (m_hovered)
        paintColumn(painter, *m_hovered, palette().color(QPalette::Text), true);
    if (m_cursor && hasFocus())
        paintColumn(painter, *m_cursor, palette().color(QPalette::Text), false);
}

/// The band above the labels; empty if nothing is selected.
QRectF TimeStrip::bandArea() const
{
    const auto range = band();
    if (!range)
        return {};
    const auto pixel = [this](LogTime time) {
        return std::clamp(m_scene.axis.position(time), -2.0, m_scene.axis.width() + 2.0) + area().left();
    };
    return {QPointF(pixel(range->begin), 0), QPointF(pixel(range->end), barHeight())};
}

/// A pale column behind the bars, and a line at its foot: short spans would be lost among the bars without it.
void TimeStrip::paintMark(QPainter& painter) const
{
    if (!m_mark)
        return;
    const auto pixel = [this](LogTime time) { return m_scene.axis.position(time) + area().left(); };
    constexpr double leastWidth = 6;
    const double width = std::max(leastWidth, pixel(m_mark->end) - pixel(m_mark->begin));
    const double left = (pixel(m_mark->begin) + pixel(m_mark->end) - width) / 2;
    const QRectF column = QRectF(left, 0, width, barHeight()) & QRectF(area());
    QColor ground = palette().color(QPalette::Text);
    ground.setAlphaF(0.10F);
    painter.fillRect(column, ground);
    painter.fillRect(QRectF(column.left(), barHeight(), column.width(), 4), palette().color(QPalette::Text));
}

/// Behind the bars, so that their colours stay what they are.
void TimeStrip::paintBandGround(QPainter& painter) const
{
    QColor ground = palette().color(QPalette::Highlight);
    ground.setAlphaF(0.22F);
    painter.fillRect(bandArea(), ground);
}

void TimeStrip::paintBandBorders(QPainter& painter) const
{
    const QRectF inside = bandArea();
    if (inside.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Highlight));
    for (const double x : {inside.left(), inside.right()}) {
        painter.drawRect(QRectF(x - 0.75, 0, 1.5, inside.height()));
        painter.drawRoundedRect(QRectF(x - 3, inside.center().y() - 8, 6, 16), 3, 3); // to be taken hold of
    }
    painter.restore();
}

/// Marks the bin with @p time.
void TimeStrip::paintColumn(QPainter& painter, LogTime time, const QColor& color, bool isFilled) const
{
    const int bin = bins().binAt(time);
    const double begin = m_scene.axis.position(bins().beginOf(bin)) + area().left();
    const double end = m_scene.axis.position(bins().beginOf(bin + 1)) + area().left();
    const QRectF column(begin, 0, std::max(1.0, end - begin), barHeight());
    if (isFilled) {
        QColor pale = color;
        pale.setAlphaF(0.15F);
        painter.fillRect(column, pale);
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(color);
    painter.drawRect(column.adjusted(-1, 0, 0, -1));
}

void TimeStrip::describe()
{
    QStringList sentences;
    if (hasCounts()) {
        const int bin = m_cursor ? bins().binAt(*m_cursor) : -1;
        if (bin >= 0 && bin < bins().count)
            sentences += binPhrase(*m_scene.all, *m_scene.shown, bin, m_scene.clock).replace(u'\n', u", "_s);
        if (const auto range = band())
            sentences += tr("Selected: %1").arg(rangePhrase(*range, m_scene.clock));
        if (m_mark)
            sentences += tr("Marked: %1").arg(rangePhrase(*m_mark, m_scene.clock));
        sentences += tr("Log: %1").arg(rangePhrase(m_scene.whole, m_scene.clock));
    }
    setAccessibleDescription(sentences.join(u". "_s));
}

} // namespace TmgLens
