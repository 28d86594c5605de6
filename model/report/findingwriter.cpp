// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/report/findingwriter.h"

#include "model/finding/findingsentence.h"
#include "model/index/filenames.h"
#include "model/output/harmlesstext.h"
#include "model/output/summarywording.h"
#include "model/output/wording.h"
#include "model/report/reportwording.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLength = 100; // characters
constexpr std::size_t mostOfPattern = 5; // findings of a pattern that are told one by one
constexpr std::size_t mostLines = 100; // of the records that a finding rests on, in JSON

/// @p text in lines of at most lineLength characters, each with @p margin before it.
QString wrapped(const QString& text, const QString& margin)
{
    QString result;
    QString line;
    const QStringList words = harmlessText(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (!line.isEmpty() && margin.size() + line.size() + 1 + word.size() > lineLength) {
            result += margin + line + u'\n';
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    return result + margin + line + u'\n';
}

QString head(const Pattern& pattern, FindingSeverity severity, TextStyle style)
{
    const QString word = inClassColour(severityTitle(severity), colourOf(severity), style);
    return u"%1  %2 (%3)\n"_s.arg(word, asHeading(pattern.name, style), pattern.id);
}

QString groupText(const FindingReport& report, FindingGroup group, TextStyle style)
{
    const QString margin = u"    "_s;
    QString text = head(*group.front()->pattern, group.front()->severity, style);
    for (const Finding* finding : group.first(std::min(group.size(), mostOfPattern))) {
        text += wrapped(findingSentence(*finding), margin);
        const auto rows = evidence(report, *finding, 1);
        text += wrapped(FindingText::tr("%1; first record: %2").arg(spanText(*finding), rows.front().place),
                        margin + margin);
    }
    if (group.size() > mostOfPattern)
        text += wrapped(FindingText::tr("The same, further times: %1").arg(countText(group.size() - mostOfPattern)),
                        margin);
    return text + wrapped(FindingText::tr("What to do: %1").arg(findingAdvice(*group.front())), margin);
}

QJsonObject namesObject(const Finding& finding)
{
    QJsonObject names;
    for (const Attribute attribute : {Attribute::Client, Attribute::Host, Attribute::Destination, Attribute::User,
                                      Attribute::Agent, Attribute::Port, Attribute::Rule}) {
        const QString& name = finding.names[std::size_t(attribute)];
        if (!name.isEmpty() && name != "-"_L1)
            names.insert(keyword(attribute), name);
    }
    return names;
}

QJsonArray linesOf(const FindingReport& report, const Finding& finding, const QStringList& names)
{
    QJsonArray lines;
    for (const quint32 number : std::span(finding.records).first(std::min(finding.records.size(), mostLines)))
        lines += QJsonObject{
            {u"file"_s, names[qsizetype(report.index.place(RecordNumber(number)).part->file)]},
            {u"line"_s, qint64(report.index.lineNumber(RecordNumber(number)))},
        };
    return lines;
}

QJsonObject findingObject(const FindingReport& report, const Finding& finding, const QStringList& names)
{
    return {
        {u"pattern"_s, finding.pattern->id},
        {u"name"_s, finding.pattern->name},
        {u"severity"_s, keyword(finding.severity)},
        {u"sentence"_s, findingSentence(finding)},
        {u"advice"_s, findingAdvice(finding)},
        {u"source"_s, finding.pattern->source},
        {u"first"_s, isoText(finding.first)},
        {u"last"_s, isoText(finding.last)},
        {u"over"_s, finding.isOver},
        {u"records"_s, qint64(finding.records.size())},
        {u"names"_s, namesObject(finding)},
        {u"lines"_s, linesOf(report, finding, names)},
    };
}

} // namespace

QString findingText(const FindingReport& report, TextStyle style)
{
    QString text = FindingText::tr("Records: %1. Found: %2.")
                       .arg(countText(report.index.recordCount()), countsText(report.findings))
        + u'\n';
    for (const QString& sentence : report.scope)
        text += wrapped(sentence, {});
    for (const QString& remark : report.summary.remarks())
        text += wrapped(remarkForPeople(remark), {});
    for (const FindingGroup& group : groups(report))
        text += u'\n' + groupText(report, group, style);
    if (const QString rest = leftOutText(report.found); !rest.isEmpty())
        text += u'\n' + wrapped(rest, {});
    return text;
}

QByteArray findingJson(const FindingReport& report)
{
    const QStringList names = fileNames(report.index);
    QJsonArray findings;
    for (const Finding* finding : report.findings)
        findings += findingObject(report, *finding, names);
    QJsonArray files;
    for (const FileSummary& file : report.summary.files())
        files += file.path;
    QJsonObject object{
        {u"files"_s, files},
        {u"records"_s, qint64(report.index.recordCount())},
        {u"patterns"_s, qint64(report.found.patterns->size())},
        {u"findings"_s, findings},
        {u"left-out"_s, qint64(report.found.leftOut)},
    };
    if (!report.summary.remarks().isEmpty())
        object.insert(u"remarks"_s, QJsonArray::fromStringList(report.summary.remarks()));
    return harmlessJson(object);
}

} // namespace TmgLens
