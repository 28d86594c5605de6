// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitstatus.h"

#include <QStringList>

namespace TmgLens {

/// `tmglens verify`: whether an export and the logs that it comes from still are what they were.
[[nodiscard]] ExitStatus runVerify(const QStringList& arguments);

} // namespace TmgLens
