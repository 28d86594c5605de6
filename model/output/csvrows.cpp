// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/csvrows.h"

#include "model/finding/recordfindings.h"
#include "model/format/fieldcutter.h"
#include "model/format/readablecell.h"
#include "model/index/filenames.h"
#include "model/index/recordreader.h"

#include <algorithm>
#include <format>
#include <functional>
#include <limits>
#include <utility>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

// Below one wanted record in so many, single reads are cheaper than reading all that lies between.
constexpr std::size_t visitDensity = 16;

/// How many of @p records, from the first on, ascend within @p part.
std::size_t ascendingRun(const RecordIndex::Part& part, std::span<const quint32> records)
{
    const quint64 end = part.firstRecord + part.block->size();
    std::size_t count = 1;
    while (count < records.size() && records[count] > records[count - 1] && records[count] < end)
        ++count;
    return count;
}

/// One byte that is no UTF-8 would make strict readers refuse the whole file; what the screen shows is written instead.
void appendRecoded(std::string& line, std::string_view cell, FormulaGuard guard)
{
    appendCsvCell(line, toStringView(cellText(cell).toUtf8()), guard);
}

/// Ends the row that begins at @p start of @p text.
void endRow(std::string& text, std::size_t start)
{
    // A row that is one empty cell would be an empty line, which readers skip.
    if (text.size() == start)
        text += "\"\"";
    text += "\r\n";
}

std::string decodedCells(const ResultEntry& entry, FormulaGuard guard)
{
    std::string cells = ",";
    cells += toStringView(QByteArray(keyword(entry.resultClass)));
    cells += ',';
    appendCsvCell(cells, toStringView(entry.symbols.join("; "_L1).toUtf8()), guard);
    cells += ',';
    appendCsvCell(cells, toStringView(entry.message.toUtf8()), guard);
    return cells;
}

/// True if the columns are just the fields of @p part, so that a row is its record with other separators.
bool areInOrder(const std::vector<int>& columns, const RecordIndex::Part& part)
{
    const LogLayout& layout = *part.block->layout;
    if (layout.separator != "\t" || layout.isRelayed || layout.isTable() || columns.size() != layout.fields.size())
        return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto column = std::size_t(columns[i]);
        if (column >= part.fields.size() || part.fields[column] != int(i))
            return false;
    }
    return true;
}

std::size_t countTabs(std::string_view bytes)
{
    std::size_t count = 0;
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, std::numeric_limits<unsigned char>::max());
        unsigned char inPiece = 0; // no wider than the bytes, so that compilers make good vectors of it
        for (const char byte : piece)
            inPiece = static_cast<unsigned char>(inPiece + (byte == '\t' ? 1 : 0));
        count += inPiece;
        bytes.remove_prefix(piece.size());
    }
    return count;
}

/// True if a cell of @p bytes, which has tabs between cells, may be a formula. The numbers below zero are among them.
bool mayHoldFormula(std::string_view bytes)
{
    if (bytes.empty())
        return false;
    if (isFormula(bytes.substr(0, bytes.find('\t'))) || isFormula(bytes.substr(bytes.rfind('\t') + 1)))
        return true;
    // No branches, and bytes only: compilers make vectors of that.
    using Mask = unsigned char;
    Mask found = 0;
    const char* end = bytes.data() + bytes.size();
    for (const char* at = bytes.data() + 1; at + 1 < end; ++at) {
        const Mask starts = at[-1] == '\t' ? 0xFF : 0;
        const Mask equals = at[0] == '=' ? 0xFF : 0;
        const Mask plus = at[0] == '+' ? 0xFF : 0;
        const Mask commands = at[0] == '@' ? 0xFF : 0;
        const Mask carriageReturn = at[0] == '\r' ? 0xFF : 0;
        const Mask minus = at[0] == '-' ? 0xFF : 0;
        const Mask goesOn = at[1] == '\t' ? 0 : 0xFF;
        found |= static_cast<Mask>(starts & (equals | plus | commands | carriageReturn | (minus & goesOn)));
    }
    return found != 0;
}

} // namespace

CsvFormat::CsvFormat(const RecordIndex& documentIndex, const CsvOptions& csvOptions)
    : index(documentIndex)
    , options(csvOptions)
    , guard(csvOptions.guardFormulas ? FormulaGuard::On : FormulaGuard::Off)
    , hasCellsBeforeFindings(options.addFile || options.addUtc || options.addDecoded || !options.columns.empty())
{
    if (options.addFile) {
        const QStringList names = fileNames(index);
        for (const QString& name : names) {
            appendCsvCell(files.emplace_back(), toStringView(name.toUtf8()), guard);
            files.back() += options.columns.empty() && !options.addUtc ? "" : ",";
        }
    }
    if (!options.addDecoded)
        return;
    decoded.reserve(index.codes().size());
    for (const CodeEntry& code : index.codes().entries())
        decoded.push_back(decodedCells(code.result.entry, guard));
}

QStringList csvColumnNames(const CsvFormat& format)
{
    const CsvOptions& options = format.options;
    QStringList names;
    if (options.addFile)
        names += u"file"_s;
    if (options.addUtc)
        names += u"utc-time"_s;
    for (const int column : options.columns)
        names += cellText(toStringView(format.index.columns().at(column).name));
    if (options.addDecoded)
        names += {u"result-class"_s, u"result-symbol"_s, u"result-message"_s};
    if (options.findings)
        names += u"finding"_s;
    return names;
}

std::string csvHeader(const CsvFormat& format)
{
    std::string row = format.options.addByteOrderMark ? "\xEF\xBB\xBF" : "";
    const std::size_t start = row.size();
    const QStringList names = csvColumnNames(format);
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (i > 0)
            row += ',';
        appendCsvCell(row, toStringView(names[i].toUtf8()), format.guard);
    }
    endRow(row, start);
    return row;
}

std::expected<void, LoadError> CsvRows::make(std::span<const quint32> records)
{
    m_text.clear();
    m_rowEnds.clear();
    if (std::ranges::is_sorted(records))
        return addAll(records);
    // In the order of time the records of several logs alternate; to read each by itself would take ten times as long.
    m_ascending.assign(records.begin(), records.end());
    std::ranges::sort(m_ascending);
    const auto added = addAll(m_ascending);
    if (added)
        arrangeRows(records);
    return added;
}

void CsvRows::make(std::span<const quint32> records, std::string_view blockBytes)
{
    m_text.clear();
    m_rowEnds.clear();
    const RecordIndex::Part& part = m_format.index.parts().back();
    enter(part);
    m_rowEnds.reserve(records.size());
    if (records.size() == part.block->size())
        m_text.reserve(blockBytes.size() + blockBytes.size() / 16); // for quotes and the ends of lines
    for (const quint32 record : records)
        addRecord(part, record, recordIn(blockBytes, *part.block, record));
}

void CsvRows::enter(const RecordIndex::Part& part)
{
    if (std::exchange(m_part, &part) != &part)
        m_hasColumnsInOrder = areInOrder(m_format.options.columns, part);
}

/// Brings the rows of m_ascending into the order of @p records.
void CsvRows::arrangeRows(std::span<const quint32> records)
{
    m_arranged.clear();
    for (const quint32 record : records) {
        const auto row = std::size_t(std::ranges::lower_bound(m_ascending, record) - m_ascending.begin());
        const std::size_t begin = row > 0 ? m_rowEnds[row - 1] : 0;
        m_arranged.append(m_text, begin, m_rowEnds[row] - begin);
    }
    std::swap(m_text, m_arranged);
}

std::expected<void, LoadError> CsvRows::addAll(std::span<const quint32> records)
{
    while (!records.empty()) {
        const RecordIndex::Part& part = *m_format.index.place(RecordNumber(records.front())).part;
        enter(part);
        const std::size_t count = ascendingRun(part, records);
        if (const auto added = addRun(part, records.first(count)); !added)
            return added;
        records = records.subspan(count);
    }
    return {};
}

std::expected<void, LoadError> CsvRows::addRun(const RecordIndex::Part& part, std::span<const quint32> records)
{
    auto next = records.begin();
    const auto addWanted = [this, &part, &next](std::size_t record, std::string_view bytes) {
        if (part.firstRecord + record == *next) {
            addRecord(part, record, bytes);
            ++next;
        }
        return true;
    };
    const RecordVisitor visitor = std::ref(addWanted); // a copy would have to be allocated
    const std::size_t reach = records.back() - records.front() + 1;
    const std::size_t piece = records.size() * visitDensity >= reach ? reach : 1;
    while (next != records.end()) {
        const auto visited = visitRecords(*part.block, *next - part.firstRecord, piece, visitor);
        if (!visited)
            return visited;
    }
    return {};
}

void CsvRows::addRecord(const RecordIndex::Part& part, std::size_t record, std::string_view bytes)
{
    const std::size_t start = m_text.size();
    if (m_format.options.addFile)
        m_text += m_format.files[part.file];
    if (m_format.options.addUtc)
        addUtc(part.block->time(record));
    // Asked once a record, since ASCII, which nearly all of them are, is told sixteen bytes at a time.
    const bool isUtf8 = QByteArrayView(bytes).isValidUtf8();
    if (isUtf8 && isCopyable(bytes))
        copyCells(bytes);
    else
        addCells(part, bytes, isUtf8);
    if (m_format.options.addDecoded) {
        const CodeIndex code = part.codes[qToUnderlying(part.block->code(record))];
        const std::string_view decoded = m_format.decoded[qToUnderlying(code)];
        m_text += decoded.substr(
            m_format.options.columns.empty() && !m_format.options.addFile && !m_format.options.addUtc ? 1 : 0);
    }
    if (m_format.options.findings)
        addFindings(quint32(part.firstRecord + record));
    endRow(m_text, start);
    m_rowEnds.push_back(m_text.size());
}

/// What comes of the findings after all other cells.
void CsvRows::addFindings(quint32 record)
{
    if (m_format.hasCellsBeforeFindings)
        m_text += ',';
    m_text += m_format.options.findings->idsOf(record);
}

/// The time and its comma, if there is to be one.
void CsvRows::addUtc(LogTime moment)
{
    if (moment != invalidTime && moment != m_utc)
        m_utcText = std::format("{:%FT%TZ}", moment);
    m_utc = moment;
    if (moment != invalidTime)
        m_text += m_utcText;
    if (!m_format.options.columns.empty())
        m_text += ',';
}

/// True if the row is the record with commas for tabs, but for cells that need quotes.
bool CsvRows::isCopyable(std::string_view bytes) const
{
    return m_hasColumnsInOrder && countTabs(bytes) + 1 == m_format.options.columns.size()
        && !(m_format.guard == FormulaGuard::On && mayHoldFormula(bytes));
}

void CsvRows::copyCells(std::string_view bytes)
{
    QuoteFinder finder(bytes);
    std::size_t done = 0;
    for (std::size_t at = finder.next(0); at != std::string_view::npos; at = finder.next(done)) {
        const std::size_t begin = bytes.rfind('\t', at) + 1; // 0 in the first cell
        const std::size_t end = std::min(bytes.find('\t', at), bytes.size());
        copyPlain(bytes.substr(done, begin - done));
        appendQuoted(m_text, bytes.substr(begin, end - begin));
        done = end;
    }
    copyPlain(bytes.substr(done));
}

void CsvRows::copyPlain(std::string_view bytes)
{
    const std::size_t before = m_text.size();
    m_text.resize_and_overwrite(before + bytes.size(), [bytes, before](char* text, std::size_t size) {
        std::ranges::replace_copy(bytes, text + before, '\t', ',');
        return size;
    });
}

void CsvRows::addCells(const RecordIndex::Part& part, std::string_view bytes, bool isUtf8)
{
    const LogLayout& layout = *part.block->layout;
    cutFields(bytes, layout, m_cells, m_unescaped);
    if (layout.isTable())
        m_isQuoted.assign(m_cells.size(), 1); // they may stand elsewhere than in the record
    else
        findQuoted(bytes);
    bool isFirst = true;
    for (const int column : m_format.options.columns) {
        if (!std::exchange(isFirst, false))
            m_text += ',';
        const int field = std::size_t(column) < part.fields.size() ? part.fields[std::size_t(column)] : -1;
        if (field >= 0 && std::size_t(field) < m_cells.size())
            addCell(layout, std::size_t(field), isUtf8);
    }
}

void CsvRows::findQuoted(std::string_view bytes)
{
    m_isQuoted.assign(m_cells.size(), 0);
    QuoteFinder finder(bytes);
    std::size_t at = finder.next(0);
    for (std::size_t i = 0; i < m_cells.size() && at != std::string_view::npos; ++i) {
        const auto begin = std::size_t(m_cells[i].data() - bytes.data());
        const std::size_t end = begin + m_cells[i].size();
        if (at < begin) // in a prefix or a separator
            at = finder.next(begin);
        if (at < end) {
            m_isQuoted[i] = 1;
            at = finder.next(end);
        }
    }
}

void CsvRows::addCell(const LogLayout& layout, std::size_t field, bool isUtf8)
{
    const std::string_view cell = m_cells[field];
    if (m_format.options.addDecoded && field < layout.fields.size()) {
        if (const auto readable = readableCell(cell, layout.fields[field], layout)) {
            appendCsvCell(m_text, toStringView(readable->toUtf8()), m_format.guard);
            return;
        }
    }
    if (!isUtf8) {
        appendRecoded(m_text, cell, m_format.guard);
    } else if (m_isQuoted[field]) {
        appendCsvCell(m_text, cell, m_format.guard);
    } else {
        if (m_format.guard == FormulaGuard::On && isFormula(cell))
            m_text += '\'';
        m_text += cell;
    }
}

} // namespace TmgLens
