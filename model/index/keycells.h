// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"
#include "model/index/linemarks.h"

#include <string_view>
#include <vector>

namespace TmgLens {

/// The cells of a record that the index is made of; empty where the record has none.
struct KeyCells
{
    std::string_view date = {};
    std::string_view time = {};
    std::string_view gmtTime = {}; ///< Date and time in one.
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

    /// True if the fields part at separators that LineMarks can find.
    [[nodiscard]] bool canUseMarks() const { return m_canUseMarks; }

    /// The fields that LineMarks has to locate.
    [[nodiscard]] std::span<const quint32> wantedFields() const { return m_fields; }

    /// The key cells of @p record, which has as many fields as the layout. @p mark is its line in the piece of a log
    /// that begins at @p piece.
    [[nodiscard]] KeyCells marked(std::string_view record, const LineMarks::Line& mark, const char* piece) const;

    /// The key cells among all cells of a record, be they as many as they are.
    [[nodiscard]] KeyCells among(std::span<const std::string_view> cells) const;

private:
    struct Place
    {
        std::optional<std::size_t> field;
        std::size_t cell = 0; ///< The field's place among the wanted ones.
    };

    [[nodiscard]] Place place(std::optional<std::size_t> field) const;

    bool m_canUseMarks;
    std::vector<quint32> m_fields;
    Place m_date;
    Place m_time;
    Place m_gmtTime;
    Place m_code;
};

} // namespace TmgLens
