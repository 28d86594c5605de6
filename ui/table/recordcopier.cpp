// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/table/recordcopier.h"

#include "model/output/tabtext.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>

namespace TmgLens {

namespace {

std::expected<QByteArray, LoadError> recordsAsCsv(const RecordIndex& index, const std::vector<quint32>& records,
                                                  const CsvOptions& options, const std::stop_token& stop)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto written = writeCsv(buffer, index, records, options, stop);
    if (written || written.error().kind == ExportError::Kind::Cancelled)
        return buffer.data();
    return std::unexpected(written.error().readError); // the clipboard's memory takes all it is given
}

} // namespace

void RecordCopier::copy(const RecordIndex& index, const std::vector<quint32>& records, const std::vector<int>& columns,
                        Format format, bool addFile)
{
    Q_ASSERT(records.size() <= maximumRecords);
    const CsvOptions options{.columns = columns, .addFile = addFile};
    auto work = [index, records, options, format](const std::stop_token& stop) {
        return format == Format::Csv ? recordsAsCsv(index, records, options, stop)
                                     : recordsAsText(index, records, options.columns, stop);
    };
    auto done = [this, count = int(records.size())](const std::expected<QByteArray, LoadError>& text) {
        if (!text) {
            Q_EMIT failed(text.error());
            return;
        }
        QGuiApplication::clipboard()->setText(QString::fromUtf8(*text));
        Q_EMIT copied(count);
    };
    m_task.start(this, std::move(work), std::move(done));
}

} // namespace TmgLens
