// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/summary/summarylines.h"

#include "model/filter/exactvalue.h"
#include "model/output/plaintip.h"
#include "model/output/summarywording.h"
#include "ui/look/resulttitles.h"
#include "ui/look/visibletext.h"

#include <QLocale>

#include <algorithm>
#include <span>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t fewLines = 15; // shown at first
constexpr std::size_t mostLines = 500;
constexpr qsizetype longestText = 200; // characters
constexpr qsizetype longestTip = 1000;
constexpr qsizetype longestTerm = 4000; // of a value that goes into the filter line

double percentOf(quint64 count, quint64 total)
{
    return total > 0 ? 100.0 * double(count) / double(total) : 0.0;
}

/// @p count with what some of its records meant.
QString withFolded(const QString& count, const SummaryLine& line)
{
    return line.folded.isEmpty() ? count : SummaryLines::tr("%1, of which %2").arg(count, line.folded);
}

/// What stands behind the text of @p line.
QString quietText(const SummaryLine& line)
{
    if (line.folded.isEmpty())
        return line.meaning;
    const QString folded = SummaryLines::tr("of which %1").arg(line.folded);
    return line.meaning.isEmpty() ? folded : QString(line.meaning % u" · " % folded);
}

FilterExpression termFor(const Filter::FieldName& field, const QString& value)
{
    const bool isSayable = value.size() <= longestTerm && Filter::isComparable(field, value);
    return isSayable ? Filter::valueTerm(field, {value}) : FilterExpression();
}

} // namespace

std::vector<SummaryLine> classLines(const LogSummary& summary)
{
    std::vector<SummaryLine> lines;
    const auto counts = summary.classCounts();
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto resultClass = ResultClass(i);
        if (counts[i] > 0)
            lines.push_back({.text = resultClassTitle(resultClass),
                             .folded = summary.folded().ofClass[i].words,
                             .count = counts[i],
                             .percent = percentOf(counts[i], summary.recordCount()),
                             .resultClass = resultClass,
                             .term = termFor(Filter::fieldName(u"class"_s), keyword(resultClass))});
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &SummaryLine::count);
    return lines;
}

std::vector<SummaryLine> codeLines(const LogSummary& summary)
{
    const Filter::FieldName field = Filter::fieldName(u"code"_s);
    const std::vector<CodeEntry> codes = summary.codes();
    std::vector<SummaryLine> lines;
    for (const CodeEntry& code : std::span(codes).first(std::min(codes.size(), mostLines))) {
        const ResultEntry& entry = code.result.entry;
        const QStringList sentences = {messageOrNone(entry), firstAdvice(entry)};
        lines.push_back(
            {.text = code.text.isEmpty() ? SummaryLines::tr("(none)") : visibleText(codeText(code), longestText),
             .meaning = visibleText(meaningOf(entry), longestText),
             .explanation = visibleText(sentences.join(u' ').trimmed(), longestTip),
             .folded = summary.folded().ofCode.value(code.text).words,
             .count = code.count,
             .percent = percentOf(code.count, summary.recordCount()),
             .resultClass = entry.resultClass,
             .term = termFor(field, Filter::exactValue(field, code))});
    }
    return lines;
}

std::vector<SummaryLine> valueLines(const TopValues& values)
{
    std::vector<SummaryLine> lines;
    lines.reserve(values.counts.values.size());
    for (const FacetValue& value : values.counts.values)
        lines.push_back(
            {.text = value.text.isEmpty() ? SummaryLines::tr("(no value)") : visibleText(value.text, longestText),
             .explanation = value.text.size() > longestText ? visibleText(value.text, longestTip) : QString(),
             .count = value.count,
             .percent = percentOf(value.count, values.counts.records),
             .term = termFor(values.field, value.text)});
    return lines;
}

int SummaryLines::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return int(shownCount()) + (m_lines.size() > fewLines ? 1 : 0);
}

QVariant SummaryLines::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SummaryLine* line = lineAt(index);
    if (!line)
        return moreData(role);
    const QLocale locale;
    const QString share = locale.toString(line->percent, 'f', 1);
    const QString whole = line->meaning.isEmpty() ? line->text : QString(line->text % u' ' % line->meaning);
    switch (role) {
    case Qt::DisplayRole:
        return line->text;
    case Qt::AccessibleTextRole:
        return withFolded(tr("%1, records: %2, %3 %").arg(whole, locale.toString(line->count), share), *line);
    case Qt::ToolTipRole: {
        QString tip = withFolded(tr("%1: %2 records (%3 %)").arg(whole, locale.toString(line->count), share), *line);
        if (!line->explanation.isEmpty())
            tip += u'\n' + line->explanation;
        if (line->term.isEmpty())
            tip += u'\n' + tr("The filter language has no word for this value.");
        return plainTip(tip);
    }
    case MeaningRole:
        return quietText(*line);
    case CountRole:
        return line->count;
    case PercentRole:
        return line->percent;
    case ClassRole:
        return line->resultClass ? QVariant(int(*line->resultClass)) : QVariant();
    case IsMoreRole:
        return false;
    default:
        return {};
    }
}

QVariant SummaryLines::moreData(int role) const
{
    if (role == IsMoreRole)
        return true;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return m_isLong ? tr("Show fewer") : tr("Show all %1").arg(QLocale().toString(qulonglong(m_lines.size())));
}

void SummaryLines::setLines(std::vector<SummaryLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void SummaryLines::toggleMore()
{
    beginResetModel();
    m_isLong = !m_isLong;
    endResetModel();
}

FilterExpression SummaryLines::term(const QModelIndex& index) const
{
    const SummaryLine* line = lineAt(index);
    return line ? line->term : FilterExpression();
}

const SummaryLine* SummaryLines::lineAt(const QModelIndex& index) const
{
    return index.isValid() && std::size_t(index.row()) < shownCount() ? &m_lines[std::size_t(index.row())] : nullptr;
}

std::size_t SummaryLines::shownCount() const
{
    return m_isLong ? m_lines.size() : std::min(m_lines.size(), fewLines);
}

} // namespace TmgLens
