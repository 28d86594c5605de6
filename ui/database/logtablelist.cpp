// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/database/logtablelist.h"

#include "model/output/wording.h"
#include "ui/look/visibletext.h"

#include <QHeaderView>
#include <QLocale>

namespace TmgLens {

namespace {

enum Column { Name, Kind, Records, First, Last, ColumnCount };
constexpr qsizetype longestName = 100;

} // namespace

LogTableList::LogTableList(QWidget* parent) : QTreeWidget(parent)
{
    setAccessibleName(tr("Logs in the database"));
    setHeaderLabels({tr("Table"), tr("Log"), tr("Records"), tr("From"), tr("To")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
}

void LogTableList::setTables(const QList<LogTable>& tables)
{
    m_tables = tables;
    clear();
    QList<QTreeWidgetItem*> items;
    for (const LogTable& table : tables) {
        auto* item = new QTreeWidgetItem;
        item->setText(Name, visibleText(table.name, longestName));
        item->setText(Kind, displayName(table.kind));
        item->setText(Records, locale().toString(qulonglong(table.rows)));
        item->setTextAlignment(Records, Qt::AlignRight | Qt::AlignVCenter);
        if (table.span) {
            item->setText(First, timeText(table.span->begin));
            item->setText(Last, timeText(table.span->end - std::chrono::seconds(1)));
        }
        items += item;
    }
    addTopLevelItems(items);
    setCurrentItem(items.value(0));
}

const LogTable* LogTableList::current() const
{
    const int row = indexOfTopLevelItem(currentItem());
    return row < 0 ? nullptr : &m_tables[row];
}

} // namespace TmgLens
