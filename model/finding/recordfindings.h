// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/finding/finding.h"

#include <string>
#include <string_view>

namespace TmgLens {

/// Of which findings each record of a document is part. Immutable; may be read from any thread.
class RecordFindings
{
public:
    /// Takes from @p found what it needs.
    explicit RecordFindings(const Findings& found);

    /// The ids of the patterns whose findings @p record belongs to, with spaces between, the worst finding first; empty
    /// if it belongs to none. Costs a binary search.
    [[nodiscard]] std::string_view idsOf(quint32 record) const;

private:
    std::vector<quint32> m_records; // ascending
    std::vector<quint32> m_places; // of each of these its text
    std::vector<std::string> m_texts; // each once
};

} // namespace TmgLens
