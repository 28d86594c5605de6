// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/format/fieldcutter.h"
#include "model/output/csvcell.h"
#include "model/output/harmlesstext.h"
#include "tests/fuzz/target.h"
#include "tests/support/csvreading.h"

#include <algorithm>

namespace TmgLens::Fuzz {

namespace {

void requireHarmless(const QString& text)
{
    const QList<uint> characters = text.toUcs4();
    for (const char32_t character : characters) {
        const QChar::Category category = QChar::category(character);
        require(category != QChar::Other_Control && category != QChar::Other_Format
                    && category != QChar::Other_Surrogate,
                "nothing moves the cursor or turns the line round");
    }
}

} // namespace

/// A value of a log.
void tryInput(std::string_view input)
{
    const QString text = cellText(input);
    requireHarmless(harmlessText(text));
    require(harmlessText(harmlessText(text)) == harmlessText(text), "what is harmless stays as it is");
    requireHarmless(harmlessBytes(QByteArrayView(input.data(), qsizetype(input.size())), 40));
    for (const auto guard : {FormulaGuard::Off, FormulaGuard::On}) {
        std::string row;
        appendCsvCell(row, input, guard);
        const auto cells = Test::readBack(QByteArray::fromStdString(row + "\r\n"));
        const bool isDefused = guard == FormulaGuard::On && isFormula(input);
        const std::string expected = (isDefused ? "'" : "") + std::string(input);
        require(cells.size() == 1 && cells.front().size() == 1 && toStringView(cells.front().front()) == expected,
                "a cell is read back as what it was");
    }
}

} // namespace TmgLens::Fuzz
