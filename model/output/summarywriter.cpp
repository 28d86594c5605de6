// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarywriter.h"

#include "model/output/harmlesstext.h"
#include "model/output/summarywording.h"
#include "model/output/wording.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Text of the log, cut to what a table can show.
QString cell(const QString& text)
{
    return shortened(text, 60);
}

QJsonValue isoTime(const QDateTime& time)
{
    if (!time.isValid())
        return QJsonValue::Null;
    // A local time is written with its offset, which Qt leaves out.
    return time.toOffsetFromUtc(time.offsetFromUtc()).toString(Qt::ISODate);
}

QJsonObject fileObject(const FileSummary& file)
{
    QJsonObject object{
        {u"path"_s, file.path},
        {u"format"_s, file.format},
        {u"log"_s, keyword(file.log)},
        {u"records"_s, qint64(file.records)},
        {u"malformed"_s, qint64(file.malformed)},
    };
    if (file.dateOrder) {
        object.insert(u"date-order"_s, dateOrderKeyword(*file.dateOrder));
        object.insert(u"date-order-guessed"_s, file.isDateOrderGuessed);
    }
    return object;
}

QJsonObject foldedObject(const FoldedNote& note)
{
    QJsonObject object;
    for (const auto& [pattern, count] : note.counts.asKeyValueRange())
        object.insert(pattern, qint64(count));
    return object;
}

QJsonObject codeObject(const CodeEntry& code, const FoldedNotes& folded)
{
    const DecodedResult& result = code.result;
    QJsonObject object{
        {u"code"_s, codeText(code)},
        {u"value"_s, result.value ? QJsonValue(qint64(*result.value)) : QJsonValue()},
        {u"hex"_s, result.value ? QJsonValue(hexText(*result.value)) : QJsonValue()},
        {u"symbols"_s, QJsonArray::fromStringList(result.entry.symbols)},
        {u"family"_s, keyword(result.entry.family)},
        {u"class"_s, keyword(result.entry.resultClass)},
        {u"message"_s, messageOrNone(result.entry)},
        {u"count"_s, qint64(code.count)},
    };
    if (const FoldedNote note = folded.ofCode.value(code.text); !note.counts.isEmpty())
        object.insert(u"folded"_s, foldedObject(note));
    return object;
}

QString fileTable(const LogSummary& summary, TextStyle style)
{
    TextTable table;
    table.addColumn(SummaryText::tr("Log"));
    table.addColumn(SummaryText::tr("Kind"));
    table.addColumn(SummaryText::tr("Format"));
    table.addColumn(SummaryText::tr("Product"));
    table.addColumn(SummaryText::tr("Records"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Malformed"), TextTable::Align::Right);
    for (const FileSummary& file : summary.files()) {
        table.addRow({pathForPeople(file), displayName(file.log), file.format,
                      file.product.isEmpty() ? SummaryText::tr("not told") : cell(file.product),
                      countText(file.records), countText(file.malformed)});
    }
    return table.toString(style);
}

QString remarks(const LogSummary& summary)
{
    QString lines;
    for (const QString& remark : summary.remarks())
        lines += harmlessText(remarkForPeople(remark)) + u'\n';
    return lines;
}

QString totals(const LogSummary& summary)
{
    QString line = SummaryText::tr("Records: %1").arg(countText(summary.recordCount()));
    if (summary.first().isValid())
        line += SummaryText::tr(", from %1 to %2").arg(timeForPeople(summary.first()), timeForPeople(summary.last()));
    line += u".\n"_s;
    const QString zone = zoneForPeople(summary);
    return zone.isEmpty() ? line : QString(line + zone + u'\n');
}

/// Whether some records meant something else than their class says.
bool hasFolded(const LogSummary& summary)
{
    return std::ranges::any_of(summary.folded().ofClass, [](const FoldedNote& note) { return !note.words.isEmpty(); });
}

QString classTable(const LogSummary& summary, TextStyle style)
{
    const bool hasNotes = hasFolded(summary);
    TextTable table;
    table.addColumn(SummaryText::tr("Class"));
    table.addColumn(SummaryText::tr("Records"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Share"), TextTable::Align::Right);
    if (hasNotes)
        table.addColumn(SummaryText::tr("Of these"));
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto resultClass = ResultClass(i);
        if (counts[i] == 0)
            continue;
        QStringList row = {keyword(resultClass), countText(counts[i]), shareText(counts[i], summary.recordCount())};
        if (hasNotes)
            row += summary.folded().ofClass[i].words;
        table.addRow(row, resultClass);
    }
    return table.toString(style);
}

QString codeTable(const LogSummary& summary, TextStyle style)
{
    const bool hasNotes = hasFolded(summary);
    TextTable table;
    table.addColumn(SummaryText::tr("Code"));
    table.addColumn(SummaryText::tr("Class"));
    table.addColumn(SummaryText::tr("Records"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Share"), TextTable::Align::Right);
    if (hasNotes)
        table.addColumn(SummaryText::tr("Of these"));
    table.addColumn(SummaryText::tr("Meaning"));
    for (const CodeEntry& code : summary.codes()) {
        const ResultEntry& entry = code.result.entry;
        QStringList row = {code.text.isEmpty() ? SummaryText::tr("(none)") : cell(codeText(code)),
                           keyword(entry.resultClass), countText(code.count),
                           shareText(code.count, summary.recordCount())};
        if (hasNotes)
            row += summary.folded().ofCode.value(code.text).words;
        table.addRow(row << meaningOf(entry), entry.resultClass);
    }
    return table.toString(style);
}

} // namespace

QByteArray summaryJson(const LogSummary& summary)
{
    QJsonArray files;
    for (const FileSummary& file : summary.files())
        files += fileObject(file);
    QJsonObject classes;
    QJsonObject folded;
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        classes.insert(keyword(ResultClass(i)), qint64(counts[i]));
        if (const FoldedNote& note = summary.folded().ofClass[i]; !note.counts.isEmpty())
            folded.insert(keyword(ResultClass(i)), foldedObject(note));
    }
    QJsonArray codes;
    for (const CodeEntry& code : summary.codes())
        codes += codeObject(code, summary.folded());
    QJsonObject object{
        {u"files"_s, files},
        {u"records"_s, qint64(summary.recordCount())},
        {u"malformed"_s, qint64(summary.malformedCount())},
        {u"first"_s, isoTime(summary.first())},
        {u"last"_s, isoTime(summary.last())},
        {u"classes"_s, classes},
        {u"codes"_s, codes},
    };
    if (!folded.isEmpty())
        object.insert(u"folded"_s, folded);
    if (const auto zone = summary.serverZone()) {
        object.insert(u"server-zone"_s, zoneName(zone->zone));
        object.insert(u"server-zone-from"_s, originKeyword(zone->origin));
    }
    if (!summary.remarks().isEmpty())
        object.insert(u"remarks"_s, QJsonArray::fromStringList(summary.remarks()));
    return harmlessJson(object);
}

QString summaryText(const LogSummary& summary, TextStyle style)
{
    QString result = fileTable(summary, style) + remarks(summary) + u'\n' + totals(summary);
    if (summary.recordCount() > 0)
        result += u'\n' + classTable(summary, style) + u'\n' + codeTable(summary, style);
    return result;
}

} // namespace TmgLens
