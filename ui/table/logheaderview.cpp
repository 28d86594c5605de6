// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/logheaderview.h"

#include "model/table/logroles.h"
#include "ui/look/visibletext.h"
#include "ui/table/cellalignment.h"

#include <QStyleOptionHeader>

namespace TmgLens {

namespace {

constexpr qsizetype longestTitle = 100; // characters of what the header of a log tells

} // namespace

LogHeaderView::LogHeaderView() : QHeaderView(Qt::Horizontal)
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setStretchLastSection(true);
    setTextElideMode(Qt::ElideRight);
    setSortIndicatorShown(true);
    setSortIndicator(-1, Qt::AscendingOrder);
    setSortIndicatorClearable(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void LogHeaderView::initStyleOptionForIndex(QStyleOptionHeader* option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    option->text = visibleText(option->text, longestTitle);
    option->textAlignment =
        cellAlignment(FieldType(model()->headerData(column, Qt::Horizontal, FieldTypeRole).toInt()));
}

} // namespace TmgLens
