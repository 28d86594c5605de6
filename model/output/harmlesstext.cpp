// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/harmlesstext.h"

#include <QChar>
#include <QDir>
#include <QJsonObject>
#include <QList>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

bool isHarmful(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString spelledOut(char32_t character)
{
    const bool isByte = character < 0x100;
    const QString digits = QString::number(character, 16).toUpper().rightJustified(isByte ? 2 : 4, u'0');
    return (isByte ? u"\\x"_s : u"\\u"_s) + digits;
}

/// @p character as a string of JSON has it: one escape for each unit of UTF-16.
QString escapedInJson(char32_t character)
{
    QString result;
    for (const QChar unit : QChar::fromUcs4(character))
        result += u"\\u"_s + QString::number(unit.unicode(), 16).rightJustified(4, u'0');
    return result;
}

} // namespace

QString harmlessText(QStringView text)
{
    QString result;
    result.reserve(text.size());
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        if (isHarmful(character))
            result += spelledOut(character);
        else
            result += QChar::fromUcs4(character);
    }
    return result;
}

QString harmlessPath(const QString& path)
{
    return harmlessText(QDir::toNativeSeparators(path));
}

QString harmlessBytes(QByteArrayView bytes, qsizetype count)
{
    QString result;
    for (const char byte : bytes.first(qMin(count, bytes.size()))) {
        if (byte >= 0x20 && byte < 0x7F)
            result += QLatin1Char(byte);
        else
            result += spelledOut(static_cast<unsigned char>(byte));
    }
    if (bytes.size() > count)
        result += u"…"_s;
    return result;
}

QByteArray harmlessJson(const QJsonObject& object, QJsonDocument::JsonFormat format)
{
    QString result;
    const QList<uint> characters = QString::fromUtf8(QJsonDocument(object).toJson(format)).toUcs4();
    for (const char32_t character : characters) {
        if (isHarmful(character) && character != U'\n') // which is between the values; in strings it is escaped already
            result += escapedInJson(character);
        else
            result += QChar::fromUcs4(character);
    }
    return result.toUtf8();
}

} // namespace TmgLens
