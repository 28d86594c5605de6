// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/tabtext.h"

#include "model/format/fieldcutter.h"
#include "model/index/recordreader.h"

namespace TmgLens {

namespace {

void appendCell(QByteArray& text, std::string_view cell)
{
    QString decoded = cellText(cell);
    for (QChar& character : decoded) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    text += decoded.toUtf8(); // as a whole: a character beyond the first 65,536 is two QChars
}

} // namespace

std::expected<QByteArray, LoadError> recordsAsText(const RecordIndex& index, std::span<const quint32> records,
                                                   std::span<const int> columns, const std::stop_token& stop)
{
    QByteArray text;
    std::vector<std::string_view> cells;
    std::string unescaped;
    for (const quint32 number : records) {
        if (stop.stop_requested())
            break;
        const RecordIndex::Place place = index.place(RecordNumber(number));
        const auto bytes = readRecord(place);
        if (!bytes)
            return std::unexpected(bytes.error());
        cutFields(std::string_view(*bytes), *place.part->block->layout, cells, unescaped);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            text += i == 0 ? "" : "\t";
            const int field = index.fieldOfColumn(RecordNumber(number), columns[i]);
            if (field >= 0 && std::size_t(field) < cells.size())
                appendCell(text, cells[std::size_t(field)]);
        }
        text += '\n';
    }
    return text;
}

} // namespace TmgLens
