// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <optional>

namespace TmgLens {

/**
 * What the text of a result code says before anything is looked up.
 *
 * The views point into the text that was read.
 */
struct CodeText
{
    enum class Kind {
        None, ///< Empty or a lone hyphen: the log holds no code.
        Number, ///< A number, perhaps with words behind it, as the console copies it out.
        TooLarge, ///< A number that does not fit into 32 bits.
        Name, ///< Words; perhaps a symbol.
        NameAndNumber, ///< One word and a number behind it: a code if the word is a symbol, else just words.
    };
    Kind kind = Kind::None;
    quint32 number = 0; ///< For Number and NameAndNumber.
    QStringView name; ///< For Name and NameAndNumber; for Number the words behind it.
};

/**
 * Reads @p text as a result code: decimal, signed decimal, `0x` and hexadecimal digits, or eight hexadecimal digits
 * among which is a letter. Leading zeros and blanks around do not matter. Negative numbers and sign-extended
 * hexadecimal ones are reduced to 32 bits, as SQL and 64-bit tools write them.
 */
[[nodiscard]] CodeText readCodeText(QStringView text);

/// The number that @p text is, or nothing if it is anything else or more than a number.
[[nodiscard]] std::optional<quint32> codeNumber(QStringView text);

} // namespace TmgLens
