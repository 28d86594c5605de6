// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/decodewriter.h"

#include "model/output/harmlesstext.h"
#include "model/output/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr int labelWidth = 10;

/// Context of the sentences for translators.
struct DecodeText
{
    Q_DECLARE_TR_FUNCTIONS(DecodeText)
};

/// @p paragraph broken at blanks into lines of at most @p width characters; a longer word gets a line of its own.
QStringList wrapped(const QString& paragraph, qsizetype width)
{
    QStringList lines;
    QString line;
    const QStringList words = paragraph.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > width)
            lines += std::exchange(line, QString());
        if (!line.isEmpty())
            line += u' ';
        line += word;
    }
    if (!line.isEmpty())
        lines += line;
    return lines;
}

/// `  label     first line` with the lines after it aligned; nothing for an empty paragraph.
QString labelled(const QString& label, const QString& paragraph, int width)
{
    QString result;
    QString margin = u"  "_s + label.leftJustified(labelWidth);
    const QStringList lines = wrapped(harmlessText(paragraph), width - labelWidth - 2);
    for (const QString& line : lines) {
        result += margin + line + u'\n';
        margin.fill(u' ');
    }
    return result;
}

/// The code as given, its other bases, and its title.
QString heading(const DecodedResult& result)
{
    QString line = harmlessText(result.given);
    if (result.value) {
        for (const QString& base : {QString::number(*result.value), hexText(*result.value)}) {
            if (base.compare(result.given, Qt::CaseInsensitive) != 0)
                line += u" = "_s + base;
        }
    }
    return result.entry.title.isEmpty() ? line : QString(line + u"  "_s + result.entry.title);
}

QString classification(const ResultEntry& entry)
{
    QStringList words = {keyword(entry.resultClass), keyword(entry.family)};
    if (!entry.area.isEmpty())
        words += entry.area;
    words += keyword(entry.severity);
    return words.join(", "_L1);
}

} // namespace

QByteArray decodeJson(const DecodedResult& result)
{
    const ResultEntry& entry = result.entry;
    const QJsonObject object = {
        {u"code"_s, result.given},
        {u"value"_s, result.value ? QJsonValue(qint64(*result.value)) : QJsonValue()},
        {u"hex"_s, result.value ? QJsonValue(hexText(*result.value)) : QJsonValue()},
        {u"symbols"_s, QJsonArray::fromStringList(entry.symbols)},
        {u"family"_s, keyword(entry.family)},
        {u"class"_s, keyword(entry.resultClass)},
        {u"area"_s, entry.area},
        {u"severity"_s, keyword(entry.severity)},
        {u"message"_s, messageOrNone(entry)},
        {u"causes"_s, entry.causes},
        {u"confirm"_s, entry.confirm},
        {u"advice"_s, entry.advice},
        {u"confidence"_s, keyword(entry.confidence)},
        {u"source"_s, entry.source},
    };
    return harmlessJson(object, QJsonDocument::Compact);
}

QString decodeText(const DecodedResult& result, int width, TextStyle style)
{
    const ResultEntry& entry = result.entry;
    QString block = asHeading(heading(result), style) + u'\n';
    block += inClassColour(labelled(DecodeText::tr("class"), classification(entry), width), entry.resultClass, style);
    block += labelled(DecodeText::tr("symbols"), entry.symbols.join(", "_L1), width);
    block += labelled(DecodeText::tr("message"), messageOrNone(entry), width);
    block += labelled(DecodeText::tr("causes"), entry.causes, width);
    block += labelled(DecodeText::tr("confirm"), entry.confirm, width);
    block += labelled(DecodeText::tr("advice"), entry.advice, width);
    block += labelled(DecodeText::tr("source"), entry.source + u" ("_s + keyword(entry.confidence) + u')', width);
    return block;
}

} // namespace TmgLens
