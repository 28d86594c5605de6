// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

#include <QByteArray>

#include <expected>
#include <optional>
#include <vector>

namespace TmgLens {

/// A file of the catalogue.
struct CatalogueFile
{
    QString name; ///< For messages.
    QByteArray json;
};

/// A result code as the files tell it.
struct ReadCode
{
    ResultEntry entry;
    QStringList aliases; ///< Other spellings met in logs and headers; understood in look-ups, not shown as the name.
};

/// See CatalogueRange.
struct ReadRange
{
    quint32 first = 0;
    quint32 last = 0;
    QString facility;
    ResultEntry entry;
};

/// See CatalogueDisposition.
struct ReadDisposition
{
    std::optional<quint32> number;
    ResultEntry entry;
};

/// Everything that catalogue files hold, in their order.
struct CatalogueContent
{
    std::vector<ReadCode> codes;
    std::vector<ReadRange> ranges;
    std::vector<ReadDisposition> dispositions;
};

/**
 * Reads catalogue files in the format of resources/catalogue/README.md.
 *
 * Strict, so that a slip in the data fails the build and not a user: unknown keys and words, missing or blank texts,
 * long titles and duplicates are errors. The error names the file and the code.
 */
[[nodiscard]] std::expected<CatalogueContent, QString> readCatalogue(const QList<CatalogueFile>& files);

} // namespace TmgLens
