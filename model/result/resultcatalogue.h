// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultrange.h"

#include <QHash>

#include <expected>
#include <vector>

namespace TmgLens {

/**
 * The known result codes, read once from the program's resources.
 *
 * Immutable after loading; may be read from any thread.
 */
class ResultCatalogue
{
public:
    /// The catalogue that the program ships. Loaded at the first call, from any thread; lives until the program ends.
    [[nodiscard]] static const ResultCatalogue& builtIn();

    /// Reads catalogue files (JSON, see resources/catalogue/README.md). The error names file and entry.
    [[nodiscard]] static std::expected<ResultCatalogue, QString> fromJson(const QList<QByteArray>& files);

    /**
     * The entry for @p value in a log of kind @p log, or nullptr.
     *
     * If the number is known only in the other log, that entry is returned; if @p log is Unknown and both know it,
     * the likelier one.
     */
    [[nodiscard]] const ResultEntry* find(quint32 value, LogKind log) const;

    /**
     * The entries that carry @p symbol as name or alias, without regard to case; names first.
     *
     * One symbol can stand for two numbers.
     */
    [[nodiscard]] std::vector<const ResultEntry*> findSymbol(QStringView symbol) const;

    /// The narrowest range that holds @p value, or nullptr.
    [[nodiscard]] const ResultRange* findRange(quint32 value) const;

    /// What the packet filter log means by @p word, without regard to case, or nullptr.
    [[nodiscard]] const PacketDisposition* findDisposition(QStringView word) const;
    /// The same by the number that stands for a word.
    [[nodiscard]] const PacketDisposition* findDisposition(quint32 number) const;

    [[nodiscard]] const std::vector<ResultEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::vector<ResultRange>& ranges() const { return m_ranges; }
    [[nodiscard]] const std::vector<PacketDisposition>& dispositions() const { return m_dispositions; }

private:
    std::vector<ResultEntry> m_entries;
    std::vector<ResultRange> m_ranges;
    std::vector<PacketDisposition> m_dispositions;
    QMultiHash<quint32, std::size_t> m_byValue; // index into m_entries
    QMultiHash<QString, std::size_t> m_bySymbol; // names and aliases in upper case -> index into m_entries
};

} // namespace TmgLens
