// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/output/csvwriter.h"
#include "ui/backgroundtask.h"

namespace TmgLens {

/**
 * Copies records to the clipboard, reading them off the GUI thread.
 *
 * GUI thread only. A later copy() overtakes the one before.
 */
class RecordCopier : public QObject
{
    Q_OBJECT

public:
    enum class Format { Text, Csv };

    /// More belongs in a file: clipboards hand their whole content around.
    static constexpr std::size_t maximumRecords = 100'000;

    using QObject::QObject;

    /// Copies the cells of @p columns of @p records, at most maximumRecords of them. As CSV they follow the name of the
    /// log, if @p addFile asks for it.
    void copy(const RecordIndex& index, const std::vector<quint32>& records, const std::vector<int>& columns,
              Format format, bool addFile);

Q_SIGNALS:
    void copied(int records);
    void failed(const TmgLens::LoadError& error);

private:
    BackgroundTask<std::expected<QByteArray, LoadError>> m_task;
};

} // namespace TmgLens
