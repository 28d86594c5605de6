// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPrinter;
class QWidget;

namespace TmgLens {

class LogSummary;

/// Asks for a printer and prints @p summary; the dialog belongs to @p parent. Returns at once.
void askAndPrint(const LogSummary& summary, QWidget* parent);

/// Prints @p summary with numbers on its pages.
void printSummary(const LogSummary& summary, QPrinter* printer);

} // namespace TmgLens
