// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/codetext.h"
#include "model/result/resultcatalogue.h"
#include "model/result/resultdecoder.h"
#include "tests/fuzz/target.h"

#include <algorithm>

namespace TmgLens::Fuzz {

namespace {

void requireSameMeaning(const DecodedResult& one, const DecodedResult& other, const char* property)
{
    require(one.value == other.value && one.isKnown == other.isKnown && one.entry.title == other.entry.title
                && one.entry.resultClass == other.entry.resultClass && one.entry.message == other.entry.message,
            property);
}

/// The spellings of @p value that tools have.
QStringList spellings(quint32 value)
{
    return {QString::number(value), QStringLiteral("0x") + QString::number(value, 16),
            QStringLiteral("0x") + QString::number(value, 16).toUpper().rightJustified(8, u'0'),
            QString::number(qint32(value))};
}

void tryText(const QString& text, LogKind log)
{
    const ResultCatalogue& catalogue = ResultCatalogue::builtIn();
    const DecodedResult result = decodeResult(catalogue, text, log);
    require(result.given == text, "the text is unchanged");
    require(!result.isKnown || !result.entry.title.isEmpty(), "what is known has a title");
    const QString amongBlanks = u' ' + text + u'\t';
    requireSameMeaning(result, decodeResult(catalogue, amongBlanks, log), "blanks around do not matter");
    if (const auto number = codeNumber(text)) {
        require(result.value == number, "a number is decoded as what it is");
        for (const QString& spelling : spellings(*number))
            requireSameMeaning(result, decodeResult(catalogue, spelling, log), "each spelling means the same");
    }
    const DecodedResult written = decodeWritten(catalogue, text, log);
    require(!written.value || written.value == result.value, "what a person writes is what a log says, or nothing");
    const QList<quint32> values = resultValues(catalogue, text);
    require(!result.value || values.isEmpty() || values.contains(*result.value),
            "what a code is, is among what it can be");
}

void trySymbol(const QString& text)
{
    for (const CatalogueEntry* entry : ResultCatalogue::builtIn().findSymbol(text)) {
        const auto isThat = [entry](const CatalogueEntry* found) { return found && found->value == entry->value; };
        require(isThat(ResultCatalogue::builtIn().find(entry->value, entry->log)), "what has a name has a number");
        require(resultValues(ResultCatalogue::builtIn(), text).contains(entry->value), "a name stands for its numbers");
    }
}

} // namespace

/// The text of a code.
void tryInput(std::string_view input)
{
    const QString text = QString::fromUtf8(input.data(), qsizetype(input.size()));
    for (const auto log : {LogKind::Unknown, LogKind::Web, LogKind::Firewall, LogKind::PacketFilter})
        tryText(text, log);
    trySymbol(text);
}

} // namespace TmgLens::Fuzz
