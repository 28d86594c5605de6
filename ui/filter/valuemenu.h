// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filterexpression.h"
#include "model/table/fieldvalue.h"

class QMenu;

namespace TmgLens {

class FilterBar;

/// Adds to @p menu what can be done with @p value by the filter: show only, add, exclude. @p bar must outlive the menu.
void addFilterActions(QMenu* menu, const FieldValue& value, FilterBar* bar);

/// The same for the records that @p term lets through.
void addFilterActions(QMenu* menu, const FilterExpression& term, FilterBar* bar);

} // namespace TmgLens
