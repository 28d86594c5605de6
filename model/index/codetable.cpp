// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/index/codetable.h"

#include "model/result/resultcatalogue.h"

namespace TmgLens {

QString withTitle(const QString& text, const CodeEntry& code)
{
    const QString& title = code.result.entry.title;
    return title.isEmpty() ? text : QString(text + u' ' + title);
}

CodeIndex CodeTable::add(const QByteArray& text, LogKind log, quint64 count)
{
    const auto key = std::pair(text, log);
    const auto known = m_numbers.constFind(key);
    if (known != m_numbers.cend()) {
        m_entries[qToUnderlying(*known)].count += count;
        return *known;
    }
    const auto number = CodeIndex(m_entries.size());
    m_entries.push_back({.text = text,
                         .log = log,
                         .result = decodeResult(ResultCatalogue::builtIn(), QString::fromLatin1(text), log),
                         .count = count});
    m_numbers.insert(key, number);
    return number;
}

} // namespace TmgLens
