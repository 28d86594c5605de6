// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/fieldnameindex.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace TmgLens {

/// What a field is called and what it holds, in words for people.
struct FieldDescription
{
    QString title; ///< A few words, as the product's viewer calls the field where it does.
    QString meaning; ///< One to three sentences.
};

/**
 * Descriptions of all fields of the logs, found by the names of text logs, databases and the product's viewer.
 *
 * Immutable after loading; may be read from any thread.
 */
class FieldDescriptions
{
public:
    /// What the program ships. Loaded at the first call, from any thread; lives until the program ends.
    [[nodiscard]] static const FieldDescriptions& builtIn();

    /// Reads the descriptions (see resources/fieldvalues/README.md). The error names the field.
    [[nodiscard]] static std::expected<FieldDescriptions, QString> fromJson(const QByteArray& json);

    /// The description, or nullptr. A name that only another log has is found there.
    [[nodiscard]] const FieldDescription* find(QStringView name, LogKind log) const;

private:
    std::vector<FieldDescription> m_descriptions;
    FieldNameIndex m_byName; // into m_descriptions
};

/// FieldDescriptions::find() in the descriptions that the program ships; nothing for names nobody knows.
[[nodiscard]] std::optional<FieldDescription> fieldDescription(QStringView name, LogKind log);

} // namespace TmgLens
