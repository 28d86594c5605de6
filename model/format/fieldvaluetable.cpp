// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldvaluetable.h"

#include "model/format/field.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array evidenceWords{
    std::pair{FieldEvidence::Documented, "documented"_L1},
    std::pair{FieldEvidence::Observed, "observed"_L1},
    std::pair{FieldEvidence::Inferred, "inferred"_L1},
    std::pair{FieldEvidence::Recalled, "recalled"_L1},
};

/// Reads one table; its first complaint is kept.
class TableReader
{
public:
    explicit TableReader(const QJsonObject& object) : m_object(object) { m_table.name = object["name"_L1].toString(); }

    [[nodiscard]] std::expected<FieldValueTable, QString> read();

private:
    void refuse(const QString& complaint);
    void checkKeys(const QJsonObject& object, std::initializer_list<QLatin1StringView> known);
    void readFields();
    void readValue(const QJsonObject& object);
    void readFlag(const QJsonObject& object);
    [[nodiscard]] QString readMeaning(const QJsonObject& object);
    [[nodiscard]] FieldEvidence readEvidence(const QJsonObject& object);
    void claim(const QString& what);

    QJsonObject m_object;
    FieldValueTable m_table;
    QSet<QString> m_claimed; // numbers, words and bits so far
    QString m_complaint;
};

std::expected<FieldValueTable, QString> TableReader::read()
{
    checkKeys(m_object, {"name"_L1, "fields"_L1, "source"_L1, "open"_L1, "values"_L1, "bits"_L1});
    m_table.isFlags = m_object.contains("bits"_L1);
    m_table.isOpen = m_object["open"_L1].toBool();
    if (m_table.name.isEmpty() || m_object["source"_L1].toString().isEmpty())
        refuse(u"a table needs a name and a source"_s);
    if (m_table.isFlags == m_object.contains("values"_L1))
        refuse(u"a table has either values or bits"_s);
    readFields();
    const QJsonArray values = m_object["values"_L1].toArray();
    for (const auto& value : values)
        readValue(value.toObject());
    const QJsonArray bits = m_object["bits"_L1].toArray();
    for (const auto& bit : bits)
        readFlag(bit.toObject());
    std::ranges::sort(m_table.flags, {}, &FieldFlag::bit);
    if (!m_complaint.isEmpty())
        return std::unexpected(m_complaint);
    return m_table;
}

void TableReader::refuse(const QString& complaint)
{
    if (m_complaint.isEmpty())
        m_complaint = m_table.name % u": "_s % complaint;
}

void TableReader::checkKeys(const QJsonObject& object, std::initializer_list<QLatin1StringView> known)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (std::ranges::find(known, entry.key()) == known.end())
            refuse(u"unknown key "_s % entry.key());
    }
}

void TableReader::readFields()
{
    const QJsonObject fields = m_object["fields"_L1].toObject();
    if (fields.isEmpty())
        refuse(u"no fields"_s);
    for (auto entry = fields.begin(); entry != fields.end(); ++entry) {
        const std::optional<LogKind> log = logKindOfKeyword(entry.key());
        if (!log)
            refuse(u"unknown log "_s % entry.key());
        const QJsonArray names = entry.value().toArray();
        for (const auto& name : names)
            m_table.fields.push_back({.log = log.value_or(LogKind::Unknown), .name = name.toString()});
    }
}

void TableReader::readValue(const QJsonObject& object)
{
    checkKeys(object, {"number"_L1, "words"_L1, "viewer"_L1, "meaning"_L1, "evidence"_L1});
    KnownValue value;
    if (object.contains("number"_L1)) {
        value.number = object["number"_L1].toInteger();
        claim(QString::number(*value.number));
    }
    value.viewerName = object["viewer"_L1].toString();
    QSet<QByteArray> spellings;
    const QJsonArray words = object["words"_L1].toArray();
    for (const auto& word : words) {
        value.words.append(word.toString());
        spellings.insert(foldedName(word.toString().toUtf8()));
    }
    if (!value.viewerName.isEmpty())
        spellings.insert(foldedName(value.viewerName.toUtf8()));
    if (!value.number && spellings.isEmpty())
        refuse(u"a value has neither number nor words"_s);
    for (const QByteArray& spelling : std::as_const(spellings))
        claim(QString::fromUtf8(spelling));
    value.meaning = readMeaning(object);
    value.evidence = readEvidence(object);
    m_table.values.push_back(value);
}

void TableReader::readFlag(const QJsonObject& object)
{
    checkKeys(object, {"bit"_L1, "name"_L1, "meaning"_L1, "error"_L1, "evidence"_L1});
    FieldFlag flag;
    const QString bit = object["bit"_L1].toString();
    flag.bit = bit.toUInt(nullptr, 16);
    if (std::popcount(flag.bit) != 1)
        refuse(bit % u" is not one bit"_s);
    claim(QString::number(flag.bit));
    flag.name = object["name"_L1].toString();
    flag.isError = object["error"_L1].toBool();
    flag.meaning = readMeaning(object);
    flag.evidence = readEvidence(object);
    m_table.flags.push_back(flag);
}

QString TableReader::readMeaning(const QJsonObject& object)
{
    const QString meaning = object["meaning"_L1].toString();
    if (meaning.isEmpty() || meaning != meaning.simplified())
        refuse(u"a meaning is missing, or has blanks too many"_s);
    return meaning;
}

FieldEvidence TableReader::readEvidence(const QJsonObject& object)
{
    const QString word = object["evidence"_L1].toString();
    for (const auto& [evidence, name] : evidenceWords) {
        if (word == name)
            return evidence;
    }
    refuse(u"unknown evidence "_s % word);
    return FieldEvidence::Recalled;
}

void TableReader::claim(const QString& what)
{
    if (m_claimed.contains(what))
        refuse(what % u" is there twice"_s);
    m_claimed.insert(what);
}

} // namespace

std::expected<std::vector<FieldValueTable>, QString> readFieldValueTables(const QByteArray& json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(error.errorString());
    std::vector<FieldValueTable> tables;
    const QJsonArray values = document.object().value("tables"_L1).toArray();
    for (const auto& value : values) {
        auto table = TableReader(value.toObject()).read();
        if (!table)
            return std::unexpected(table.error());
        tables.push_back(std::move(*table));
    }
    if (tables.empty())
        return std::unexpected(u"no tables"_s);
    return tables;
}

QLatin1StringView keyword(FieldEvidence evidence)
{
    return std::ranges::find(evidenceWords, evidence, [](const auto& entry) { return entry.first; })->second;
}

} // namespace TmgLens
