// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

#include <QStringView>

#include <optional>
#include <span>

namespace TmgLens {

/**
 * What the catalogue holds about one result code in one log. The fields are those of ResultEntry.
 *
 * This and the other rows are constants of the program: their texts live as long as it runs, and reading them at the
 * start takes no work. They are generated from resources/catalogue.
 */
struct CatalogueEntry
{
    quint32 value = 0;
    std::span<const QStringView> symbols = {};
    LogKind log = LogKind::Unknown;
    ResultFamily family = ResultFamily::Unknown;
    ResultClass resultClass = ResultClass::Unknown;
    Severity severity = Severity::Notice;
    QStringView area = {};
    QStringView title = {};
    QStringView message = {};
    QStringView causes = {};
    QStringView confirm = {};
    QStringView advice = {};
    Confidence confidence = Confidence::Inferred;
    QStringView source = {};
};

/// A spelling by which an entry is found: one of its symbols, or an alias met in logs and headers but not shown.
struct CatalogueName
{
    QStringView text = {};
    quint16 entry = 0; ///< Its place in CatalogueTables::entries.
};

/// What is known about all numbers from @p first to @p last that have no entry of their own.
struct CatalogueRange
{
    quint32 first = 0;
    quint32 last = 0; ///< Included.
    QStringView facility = {}; ///< The HRESULT facility; empty if none is known or the numbers are no HRESULTs.
    CatalogueEntry entry = {}; ///< Without value, symbols and message, which are those of one number.
};

/// What the packet filter log of ISA Server 2000 writes instead of a code; the symbol of the entry is the word.
struct CatalogueDisposition
{
    std::optional<quint32> number = {}; ///< The number that stands for the word, if there is one.
    CatalogueEntry entry = {};
};

/// All rows of a catalogue.
struct CatalogueTables
{
    std::span<const CatalogueEntry> entries = {}; ///< By value.
    std::span<const CatalogueName> names = {}; ///< By text, without regard to case; the best entry of a name first.
    std::span<const CatalogueRange> ranges = {};
    std::span<const CatalogueDisposition> dispositions = {};
};

} // namespace TmgLens
