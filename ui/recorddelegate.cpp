// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/recorddelegate.h"

#include "model/output/errortext.h"
#include "model/table/logtablemodel.h"
#include "ui/icons.h"
#include "ui/resultcolors.h"
#include "ui/resultmark.h"
#include "ui/visibletext.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QTableView>
#include <QToolTip>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// More of a value than fits any cell; laying out a value of megabytes would take seconds.
constexpr qsizetype maximumCellLength = 600;
constexpr qsizetype maximumToolTipLength = 3000;

bool isNumeric(FieldType type)
{
    return type == FieldType::Number || type == FieldType::Bytes || type == FieldType::Milliseconds;
}

bool isResultColumn(const QModelIndex& index)
{
    return FieldId(index.data(FieldIdRole).toInt()) == FieldId::ResultCode;
}

bool isFirstOnScreen(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto* table = qobject_cast<const QTableView*>(option.widget);
    return table && table->horizontalHeader()->logicalIndexAt(-table->horizontalHeader()->offset()) == index.column();
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
    option->displayAlignment = Qt::AlignVCenter | (isNumeric(type) ? Qt::AlignRight : Qt::AlignLeft);
    option->textElideMode = FieldId(index.data(FieldIdRole).toInt()) == FieldId::Url ? Qt::ElideMiddle : Qt::ElideRight;
    if (option->text.isEmpty() || option->text == "-"_L1) {
        const QColor dimmed = option->palette.color(QPalette::PlaceholderText);
        option->palette.setColor(QPalette::Text, dimmed);
    } else if (isResultColumn(index)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = resultMark(resultClass, Severity(index.data(SeverityRole).toInt()), option->palette);
    }
    if (index.data(MalformedRole).toBool() && isFirstOnScreen(*option, index)) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon("dialog-warning"_L1);
    }
    const int side = option->fontMetrics.height() * 3 / 4;
    option->decorationSize = QSize(side, side);
}

bool RecordDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), asHarmlessToolTip(toolTip(index)), view, option.rect);
    return true;
}

QString RecordDelegate::toolTip(const QModelIndex& index) const
{
    QStringList lines;
    const QString value = visibleText(index.data(RawTextRole).toString(), maximumToolTipLength);
    if (!value.isEmpty())
        lines += value;
    if (isResultColumn(index)) {
        lines += index.data(ResultTitleRole).toString();
        lines += tr("Result class: %1").arg(resultClassTitle(ResultClass(index.data(ResultClassRole).toInt())));
    }
    if (index.data(MalformedRole).toBool())
        lines += describeRecordFlags(m_log->records().flags(RecordNumber(index.data(RecordNumberRole).toUInt())));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace TmgLens
