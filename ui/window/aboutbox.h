// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace TmgLens {

/// Says what the program is, its version and its licence, and returns when the person has read it.
void showAboutBox(QWidget* parent);

} // namespace TmgLens
