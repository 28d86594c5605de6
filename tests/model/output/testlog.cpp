// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testlog.h"

#include "model/load/scanlog.h"

#include <algorithm>
#include <numeric>

namespace TmgLens {

namespace {

class MemorySource final : public ByteSource
{
public:
    MemorySource(QByteArray bytes, QString path) : m_bytes(std::move(bytes)), m_path(std::move(path)) {}

    QString path() const override { return m_path; }
    quint64 size() const override { return quint64(m_bytes.size()); }

    std::expected<std::size_t, LoadError> read(quint64 offset, std::span<char> buffer) const override
    {
        if (offset >= size())
            return 0;
        const auto count = std::min<quint64>(buffer.size(), size() - offset);
        std::copy_n(m_bytes.constData() + offset, count, buffer.data());
        return count;
    }

private:
    QByteArray m_bytes;
    QString m_path;
};

} // namespace

RecordIndex indexOf(const QByteArray& log, const QString& path)
{
    RecordIndex index;
    const auto outcome = scanLog(
        std::make_shared<MemorySource>(log, path),
        [&](const BlockPointer& block, const ScanProgress&) { index.append(block); }, {});
    if (!outcome)
        qFatal("The test's log was refused, kind %d", int(outcome.error().kind));
    return index;
}

QByteArray webLog(const QByteArrayList& records)
{
    QByteArray log = "#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n"
                     "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n";
    for (QByteArray record : records)
        log += record.replace(' ', '\t') + "\r\n";
    return log;
}

std::vector<quint32> allRecords(const RecordIndex& index)
{
    std::vector<quint32> records(index.recordCount());
    std::iota(records.begin(), records.end(), 0);
    return records;
}

} // namespace TmgLens
