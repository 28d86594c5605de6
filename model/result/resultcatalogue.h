// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultentry.h"

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

    /// The entries that carry @p symbol, without regard to case. One symbol can stand for two numbers.
    [[nodiscard]] std::vector<const ResultEntry*> findSymbol(QStringView symbol) const;

    [[nodiscard]] const std::vector<ResultEntry>& entries() const { return m_entries; }

private:
    std::vector<ResultEntry> m_entries;
    QMultiHash<quint32, std::size_t> m_byValue; // index into m_entries
    QMultiHash<QString, std::size_t> m_bySymbol; // upper case -> index into m_entries
};

} // namespace TmgLens
