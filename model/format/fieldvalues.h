// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/format/fieldnameindex.h"
#include "model/format/fieldvaluetable.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace TmgLens {

/// What a coded value of a field means.
struct FieldMeaning
{
    QString name; ///< The word of text logs, for example `Terminate`; can be empty.
    QString viewerName; ///< The phrase of the product's own viewer, for example `Closed Connection`; can be empty.
    QString summary; ///< One line for people.
    bool isKnown = true; ///< False: the field is coded, but nobody has documented this value.
    FieldEvidence evidence = FieldEvidence::Documented;
    std::vector<FieldFlag> flags; ///< For flags words: the bits that are set, lowest first.
};

/**
 * The known values of coded fields: actions, object sources, cache and error bits and the like, but no result codes.
 *
 * Immutable after loading; may be read from any thread.
 */
class FieldValues
{
public:
    /// What the program ships. Loaded at the first call, from any thread; lives until the program ends.
    [[nodiscard]] static const FieldValues& builtIn();

    /// Reads the tables (see resources/fieldvalues/README.md). The error names the table.
    [[nodiscard]] static std::expected<FieldValues, QString> fromJson(const QByteArray& json);

    /**
     * What @p value means in the field that a log of kind @p log calls @p fieldName; nothing if the field is not coded,
     * the cell is empty or `-`, or the value is plain text that explains itself.
     *
     * Values can be words in any spelling, numbers as databases hold them, or flags words in hexadecimal, decimal or
     * signed decimal.
     */
    [[nodiscard]] std::optional<FieldMeaning> explain(QStringView fieldName, QStringView value, LogKind log) const;

private:
    std::vector<FieldValueTable> m_tables;
    FieldNameIndex m_byField; // into m_tables
};

/// FieldValues::explain() of the values that the program ships.
[[nodiscard]] std::optional<FieldMeaning> explainFieldValue(QStringView fieldName, QStringView value, LogKind log);

} // namespace TmgLens
