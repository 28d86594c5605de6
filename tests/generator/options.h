// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/generator/dayplan.h"
#include "tests/generator/recordwriter.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace TmgLens::Generator {

/// What the command line asks for.
struct Options
{
    DayPlanOptions plan;
    TextFormat format = TextFormat::W3c;
};

/// The options in @p arguments, or one sentence about what is wrong with them.
[[nodiscard]] std::expected<Options, std::string> parseOptions(const std::vector<std::string_view>& arguments);

[[nodiscard]] std::string_view usage();

} // namespace TmgLens::Generator
