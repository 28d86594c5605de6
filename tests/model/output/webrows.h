// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/testlog.h"

#include <numeric>

namespace TmgLens::Test {

/// A log under webHeader with these records, their cells parted by blanks.
inline QByteArray webRows(const QByteArrayList& records)
{
    QByteArray log = webHeader;
    for (QByteArray record : records)
        log += record.replace(' ', '\t') + "\r\n";
    return log;
}

/// The numbers of all records of @p index.
inline std::vector<quint32> allRecords(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0);
    return records;
}

} // namespace TmgLens::Test
