// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultcategory.h"

#include <QString>

/**
 * What pages of HTML are put together from.
 *
 * Text of any kind goes in: it is escaped and made harmless, and cut where damage made it long. Thread-safe.
 */
namespace TmgLens::Html {

/// @p text without markup.
[[nodiscard]] QString escaped(const QString& text);

/// An element that holds @p text.
[[nodiscard]] QString element(QLatin1StringView tag, const QString& text);

/// The cell of a table's head; `number` and `share` are the classes of columns that hold them.
[[nodiscard]] QString headCell(const QString& title, QLatin1StringView styleClass = {});

/// Two cells: a number, and its share of @p total (not 0) with a bar.
[[nodiscard]] QString countCells(quint64 count, quint64 total);

/// How a row in the colour of a class begins.
[[nodiscard]] QString classRow(ResultClass resultClass);

/// A table of markup: the cells of its head, its rows, and what stands under it.
[[nodiscard]] QString tableOf(const QString& head, const QString& body, const QString& caption = {});

/// A section with a heading; @p content is markup.
[[nodiscard]] QString section(const QString& title, const QString& content);

/// A whole page of HTML 5 that needs no other file and runs no script. @p body is markup; @p styleSheets are the paths
/// of resources.
[[nodiscard]] QString page(const QString& title, const QString& body, const QStringList& styleSheets);

} // namespace TmgLens::Html
