// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/keeping/keepingerror.h"
#include "model/output/csvoptions.h"
#include "model/provenance/filedigest.h"

#include <QStringList>

namespace TmgLens {

/**
 * Where an export comes from and how it was made: what is written beside it, so that others can check it years later.
 */
struct Provenance
{
    FileDigest output = {};
    std::vector<FileDigest> sources = {};
    quint64 recordCount = 0; ///< Of all sources.
    quint64 malformedCount = 0; ///< Among these.
    quint64 writtenCount = 0; ///< How many of them were written.
    QStringList filter = {}; ///< Which records were written, in the sentences of describeFilter(); all, if none.
    QStringList columns = {}; ///< Names in the first row.
    QString order = {}; ///< Of the records, in words.
    std::optional<ServerZone> serverZone = {}; ///< If any source tells local times.
    bool areFormulasGuarded = false; ///< As CsvOptions::guardFormulas.
    bool hasByteOrderMark = false;
};

/// What @p logs and @p options tell of an export: sources, columns, zone and form. Blocks the caller, for as long as
/// reading all sources takes. Stopping gives LoadError::Kind::Stopped.
[[nodiscard]] std::expected<Provenance, LoadError> provenanceOf(const RecordIndex& logs, const CsvOptions& options,
                                                                const std::stop_token& stop,
                                                                const DigestProgress& progress = {});

/// The files that a provenance speaks of.
struct ProvenFiles
{
    FileDigest output = {};
    std::vector<FileDigest> sources = {};
};

/// Replaces the file at @p path by @p provenance, as JSON for people and programs, at once or not at all.
[[nodiscard]] std::expected<void, KeepingError> writeProvenance(const QString& path, const Provenance& provenance);

/// Reads back what files the provenance at @p path speaks of. Files that stand to it as they did count as those that
/// are meant, wherever they have been moved together.
[[nodiscard]] std::expected<ProvenFiles, KeepingError> readProvenance(const QString& path);

} // namespace TmgLens
