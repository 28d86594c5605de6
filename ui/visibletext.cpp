// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/visibletext.h"

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

bool deceives(char32_t character)
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

/// The character at @p position; a surrogate without its partner comes as it is.
char32_t characterAt(QStringView text, qsizetype position)
{
    const QChar first = text[position];
    if (first.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate()) {
        return QChar::surrogateToUcs4(first, text[position + 1]);
    }
    return first.unicode();
}

void appendVisible(QString& result, char32_t character)
{
    if (character < 0x20) {
        result += QChar(char16_t(0x2400 + character));
    } else if (character == 0x7F) {
        result += QChar(u'\u2421');
    } else {
        const QString digits = QString::number(uint(character), 16).toUpper().rightJustified(4, u'0');
        result += u"\u2039U+"_s + digits + u'\u203A';
    }
}

} // namespace

QString visibleText(QStringView text, qsizetype limit, TabHandling tabs)
{
    QString result;
    result.reserve(std::min(text.size(), limit) + 1);
    for (qsizetype position = 0; position < text.size();) {
        if (result.size() >= limit) {
            return result + u'\u2026';
        }
        const char32_t character = characterAt(text, position);
        position += QChar::requiresSurrogates(character) ? 2 : 1;
        if (!deceives(character) || (character == U'\t' && tabs == TabHandling::Keep)) {
            result += QChar::fromUcs4(character);
        } else {
            appendVisible(result, character);
        }
    }
    return result;
}

} // namespace TmgLens
