// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultrange.h"

#include <QByteArray>

#include <expected>
#include <vector>

namespace TmgLens {

/// Everything that catalogue files hold, in their order.
struct CatalogueContent
{
    std::vector<ResultEntry> entries;
    std::vector<ResultRange> ranges;
    std::vector<PacketDisposition> dispositions;
};

/**
 * Reads catalogue files in the format of resources/catalogue/README.md.
 *
 * Strict, so that a slip in the data fails a test and not a user: unknown keys and words, missing or blank texts,
 * long titles and duplicates are errors. The error names the file by its place in the list, and the code.
 */
[[nodiscard]] std::expected<CatalogueContent, QString> readCatalogue(const QList<QByteArray>& files);

} // namespace TmgLens
