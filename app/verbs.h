// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <cstdint>
#include <optional>

namespace TmgLens {

/// What the program does without a window.
enum class Verb : std::uint8_t { Decode, Summary, Explain, Export, Verify };

/// The verb that @p word, the first of a command line, stands for; nothing for all other words.
[[nodiscard]] std::optional<Verb> verbFromWord(QStringView word);

/// Lines for the help, one for each verb: how it is called and what it does.
[[nodiscard]] QString verbHelp();

} // namespace TmgLens
