// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/**
 * Values of a log as parts of a command line.
 *
 * Whoever sends a request decides what stands in the log, so nothing goes into a command but what these let through.
 * Their answers hold no character that cmd.exe or PowerShell gives a meaning to, and none begins with `-` or `/`, so
 * that none is taken for an option: letters, digits, `.`, `:` and inner `-`.
 */
namespace TmgLens {

/// @p text in the usual spelling if it is an IPv4 or IPv6 address of a computer, without zone.
[[nodiscard]] std::optional<QString> commandAddress(const QString& text);

/// @p text if it is a host name by RFC 1123: labels of ASCII letters, digits and inner hyphens, at most 63 characters
/// each and 253 in all. A name that programs would read as a number or address is none.
[[nodiscard]] std::optional<QString> commandHost(const QString& text);

/// @p text in plain digits if it is a port from 1 to 65535.
[[nodiscard]] std::optional<QString> commandPort(const QString& text);

} // namespace TmgLens
