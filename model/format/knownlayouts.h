// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/loglayout.h"

#include <span>

namespace TmgLens {

/**
 * All fields that a product's log can have, in their fixed order, by their W3C names.
 *
 * Native files have all of them; W3C files a subset in the same order unless somebody changed it.
 * Source: field tables of the TMG and ISA SDK documentation (bit numbers), checked with native rows.
 */
struct KnownLayout
{
    QString product;
    LogKind kind = LogKind::Unknown;
    std::span<const char* const> names;
    /// Fields that the product leaves out unless somebody ticks them: settles what a column without values may be.
    std::span<const char* const> seldomNames = {};

    /// The fields with their meaning. ISA 2000's firewall log shares the names of its web log.
    [[nodiscard]] std::vector<Field> fields() const;
};

[[nodiscard]] const std::vector<KnownLayout>& knownLayouts();

} // namespace TmgLens
