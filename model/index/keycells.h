// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/fieldmarks.h"

#include <optional>
#include <span>
#include <string_view>

namespace TmgLens {

/// The cells of a record that the index is made of; empty where the record has none.
struct KeyCells
{
    std::string_view date = {};
    std::string_view time = {};
    std::string_view dateTime = {}; ///< Date and time in one.
    std::string_view code = {};
};

/**
 * Knows where records of a layout have their key cells, also without cutting all of their fields.
 *
 * Immutable.
 */
class KeyCellPlaces
{
public:
    explicit KeyCellPlaces(const LogLayout& layout);

    /// True if the fields are such that LineMarks can find where they end.
    [[nodiscard]] bool canUseMarks() const { return m_canUseMarks; }

    /// The key cells of @p record, which has as many fields as the layout.
    [[nodiscard]] KeyCells marked(std::string_view record, const FieldMarks& marks) const;

    /// The key cells among all cells of a record, be they as many as they are.
    [[nodiscard]] KeyCells among(std::span<const std::string_view> cells) const;

private:
    bool m_canUseMarks;
    std::size_t m_separatorLength;
    std::optional<std::size_t> m_date;
    std::optional<std::size_t> m_time;
    std::optional<std::size_t> m_dateTime;
    std::optional<std::size_t> m_code;
};

} // namespace TmgLens
