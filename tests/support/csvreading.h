// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayList>

namespace TmgLens::Test {

/// The cells of @p csv by RFC 4180, one list a row.
inline QList<QByteArrayList> readBack(const QByteArray& csv)
{
    QList<QByteArrayList> rows(1, QByteArrayList(1));
    bool isQuoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char character = csv[i];
        if (character == '"' && isQuoted && QByteArrayView(csv).sliced(i).startsWith("\"\""))
            rows.last().last() += csv[++i];
        else if (character == '"')
            isQuoted = !isQuoted;
        else if (character == ',' && !isQuoted)
            rows.last().append(QByteArray());
        else if (character == '\n' && !isQuoted)
            rows.append(QByteArrayList(1));
        else if (character != '\r' || isQuoted)
            rows.last().last() += character;
    }
    rows.removeLast();
    return rows;
}

} // namespace TmgLens::Test
