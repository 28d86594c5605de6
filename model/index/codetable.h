// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/resultdecoder.h"

#include <QHash>

#include <vector>

namespace TmgLens {

/// Number of a distinct code within one document.
enum class CodeIndex : quint32 {};

/// One distinct result code of a document.
struct CodeEntry
{
    QByteArray text = {}; ///< As the log writes it; empty if records have no code.
    LogKind log = LogKind::Unknown;
    DecodedResult result = {};
    quint64 count = 0; ///< Records that carry it.
};

/// A code as tables show it: @p text and the title behind it, `12209 Authorization required`.
[[nodiscard]] QString withTitle(const QString& text, const CodeEntry& code);

/**
 * The distinct result codes of a document, decoded once each.
 *
 * Class, message, colours and counts hang on it, so that a category filter is a look-up per record. A value type: copy
 * it to take it to another thread.
 */
class CodeTable
{
public:
    /// The number of @p text in a log of kind @p log, new if it was not there; adds @p count to its records.
    CodeIndex add(const QByteArray& text, LogKind log, quint64 count);

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const CodeEntry& at(CodeIndex index) const { return m_entries[qToUnderlying(index)]; }
    [[nodiscard]] const std::vector<CodeEntry>& entries() const { return m_entries; }

private:
    std::vector<CodeEntry> m_entries;
    QHash<std::pair<QByteArray, LogKind>, CodeIndex> m_numbers;
};

} // namespace TmgLens
