// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/result/logkind.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>
#include <vector>

namespace TmgLens {

/// How well the meaning of a field value is founded.
enum class FieldEvidence : std::uint8_t {
    Documented, ///< In the documentation or the SDK of the product.
    Observed, ///< Seen in real logs.
    Inferred, ///< Reasoned from documents or logs.
    Recalled, ///< General knowledge that no text confirms.
};

/// One set bit of a flags word.
struct FieldFlag
{
    quint32 bit = 0;
    QString name; ///< Published symbol; often empty.
    QString meaning; ///< A few words for people; says so if the bit is unknown.
    bool isKnown = true;
    bool isError = false;
    FieldEvidence evidence = FieldEvidence::Documented;
};

/// One value of a field whose values are words or numbers.
struct KnownValue
{
    std::optional<qint64> number; ///< As databases hold it.
    QStringList words; ///< As text logs write it, the usual spelling first; can be empty.
    QString viewerName; ///< As the product's viewer shows it; can be empty.
    QString meaning;
    FieldEvidence evidence = FieldEvidence::Documented;
};

/// The known values of one kind of field: words and numbers, or the bits of a flags word.
struct FieldValueTable
{
    /// One name of a field in one kind of log.
    struct FieldName
    {
        LogKind log = LogKind::Unknown;
        QString name;
    };

    QString name;
    std::vector<FieldName> fields; ///< Where the table applies.
    bool isOpen = false; ///< Words that are not in the table are plain text.
    bool isFlags = false;
    std::vector<KnownValue> values;
    std::vector<FieldFlag> flags;
};

/**
 * Reads the tables of a JSON text (see resources/fieldvalues/README.md).
 *
 * Refuses unknown keys and words, missing meanings, and numbers, words or bits that occur twice in a table; the error
 * names the table.
 */
[[nodiscard]] std::expected<std::vector<FieldValueTable>, QString> readFieldValueTables(const QByteArray& json);

/// The word for people, for example `inferred`.
[[nodiscard]] QLatin1StringView keyword(FieldEvidence evidence);

} // namespace TmgLens
