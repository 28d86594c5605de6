// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summarywriter.h"

#include "model/format/fieldcutter.h"
#include "model/output/harmlesstext.h"
#include "model/output/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// Context of the sentences for translators.
struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(SummaryText)
};

std::string_view view(const QByteArray& bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
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

QJsonObject codeObject(const CodeEntry& code)
{
    const DecodedResult& result = code.result;
    return {
        {u"code"_s, cellText(view(code.text))},
        {u"value"_s, result.value ? QJsonValue(qint64(*result.value)) : QJsonValue()},
        {u"hex"_s, result.value ? QJsonValue(hexText(*result.value)) : QJsonValue()},
        {u"symbols"_s, QJsonArray::fromStringList(result.entry.symbols)},
        {u"family"_s, keyword(result.entry.family)},
        {u"class"_s, keyword(result.entry.resultClass)},
        {u"message"_s, messageOrNone(result.entry)},
        {u"count"_s, qint64(code.count)},
    };
}

QString number(quint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

/// Text of the log, which damage can make as long as a record, cut to what a table can show.
QString cell(const QString& text)
{
    constexpr qsizetype longest = 60;
    if (text.size() <= longest)
        return text;
    const bool isInCharacter = text[longest - 2].isHighSurrogate();
    return text.first(longest - (isInCharacter ? 2 : 1)) + u'…';
}

QString share(quint64 count, quint64 total)
{
    return QString::number(100.0 * double(count) / double(total), 'f', 1) + u" %"_s;
}

QString timeForPeople(const QDateTime& time)
{
    const QString zone = time.timeSpec() == Qt::UTC ? u"UTC"_s : SummaryText::tr("local time");
    return time.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u' ' + zone;
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
        table.addRow({file.path == u"-"_s ? SummaryText::tr("standard input") : file.path, displayName(file.log),
                      file.format, file.product.isEmpty() ? SummaryText::tr("not told") : cell(file.product),
                      number(file.records), number(file.malformed)});
    }
    return table.toString(style);
}

QString totals(const LogSummary& summary)
{
    QString line = SummaryText::tr("Records: %1").arg(number(summary.recordCount()));
    if (summary.first().isValid())
        line += SummaryText::tr(", from %1 to %2").arg(timeForPeople(summary.first()), timeForPeople(summary.last()));
    return line + u".\n"_s;
}

QString classTable(const LogSummary& summary, TextStyle style)
{
    TextTable table;
    table.addColumn(SummaryText::tr("Class"));
    table.addColumn(SummaryText::tr("Records"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Share"), TextTable::Align::Right);
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto resultClass = ResultClass(i);
        if (counts[i] > 0)
            table.addRow({keyword(resultClass), number(counts[i]), share(counts[i], summary.recordCount())},
                         resultClass);
    }
    return table.toString(style);
}

/// What stands beside a code: its short title, or else the message or a name.
QString meaning(const ResultEntry& entry)
{
    if (!entry.title.isEmpty())
        return entry.title;
    return entry.message.isEmpty() ? entry.symbols.join("; "_L1) : entry.message;
}

QString codeTable(const LogSummary& summary, TextStyle style)
{
    TextTable table;
    table.addColumn(SummaryText::tr("Code"));
    table.addColumn(SummaryText::tr("Class"));
    table.addColumn(SummaryText::tr("Records"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Share"), TextTable::Align::Right);
    table.addColumn(SummaryText::tr("Meaning"));
    for (const CodeEntry& code : summary.codes()) {
        const ResultEntry& entry = code.result.entry;
        table.addRow({code.text.isEmpty() ? SummaryText::tr("(none)") : cell(cellText(view(code.text))),
                      keyword(entry.resultClass), number(code.count), share(code.count, summary.recordCount()),
                      meaning(entry)},
                     entry.resultClass);
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
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i)
        classes.insert(keyword(ResultClass(i)), qint64(counts[i]));
    QJsonArray codes;
    for (const CodeEntry& code : summary.codes())
        codes += codeObject(code);
    return QJsonDocument(QJsonObject{
                             {u"files"_s, files},
                             {u"records"_s, qint64(summary.recordCount())},
                             {u"malformed"_s, qint64(summary.malformedCount())},
                             {u"first"_s, isoTime(summary.first())},
                             {u"last"_s, isoTime(summary.last())},
                             {u"classes"_s, classes},
                             {u"codes"_s, codes},
                         })
        .toJson();
}

QString summaryText(const LogSummary& summary, TextStyle style)
{
    QString result = fileTable(summary, style) + u'\n' + totals(summary);
    if (summary.recordCount() > 0)
        result += u'\n' + classTable(summary, style) + u'\n' + codeTable(summary, style);
    return result;
}

} // namespace TmgLens
