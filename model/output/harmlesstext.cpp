// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/harmlesstext.h"

#include <QChar>
#include <QDir>
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

} // namespace TmgLens
