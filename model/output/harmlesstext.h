// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QJsonDocument>
#include <QString>

namespace TmgLens {

/**
 * @p text with everything that a terminal obeys or that reorders a line spelled out: control characters as `\x1B`,
 * bidirectional and invisible format characters as `\u202E`.
 *
 * For output that people read. What a log or a file name holds must neither move the cursor nor pass for something
 * else.
 */
[[nodiscard]] QString harmlessText(QStringView text);

/// The path of a file or folder as people of this system write it, harmless.
[[nodiscard]] QString harmlessPath(const QString& path);

/// The first @p count bytes of something that may be anything, for an error message: printable ASCII as it is, the rest
/// as `\xNN`; three dots where it was cut.
[[nodiscard]] QString harmlessBytes(QByteArrayView bytes, qsizetype count);

/// @p object as JSON in which the characters that harmlessText() spells out are escaped: whoever parses it gets the
/// same strings, whoever prints it nothing that a terminal obeys.
[[nodiscard]] QByteArray harmlessJson(const QJsonObject& object,
                                      QJsonDocument::JsonFormat format = QJsonDocument::Indented);

} // namespace TmgLens
