// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/filter/wordsearcher.h"

#include "model/filter/ascii.h"
#include "model/format/fieldcutter.h"

#include <QByteArrayView>

namespace TmgLens::Filter {

QString recordText(std::string_view record, const LogLayout& layout)
{
    if (QByteArrayView(record.data(), qsizetype(record.size())).isValidUtf8())
        return cellText(record);
    // One cell that is not UTF-8 must not garble the others.
    QString text;
    const char separator = layout.separator.at(0);
    while (true) {
        const auto end = record.find(separator);
        text += cellText(record.substr(0, end));
        if (end == std::string_view::npos)
            return text;
        text += QLatin1Char(separator);
        record.remove_prefix(end + 1);
    }
}

WordSearcher::WordSearcher(const QString& words, Qt::CaseSensitivity caseSensitivity)
    : m_text(words)
    , m_caseSensitivity(caseSensitivity)
{
    const QString text = caseSensitivity == Qt::CaseInsensitive ? words.toCaseFolded() : words;
    if (const std::string bytes = text.toStdString(); isAscii(bytes))
        m_inBytes = ByteSearcher::forWords({&bytes, 1}, caseSensitivity);
}

bool WordSearcher::isIn(std::string_view record, const LogLayout& layout) const
{
    if (m_inBytes)
        return m_inBytes->find(record).verdict == Verdict::Yes;
    if (isAscii(record))
        return false;
    return recordText(record, layout).contains(m_text, m_caseSensitivity);
}

} // namespace TmgLens::Filter
