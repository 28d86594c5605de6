// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/index/timeorder.h"
#include "model/table/clientgaps.h"

#include <Qt>

#include <functional>
#include <stop_token>

namespace TmgLens {

/**
 * Sorts @p records (ascending record numbers) by the values of @p column of the table: times, gaps, codes, numbers and
 * addresses by value, text without regard to case. Records without a value come first. Equal ones stay in the order of
 * the file, or in @p timeOrder if there is one, also when descending.
 *
 * @p gaps are those of all records of @p index, if they are known; else they are read for the column that shows them.
 * Blocks the caller; when @p stop is requested the result is to be thrown away. @p progress gets 0 to 100, from any
 * thread.
 */
[[nodiscard]] std::expected<std::vector<quint32>, LoadError>
sortRecords(const RecordIndex& index, std::vector<quint32> records, int column, Qt::SortOrder order,
            const std::stop_token& stop, const std::function<void(int)>& progress = {},
            const ClientGapsPointer& gaps = {}, const TimeOrderPointer& timeOrder = {});

} // namespace TmgLens
