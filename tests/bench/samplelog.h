// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/fieldcutter.h"
#include "model/format/formatdetector.h"
#include "tests/support/testlog.h"

#include <QFile>

#include <numeric>

namespace TmgLens::Bench {

inline const QString webSample = QStringLiteral("ISALOG_20100512_WEB_000.w3c");
inline const QString firewallSample = QStringLiteral("ISALOG_20100512_FWS_000.w3c");
inline const QString nativeSample = QStringLiteral("ISALOG_20100513_WEB_000.iis");

/// A log that the project ships, in memory.
struct SampleLog
{
    QByteArray bytes;
    LayoutPointer layout; ///< Null if the file cannot be read.

    [[nodiscard]] std::string_view view() const { return toStringView(bytes); }
};

inline SampleLog sampleLog(const QString& name)
{
    QFile file(QStringLiteral(TMGLENS_TEST_DATA "/samples/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    const auto detected = detectFormat(toStringView(bytes), name);
    return {bytes, detected ? detected->layout : nullptr};
}

/// The index of a log that the project ships.
inline RecordIndex sampleIndex(const QString& name)
{
    return Test::indexOf(sampleLog(name).bytes);
}

/// The numbers of all records of @p index.
inline std::vector<quint32> allRecords(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0U);
    return records;
}

} // namespace TmgLens::Bench
