// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldvalues.h"

#include "model/format/field.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("FieldValues", text);
}

/// The whole of @p text as a number: decimal, signed decimal, or hexadecimal after `0x`.
std::optional<qint64> parsedNumber(QStringView text)
{
    const QByteArray bytes = text.toLatin1();
    std::string_view digits(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const bool isHex = digits.starts_with("0x") || digits.starts_with("0X");
    if (isHex)
        digits.remove_prefix(2);
    if (isHex && digits.starts_with('-'))
        return {};
    qint64 value = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value, isHex ? 16 : 10);
    return error == std::errc() && rest == end ? std::optional(value) : std::nullopt;
}

bool isSpelledLike(const KnownValue& value, const QByteArray& folded)
{
    const auto matches = [&folded](const QString& word) { return foldedName(word.toUtf8()) == folded; };
    return std::ranges::any_of(value.words, matches) || (!value.viewerName.isEmpty() && matches(value.viewerName));
}

FieldMeaning unknownValue()
{
    FieldMeaning meaning;
    meaning.isKnown = false;
    meaning.summary = translated(QT_TRANSLATE_NOOP("FieldValues", "This value of the field is not documented."));
    return meaning;
}

std::optional<FieldMeaning> explainWord(const FieldValueTable& table, QStringView text)
{
    const QByteArray folded = foldedName(text.toUtf8());
    const std::optional<qint64> number = parsedNumber(text);
    const auto found = std::ranges::find_if(table.values, [&](const KnownValue& value) {
        return number ? value.number == number : isSpelledLike(value, folded);
    });
    if (found != table.values.end()) {
        return FieldMeaning{.name = found->words.value(0),
                            .viewerName = found->viewerName,
                            .summary = found->meaning,
                            .isKnown = true,
                            .evidence = found->evidence,
                            .flags = {}};
    }
    if (table.isOpen && !number)
        return {};
    return unknownValue();
}

std::vector<FieldFlag> setFlags(const FieldValueTable& table, quint32 word)
{
    std::vector<FieldFlag> flags;
    for (quint32 bit = 1; bit != 0; bit <<= 1) {
        if (!(word & bit))
            continue;
        const auto known = std::ranges::find(table.flags, bit, &FieldFlag::bit);
        if (known != table.flags.end()) {
            flags.push_back(*known);
            continue;
        }
        FieldFlag flag;
        flag.bit = bit;
        flag.isKnown = false;
        flag.meaning = translated(QT_TRANSLATE_NOOP("FieldValues", "Bit %1, whose meaning was not published"))
                           .arg(u"0x"_s + QString::number(bit, 16));
        flags.push_back(flag);
    }
    return flags;
}

/// The meanings of those flags of @p flags that are errors, or of those that are not, in one line.
QString joinedMeanings(const std::vector<FieldFlag>& flags, bool errors)
{
    QStringList meanings;
    for (const FieldFlag& flag : flags) {
        if (flag.isError == errors)
            meanings.append(flag.meaning);
    }
    return meanings.isEmpty() ? QString() : QString(meanings.join("; "_L1) % u'.');
}

QString flagsSummary(const FieldValueTable& table, const std::vector<FieldFlag>& flags)
{
    if (flags.empty())
        return translated(QT_TRANSLATE_NOOP("FieldValues", "No bit is set."));
    QString others = joinedMeanings(flags, false);
    if (std::ranges::none_of(table.flags, &FieldFlag::isError))
        return others;
    const QString errors = joinedMeanings(flags, true);
    if (errors.isEmpty())
        return translated(QT_TRANSLATE_NOOP("FieldValues", "No error. %1")).arg(others);
    return others.isEmpty() ? errors : QString(errors % u' ' % others);
}

FieldMeaning explainFlags(const FieldValueTable& table, QStringView text)
{
    const std::optional<qint64> number = parsedNumber(text);
    if (!number || *number < std::numeric_limits<qint32>::min() || *number > std::numeric_limits<quint32>::max())
        return unknownValue();
    FieldMeaning meaning;
    meaning.flags = setFlags(table, static_cast<quint32>(*number));
    meaning.summary = flagsSummary(table, meaning.flags);
    for (const FieldFlag& flag : meaning.flags) {
        meaning.isKnown = meaning.isKnown && flag.isKnown;
        meaning.evidence = std::max(meaning.evidence, flag.evidence);
    }
    return meaning;
}

} // namespace

const FieldValues& FieldValues::builtIn()
{
    static const FieldValues values = [] {
        QFile file(u":/tmglens/fieldvalues/fieldvalues.json"_s);
        auto read = fromJson(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        Q_ASSERT_X(read.has_value(), "FieldValues", "the shipped tables are faulty");
        return read ? std::move(*read) : FieldValues();
    }();
    return values;
}

std::expected<FieldValues, QString> FieldValues::fromJson(const QByteArray& json)
{
    auto tables = readFieldValueTables(json);
    if (!tables)
        return std::unexpected(tables.error());
    FieldValues values;
    values.m_tables = std::move(*tables);
    for (std::size_t position = 0; position < values.m_tables.size(); ++position) {
        const FieldValueTable& table = values.m_tables[position];
        for (const FieldValueTable::FieldName& field : table.fields) {
            if (!values.m_byField.insert(field.log, field.name, position))
                return std::unexpected(QString(table.name % u": field "_s % field.name % u" is there twice"_s));
        }
    }
    return values;
}

std::optional<FieldMeaning> FieldValues::explain(QStringView fieldName, QStringView value, LogKind log) const
{
    const QStringView text = value.trimmed();
    const std::optional<std::size_t> position = m_byField.find(log, fieldName);
    if (!position || text.isEmpty() || text == u'-')
        return {};
    const FieldValueTable& table = m_tables[*position];
    return table.isFlags ? explainFlags(table, text) : explainWord(table, text);
}

std::optional<FieldMeaning> explainFieldValue(QStringView fieldName, QStringView value, LogKind log)
{
    return FieldValues::builtIn().explain(fieldName, value, log);
}

} // namespace TmgLens
