// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace TmgLens {

/// Whether text for people carries the colour sequences of a terminal.
enum class TextStyle { Plain, Coloured };

/// @p text in the colour that stands for @p resultClass on a terminal.
[[nodiscard]] QString inClassColour(const QString& text, ResultClass resultClass, TextStyle style);

/// @p text set off as a heading.
[[nodiscard]] QString asHeading(const QString& text, TextStyle style);

/**
 * A small table for people: columns aligned by blanks, two blanks between them, no blanks at line ends.
 *
 * Cells are made harmless when they are added.
 */
class TextTable
{
public:
    enum class Align { Left, Right };

    void addColumn(const QString& title, Align align = Align::Left);
    /// A row in the colour of @p resultClass, if there is one; as many cells as there are columns.
    void addRow(const QStringList& cells, std::optional<ResultClass> resultClass = {});

    [[nodiscard]] QString toString(TextStyle style) const;

private:
    struct Column
    {
        QString title;
        Align align = Align::Left;
        qsizetype width = 0;
    };
    struct Row
    {
        QStringList cells;
        std::optional<ResultClass> resultClass;
    };

    [[nodiscard]] QString line(const QStringList& cells) const;

    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace TmgLens
