// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/keyboarddialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace TmgLens {

using namespace Qt::StringLiterals;

KeyboardDialog::KeyboardDialog(QWidget* window) : QDialog(window)
{
    setObjectName(u"keyboardDialog"_s);
    setWindowTitle(tr("Keyboard"));
    auto* table = new QTableWidget(0, 2, this);
    table->setAccessibleName(tr("Keys"));
    table->setHorizontalHeaderLabels({tr("Key"), tr("What it does")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    const auto add = [table](const QString& keys, const QString& text) {
        const int row = table->rowCount();
        table->insertRow(row);
        table->setItem(row, 0, new QTableWidgetItem(keys));
        table->setItem(row, 1, new QTableWidgetItem(text));
    };
    const QList<QAction*> actions = window->actions();
    for (const QAction* action : actions)
        if (!action->shortcut().isEmpty())
            add(action->shortcut().toString(QKeySequence::NativeText), action->text().remove(u'&').remove(u'…'));
    add(tr("Home, End"), tr("First and last record"));
    add(tr("Esc"), tr("Close the find bar; take back what was typed in the filter line, then leave it"));
    add(tr("Esc"), tr("In the table: back to the filter, after a look around"));
    add(tr("Up, Down"), tr("In the filter line: filters used before"));
    add(tr("Ctrl+Space"), tr("In the filter line: what could follow"));
    add(tr("Space, F2, Del"), tr("On a term of the filter: switch it, edit it, remove it"));
    add(tr("F2, Del, Ctrl+Z"), tr("In the bookmarks: write the note, remove, bring back"));
    add(tr("Return, Del"), tr("In the findings: show the records, call it no problem here"));
    add(tr("Menu key"), tr("Filter by the current cell, copy, sort"));
    add(tr("Tab, Return, Menu key"), tr("In the details: next field, filter by it"));
    add(tr("Left, Right, Shift, +, −, Return"),
        tr("In the time strip: move, select, zoom, go to the records; Esc takes the selection away"));
    add(tr("Return, Menu key"), tr("In a story: to the record, filter by the step"));
    add(tr("Return, Shift+Return"), tr("In the summary: only records with this line, without it; Esc goes back"));
    add(tr("Return, Shift+Return"), tr("In the rules: the records of this rule, all but those; Esc goes back"));
    add(tr("Tab"), tr("Next part of the window"));
    table->resizeColumnToContents(0);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
    resize(460, 560);
}

} // namespace TmgLens
