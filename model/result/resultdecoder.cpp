// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/resultdecoder.h"

#include "model/result/codetext.h"
#include "model/result/resultcatalogue.h"

#include <QCoreApplication>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

// A name longer than this is no symbol; a damaged record can hold megabytes in this field.
constexpr qsizetype longestName = 128;

/// The translation context of this file.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ResultDecoder)
};

QString hexadecimal(quint32 value)
{
    const QString digits = QString::number(value, 16).toUpper();
    return u"0x"_s + (value > 0xFFFF ? digits.rightJustified(8, u'0') : digits);
}

QString quoted(QStringView text)
{
    constexpr qsizetype longestQuote = 40;
    const QString shown = text.trimmed().first(std::min(text.trimmed().size(), longestQuote)).toString();
    return shown.size() < text.trimmed().size() ? shown + u'…' : shown;
}

// The number in every useful base, and the parts of an HRESULT where it can be one.
QString describedNumber(quint32 value, QStringView facilityName)
{
    if (value <= 0xFFFF)
        return Words::tr("Decimal %1, hexadecimal %2.").arg(value).arg(hexadecimal(value));

    QString text = value > 0x7FFFFFFF
        ? Words::tr("Decimal %1, signed %2, hexadecimal %3.")
              .arg(QString::number(value), QString::number(static_cast<qint32>(value)), hexadecimal(value))
        : Words::tr("Decimal %1, hexadecimal %2.").arg(QString::number(value), hexadecimal(value));
    const quint32 facility = (value >> 16) & 0x7FF;
    const QString named =
        facilityName.isEmpty() ? QString::number(facility) : u"%1, %2"_s.arg(QString::number(facility), facilityName);
    const QString severityName = value > 0x7FFFFFFF ? Words::tr("failure") : Words::tr("success");
    text += u' '
        + Words::tr("As an HRESULT: severity %1, facility %2, code %3.")
              .arg(severityName, named, QString::number(value & 0xFFFF));
    return text;
}

// The texts of the catalogue are constants, so that a string can refer to them.
QString referringTo(QStringView text)
{
    return QString::fromRawData(text.data(), text.size());
}

ResultEntry resultEntry(const CatalogueEntry& row)
{
    ResultEntry entry{
        .value = row.value,
        .symbols = {},
        .log = row.log,
        .family = row.family,
        .resultClass = row.resultClass,
        .severity = row.severity,
        .area = referringTo(row.area),
        .title = referringTo(row.title),
        .message = referringTo(row.message),
        .causes = referringTo(row.causes),
        .confirm = referringTo(row.confirm),
        .advice = referringTo(row.advice),
        .confidence = row.confidence,
        .source = referringTo(row.source),
    };
    for (const QStringView symbol : row.symbols)
        entry.symbols.append(referringTo(symbol));
    return entry;
}

DecodedResult known(const CatalogueEntry& entry)
{
    return {.given = {}, .value = entry.value, .isKnown = true, .entry = resultEntry(entry)};
}

DecodedResult fromRange(const CatalogueRange* range, quint32 value)
{
    DecodedResult result;
    result.value = value;
    if (range)
        result.entry = resultEntry(range->entry);
    result.entry.value = value;
    result.entry.message = messageOrNone({}) + u' ' + describedNumber(value, range ? range->facility : QStringView());
    return result;
}

// 0x8007xxxx wraps a Windows, Winsock or RWS number, never an HTTP status or a proxy code: 0x800700C8 is not "200 OK".
const CatalogueEntry* wrappedEntry(const ResultCatalogue& catalogue, quint32 value, LogKind log)
{
    constexpr quint32 win32Failure = 0x8007;
    const quint32 low = value & 0xFFFF;
    if (value >> 16 != win32Failure || low == 0)
        return nullptr;
    const CatalogueEntry* entry = catalogue.find(low, log);
    const bool isWindowsNumber = entry
        && (entry->family == ResultFamily::Win32 || entry->family == ResultFamily::Winsock
            || entry->family == ResultFamily::Rws);
    return isWindowsNumber ? entry : nullptr;
}

DecodedResult fromWrapped(const CatalogueEntry& wrapped, quint32 value)
{
    DecodedResult result = known(wrapped);
    result.value = value;
    result.entry.value = value;
    result.entry.family = ResultFamily::Hresult;
    result.entry.message =
        Words::tr("Error %1 in HRESULT form. %2").arg(QString::number(wrapped.value), messageOrNone(result.entry));
    return result;
}

DecodedResult fromNumber(const ResultCatalogue& catalogue, quint32 value, LogKind log)
{
    if (const CatalogueDisposition* disposition = catalogue.findDisposition(value);
        disposition && log == LogKind::PacketFilter)
        return known(disposition->entry);
    if (const CatalogueEntry* entry = catalogue.find(value, log))
        return known(*entry);
    if (const CatalogueEntry* wrapped = wrappedEntry(catalogue, value, log))
        return fromWrapped(*wrapped, value);
    return fromRange(catalogue.findRange(value), value);
}

// What is no code at all: the text says why, and nothing else is claimed.
DecodedResult notACode(const QString& title, const QString& message, const QString& advice)
{
    DecodedResult result;
    result.entry.area = u"unknown"_s;
    result.entry.title = title;
    result.entry.message = message;
    result.entry.advice = advice;
    return result;
}

DecodedResult noCode()
{
    return notACode(Words::tr("No code"), Words::tr("The log holds no result code here."),
                    Words::tr("Judge the record by its other fields, above all by the action."));
}

DecodedResult tooLarge(QStringView text)
{
    return notACode(Words::tr("Not a result code"),
                    Words::tr("%1 does not fit into 32 bits, so it is no result code.").arg(quoted(text)),
                    Words::tr("Check the columns of the log: a number of this size comes from another field."));
}

DecodedResult notUnderstood(QStringView text)
{
    return notACode(Words::tr("Not a result code"),
                    Words::tr("\"%1\" is neither a number nor a known symbol.").arg(quoted(text)),
                    Words::tr("Write the code as a decimal number, as 0x and hexadecimal digits, or by its symbol."));
}

DecodedResult notNamed(quint32 value, QStringView name)
{
    return notACode(Words::tr("Not a result code"),
                    Words::tr("\"%1\" is no name of %2.").arg(quoted(name), QString::number(value)),
                    Words::tr("Write the number alone, or its symbol."));
}

std::vector<const CatalogueEntry*> entriesNamed(const ResultCatalogue& catalogue, QStringView name)
{
    return name.size() > longestName ? std::vector<const CatalogueEntry*>() : catalogue.findSymbol(name);
}

DecodedResult fromName(const ResultCatalogue& catalogue, QStringView name, LogKind log)
{
    const auto entries = entriesNamed(catalogue, name);
    if (!entries.empty())
        return fromNumber(catalogue, entries.front()->value, log);
    const bool mayBeDisposition = log == LogKind::PacketFilter || log == LogKind::Unknown;
    const CatalogueDisposition* disposition = catalogue.findDisposition(name);
    if (!mayBeDisposition || !disposition)
        return notUnderstood(name);
    DecodedResult result = known(disposition->entry);
    result.value.reset(); // the word was written, not the number, and 0 is a success in all other logs
    return result;
}

bool isNameOf(const ResultCatalogue& catalogue, QStringView name, const DecodedResult& code)
{
    const bool isSentence = std::ranges::any_of(name, [](QChar c) { return c.isSpace(); });
    const ResultEntry& entry = code.entry;
    return isSentence || entry.symbols.contains(name, Qt::CaseInsensitive)
        || entry.title.contains(name, Qt::CaseInsensitive) || entry.message.contains(name, Qt::CaseInsensitive)
        || std::ranges::contains(entriesNamed(catalogue, name), *code.value, &CatalogueEntry::value);
}

DecodedResult fromText(const ResultCatalogue& catalogue, QStringView text, LogKind log)
{
    const CodeText code = readCodeText(text);
    switch (code.kind) {
    case CodeText::Kind::None:
        return noCode();
    case CodeText::Kind::Number:
        return fromNumber(catalogue, code.number, log);
    case CodeText::Kind::TooLarge:
        return tooLarge(text);
    case CodeText::Kind::Name:
        return fromName(catalogue, code.name, log);
    case CodeText::Kind::NameAndNumber:
        return entriesNamed(catalogue, code.name).empty() ? notUnderstood(text)
                                                          : fromNumber(catalogue, code.number, log);
    }
    return notUnderstood(text);
}

} // namespace

DecodedResult decodeResult(const ResultCatalogue& catalogue, QStringView text, LogKind log)
{
    DecodedResult result = fromText(catalogue, text, log);
    result.given = text.toString();
    return result;
}

DecodedResult decodeWritten(const ResultCatalogue& catalogue, QStringView text, LogKind log)
{
    DecodedResult result = decodeResult(catalogue, text, log);
    if (const QStringView name = readCodeText(text).name; result.value && !name.isEmpty()) {
        if (!isNameOf(catalogue, name, result)) {
            result = notNamed(*result.value, name);
            result.given = text.toString();
        }
    }
    return result;
}

QList<quint32> resultValues(const ResultCatalogue& catalogue, QStringView text)
{
    const CodeText code = readCodeText(text);
    if (code.kind == CodeText::Kind::Number)
        return {code.number};
    const auto entries = entriesNamed(catalogue, code.name);
    if (code.kind == CodeText::Kind::NameAndNumber)
        return entries.empty() ? QList<quint32>() : QList<quint32>{code.number};
    QList<quint32> values;
    for (const CatalogueEntry* entry : entries) {
        if (!values.contains(entry->value))
            values.append(entry->value);
    }
    return values;
}

} // namespace TmgLens
