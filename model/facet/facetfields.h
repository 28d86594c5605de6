// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/filter/filternode.h"
#include "model/index/columnset.h"

namespace TmgLens {

/// The fields of a document whose values can be counted, each once: what is made from the codes, then the columns.
[[nodiscard]] std::vector<Filter::FieldName> facetFields(const ColumnSet& columns);

/// Those that are worth a look in any log: rule, client, user, host, method, protocol, agent, action.
[[nodiscard]] std::vector<Filter::FieldName> defaultFacetFields(const ColumnSet& columns);

} // namespace TmgLens
