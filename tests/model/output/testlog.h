// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/recordindex.h"

#include <QByteArrayList>

namespace TmgLens {

/// The index of a log that is in memory; fails the process if it is no log.
[[nodiscard]] RecordIndex indexOf(const QByteArray& log, const QString& path = {});

/// A W3C web proxy log with the fields `c-ip cs-username date time cs-uri sc-status` and these records, their cells
/// parted by blanks; line ends are CRLF.
[[nodiscard]] QByteArray webLog(const QByteArrayList& records);

/// All records of @p index, in order.
[[nodiscard]] std::vector<quint32> allRecords(const RecordIndex& index);

} // namespace TmgLens
