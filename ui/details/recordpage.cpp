// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/recordpage.h"

#include "model/format/fieldcutter.h"
#include "model/format/fielddescriptions.h"
#include "model/format/fieldvalues.h"
#include "model/format/readablecell.h"
#include "model/output/errortext.h"
#include "model/table/readablevalue.h"
#include "ui/details/pageaddress.h"
#include "ui/details/pagewriter.h"
#include "ui/details/resultpage.h"
#include "ui/look/linehighlighter.h"
#include "ui/look/resultcolors.h"
#include "ui/look/visibletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

/// The context of this page's sentences.
struct RecordPage
{
    Q_DECLARE_TR_FUNCTIONS(RecordPage)
};

// What is longer is mostly damage or an attack, and laying out some MiB would hold up the window. A documented URL of
// 2 KiB can be read whole in the raw record.
constexpr qsizetype longestValue = 1'000;
constexpr qsizetype longestRawText = 12'000;
constexpr qsizetype longestFieldName = 100;
constexpr qsizetype longestCodedValue = 200;
constexpr std::size_t mostFieldsBeyondLayout = 20;

constexpr auto fieldAddress = "tmglens:field/"_L1;

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString cellString(const QByteArray& cell)
{
    return cellText(std::string_view(cell.constData(), std::size_t(cell.size())));
}

/// What to say if @p size characters are more than the @p limit that is shown.
QString cutNote(qsizetype size, qsizetype limit)
{
    return size <= limit
        ? QString()
        : RecordPage::tr("The first %1 of %2 characters are shown.").arg(countText(limit), countText(size));
}

void writeFaults(PageWriter& page, const LogRecord& record)
{
    if (record.flags) {
        page.addCallout(RecordPage::tr("Line %1 is malformed").arg(countText(qint64(record.line))),
                        describeRecordFlags(record.flags), resultTint(ResultClass::Limit, page.palette()));
    }
}

/// When it was, by the clock that the table shows, and in UTC if that is another.
Fact timeFact(const RecordFacts& facts)
{
    const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    const LogTime moment = facts.record.time;
    const ShownClock& clock = facts.clock;
    Fact fact{.name = RecordPage::tr("Time"), .detail = {}, .value = {}, .note = {}};
    fact.value = RecordPage::tr("%1 (%2)").arg(clock.at(moment).toString(format), clock.title());
    if (clock.kind != ShownClock::Kind::Utc)
        fact.note = RecordPage::tr("%1 in UTC").arg(clock.at(moment).toUTC().toString(format));
    return fact;
}

void writeCount(PageWriter& page, const RecordFacts& facts)
{
    const double share = facts.recordCount == 0 ? 0 : 100.0 * double(facts.code.count) / double(facts.recordCount);
    const QString percent = share > 0 && share < 0.1 ? RecordPage::tr("less than 0.1 %")
                                                     : RecordPage::tr("%1 %").arg(QLocale().toString(share, 'f', 1));
    page.addHeading(RecordPage::tr("In this log"));
    std::vector<Fact> list{
        {RecordPage::tr("Records with this code"),
         {},
         RecordPage::tr("%1 of %2 (%3)")
             .arg(countText(qint64(facts.code.count)), countText(qint64(facts.recordCount)), percent),
         {}}};
    if (facts.record.time != invalidTime)
        list.insert(list.begin(), timeFact(facts));
    page.addFacts(list);
}

/// The name of the field at @p position, with the log's own name under it where the two differ.
Fact namedFact(const LogRecord& record, std::size_t position)
{
    const auto& fields = record.layout->fields;
    if (position >= fields.size())
        return {RecordPage::tr("Surplus field %1").arg(position + 1), {}, {}, {}};
    const QString name = QString::fromUtf8(fields[position].name);
    Fact fact{.name = visibleText(name, longestFieldName), .detail = {}, .value = {}, .note = {}};
    if (position < record.cells.size())
        fact.address = fieldAddress + QString::number(position);
    const auto description = fieldDescription(name, record.layout->kind);
    if (!description)
        return fact;
    const bool isSame = description->title.compare(name, Qt::CaseInsensitive) == 0;
    fact.detail = isSame ? QString() : fact.name;
    fact.name = description->title;
    return fact;
}

void writeCodedFields(PageWriter& page, const LogRecord& record)
{
    std::vector<Fact> facts;
    const auto& fields = record.layout->fields;
    for (std::size_t position = 0; position < std::min(fields.size(), record.cells.size()); ++position) {
        const QByteArray& cell = record.cells[position];
        if (cell.size() > longestCodedValue)
            continue;
        const QString value = cellString(cell);
        const auto meaning = explainFieldValue(QString::fromUtf8(fields[position].name), value, record.layout->kind);
        if (!meaning)
            continue;
        Fact fact = namedFact(record, position);
        fact.detail.clear(); // the list of all fields has it
        fact.value = meaning->summary;
        fact.note = visibleText(value, longestValue);
        facts.push_back(fact);
    }
    if (!facts.empty()) {
        page.addHeading(RecordPage::tr("What the coded fields say"));
        page.addFacts(facts);
    }
}

Fact fieldFact(const LogRecord& record, std::size_t position)
{
    Fact fact = namedFact(record, position);
    if (position >= record.cells.size()) {
        fact.note = RecordPage::tr("The record ends before this field.");
        return fact;
    }
    const QByteArray& cell = record.cells[position];
    const QString text = cellString(cell);
    fact.value = visibleText(text, longestValue);
    fact.note = cutNote(text.size(), longestValue);
    if (position >= record.layout->fields.size())
        return fact;
    if (const auto readable = readableCell(toStringView(cell), record.layout->fields[position], *record.layout)) {
        fact.note = fact.value;
        fact.value = visibleText(*readable, longestValue);
    } else if (fact.note.isEmpty()) {
        fact.note = readableValue(toStringView(cell), record.layout->fields[position].type);
    }
    return fact;
}

void writeFields(PageWriter& page, const LogRecord& record)
{
    const std::size_t known = record.layout->fields.size();
    const std::size_t shown = std::max(known, std::min(record.cells.size(), known + mostFieldsBeyondLayout));
    std::vector<Fact> facts;
    facts.reserve(shown);
    for (std::size_t position = 0; position < shown; ++position) {
        facts.push_back(fieldFact(record, position));
    }
    page.addHeading(RecordPage::tr("Fields"));
    page.addFacts(facts);
    if (record.cells.size() > shown) {
        page.addParagraph(RecordPage::tr("Further surplus fields that are not shown: %1")
                              .arg(countText(qint64(record.cells.size() - shown))),
                          PageWriter::Tone::Quiet);
    }
}

void writeRawText(PageWriter& page, const LogRecord& record)
{
    const QString text = cellString(record.bytes);
    const QString visible = visibleText(text, longestRawText, TabHandling::Keep);
    page.addHeading(RecordPage::tr("Record in line %1").arg(countText(qint64(record.line))), RecordPage::tr("Copy"),
                    copyRecordAddress);
    page.addRawText(visible,
                    LineHighlighter::highlight(visible, LineHighlighter::languageOf(record.layout->format),
                                               page.palette(), QPalette::AlternateBase));
    if (const QString note = cutNote(text.size(), longestRawText); !note.isEmpty()) {
        page.addParagraph(note + u' ' + RecordPage::tr("Copy takes all of them."), PageWriter::Tone::Quiet);
    }
}

} // namespace

std::optional<int> fieldOfAddress(const QString& address)
{
    return numberOfAddress(address, fieldAddress).transform([](quint32 number) { return int(number); });
}

void writeRecord(PageWriter& page, const RecordFacts& facts)
{
    writeFaults(page, facts.record);
    writeFilterReason(page, facts.context);
    writeMeaning(page, facts.code.result);
    writeContext(page, facts.context);
    writeCode(page, facts.code.result);
    writeCount(page, facts);
    writeCodedFields(page, facts.record);
    writeFields(page, facts.record);
    writeRawText(page, facts.record);
}

} // namespace TmgLens
