// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/blockparser.h"
#include "model/index/recordindex.h"
#include "model/load/scanlog.h"
#include "tests/support/memorysource.h"

#include <QByteArrayList>

namespace TmgLens::Test {

/// A web log of six fields, small enough to be read in a test.
inline const QByteArray webHeader = "#Software: Microsoft Forefront Threat Management Gateway\r\n"
                                    "#Version: 2.0\r\n"
                                    "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n";

/// A record for webHeader: `10.0.0.<n>`, `user<n>`, n seconds after midnight, `http://host<n>.example/`, @p code.
inline QByteArray webRecord(int n, const QByteArray& code)
{
    const QByteArray number = QByteArray::number(n);
    const QByteArray time = QByteArray::number(n / 3600).rightJustified(2, '0') + ':'
        + QByteArray::number(n / 60 % 60).rightJustified(2, '0') + ':'
        + QByteArray::number(n % 60).rightJustified(2, '0');
    return QByteArrayList{
        "10.0.0." + number, "user" + number, "2010-05-12", time, "http://host" + number + ".example/", code}
        .join('\t');
}

/// A web log with one record for each of @p codes.
inline QByteArray webLog(const QByteArrayList& codes)
{
    QByteArray log = webHeader;
    for (qsizetype i = 0; i < codes.size(); ++i)
        log += webRecord(int(i), codes[i]) + "\r\n";
    return log;
}

/// The blocks of @p log, as a scan hands them over.
inline std::expected<QList<BlockPointer>, LoadError> blocksOf(const QByteArray& log,
                                                              const QString& path = QStringLiteral("memory.w3c"))
{
    QList<BlockPointer> blocks;
    const auto outcome =
        scanLog(std::make_shared<const MemorySource>(log, path),
                [&blocks](const ScannedBlock& scanned, const ScanProgress&) { blocks.append(scanned.block); }, {});
    if (!outcome)
        return std::unexpected(outcome.error());
    return blocks;
}

/// The index of @p log; empty if it is none.
inline RecordIndex indexOf(const QByteArray& log)
{
    RecordIndex index;
    for (const BlockPointer& block : blocksOf(log).value_or(QList<BlockPointer>()))
        index.append(block);
    return index;
}

/// Where the line that begins at @p begin ends, with its line feed.
inline qsizetype afterLine(const QByteArray& log, qsizetype begin)
{
    const qsizetype end = log.indexOf('\n', begin);
    return end < 0 ? log.size() : end + 1;
}

/// The index of @p log in blocks of @p lines lines.
inline RecordIndex indexInBlocks(const QByteArray& log, int lines)
{
    const auto source = std::make_shared<const MemorySource>(log);
    const LayoutPointer layout = blocksOf(log)->first()->layout;
    RecordIndex index;
    qsizetype begin = 0;
    while (begin < log.size()) {
        qsizetype end = begin;
        for (int i = 0; i < lines && end < log.size(); ++i)
            end = afterLine(log, end);
        const std::string_view bytes(log.constData() + begin, std::size_t(end - begin));
        for (const auto& block : parseStretch(bytes, source, layout, quint64(begin), end == log.size()).blocks)
            index.append(block);
        begin = end;
    }
    return index;
}

} // namespace TmgLens::Test
