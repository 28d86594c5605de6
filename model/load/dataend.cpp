// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/load/dataend.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace TmgLens {

std::expected<quint64, LoadError> findDataEnd(const ByteSource& source, quint64 begin, const std::stop_token& stop)
{
    std::vector<char> piece(1024 * 1024);
    quint64 end = source.size();
    while (end > begin && !stop.stop_requested()) {
        const quint64 pieceBegin = end - std::min<quint64>(end - begin, piece.size());
        const auto count = source.read(pieceBegin, std::span(piece).first(std::size_t(end - pieceBegin)));
        if (!count)
            return std::unexpected(count.error());
        const auto last = std::string_view(piece.data(), *count).find_last_not_of('\0');
        if (last != std::string_view::npos)
            return pieceBegin + last + 1;
        end = pieceBegin;
    }
    return end;
}

} // namespace TmgLens
