// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resources/catalogue/cataloguereader.h"

namespace TmgLens {

/// The C++ source of ResultCatalogue::builtIn() and its tables.
[[nodiscard]] QByteArray catalogueSource(const CatalogueContent& content);

} // namespace TmgLens
