// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/recorddelegate.h"

#include "model/keeping/bookmarkmodel.h"
#include "model/output/errortext.h"
#include "model/table/logtablemodel.h"
#include "ui/look/foldedtext.h"
#include "ui/look/icons.h"
#include "ui/look/quietcolors.h"
#include "ui/look/resultcolors.h"
#include "ui/look/resultmark.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"
#include "ui/table/cellalignment.h"
#include "ui/table/elidedtext.h"
#include "ui/table/uniformtableview.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// More of a value than fits any cell; laying out a value of megabytes would take seconds.
constexpr qsizetype maximumCellLength = 600;
constexpr qsizetype maximumToolTipLength = 3000;
constexpr int markWidth = 4;

bool isResultColumn(const QModelIndex& index)
{
    return FieldId(index.data(FieldIdRole).toInt()) == FieldId::ResultCode;
}

RecordNumber recordOf(const QModelIndex& index)
{
    return RecordNumber(index.data(RecordNumberRole).toUInt());
}

bool isFirstOnScreen(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const UniformTableView*>(option.widget);
    return table && table->horizontalHeader()->logicalIndexAt(-table->horizontalHeader()->offset()) == index.column();
}

/// Where the style puts the text of @p option, without the margins.
QRect textRect(const QStyleOptionViewItem& option)
{
    const QStyle* style = option.widget->style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).adjusted(margin, 0, -margin, 0);
}

/// True where the end of a long value tells as much as its start.
bool isCutInMiddle(FieldId id)
{
    return id == FieldId::Url || id == FieldId::Host || id == FieldId::Agent;
}

/// What of @p text is to be marked in its elided form @p elided: the ellipsis, if it hides the only place.
std::vector<FoundText::Range> rangesToMark(const FoundText& marked, const QString& text, const QString& elided)
{
    std::vector<FoundText::Range> ranges = marked.rangesIn(elided);
    if (ranges.empty() && elided != text && marked.isIn(text))
        ranges.push_back({elided.indexOf(u'…'), 1});
    return ranges;
}

/// @p text as rich text that shows it as it is, in lines that fit a screen.
QString asHarmlessToolTip(const QString& text)
{
    constexpr qsizetype lineLength = 100;
    QStringList lines;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString& paragraph : paragraphs)
        for (qsizetype i = 0; i == 0 || i < paragraph.size(); i += lineLength)
            lines += paragraph.mid(i, lineLength).toHtmlEscaped();
    return u"<p style=\"white-space:pre\">"_s % lines.join("<br/>"_L1) % u"</p>"_s;
}

} // namespace

RecordDelegate::RecordDelegate(const LogTableModel* log, QObject* parent) : QStyledItemDelegate(parent), m_log(log) {}

void RecordDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (isMarked(index) && isFirstOnScreen(option, index))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(markWidth, option.rect.height())),
                          option.palette.color(QPalette::Link));
    if (!m_marked.isEmpty())
        paintFoundText(painter, option, index);
}

bool RecordDelegate::isMarked(const QModelIndex& index) const
{
    return m_markedRecords && m_markedRecords->rowOf(recordOf(index)) >= 0;
}

void RecordDelegate::paintFoundText(QPainter* painter, const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString whole = displayText(index.data(), cell.locale);
    const bool isIn = m_marked.isIn(whole);
    // What was found is what the log holds, where the cell shows it in another unit.
    const bool isInRaw = !isIn && hasUnit(FieldType(index.data(FieldTypeRole).toInt()))
        && m_marked.isIn(index.data(RawTextRole).toString());
    if (!cell.widget || (!isIn && !isInRaw))
        return;
    const QRect place = textRect(cell);
    const QString elided = cell.fontMetrics.elidedText(cell.text, cell.textElideMode, place.width());
    const QRect line =
        QStyle::alignedRect(cell.direction, cell.displayAlignment,
                            {cell.fontMetrics.horizontalAdvance(elided), cell.fontMetrics.height()}, place);
    constexpr QColor marker(255, 176, 0);
    QColor ground = marker;
    ground.setAlphaF(0.35F); // the text under it stays readable in light and dark palettes
    painter->save();
    painter->setPen(marker);
    painter->setBrush(ground);
    const std::vector<FoundText::Range> ranges =
        isIn ? rangesToMark(m_marked, whole, elided) : std::vector<FoundText::Range>{{0, elided.size()}};
    for (const auto& [begin, length] : ranges) {
        const int left = line.left() + cell.fontMetrics.horizontalAdvance(elided, int(begin));
        const int right = line.left() + cell.fontMetrics.horizontalAdvance(elided, int(begin + length));
        painter->drawRect(QRect(left, line.top(), right - left, line.height()).adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QString RecordDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    Q_UNUSED(locale)
    return visibleText(value.toString(), maximumCellLength);
}

void RecordDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto resultClass = ResultClass(index.data(ResultClassRole).toInt());
    const auto type = FieldType(index.data(FieldTypeRole).toInt());
    option->backgroundBrush = resultTint(resultClass, option->palette);
    option->displayAlignment = cellAlignment(type);
    if (option->text.isEmpty() || option->text == "-"_L1) {
        option->palette.setColor(QPalette::Text, quietTextColor(option->palette));
    } else if (isResultColumn(index)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = m_log->foldingOf(recordOf(index))
            ? foldedMark(resultClass, option->palette)
            : resultMark(resultClass, Severity(index.data(SeverityRole).toInt()), option->palette);
    }
    if (index.data(MalformedRole).toBool() && isFirstOnScreen(*option, index)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon("dialog-warning"_L1);
    }
    const int side = option->fontMetrics.height() * 3 / 4;
    option->decorationSize = QSize(side, side);
    const bool isAddress = option->text.contains("://"_L1); // also of the page that referred to this one
    if (option->widget && option->rect.isValid()
        && (isAddress || isCutInMiddle(FieldId(index.data(FieldIdRole).toInt()))))
        option->text = elidedInMiddle(option->text, option->fontMetrics, textRect(*option).width());
}

bool RecordDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), asHarmlessToolTip(toolTip(index)), view, option.rect);
    return true;
}

QString RecordDelegate::bookmarkNote(RecordNumber record) const
{
    const int row = m_bookmarks ? m_bookmarks->rowOf(record) : -1;
    return row < 0 || m_bookmarks->note(row).isEmpty()
        ? QString()
        : tr("Note: %1").arg(visibleText(m_bookmarks->note(row), maximumToolTipLength));
}

/// What the record meant, or what its code says.
QString RecordDelegate::classText(RecordNumber record) const
{
    const RecordIndex& records = m_log->records();
    const ResultClass logged = records.codes().at(records.code(record)).result.entry.resultClass;
    const Pattern* folding = m_log->foldingOf(record);
    return folding ? QString(folding->folded->title % u'\n' % foldedSentence(*folding, logged))
                   : tr("Result class: %1").arg(resultClassTitle(logged));
}

QString RecordDelegate::toolTip(const QModelIndex& index) const
{
    QStringList lines;
    const RecordNumber record = recordOf(index);
    const QString value = visibleText(index.data(RawTextRole).toString(), maximumToolTipLength);
    if (!value.isEmpty())
        lines += value;
    lines += exactQuantity(value.toStdString(), FieldType(index.data(FieldTypeRole).toInt()));
    if (isResultColumn(index)) {
        lines += index.data(ResultTitleRole).toString();
        lines += classText(record);
    }
    if (isMarked(index))
        lines += tr("The filter lets this record through.");
    if (index.data(MalformedRole).toBool())
        lines += describeRecordFlags(m_log->records().flags(record));
    lines += bookmarkNote(record);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace TmgLens
