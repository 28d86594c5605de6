// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/cataloguetables.h"

#include <vector>

namespace TmgLens {

/**
 * Finds what is known about result codes.
 *
 * Only refers to its tables. Immutable; may be read from any thread.
 */
class ResultCatalogue
{
public:
    /// The catalogue that the program ships, made from resources/catalogue when it was built.
    [[nodiscard]] static const ResultCatalogue& builtIn();

    /// Looks up in @p tables, which must outlive the catalogue and what it returns.
    constexpr explicit ResultCatalogue(const CatalogueTables& tables) : m_tables(tables) {}

    /**
     * The entry for @p value in a log of kind @p log, or nullptr.
     *
     * If the number is known only in the other log, that entry is returned; if @p log is Unknown and both know it,
     * the likelier one.
     */
    [[nodiscard]] const CatalogueEntry* find(quint32 value, LogKind log) const;

    /**
     * The entries that carry @p symbol as name or alias, without regard to case; names first.
     *
     * One symbol can stand for two numbers.
     */
    [[nodiscard]] std::vector<const CatalogueEntry*> findSymbol(QStringView symbol) const;

    /// The narrowest range that holds @p value, or nullptr.
    [[nodiscard]] const CatalogueRange* findRange(quint32 value) const;

    /// What the packet filter log means by @p word, without regard to case, or nullptr.
    [[nodiscard]] const CatalogueDisposition* findDisposition(QStringView word) const;
    /// The same by the number that stands for a word.
    [[nodiscard]] const CatalogueDisposition* findDisposition(quint32 number) const;

    /// What codes can be about, each once and in the order of the alphabet.
    [[nodiscard]] QStringList areas() const;

    [[nodiscard]] std::span<const CatalogueEntry> entries() const { return m_tables.entries; }
    [[nodiscard]] std::span<const CatalogueRange> ranges() const { return m_tables.ranges; }
    [[nodiscard]] std::span<const CatalogueDisposition> dispositions() const { return m_tables.dispositions; }

private:
    CatalogueTables m_tables;
};

} // namespace TmgLens
