// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/summaryhtml.h"

#include "model/output/harmlesstext.h"
#include "model/output/summarywording.h"
#include "model/output/wording.h"

#include <QFile>
#include <QFileInfo>

#include <span>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestValue = 300; // characters
constexpr std::size_t mostCodes = 500; // rows; a damaged log can have as many codes as records

QString escaped(const QString& text)
{
    return harmlessText(shortened(text, longestValue)).toHtmlEscaped();
}

QString styleSheet(HtmlMedium medium)
{
    QFile file(medium == HtmlMedium::Browser ? u":/tmglens/summary/page.css"_s : u":/tmglens/summary/paper.css"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    return sheet.sliced(sheet.indexOf("*/"_L1) + 2).trimmed() + u'\n'; // without what the file says of itself
}

/// An element that holds @p text of any kind.
QString element(QLatin1StringView tag, const QString& text)
{
    return u'<' + tag + u'>' + escaped(text) + u"</"_s + tag + u">\n"_s;
}

QString headCell(const QString& title, QLatin1StringView styleClass = {})
{
    const QString style = styleClass.isEmpty() ? QString() : u" class=\""_s + styleClass + u'"';
    return u"<th scope=\"col\""_s + style + u'>' + escaped(title) + u"</th>"_s;
}

QString countCells(quint64 count, quint64 total)
{
    const QString share = shareText(count, total);
    QString width = share;
    width.remove(u' ');
    return u"<td class=\"number\">"_s + countText(count) + u"</td><td class=\"share\">"_s + share
        + u"<span class=\"bar\"><span style=\"width:"_s + width + u"\"></span></span></td>"_s;
}

QString tableOf(const QString& head, const QString& body, const QString& caption = {})
{
    const QString under = caption.isEmpty() ? QString() : u"<caption>"_s + escaped(caption) + u"</caption>"_s;
    return u"<table>"_s + under + u"<thead><tr>"_s + head + u"</tr></thead>\n<tbody>\n"_s + body
        + u"</tbody></table>\n"_s;
}

QString section(const QString& title, const QString& content)
{
    return u"<section>\n"_s + element("h2"_L1, title) + content + u"</section>\n"_s;
}

// -- Parts -----------------------------------------------------------------------------------------------------------

/// The name of the log, or how many they are.
QString pageTitle(const LogSummary& summary)
{
    if (summary.files().size() != 1)
        return SummaryText::tr("Summary of %1 logs").arg(summary.files().size());
    const FileSummary& file = summary.files().front();
    const QString name = QFileInfo(file.path).fileName();
    return SummaryText::tr("Summary of %1").arg(file.path == u"-"_s || name.isEmpty() ? pathForPeople(file) : name);
}

QString facts(const LogSummary& summary)
{
    const bool hasAll = summary.recordCount() == summary.wholeCount();
    QString line = hasAll
        ? SummaryText::tr("Records: %1").arg(countText(summary.recordCount()))
        : SummaryText::tr("Records: %1 of %2").arg(countText(summary.recordCount()), countText(summary.wholeCount()));
    line += u" · "_s + SummaryText::tr("malformed: %1").arg(countText(summary.malformedCount()));
    QString html = element("p"_L1, line);
    if (summary.first().isValid())
        html += element(
            "p"_L1,
            SummaryText::tr("From %1 to %2").arg(timeForPeople(summary.first()), timeForPeople(summary.last())));
    if (const QString zone = zoneForPeople(summary); !zone.isEmpty())
        html += element("p"_L1, zone);
    for (const QString& sentence : summary.scope()) // whole, however long: it says what the numbers mean
        html += u"<p class=\"quiet\">"_s + harmlessText(sentence).toHtmlEscaped() + u"</p>\n"_s;
    return html;
}

QString fileSection(const LogSummary& summary)
{
    QString body;
    for (const FileSummary& file : summary.files()) {
        const QStringList cells = {displayName(file.log), file.format,
                                   file.product.isEmpty() ? SummaryText::tr("not told") : file.product};
        body += u"<tr><th scope=\"row\">"_s + escaped(pathForPeople(file)) + u"</th>"_s;
        for (const QString& cell : cells)
            body += u"<td>"_s + escaped(cell) + u"</td>"_s;
        for (const quint64 count : {file.records, file.malformed})
            body += u"<td class=\"number\">"_s + countText(count) + u"</td>"_s;
        body += u"</tr>\n"_s;
    }
    const QString head = headCell(SummaryText::tr("Log")) + headCell(SummaryText::tr("Kind"))
        + headCell(SummaryText::tr("Format")) + headCell(SummaryText::tr("Product"))
        + headCell(SummaryText::tr("Records"), "number"_L1) + headCell(SummaryText::tr("Malformed"), "number"_L1);
    return section(SummaryText::tr("Logs"), tableOf(head, body));
}

/// How rows of a class begin.
QString rowOf(ResultClass resultClass)
{
    return u"<tr class=\""_s + keyword(resultClass) + u"\">"_s;
}

QString classSection(const LogSummary& summary)
{
    QString body;
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0)
            body += rowOf(ResultClass(i)) + u"<th scope=\"row\"><span class=\"mark\"></span>"_s
                + keyword(ResultClass(i)) + u"</th>"_s + countCells(counts[i], summary.recordCount()) + u"</tr>\n"_s;
    }
    const QString head = headCell(SummaryText::tr("Class")) + headCell(SummaryText::tr("Records"), "number"_L1)
        + headCell(SummaryText::tr("Share"), "share"_L1);
    return section(SummaryText::tr("Classes"), tableOf(head, body));
}

/// Title, message and what to do first.
QString explanation(const ResultEntry& entry)
{
    const QString title = meaningOf(entry);
    QString html = u"<strong>"_s + escaped(title) + u"</strong>"_s;
    if (!entry.message.isEmpty() && !title.startsWith(entry.message.chopped(1))) // which ends in a full stop
        html += u"<br>"_s + entry.message.toHtmlEscaped();
    if (const QString advice = firstAdvice(entry); !advice.isEmpty())
        html += u"<br><span class=\"advice\">"_s + SummaryText::tr("What to do: %1").arg(advice).toHtmlEscaped()
            + u"</span>"_s;
    return html;
}

QString codeSection(const LogSummary& summary)
{
    const std::vector<CodeEntry> codes = summary.codes();
    QString body;
    for (const CodeEntry& code : std::span(codes).first(std::min(codes.size(), mostCodes))) {
        const ResultEntry& entry = code.result.entry;
        body += rowOf(entry.resultClass) + u"<th scope=\"row\" class=\"code\">"_s
            + escaped(code.text.isEmpty() ? SummaryText::tr("(none)") : codeText(code))
            + u"</th><td class=\"class\"><span class=\"mark\"></span>"_s + keyword(entry.resultClass) + u"</td><td>"_s
            + explanation(entry) + u"</td>"_s + countCells(code.count, summary.recordCount()) + u"</tr>\n"_s;
    }
    const QString head = headCell(SummaryText::tr("Code")) + headCell(SummaryText::tr("Class"))
        + headCell(SummaryText::tr("Meaning")) + headCell(SummaryText::tr("Records"), "number"_L1)
        + headCell(SummaryText::tr("Share"), "share"_L1);
    const QString rest = codes.size() > mostCodes
        ? SummaryText::tr("Further codes: %1").arg(countText(codes.size() - mostCodes))
        : QString();
    return section(SummaryText::tr("Result codes"), tableOf(head, body, rest));
}

QString topSection(const TopValues& top)
{
    QString body;
    for (const FacetValue& value : top.counts.values)
        body += u"<tr><th scope=\"row\">"_s + escaped(value.text.isEmpty() ? SummaryText::tr("(no value)") : value.text)
            + u"</th>"_s + countCells(value.count, top.counts.records) + u"</tr>\n"_s;
    const QString head = headCell(SummaryText::tr("Value")) + headCell(SummaryText::tr("Records"), "number"_L1)
        + headCell(SummaryText::tr("Share"), "share"_L1);
    const QString caption = SummaryText::tr("Different values: %1").arg(countText(top.counts.distinct));
    return section(valuesTitle(top.field), tableOf(head, body, caption));
}

QString topSections(const LogSummary& summary)
{
    QString sections;
    for (const TopValues& top : summary.topValues())
        sections += topSection(top);
    return u"<div class=\"tops\">\n"_s + sections + u"</div>\n"_s;
}

} // namespace

QString summaryHtml(const LogSummary& summary, HtmlMedium medium)
{
    QString html = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'\">\n"_s;
    html += element("title"_L1, pageTitle(summary));
    html += u"<style>\n"_s + styleSheet(medium) + u"</style>\n</head>\n<body>\n<main>\n"_s;
    html += u"<header>\n"_s + element("h1"_L1, pageTitle(summary)) + facts(summary) + u"</header>\n"_s;
    if (summary.recordCount() > 0)
        html += classSection(summary) + codeSection(summary) + topSections(summary);
    html += fileSection(summary);
    html += u"<footer>\n"_s + element("p"_L1, SummaryText::tr("Made by TMGLens.")) + u"</footer>\n"_s;
    html += u"</main>\n</body>\n</html>\n"_s;
    if (medium == HtmlMedium::Paper) // rich text knows the width of a table as an attribute alone
        html.replace("<table>"_L1, "<table width=\"100%\">"_L1);
    return html;
}

} // namespace TmgLens
