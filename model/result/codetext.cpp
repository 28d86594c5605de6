// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/result/codetext.h"

#include <QString>

#include <algorithm>
#include <charconv>
#include <limits>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

using Kind = CodeText::Kind;

// Longer text is not copied to see whether it is a number; leading zeros have room enough in it.
constexpr qsizetype longestNumber = 128;

bool isPunctuation(QChar c)
{
    return "()[],;:="_L1.contains(c);
}

QStringView withoutPunctuation(QStringView text)
{
    while (!text.isEmpty() && (isPunctuation(text.front()) || text.front().isSpace()))
        text = text.sliced(1);
    while (!text.isEmpty() && (isPunctuation(text.back()) || text.back().isSpace()))
        text.chop(1);
    return text;
}

bool isAscii(QChar c)
{
    return c.unicode() < 0x80;
}

bool isHexLetter(char c)
{
    return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Without a prefix only eight digits with a letter among them are hexadecimal beyond doubt: "c004000d", not "80090326".
bool looksHexadecimal(std::string_view digits)
{
    return digits.size() == 8 && std::ranges::any_of(digits, isHexLetter);
}

CodeText reduced(quint64 number)
{
    constexpr quint64 signExtension = 0xFFFFFFFF80000000;
    if (number <= std::numeric_limits<quint32>::max() || number >= signExtension)
        return {.kind = Kind::Number, .number = static_cast<quint32>(number), .name = {}};
    return {.kind = Kind::TooLarge, .number = 0, .name = {}};
}

// Kind::None: not a number.
CodeText readUnsigned(std::string_view digits, int base)
{
    quint64 number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, base);
    if (digits.empty() || end != digits.data() + digits.size() || error == std::errc::invalid_argument)
        return {};
    if (error == std::errc::result_out_of_range)
        return {.kind = Kind::TooLarge, .number = 0, .name = {}};
    if (base == 10 && number > std::numeric_limits<quint32>::max())
        return {.kind = Kind::TooLarge, .number = 0, .name = {}};
    return reduced(number);
}

CodeText readNegative(std::string_view digits)
{
    CodeText code = readUnsigned(digits, 10);
    constexpr quint32 largest = 0x80000000;
    if (code.kind != Kind::Number)
        return code;
    if (code.number > largest)
        return {.kind = Kind::TooLarge, .number = 0, .name = {}};
    code.number = 0U - code.number;
    return code;
}

// Number or TooLarge; Kind::None if the text is something else.
CodeText readNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > longestNumber || !std::ranges::all_of(text, isAscii))
        return {};
    const QByteArray bytes = text.toLatin1();
    const std::string_view digits(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (digits.starts_with('-'))
        return readNegative(digits.substr(1));
    if (digits.starts_with("0x") || digits.starts_with("0X"))
        return readUnsigned(digits.substr(2), 16);
    return readUnsigned(digits, looksHexadecimal(digits) ? 16 : 10);
}

qsizetype firstBlank(QStringView text)
{
    return std::ranges::find_if(text, [](QChar c) { return c.isSpace(); }) - text.begin();
}

// "12209 Authorization required", "0xC004000D (FWX_E_POLICY_RULES_DENIED)"; Kind::None if it is not of this form.
CodeText readNumberAndWords(QStringView text)
{
    const qsizetype blank = firstBlank(text);
    CodeText code = readNumber(withoutPunctuation(text.first(blank)));
    const QStringView words = withoutPunctuation(text.sliced(blank));
    const bool isWords = !words.isEmpty() && !words.front().isDigit() && readNumber(words).kind == Kind::None;
    if (!isWords)
        return {};
    code.name = words;
    return code;
}

// "FWX_E_POLICY_RULES_DENIED (0xC004000D)"; Kind::None if it is not of this form.
CodeText readNameAndNumber(QStringView text)
{
    const qsizetype blank = firstBlank(text);
    CodeText code = readNumber(withoutPunctuation(text.sliced(blank)));
    if (code.kind != Kind::Number)
        return {};
    return {.kind = Kind::NameAndNumber, .number = code.number, .name = withoutPunctuation(text.first(blank))};
}

} // namespace

CodeText readCodeText(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed == "-"_L1)
        return {};
    for (const auto read : {readNumber, readNumberAndWords, readNameAndNumber}) {
        const CodeText code = read(trimmed);
        if (code.kind != Kind::None)
            return code;
    }
    return {.kind = Kind::Name, .number = 0, .name = trimmed};
}

std::optional<quint32> codeNumber(QStringView text)
{
    const CodeText code = readNumber(text);
    return code.kind == Kind::Number ? std::optional(code.number) : std::nullopt;
}

} // namespace TmgLens
